"""说法 Telling: one figure with the words around it taken apart: whose it is, what it measures, which way it moves.

    >>> from liantu.bulletin.cast import Cast
    >>> from liantu.bulletin.place import Place
    >>> memory = Memory(Place("乙山区", "", ""), Cast((), (), ()))
    >>> [(t.subject, t.measure, t.change) for t in tell("全区工业投资5亿元，增长3%", None, memory)]
    [('乙山区', '工业投资', ''), ('乙山区', '', '增长')]

Rules for single kinds of sentences read these; nothing here decides what becomes a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from liantu.bulletin import project, stranger, when
from liantu.bulletin import quantity as quantities
from liantu.bulletin.beyond import name_beyond
from liantu.bulletin.condition import is_criterion
from liantu.bulletin.dating import OPENED
from liantu.bulletin.measure import (
    class_of,
    ends_as_measure,
    head_of,
    is_counted,
    is_local,
    name_count,
    name_level,
    name_product,
    split_verb,
)
from liantu.bulletin.part import of_part
from liantu.bulletin.quantity import Quantity
from liantu.bulletin.subject import Memory, Named, after_lead_in, split_subject
from liantu.bulletin.when import Mention

__all__ = ["Telling", "mentions_of", "tell"]

_STOP: Final = re.compile(r"[，,；;：:。()\n|！？!?]|--|(?<=[一-龥])[“](?=[一-龥]{6})")
_ASIDE: Final = re.compile(r"\([^()\n]{1,40}\)")
_HOW: Final = (
    r"同比|环比|比上年同期|比去年同期|较上年同期|较去年同期|比上年|比去年|较上年|较去年|与去年同期相比|比同期|同口径|可比口径|按可比价格?(?:计算)?|按不变价格?(?:计算)?|名义|实际|扣除价格因素(?:影响)?后?|"
    r"两年平均|[两三四五]年年均|年均|年平均|平均|分别|均|都|也|并|则|又|将|再|已|速度|逆势|大幅|快速|同期|比|，|,|当月|累计|每年"
)
_CHANGE: Final = re.compile(
    rf"(?P<how>(?:{_HOW})*)(?P<verb>负增长|正增长|增长|上升|提高|提升|增加|增|涨|上涨|下降|减少|回落|下滑|降低|下跌|缩减|收窄|扩大|加快|放缓|回升|下拉|增速|增幅|降幅|涨幅|减低|走低|跌|降|减)"
    r"(?P<tail>(?:了|率|幅度|速度|到|达到?|至|为|超过?|突破|近|约|高达|逾|将|均|分别|保持在?|稳定在|左右|:|\s|-)*)$"
)
_TAIL: Final = re.compile(
    r"(?:实现了?|达成|达到了?|高达|多达|达|(?<!成)为|是|完成了?|突破|超过|超|(?<![签合节契预条])约|近|[做干冲涨升增攀拉跑卖]到|[冲迈踏跃跨站]上|[升增涨攀]至|攀升[到至]|上升[到至]|增长[到至]|增至|升至|增加到|提高到|提升到|扩大到|仅|才|只有|(?<=[值额收入润量金本])在|已经?|累计|共计?|合计|总计|均|分别|将|可|就|再|接近|逼近|跨越|迈上|站上|保持在|稳定在|控制在|不低于|不少于|不超过|至少|有望|预计|力争|有|至|:|\s|计划|，|,|的|了|从|由|每年|年均)+$"
)
_NOUN_AFTER: Final = re.compile(
    r"(?:的)?(?P<noun>[一-龥A-Za-z“”·+]{2,24}?)(?=[也还都皆]?(?P<verb>入驻|落户|落地|签约|开工|投产|竣工|建成|投用|入选|上榜|入库|在建|获评|获批|通过|获得|参展|参加|集中|成功|实现|进入|列入|纳入|已|正|将|被|为|均|中|达|占|是|有|，|。|、|；|,|;|:|\(|\)|\s|$|分别|总投资|投资|产值|计划|共|和\d|及\d|同比|增长(?=[\d了约超])|\.|新增(?!长)|贡献|从|向|由|让|给|等|生产|带动|分布|运营|\d|--|”$|[也还都皆]))"
)
_LEADING: Final = re.compile(
    r"^(?:的|将(?!军)|可(?!支配|再生|比)|已|也|还|仍|其中|其(?![他余])|内(?![资联外贸销需])|在(?![建谈库校职地会辅孵研营])|中(?=[，,：:]|$)|上(?![市缴交榜报规线划半游网年])|目前|，)+"
)
_CURRENT: Final = frozenset("元 美元 欧元 港元".split())
_REACHED: Final = re.compile(r"了?(?:到|至|为|成)")
# 外贸出口保持良好势头: a clause that only says how its measure fares names what the next figures measure.
_STATE: Final = re.compile(
    r"(?P<what>(?!增速|增幅|降幅|涨幅)[一-龥]{2,16}?)(?:增速|增幅)?(?:保持|呈|呈现|延续|持续|稳步|平稳|较快|快速|继续|逐步|逐月|逐季|增势|回升|回落|恢复|由[负降升正][转])"
)
_OWN_RATE: Final = re.compile(r"增速|增幅|降幅|涨幅|[负正]增长")


@dataclass(slots=True)
class Telling:
    """A figure and its words.

    `change` is the verb of growth right before it ('' if none), `how` what stands before that (同比, 年均); `became` says
    that the verb leads to a new level (提高到); `lead` is everything since the last stop, times left out; `group` counts
    the semicolons passed.
    """

    quantity: Quantity
    lead: str
    np: str
    rest: str
    after: str
    group: int
    subject: str
    kind: str
    explicit: bool
    measure: str
    named: bool
    change: str = ""
    how: str = ""
    left: int = 0
    became: bool = False

    @property
    def unit(self) -> str:
        return self.quantity.base_unit


def mentions_of(text: str, published: date | None) -> list[Mention]:
    """The times a sentence mentions."""
    return when.scan(text, published)


def tell(text: str, published: date | None, memory: Memory, mentions: list[Mention] | None = None) -> list[Telling]:
    """Every figure of one sentence, left to right; `memory` is read and brought up to date."""
    memory.group, memory.part, memory.told = 0, "", False
    times = mentions_of(text, published) if mentions is None else mentions
    figures = [] if is_criterion(text) else [q for q in quantities.scan(text) if q.use is None]
    memory.notice(text)
    if not figures:
        _set_place(text, times, memory)
    return list(_each(text, figures, times, memory))


def _asides(text: str, figures: list[Quantity]) -> list[tuple[int, int]]:
    """The brackets of a sentence that hold no figure: they explain a word and part nothing (生产总值(GDP,下同)5亿元)."""
    starts = [q.start for q in figures]
    return [
        m.span() for m in _ASIDE.finditer(text) if m.start() > 0 and not any(m.start() < at < m.end() for at in starts)
    ]


def _each(text: str, figures: list[Quantity], times: list[Mention], memory: Memory) -> Iterator[Telling]:
    edge = 0
    asides = _asides(text, figures) if "(" in text else []
    cuts = sorted([*((m.start, m.end) for m in times), *asides])
    for q in figures:
        begin = max(edge, min(q.around[0], q.start) if q.around[1] else q.start)
        left = _left(text, edge, begin, asides)
        _topic(text, edge, left, cuts, memory)
        if left < memory.event_end <= begin:
            left = memory.event_end
            memory.subject, memory.kind = memory.event, "event"
        lead = _without(text, left, begin, cuts)
        after = _without(text, q.end, min(q.end + 32, len(text)), asides)
        memory.opening = edge == 0
        telling = _parse(text, q, (lead, after), left, memory)
        _doubt(text, telling, times, memory)
        yield telling
        _remember(telling, memory)
        edge = max(q.end, q.around[1])


def _left(text: str, edge: int, end: int, asides: list[tuple[int, int]]) -> int:
    """Where the words that belong to a figure begin: after the last stop, or after the figure before."""
    last = edge
    for stop in _STOP.finditer(text, edge, end):
        if any(start <= stop.start() < over for start, over in asides):
            continue
        if stop.end() < end or stop[0] in "，,；;。":
            last = stop.end()
    while last < end and text[last] in "、和及与 ，,：:":
        last += 1
    return last


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """A stretch without the times and brackets that stand in it."""
    pieces, at = [], start
    for first, over in cuts:
        if over <= start or first >= end:
            continue
        pieces.append(text[at : max(at, first)])
        at = max(at, min(over, end))
    pieces.append(text[at:end])
    return "".join(pieces).strip()


def _topic(text: str, edge: int, left: int, cuts: list[tuple[int, int]], memory: Memory) -> None:
    """A clause without figures may name whom the next figures are about."""
    start = edge
    for stop in [*(m.end() for m in _STOP.finditer(text, edge, left)), left]:
        begin, clause = start, _without(text, start, stop, cuts).strip("，,；;:：。、()“” ")
        start = stop
        if edge and begin == edge and _NOUN_LEFT.fullmatch(clause):
            continue
        held = memory.event and re.search("仪式|活动|签约", clause) and re.search("举行|举办|召开|开展", clause)
        if held or max(edge, begin) < memory.event_end <= stop:
            memory.subject, memory.kind = memory.event, "event"
            continue
        if (state := _STATE.match(clause)) and ends_as_measure(state["what"]):
            told = split_subject(state["what"], memory)
            memory.measure, memory.unit = name_level(state["what"][told.length :] if told else state["what"], "元"), ""
        if (
            text[stop - 1] == ":"
            and (listed := re.sub(r"按[^，,]{1,8}[分看]$|(?:分别)?(?:为|是|有)?$", "", clause))
            and ends_as_measure(listed)
        ):
            told = split_subject(listed, memory)
            memory.measure, memory.unit = name_level(listed[told.length :] if told else listed, "元"), ""
        named = split_subject(clause, memory) if clause else None
        if named is None and stranger.is_visited(clause):
            named = Named("", "firms", len(clause))
        if named is None and (what := stranger.built(text, begin, stop)):
            named = Named(what, "park", len(clause))
        if named is not None and not (named.kind == "place" and clause.startswith(_JOINING)):
            _take(named, memory)


def _set_place(text: str, times: list[Mention], memory: Memory) -> None:
    """A sentence without figures may name the part of the place, or the firm, that the next ones are about."""
    cuts = [(m.start, m.end) for m in times]
    clauses = [_without(text, m.start(), m.end(), cuts).strip("“” ") for m in re.finditer(r"[^，,。；;]+", text)][:2]
    told = next(((n, clause) for clause in clauses if (n := split_subject(clause, memory))), None)
    if told is None:
        return
    named, clause = told
    if named.kind == "place":
        _take(named, memory)
    elif named.kind == "firm" and not memory.speaker:
        several = re.match("[、和与及]", clause[named.length :])
        memory.subject, memory.kind = ("", "firms") if several else (named.name, "firm")
        memory.loose = True


def _take(named: Named, memory: Memory) -> None:
    memory.subject, memory.kind, memory.loose = named.name, named.kind, False
    if named.kind == "industry":
        memory.industry = named.name


def _parse(text: str, q: Quantity, words: tuple[str, str], left: int, memory: Memory) -> Telling:
    lead, after = words
    np, change, how = lead, "", ""
    m = _CHANGE.search(lead)
    became = m is not None and _REACHED.match(m["tail"]) is not None and not _OWN_RATE.match(m["verb"])
    if m is not None:
        np = lead[: m.start()]
        change, how = ("", "") if became else (m["verb"], m["how"])
    np = _TAIL.sub("", np)
    named = split_subject(np, memory)
    if named and named.kind == "industry" and memory.kind == "event" and re.match(r"项目|企业", np[named.length :]):
        named = None
    rest = np[named.length :] if named else np
    if one := _by_words_around(text, q, np, left, memory):
        named, rest = one
    subject, kind = (named.name, named.kind) if named else memory.default()
    group = text.count("；", 0, q.start) + text.count(";", 0, q.start)
    telling = Telling(
        q, lead, np, rest, after, group, subject, kind, named is not None, "", False, change, how, left, became
    )
    _measure(telling, memory)
    return telling


def _by_words_around(text: str, q: Quantity, np: str, left: int, memory: Memory) -> tuple[Named, str] | None:
    """Whose size or money it is by the words on both sides (总投资9亿元的某项目, 某集团投资5亿元建设), and the measure."""
    if (of := _OF_COUNTED.match(np)) and re.search(r"\d[条个家户]$", text[:left]):
        return Named(memory.place.name + of["what"], "park", of.end("what")), np[of.end("what") :]
    if (size := project.measured(np)) and (name := project.behind(text, q.end)):
        return Named(name, "park", 0), size
    if q.base_unit in _CURRENT and (who := project.investor(np, text[q.end : q.end + 8])):
        return Named(who, "firm", 0), "投资"
    return None


def _measure(t: Telling, memory: Memory) -> None:
    """Name what the figure measures, then settle whose it is: some names belong to the place, some to its industry."""
    rest = _LEADING.sub("", t.rest)
    name = _name(t, rest, memory)
    if not name and not t.change:
        name = _inherited(t, rest, t.unit, memory)
        again = t.became or re.fullmatch("(?:达到?|实现|总量|规模)+", t.lead)
        if not name and not rest and again and t.unit == memory.unit:
            name = memory.measure
    if name and not t.explicit:
        name = of_part(_continued(name, memory.measure), memory.part if t.group == memory.group else "")
    t.named = bool(name)
    t.measure = name
    if name:
        _settle_owner(t, memory)


def _name(t: Telling, rest: str, memory: Memory) -> str:
    unit = t.unit
    if unit == "pp":
        rest = re.sub(r"(?:增速|增幅|降幅|涨幅|同比|较|比|,|，|\s)+$", "", rest)
        return name_level(rest, unit) if rest else ""
    if t.quantity.rate is not None:
        return name_level(rest, unit) or (_growing(rest, memory) or _going_on(t, rest, memory) if t.change else "")
    if (makes := _MAKES_IT.search(rest)) and unit not in _AREAS and unit not in _CURRENT:
        return f"{makes['what']}{makes['per']}产量"
    if (made := _MAKES.search(rest)) and (what := _MADE_OF.match(t.after)):
        return f"{what['what']}{made['per']}产能"
    name = name_level(rest, unit)
    if unit in _CURRENT:
        return name
    return _as_count(name, unit) if name else _count(t, rest, unit, memory)


def _as_count(name: str, unit: str) -> str:
    """市场主体 counted is 市场主体数, 就业 counted is 就业人数."""
    name = re.sub(r"数量$", "数", name)
    if unit == "人" and re.search(r"(?:就业|员工|职工)$", name):
        return f"{name}人数"
    return f"{name}数" if re.search(r"(?:主体|专利|岗位|床位|人员)$", name) else name


def _settle_owner(t: Telling, memory: Memory) -> None:
    name, passed_on = t.measure, t.kind == "industry" and not t.explicit
    if (not t.explicit or t.kind == "place") and (grown := _CROP.match(name)):
        t.subject, t.kind, t.measure, t.explicit = memory.local(grown["what"]), "industry", grown["measure"], True
    elif (
        (passed_on and _OF_PLACE.search(name))
        or (passed_on and (not _OF_INDUSTRY.search(name) or (t.unit != "pp" and _OTHER_THAN.search(name))))
        or (passed_on and t.group > memory.group and not _CORE.search(name) and memory.place.name)
    ):
        t.subject, t.kind = memory.place.name, "place"
    own_place = t.kind == "place" and t.subject == memory.place.name
    if own_place and memory.section_industry and is_local(name):
        t.subject, t.kind = memory.local(memory.section_industry), "industry"
    if (
        memory.loose
        and not t.explicit
        and t.kind in ("firm", "firms")
        and (_NO_FIRMS.search(name) or not is_local(name))
    ):
        t.subject, t.kind = memory.at_home()


def _doubt(text: str, t: Telling, times: list[Mention], memory: Memory) -> None:
    """A figure is not its industry's where somebody unknown is named before its time, or where something must open first."""
    if t.explicit or t.kind not in ("industry", "place"):
        return
    before = next((m.start for m in reversed(times) if t.left < m.start < t.quantity.start and not m.is_base), t.left)
    who = stranger.somebody(text[t.left : before].strip("“” "))
    if who and stranger.is_firm(who):
        t.subject, t.kind, t.measure = who, "firm", t.measure.removeprefix(who)
    elif (OPENED.search(text[: t.quantity.start]) and not _THEIR_PROJECTS.search(text[: t.quantity.start])) or (
        who or stranger.is_stranger(after_lead_in(t.rest), t.measure)
        if t.kind == "industry"
        else stranger.is_maker(who, after_lead_in(t.rest), t.measure)
    ):
        t.subject, t.kind = "", ""
        memory.subject, memory.kind, memory.loose = "", "firms", True


