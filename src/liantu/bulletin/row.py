"""行 Row: the words of a table's row and caption: whose figure a cell tells, what it measures, when.

>>> from liantu.bulletin.cast import Cast
>>> from liantu.bulletin.place import Place
>>> memory = Memory(Place("乙山区", "", ""), Cast((), (), ()))
>>> [whose(word, "industry", memory) for word in ("新材料", "现代服务业", "合计", "小计")]
['乙山区新材料产业', '乙山区现代服务业', '乙山区', '']
>>> measured("其中：规上企业", "家"), measured("新签约项目", "个"), measured("实现营业收入", "亿元")
('规上企业数', '新签约项目数', '营业收入')
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Final

from liantu.bulletin import when
from liantu.bulletin.cast import FIRM, PARK
from liantu.bulletin.cell import is_rate
from liantu.bulletin.dating import Clock, Dated
from liantu.bulletin.measure import ends_as_measure, is_local, name_count, name_level, name_product
from liantu.bulletin.memory import Memory
from liantu.bulletin.place import SCOPE
from liantu.bulletin.reading import Aspect, Modality
from liantu.bulletin.subject import split_subject
from liantu.figure.unit import base_of

__all__ = ["aspect_of", "dated_by", "is_sum", "measured", "mood", "owner", "part_of", "summed", "whose"]

_NUMBER: Final = re.compile(r"^(?:其中[:：]?|[#*·-]+|[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．]|\s)+")
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]|\s")
_TOTAL: Final = re.compile(r"(?:全部|总)?(?:合计|总计|总数|共计|总体)|累计|总和|合\s+计|总\s+计")
_PART: Final = re.compile(r"小计|小\s+计|其他|其它|平均|均值")
_SUM: Final = re.compile(r"(?P<of>[一-龥]{0,12}?)(?:合\s*计|总\s*计|小\s*计|共计)")
_LISTED: Final = re.compile(
    r"(?:省级|市级|区级|县级)?(?:重点|主要|规上|规模以上|限上|签约|新签约|在建|在谈|新开工|开工|竣工|招商|龙头|链主|骨干|入园|上市)"
    r"(?:工业|产业|招商|建设|服务业|投资)?(?:企业|项目|园区|单位)"
)
_OF_PART: Final = re.compile(r"^(?:其中\s*[:：]?|[#＃])\s*")
_INDUSTRY: Final = re.compile(r"(?:业|集群|产业链|链)$")
_SHARED_CAPTION: Final = re.compile(
    r"^(?:附表|附件|表\s?[\d一二三四五六七八九十]+)[\d一二三四五六七八九十]*\s*[:：.、]?\s*"
)
_ANY: Final = re.compile(r"^(?:各|分|按|主要|重点|[一二两三四五六七八九十]大)")
_RATE_OF: Final = re.compile(r"(?:同比)?(?:增速|增长率|增幅|增长|同比)$")
_DONE: Final = re.compile(r"(?:完成率|开工率|建成率|竣工率|投产率|到位率|达产率|进度)$")
_AREAS: Final = ("亩", "平方米", "公顷")
_COUNTED: Final = tuple("家 户 个 人 名 项 条 人次 家次 批次 场次 场 次 件 座 宗 处 所 家庭 款 种".split())
_OWN_YEAR: Final = re.compile(r"(?:19|20)\d\d|[今去上前明后本]年")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_BARE_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_AHEAD: Final = re.compile(r"预计|预期|预测")
_WANTED: Final = re.compile(r"目标|规划|任务|计划(?!总?投资)")
_PLANNED: Final = re.compile(r"(?:任务|目标|计划)(?:数|额|值)?$")


def whose(cell: str, kind: str, memory: Memory) -> str:
    """The subject a cell of a subject column names, in canonical form; '' where a sum is of nobody in particular."""
    words = _NUMBER.sub("", cell)
    if (part := _SUM.fullmatch(words)) and len(part["of"]) > 1:
        return whose(part["of"], "", memory)
    if _PART.fullmatch(words):
        return ""
    if _TOTAL.fullmatch(words):
        return memory.place.name if kind in ("industry", "place", "") else ""
    scope = SCOPE.match(words)
    if scope and len(scope[0]) == len(words):
        return memory.place.resolve(scope[0])
    where, rest = (memory.place.resolve(scope[0]), words[scope.end() :]) if scope else ("", words)
    if kind == "industry" or (not kind and _like_industry(rest, memory)):
        name = rest if _INDUSTRY.search(rest) else f"{rest}产业"
        return where + name if where else memory.local(name)
    return where + rest


def is_sum(cell: str) -> bool:
    """Whether a cell says that its row adds up others.

    >>> is_sum("合 计"), is_sum("全区合计"), is_sum("小计"), is_sum("合计划生育")
    (True, True, True, False)
    """
    return _SUM.fullmatch(_NUMBER.sub("", cell)) is not None


def summed(cell: str, label: str, caption: str, memory: Memory) -> str:
    """Whose a sum is that a list of firms or projects ends in: of the group it closes, or of what the caption lists."""
    words = _NUMBER.sub("", cell)
    if label and not re.fullmatch(r"(?:合|总)\s*计|共计", words):
        return whose(label, "", memory)
    listed = _LISTED.search(_BRACKETS.sub("", caption))
    return f"{memory.place.name}{listed[0]}" if listed and not re.search(r"小", words) and memory.place.name else ""


def part_of(words: str, whole: str) -> str:
    """The words of a row that is a part (其中) of the measure above it; they name the measure or only its condition.

    >>> part_of("其中:工业投资", "固定资产投资"), part_of("其中:限上单位", "社会消费品零售总额"), part_of("用电量", "产值")
    ('工业投资', '限上单位社会消费品零售总额', '用电量')
    """
    said = _OF_PART.match(words)
    rest = words[said.end() :] if said else words
    if said is None or not whole or ends_as_measure(_BRACKETS.sub("", rest)):
        return rest
    return rest + _NUMBER.sub("", whole)


def _like_industry(words: str, memory: Memory) -> bool:
    if FIRM.fullmatch(words) or PARK.fullmatch(words):
        return False
    return words in memory.cast.industries or bool(re.search(r"(?:产业|业|集群|产业链)$", words))


def owner(words: str, caption: str, label: str, memory: Memory) -> tuple[str, str]:
    """Whose figure a row tells that has no column of subjects, and the words of its measure without that name."""
    bare = _BRACKETS.sub("", _NUMBER.sub("", words))
    named = split_subject(bare, memory) if bare else None
    if named is not None and named.length < len(bare):
        return named.name, bare[named.length :].lstrip("的")
    if label:
        return whose(label, "industry", memory), bare
    title = _BRACKETS.sub("", _SHARED_CAPTION.sub("", caption))
    for m in reversed(when.scan(title, None)):
        title = title[: m.start] + title[m.end :]
    above = None if _ANY.match(title) or not title else split_subject(title, memory)
    if above is not None and (above.kind != "industry" or memory.cast.industry_in(above.name)):
        return above.name, bare
    if memory.section_industry and not _SHARED_CAPTION.match(caption) and is_local(bare):
        return memory.local(memory.section_industry), bare
    return memory.place.name, bare


def measured(words: str, unit: str) -> str:
    """The measure a head, a row or a caption names for figures in `unit`; the words themselves where no rule shortens them."""
    bare = _BRACKETS.sub("", _NUMBER.sub("", words))
    base = base_of(unit)[1]
    if not bare or is_rate(unit):
        return bare
    if base.endswith("元") or ends_as_measure(bare):
        return name_level(bare, base) or bare
    if base in _COUNTED:
        return name_count("", bare, "", base) or bare
    named = name_product(bare, base)
    return (named if base in _AREAS or named else "") or bare


def aspect_of(measure: str, unit: str, given: Aspect) -> tuple[Aspect, str]:
    """What a figure in per cent tells when only the name of its row says so: 增加值增速 is growth of 增加值.

    >>> aspect_of("工业增加值增速", "%", Aspect.LEVEL)
    (<Aspect.GROWTH: 'growth'>, '工业增加值')
    """
    if given is not Aspect.LEVEL or not is_rate(unit):
        return given, measure
    if _RATE_OF.search(measure) and (of := _RATE_OF.sub("", measure)):
        return Aspect.GROWTH, of
    if _DONE.search(measure):
        return Aspect.COMPLETION, measure
    return (Aspect.SHARE if re.search(r"占.{0,8}比重?$|比重$|份额$|占比$", measure) else Aspect.LEVEL), measure


def dated_by(told: tuple[str, ...], stands: str, word: str, measure: str, clock: Clock) -> Dated:
    """The time of a figure: `told` are the words that may give it, the nearest first, the caption last."""
    own = [f"{each}年" if _BARE_YEAR.fullmatch(each) else each for each in told if each]
    years = [m[0] for each in own for m in _YEAR.finditer(each)]
    first = own[0] if own else ""
    dated = _by_clock(first, measure, clock)
    if first and not _OWN_YEAR.search(first):
        year = years[0] if years else _year_of(_by_clock("", measure, clock))
        if year:
            again = _by_clock(f"{year}年{first}", measure, clock)
            dated = replace(again, text=dated.text or again.text) if again.end else dated
    return _shifted(dated, stands, word, clock.published)


def _by_clock(told: str, measure: str, clock: Clock) -> Dated:
    mentions = when.scan(told, clock.published)
    clock.enter_sentence(told, mentions)
    return clock.date(told, mentions, len(told), measure, "place")


def _year_of(dated: Dated) -> str:
    return str(dated.end.year) if dated.text and dated.end else ""


def _shifted(dated: Dated, stands: str, word: str, published: date | None) -> Dated:
    """本月, 累计, 自开工累计 and 上年同期 stand to the time of the table; without one they say no time at all."""
    start, end = dated.start, dated.end
    if not stands or stands == "target":
        return _whole_year(dated, word, published) if stands else dated
    if dated.text is None or end is None:
        return Dated(word, None, None) if stands.startswith("before") else Dated(None, None, published)
    if stands.endswith("month"):
        start = end.replace(day=1)
    elif stands.endswith("year"):
        start = end.replace(month=1, day=1)
    elif stands == "start":
        start = None
    if stands.startswith("before"):
        start = None if start is None else _year_before(start)
        end = _year_before(end)
    return replace(dated, text=f"{dated.text}…{word}", start=start, end=end)


def _whole_year(dated: Dated, word: str, published: date | None) -> Dated:
    """A goal of a year's table is the year's, whatever part of it the table has counted."""
    if dated.text is None or dated.end is None:
        return dated
    end = dated.end.replace(month=12, day=31)
    text = dated.text if dated.end == end else f"{dated.text}…{word}"
    return replace(
        dated,
        text=text,
        start=end.replace(month=1, day=1),
        end=end,
        future=bool(published and end > published),
        over=False,
    )


def _year_before(day: date) -> date:
    year = day.year - 1
    last = monthrange(day.year, day.month)[1] == day.day
    return date(
        year, day.month, monthrange(year, day.month)[1] if last else min(day.day, 28 if day.month == 2 else day.day)
    )


def mood(measure: str, words: str, stands: str, dated: Dated, plan: bool) -> Modality:
    """Whether a cell tells what happened, is wanted or is expected; `words` are its head and the caption."""
    if stands == "target" or _PLANNED.search(measure):
        return Modality.TARGET
    if dated.future:
        return Modality.TARGET if plan or (_WANTED.search(words) and not _AHEAD.search(words)) else Modality.FORECAST
    return Modality.FORECAST if _AHEAD.search(words) and not dated.over else Modality.ACTUAL
