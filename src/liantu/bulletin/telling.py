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
from datetime import date
from typing import Final

from liantu.bulletin import quantity as quantities
from liantu.bulletin import stranger, when
from liantu.bulletin.condition import is_criterion
from liantu.bulletin.measure import (
    class_of,
    ends_as_measure,
    head_of,
    name_level,
)
from liantu.bulletin.memory import Memory
from liantu.bulletin.naming import CURRENT, PLAN, WEIGHED, continued, inherited, listed, name_of
from liantu.bulletin.owner import by_words_around, doubt, settle_owner
from liantu.bulletin.part import of_part
from liantu.bulletin.place import SCOPE
from liantu.bulletin.quantity import Quantity
from liantu.bulletin.subject import Named, split_subject
from liantu.bulletin.told import Telling
from liantu.bulletin.when import Mention

__all__ = ["Telling", "mentions_of", "tell"]

# 2个先进集群、16个特色集群: the noun of the count before belongs to it alone.
_LISTED_THING: Final = re.compile(r"[一-龥A-Za-z“”]{2,24}、\s?")
# 入驻某园区的2家企业: where those that are counted stand is nobody the figures are about.
_OF_THOSE: Final = re.compile(r"(?:新?入驻|落户|位于|坐落于)[^，,]{2,20}的")
_STOP: Final = re.compile(r"[，,；;：:。()\n|！？!?]|--|(?<=[一-龥])[“](?=[一-龥]{6})")
_ASIDE: Final = re.compile(r"\([^()\n]{1,40}\)")
_HOW: Final = (
    r"同比|环比|比上年同期|比去年同期|较上年同期|较去年同期|比上年|比去年|较上年|较去年|与去年同期相比|比同期|同口径|可比口径|按可比价格?(?:计算)?|按不变价格?(?:计算)?|名义|实际|扣除价格因素(?:影响)?后?|"
    r"两年平均|[两三四五]年年均|年均|年平均|平均|分别|均|都|也|并|则|又|将|再|已|速度|逆势|大幅|快速|同期|比|，|,|当月|累计|每年"
)
_MARKED: Final = re.compile(r"\s?\d{1,2}[、.]\s?(?=[一-龥])")
_COUNTED: Final = re.compile(r"[一二两三四五六七八九十\d]\s?[个项]$")
_CHANGE: Final = re.compile(
    rf"(?P<how>(?:{_HOW}){{0,8}})(?P<verb>负增长|正增长|(?<!自然)增长|上升|提高|提升|净?增加|净增|(?<!新)增|涨|上涨|下降|减少|回落|下滑|降低|下跌|缩减|收窄|扩大|加快|放缓|回升|下拉|增速|增幅|降幅|涨幅|减低|走低|跌|降|减)"
    r"(?P<tail>(?:了|率|幅度|速度|到|达到?|至|为|超过?|突破|近|约|高达|逾|将|均|分别|保持在?|稳定在|左右|:|\s|-){0,8})$"
)
_TAIL: Final = re.compile(
    r"(?:首次|首度|首|实现了?|达成|达到了?|高达|多达|达|(?<!成)为|是|完成了?|突破|超过|超|(?<![签合节契预条])约|近|[做干冲涨升增攀拉跑卖]到|[冲迈踏跃跨站]上|[升增涨攀]至|攀升[到至]|上升[到至]|增长[到至]|增至|升至|增加到|提高到|提升到|扩大到|每平方米|每吨|每亩|仅|才|只有|(?<=[值额收入润量金本])在|已经?|累计|共计?|合计|总计|均|分别|将|可|就|再|接近|逼近|跨越|迈上|站上|保持在|稳定在|控制在|不低于|不少于|不超过|至少|有望|预计|力争|有|至|:|\s|计划|，|,|的|了|从|由|每年|年均){1,12}$"
)
_LEADING: Final = re.compile(
    r"^(?:的|将(?!军)|可(?!支配|再生|比)|已|也|还|仍|其中|其(?![他余])|内(?![资联外贸销需])|在(?![建谈库校职地会辅孵研营])|中(?=[，,：:]|$)|上(?![市缴交榜报规线划半游网年])|目前|，)+"
)
# 绿地4处广场、建成公厕12座: what was counted last ends where the next verb begins.
_THING_BEFORE: Final = re.compile(
    r"[一-龥A-Za-z“”]{2,20}、(?=(?:建成|新建|新增|改造|增设|完成|培育|引进|新开工|开工|投用|打造|提供|发放|建设)[一-龥])"
)
# 全省第一 tells a rank, and nobody the next figures are about.
_RANKED: Final = re.compile(r"(?:均?[居列排]|位居|位列)?全[国省市区县](?:的)?(?:第|首|前|领先|最|领跑)")
_PASSED: Final = re.compile(r"(?:突破|超过?|达到?|迈上|跨越|跨上)(?:了|到)?$")
_PART_OF: Final = re.compile(r"[，,、\s]*占(?!地)")
_AFTER: Final = 64  # how far behind a figure its noun may stand
_REACHED: Final = re.compile(r"了?(?:到|至|为|成)")
# 外贸出口保持良好势头: a clause that only says how its measure fares names what the next figures measure.
_STATE: Final = re.compile(
    r"(?P<what>(?!增速|增幅|降幅|涨幅)[一-龥]{2,16}?)(?:增速|增幅)?(?:保持|呈|呈现|延续|持续|稳步|平稳|较快|快速|继续|逐步|逐月|逐季|增势|回升|回落|恢复|由[负降升正][转])"
)
_OWN_RATE: Final = re.compile(r"增速|增幅|降幅|涨幅|[负正]增长")


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
    told = list(_each(text, figures, times, memory))
    memory.several = _is_list(told, memory)
    return told