def _continued(name: str, before: str) -> str:
    """A measure told short the second time (规上工业总产值…、增加值…) keeps the condition of the first."""
    if name in ("投资", "完成投资") and before.endswith("总投资"):
        return "完成投资"
    if before != name and before.endswith(name) and not before.endswith(f"进{name}"):
        return before
    condition = _CONDITION.match(before)
    return condition[0] + name if condition and name in _SHORT else name


def _inherited(t: Telling, rest: str, unit: str, memory: Memory) -> str:
    """An item of a list tells only whose it is (甲县5个、乙县3个), or only that it is part (我市占20个)."""
    bare = re.sub(r"^(?:税务|财政|国税|地税|海关)(?:部门|局)|(?:占据|占|有|达|拥有|为|分别|其中|各|:)+", "", rest)
    if bare or unit != (memory.unit or unit) or (t.quantity.rate is not None and not memory.measure.endswith("率")):
        if not (_PLAN.search(rest) and t.quantity.rate is None):
            return ""
        what = re.sub(r"^占", "", split_verb(rest)[1])
        return memory.measure + what if len(what) < 8 and not _PLAN.search(memory.measure) else what
    if not rest and memory.told and unit == memory.unit and t.quantity.rate is None and _NOW_AT.search(t.lead):
        return memory.measure
    return memory.measure if memory.measure and (t.explicit or rest) else ""


def _growing(rest: str, memory: Memory) -> str:
    """What grows when its name has no head of its own: products and goods take the head of the measure before."""
    what = re.sub(r"^其中|(?:产品|商品)$", "", rest.strip("，,、“” "))
    if not what or len(what) > 16 or not re.fullmatch(r"[一-龥A-Za-z、和及与“”()]+", what):
        return ""
    if ends_as_measure(what):
        return what
    head = memory.counted or head_of(memory.measure)
    return what + head if head and not what.endswith(head) else ""


def _going_on(t: Telling, rest: str, memory: Memory) -> str:
    """Growth told without its measure: an industry of a list takes the list's, the first of a sentence the last one told."""
    if rest.strip("，,、“” "):
        return ""
    if t.explicit:
        return (memory.counted or class_of(memory.measure)) if t.kind == "industry" else ""
    return memory.measure if memory.opening else ""


def _count(t: Telling, rest: str, unit: str, memory: Memory) -> str:
    if re.fullmatch(r"(?:占据|占|有|达|拥有|为|分别|其中|各|共|:)*", rest) and t.after[:1] in "，。、；,;)":
        return ""
    if rest == "工业" and unit == memory.unit and memory.measure.endswith("数"):
        t.subject, t.kind, t.explicit = memory.local(rest), "industry", True
        return memory.measure
    noun, verb_after = _noun_after(t, memory)
    if beyond := name_beyond(rest, t.after, memory.measure):
        return beyond
    verb, inner = split_verb(re.sub(r"^(?:[，,、的]|\s)+", "", rest))
    inner, noun = _of_industry(inner, t, memory), _of_industry(noun, t, memory)
    if unit in _AREAS or unit in _WEIGHED:
        return name_product(rest, unit) if not _THING.search(rest) else _thing_behind(t, rest)
    inner = re.sub(r"等$", "", inner) if not noun else inner
    if (
        inner
        and (not noun or is_counted(inner))
        and re.search(r"[一-龥A-Za-z”]$", inner)
        and not re.search(r"[等了的]$", inner)
    ):
        return name_count(verb, inner, "", unit)
    return name_count(verb, noun, verb_after, unit) if noun or verb else ""