def _is_list(told: list[Telling], memory: Memory) -> bool:
    """Whether a sentence told of several industries of its place, or of one after the place itself; the next speaks of none."""
    if not told or memory.kind != "industry" or memory.section_industry:
        return False
    trades = {t.subject for t in told if t.explicit and t.kind == "industry"}
    home = all(name.startswith(memory.place.name) for name in trades)
    return (len(trades) > 1 and home) or told[0].subject == memory.place.name


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
        memory.opening = edge == 0
        _topic(text, edge, left, cuts, memory)
        if left < memory.event_end <= begin:
            left = memory.event_end
            memory.subject, memory.kind = memory.event, "event"
        lead = _without(text, left, begin, cuts)
        after = _without(text, q.end, min(q.end + _AFTER, len(text)), asides)
        telling = _parse(text, q, (lead, after), left, memory)
        telling.listed = edge > 0 and text[edge:left].strip() in ("、", "和", "及", "与")
        _measure(telling, memory)
        doubt(text, telling, times, memory)
        yield telling
        if not _BRACKETED.search(text[: q.start]):
            _remember(telling, memory)
        edge = max(q.end, q.around[1])


# (1)规上工业：1-10月增长7%: the mark of a list is no part of what it names.
_LIST_MARK: Final = re.compile(r"^\(?\d{1,2}[)、.](?=[一-龥A-Z])")
# 同比增长7%(全市11%)，较去年回落…: what a bracket tells is whose nothing behind it is.
_BRACKETED: Final = re.compile(r"\((?:全[国省市区县州])[^()]{0,6}$")