def _thing_behind(t: Telling, rest: str) -> str:
    """建成10万平方米厂房, 拥有4000平方米的研发中心: what has the size stands behind it."""
    what = _SIZED.match(t.after)
    if what is None:
        return name_product(rest, t.unit)
    return f"{split_verb(rest)[0]}{what['what']}{'面积' if t.unit in _AREAS else '长度'}"


def _noun_after(t: Telling, memory: Memory) -> tuple[str, str]:
    """What stands behind a count (23个项目) and the verb after it that limits it (40家企业入驻)."""
    m = _NOUN_AFTER.match(t.after) if t.after[:1] not in "及和与、" else None
    if m is None:
        return "", ""
    if became := _BECAME.match(t.after):
        return became["what"], ""
    noun, verb = _NOUN_END.sub(r"\1", m["noun"]), m["verb"]
    if re.match("省级|市级|国家级", noun) and re.match(r"中[，,]", t.after[m.end() :]):
        t.subject, t.kind, t.explicit = memory.place.resolve(f"全{noun[0]}"), "place", True
    if re.match(r"入选|获评|上榜|列入|进入", verb):
        honour = _LISTED_AS.match(t.after, m.end())
        return (honour["what"] if honour else noun), "入选"
    kept = re.match(r"入驻|落户|落地|签约|开工|投产|竣工|建成|投用|入库|在建|运营", verb)
    return noun, verb if kept else ""


def _of_industry(noun: str, t: Telling, memory: Memory) -> str:
    """新材料企业 of the place are the industry's 企业: the stem goes to the subject, the rest is returned."""
    if t.kind != "place" or t.subject != memory.place.name:
        return noun
    stem = memory.cast.industries.opening(noun)
    if not stem or re.fullmatch("产业集群|产业链|集群", noun[len(stem) :]):
        return noun
    t.subject, t.kind, t.explicit = memory.local(f"{stem}产业"), "industry", True
    memory.industry = t.subject
    return re.sub(r"^(?:产业|集群|行业|领域)", "", noun[len(stem) :])


_NO_FIRMS: Final = re.compile(
    r"企业数|主体数|引进|招引|引资|签约|入驻|落户|集群数|园区数|产业链数|项目数|合同|到位资金"
)
# What an industry told before does not measure: another one's output, goods of their own name.
_OTHER_THAN: Final = re.compile(
    r"(?:业|活动|类|部门|园区)(?:总产值|产值|增加值|投资|营业收入|零售额|销售额)|[一-龥]{2}产量$"
)
_OF_PLACE: Final = re.compile(r"固定资产投资|社会消费品|财政|预算|生产总值|招商引资|进出口|居民人均")
_CROP: Final = re.compile(
    r"^(?:以[^的]{2,24}的)?(?P<what>[一-龥]{2,8}?)(?:产业)?(?P<measure>种植面积|栽培面积|养殖面积|存栏|出栏|种植面积)$"
)
_NOW_AT: Final = re.compile(r"(?:达到?|突破|超过?|增至|升至|增加到|增长到|攀升至)$")
_PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$")
_OF_INDUSTRY: Final = re.compile(
    r"产值|营收|业务收入|营业收入|增加值|利润|利税|产量|销售|销量|占|比重|增速|人员|人数|企业数|规模|投资|到位|合同|主体数|"
    r"产能|出口|税收$|研发|就业|拉动"
)
_CONDITION: Final = re.compile(r"^(?:规模以上工业|规上工业)")
_SHORT: Final = frozenset("产值 总产值 增加值 利润 利润总额 企业利润 营业收入 营收 用电量 税收".split())
_CORE: Final = re.compile(r"产值|营收|业务收入|营业收入|增加值|利润|利税|产量|销售|占|比重|增速|拉动")
# 8条产业链实现产值: the money is theirs that were counted.
_OF_COUNTED: Final = re.compile(
    r"(?P<what>[一-龥]{0,10}(?:产业链|产业集群|集群|项目|企业))(?:共|累计|合计|均|已)*(?=(?:实现|完成|新增|贡献|达成)[一-龥])"
)
# Of 86个签约项目 some 已开工61个: what was counted before is counted again by its state.
_STATE_ONLY: Final = re.compile(
    r"(?:[一-龥]{0,8}(?:项目|企业|公司)中[，,]?)?(?:已|现已|目前|其中|有|成功|顺利|正式)*(?P<verb>开工建设|开工|投产|竣工|落地|签约|入驻|开业|建成|投用|入库|上市|达产|在建)"
)
_COUNTED_THING: Final = re.compile(r"(?P<what>项目|企业|公司)数$")
_NOUN_LEFT: Final = re.compile(r"(?:的)?[一-龥]{0,8}(?:项目|企业|公司|园区|产业园|基地|平台|机构)(?:中)?")
_THING: Final = re.compile(
    r"^(?:[已共可将也还]|目前)*(?:有|拥有|建有|现有|建成|新建|建设|完成|改造|对原有|盘活|租赁|购置|扩建)?了?$"
)
_SIZED: Final = re.compile(
    r"(?:的)?(?P<what>[一-龥A-Za-z]{2,8}?(?:厂房|中心|基地|办公楼|用房|楼宇|车间|仓库|空间|载体|园区|大楼|实验室|场馆|市场|公寓|宿舍|综合楼|展厅|店))(?![一-龥]{0,2}面积)"
)
_MAKES: Final = re.compile(r"(?P<per>[年日月])(?:可)?(?:生)?产$")
_MAKES_IT: Final = re.compile(r"(?P<per>[年日月])(?:可)?生?产(?P<what>(?![量值能销])[一-龥A-Za-z]{1,14})$")
_MADE_OF: Final = re.compile(r"(?P<what>[一-龥A-Za-z]{1,12}?)(?=[，。、；,;的及和与]|$|产能|能力|规模)")
_LISTED_AS: Final = re.compile(
    r"[也还都皆]?(?:入选|获评|上榜|列入|进入)(?P<what>[一-龥“”]{2,16}?)(?=名单|[，。、；,;]|$)"
)
# 42家成长为高新技术企业, 4家企业被认定为省级绿色工厂: what they became is what is counted.
_BECAME: Final = re.compile(
    r"(?:企业)?(?:被)?(?:成长为|确定为|认定为|评为|评定为|培育为|晋升为|升级为|是)(?P<what>[一-龥“”]{3,18}?)(?=[，。、；,;(]|$)"
)
_NOUN_END: Final = re.compile(r"(项目|企业|集群|园区|平台|机构|产业链)(?!数|家|个|集群|总部|群)[一-龥]{2,}$")
_AREAS: Final = frozenset("亩 平方米 公顷".split())
_WEIGHED: Final = frozenset("人份 吨 公斤 千克 千瓦时 立方米 千米 公里 千伏安 米 升 匹 标准箱 箱 瓶 辆 台 套".split())