def _left(text: str, edge: int, end: int, asides: list[tuple[int, int]]) -> int:
    """Where the words that belong to a figure begin: after the last stop, or after the figure before."""
    last = edge
    for stop in _STOP.finditer(text, edge, end):
        if any(start <= stop.start() < over for start, over in asides):
            continue
        if stop.end() < end or stop[0] in "，,；;。":
            last = stop.end()
    if edge and last == edge and _LISTED_THING.fullmatch(text, edge, end):
        return end
    if last == edge and (thing := _THING_BEFORE.match(text, edge, end)):
        last = thing.end()
    while last < end and text[last] in "、和及与 ，,：:":
        last += 1
    marked = _MARKED.match(text, last, end)
    return marked.end() if marked else last


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
    asides = [(first, over) for first, over in cuts if text[first] == "("]
    stops = [m for m in _STOP.finditer(text, edge, left) if not any(a <= m.start() < b for a, b in asides)]
    for stop in [*(m.end() for m in stops), left]:
        begin, clause = start, _without(text, start, stop, cuts).strip("，,；;:：。、()“” ")
        clause = _LIST_MARK.sub("", clause)
        start = stop
        if edge and begin == edge:
            clause = _NOUN_LEFT.sub("", clause)
        if _RANKED.match(clause):
            continue
        held = memory.event and re.search("仪式|活动|签约", clause) and re.search("举行|举办|召开|开展", clause)
        if held or max(edge, begin) < memory.event_end <= stop:
            memory.subject, memory.kind = memory.event, "event"
            continue
        if (state := _STATE.match(clause)) and ends_as_measure(state["what"]):
            told = split_subject(state["what"], memory)
            memory.measure, memory.unit = name_level(state["what"][told.length :] if told else state["what"], "元"), ""
            memory.opening = True
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
    change = change or ("翻番" if q.text.startswith("翻") else "")
    np = _TAIL.sub("", np).removeprefix("的")
    np = re.sub(r"[较比]$", "", np) if change else np
    several = np.startswith("项目") and _COUNTED.search(text[:left])
    named = None if several or _PART_OF.match(np) or _OF_THOSE.fullmatch(lead) else split_subject(np, memory)
    if named and named.kind == "industry" and memory.kind == "event" and re.match(r"项目|企业", np[named.length :]):
        named = None
    if named and named.kind == "industry" and named.length == len(np) and q.base_unit in ("个", "条") and not change:
        scope = SCOPE.match(np)  # 全县产业集群76个 counts them
        named = Named(memory.place.resolve(scope[0]), "place", scope.end()) if scope else None
    rest = np[named.length :] if named else np
    if one := by_words_around(text, q, np, left, memory):
        named, rest = one
    subject, kind = (named.name, named.kind) if named else memory.default()
    group = text.count("；", 0, q.start) + text.count(";", 0, q.start)
    return Telling(
        q, lead, np, rest, after, group, subject, kind, named is not None, "", False, change, how, left, became
    )


def _passed(t: Telling) -> bool:
    """Whether an industry itself is said to pass an amount (汽车产业突破500亿元)."""
    return t.quantity.qualifier in ("突破", "超过", "超", "逾") or _PASSED.search(t.lead) is not None


def _measure(t: Telling, memory: Memory) -> None:
    """Name what the figure measures, then settle whose it is: some names belong to the place, some to its industry."""
    rest = _LEADING.sub("", t.rest)
    if t.unit == "%" and _PART_OF.match(t.np):
        return
    name = name_of(t, rest, memory)
    if not name and not t.change:
        name = inherited(t, rest, t.unit, memory)
        again = t.became or re.fullmatch("(?:达到?|实现|总量|规模)+", t.lead)
        if not name and not rest and again and t.unit == memory.unit:
            name = memory.measure
    if not name and t.explicit and t.kind == "industry" and not rest and t.unit == "元" and _passed(t):
        name = "规模"
    if t.listed and not t.explicit:
        name = listed(name, rest, t.unit, memory)
    if name and not t.explicit:
        name = of_part(
            continued(name, memory.measure), memory.part if t.group == memory.group else "", t.kind == "event"
        )
    t.named = bool(name)
    t.measure = name
    if name:
        settle_owner(t, memory)


_COUNTED_THING: Final = re.compile(r"(?P<what>项目|企业|公司)数$")
_NOUN_LEFT: Final = re.compile(
    r"(?:的)?[一-龥]{0,8}?(?:项目|企业|公司|园区|产业园|基地|平台|机构|国家和地区|国家|地区|省份|城市|区县|乡镇|街道|集群|专业镇|品牌|门店|商户|车间|实验室)(?:中)?"
)


# A list goes on (以及市内主城区): the place named in it is nobody the next figures are about.
_JOINING: Final = ("以及", "和", "及", "与")
_GROWN: Final = re.compile(r"^(?:种植面积|栽培面积|养殖面积|存栏|出栏)$")


def _remember(t: Telling, memory: Memory) -> None:
    memory.group = t.group
    if t.subject and not (memory.subject.startswith(t.subject) and _GROWN.match(t.measure)):
        memory.subject, memory.kind = t.subject, t.kind
        if t.kind == "industry":
            memory.industry = t.subject
    if t.kind == "firm" and re.search("投资$", t.measure):
        memory.project = ""
    if thing := _COUNTED_THING.search(t.measure):
        memory.thing = thing["what"]
    if t.unit not in CURRENT:
        memory.part = t.measure if t.named and t.quantity.rate is None else memory.part
    if t.named and not PLAN.search(t.measure):
        memory.measure, memory.unit, memory.told = t.measure, t.unit, t.quantity.rate is None
        if what := class_of(t.measure):
            memory.counted = what
        elif t.unit in CURRENT or t.unit in WEIGHED:
            memory.counted = memory.counted or head_of(t.measure)