# A list goes on (以及市内主城区): the place named in it is nobody the next figures are about.
_JOINING: Final = ("以及", "和", "及", "与")
# 待7个新签项目达产后: the projects counted before are the place's, so is what they will yield.
_THEIR_PROJECTS: Final = re.compile(
    r"(?:\d+|[一二三四五六七八九十]+|这些|上述|这批|全部|所有)[个只项]?(?:[一-龥]{0,6})项目[^，。]{0,6}(?:建成|投产|达产|投用|竣工|落地)"
)
_GROWN: Final = re.compile(r"^(?:种植面积|栽培面积|养殖面积|存栏|出栏)$")


def _remember(t: Telling, memory: Memory) -> None:
    memory.group = t.group
    if t.subject and not (memory.subject.startswith(t.subject) and _GROWN.match(t.measure)):
        memory.subject, memory.kind = t.subject, t.kind
        if t.kind == "industry":
            memory.industry = t.subject
    if thing := _COUNTED_THING.search(t.measure):
        memory.thing = thing["what"]
    if t.unit not in _CURRENT:
        memory.part = t.measure if t.named and t.quantity.rate is None else memory.part
    if t.named and not _PLAN.search(t.measure):
        memory.measure, memory.unit, memory.told = t.measure, t.unit, t.quantity.rate is None
        if what := class_of(t.measure):
            memory.counted = what
        elif t.unit in _CURRENT or t.unit in _WEIGHED:
            memory.counted = memory.counted or head_of(t.measure)
