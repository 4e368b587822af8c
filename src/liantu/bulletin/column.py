"""栏 Column: what one column of a table holds, told by the words of its head and by its cells.

>>> page = "产业\\t1—10月营业收入（亿元）\\t同比（%）\\n新材料\\t59\\t6.1\\n"
>>> for column in columns(tables(page)[0], date(2023, 12, 22)):
...     print([column.role.value, column.name, column.units, column.told])
['subject', '', (), '']
['value', '营业收入', ('亿元',), '1-10月']
['growth', '', ('%',), '']
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from liantu.bulletin import when
from liantu.bulletin.cell import holds_figure, implied, is_bare, is_rate, is_unit_word, lent
from liantu.bulletin.measure import ends_as_measure, is_counted
from liantu.bulletin.quote import Quote
from liantu.bulletin.table import Table, tables

__all__ = ["Column", "Role", "columns", "tables", "without_times"]


class Role(StrEnum):
    """What a column is there for."""

    INDEX = "index"
    SUBJECT = "subject"
    MEASURE = "measure"
    PERIOD = "period"
    UNIT = "unit"
    VALUE = "value"
    GROWTH = "growth"
    SHARE = "share"
    COMPLETION = "completion"
    DELTA = "delta"
    POINTS = "points"
    RANK = "rank"
    PLACE = "place"
    SIGNED = "signed"
    CODE = "code"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is the measure its head names ('' if none), `told` the time in it, `kind` whom a subject column lists.

    `stands` is how a column of values stands to the time of the table: `target`, `before` (上年同期), `month` (本月),
        `year` (累计), `before-month`, `before-year`, or '' for that time itself. `quotes` are the cells of its head;
    `meant` is the unit that its words mean without telling it (增速: %), none where its rates may be parts of one.
    """

    at: int
    role: Role
    name: str = ""
    kind: str = ""
    units: tuple[str, ...] = ()
    told: str = ""
    stands: str = ""
    quotes: tuple[Quote, ...] = ()
    meant: tuple[str, ...] = ()


_INDEX: Final = re.compile(r"序号|编号|项次|no\.?|№", re.IGNORECASE)
_RANK: Final = re.compile(r"位次|排名|名次|排位|位序")
_PERIOD: Final = re.compile(
    r"(?:统计|报告|数据)?(?:时期|时间|期间|月份|年份|年度|季度|时段|时点|统计期|报告期|截止时间|截至时间)"
)
_UNIT: Final = re.compile(r"(?:计量|数量)?单位")
_MEASURE: Final = re.compile(
    r"(?:主要|统计|经济|考核|监测)?指标(?:名称)?|口径|统计口径|内容|数据项|(?:目标|工作|重点|考核|主要)*任务(?:名称|内容)?|目标(?:名称|内容)|事项"
)
_UNREAD: Final = re.compile(r"备注|说明|负责|责任|牵头|联系人|来源|填报|权重|得分|分值|评分|地址|日期")
_CODE: Final = re.compile(r"编码|代码|电话|联系方式|手机|邮编|账号|编号$|信用")
_SIGNED: Final = re.compile(r"(?:签约|签订|合同签订|协议签订|落户)(?:时间|日期)")
_DELTA: Final = re.compile(r"增减额|增减量|增量|增加额|增加量|净增额?$|增加值?$(?<!增加值)")
_SUBJECTS: Final = (
    ("project", re.compile(r"(?:重点|签约|投资)?项目(?:名称)?")),
    ("firm", re.compile(r"(?:重点|入驻|龙头|链主)?(?:企业|公司|单位)(?:名称)?|市场主体")),
    ("park", re.compile(r"(?:产业|工业)?园区?(?:名称)?|平台(?:名称)?|载体(?:名称)?|基地(?:名称)?")),
    (
        "industry",
        re.compile(r"(?:重点|主导|支柱|分|特色)?(?:产业集群|产业链|产业|行业|集群|领域|板块|门类)(?:名称|类别)?"),
    ),
    ("place", re.compile(r"地区|区县|县区|镇街|街镇|街道|乡镇|区域|各地|市州|县市区|区市县|地方|镇街名称")),
)
_GROWTH: Final = re.compile(r"同比|环比|增速|增幅|增长|增减|升降|(?:比|较)(?:上年|去年|上月|年初)")
_SHARE: Final = re.compile(r"占比|比重|份额|占(?:全|总|比)")
_DONE: Final = re.compile(
    r"完成率|开工率|建成率|竣工率|投产率|到位率|达产率|进度|完成比例|占(?:年度|全年)?(?:目标|计划|任务)|完成(?:年度|全年)?(?:目标|计划|任务)"
)
_TARGET: Final = re.compile(
    r"(?:年度|全年|年初|\d年)?(?:预期)?(?:目标|任务|计划)(?:数|值|任务|额)?$|(?:年度|全年|当年|今年|本年|\d年)计划(?:完成)?(?:投资|产值|营收)额?$"
)
_BEFORE: Final = re.compile(r"(?:上年|去年)(?:同期|同月|全年|本期)?(?:数|值|累计|完成|绝对量|总量|数值)*$|同期数?$")
_MONTH: Final = re.compile(r"本月|当月|单月")
_SO_FAR: Final = re.compile(r"累计|本月止|年初以来|年初至|本年|今年|当年")
_RUNNING: Final = re.compile(r"(?:1|一)(?:月份?)?(?:-|至|到)(?:本月|当月|本期)(?:止|末)?(?:累计)?")
_PLAIN: Final = re.compile(
    r"^(?:其中[:：]?|实际|实绩|本期|本月止|本月|当月|单月|本年|今年|年初至今|累计|年度|全年|止|完成情况|完成数|完成额|完成值|完成|数值|数额|数据|金额|"
    r"绝对量|绝对数|绝对值|总量|数量|值|数|额|量|情况|上年|去年|同期|同月|预期|目标值|目标|任务|计划|的|、|/)+$"
)

_TAIL: Final = re.compile(r"(?:本月|当月|累计|绝对量|绝对数|绝对值|数值|实绩|本期)+$")
_FRACTION: Final = re.compile(r"-?[01]?\.\d{3,}")
_WHOLE: Final = ((_INDEX, Role.INDEX), (_PERIOD, Role.PERIOD), (_MEASURE, Role.MEASURE))
_INSIDE: Final = (
    (_RANK, Role.RANK),
    (_UNREAD, Role.UNREAD),
    (_CODE, Role.CODE),
    (_DONE, Role.COMPLETION),
    (_SHARE, Role.SHARE),
    (_DELTA, Role.DELTA),
    (_GROWTH, Role.GROWTH),
)
_TOLD: Final = (Role.VALUE, Role.GROWTH, Role.SHARE, Role.COMPLETION, Role.DELTA, Role.POINTS)


def columns(table: Table, published: date | None) -> tuple[Column, ...]:
    """The roles of a table's columns; the most particular of several subject columns stays one."""
    found = [_column(table, at, published) for at in range(len(table.heads))]
    found = [_by_content(table, column, found) for column in found]
    subjects = [column for column in found if column.role is Role.SUBJECT]
    order = [kind for kind, _ in _SUBJECTS]
    kept = min(subjects, key=lambda c: (order.index(c.kind) if c.kind in order else len(order), c.at), default=None)
    return tuple(_lesser(c) if c.role is Role.SUBJECT and c is not kept else c for c in found)


def _lesser(column: Column) -> Column:
    """A column of subjects beside a more particular one; one of places says where the others are."""
    return Column(column.at, Role.PLACE if column.kind == "place" else Role.UNREAD, quotes=column.quotes)


def without_times(text: str, published: date | None) -> tuple[str, str]:
    """Words with brackets and times taken out, and the last time they told.

    >>> without_times("2023年1-10月产值(亿元)", date(2023, 12, 22))
    ('产值', '2023年1-10月')
    """
    mentions = [m for m in when.scan(text, published) if not m.is_base]
    bare = text
    for m in reversed(mentions):
        bare = bare[: m.start] + bare[m.end :]
    plain = [m for m in mentions if m.text not in ("本月", "当月", "本年", "今年", "全年")]
    return re.sub(r"[(\[][^()\[\]]*[)\]]|\s", "", bare), plain[-1].text if plain else ""


def _column(table: Table, at: int, published: date | None) -> Column:
    head = _RUNNING.sub("累计", table.head[at])
    whole = re.sub(r"[(\[][^()\[\]]*[)\]]|\s", "", head)
    words, told = without_times(head, published)
    if re.fullmatch(r"(?:19|20)\d\d", whole):
        told, words = f"{whole}年", ""
    quotes = tuple(cell.place for cell in table.heads[at])
    role, kind = _role(whole, table.column(at))
    units = lent(head)
    if role is Role.GROWTH and units and "%" not in units:
        role = Role.POINTS if any("百分点" in unit for unit in units) else Role.DELTA
    if role not in _TOLD:
        return Column(at, role, kind=kind, units=units, quotes=quotes)
    stands = _stands(whole)
    if role is not Role.VALUE and stands == "target":
        stands = ""
    meant = implied(head)
    if any(map(is_rate, meant)) and _is_fraction(table.column(at)):
        meant = ()
    return Column(at, role, _name(words, role), kind, units, told, stands, quotes, meant)


def _is_fraction(cells: tuple[str, ...]) -> bool:
    """Whether a column of rates may be told in parts of one: 0.0834 and not 8.34."""
    bare = [word for word in cells if is_bare(word)]
    return any(_FRACTION.fullmatch(word) for word in bare) and all(abs(Decimal(w.replace(",", ""))) < 2 for w in bare)


def _role(whole: str, cells: tuple[str, ...]) -> tuple[Role, str]:
    filled = [cell for cell in cells if cell and set(cell) != {"-"}]
    if _UNIT.fullmatch(whole) and filled and all(is_unit_word(cell) for cell in filled):
        return Role.UNIT, ""
    if whole == "项目" and sum(ends_as_measure(cell) for cell in filled) * 2 > len(filled):
        return Role.MEASURE, ""
    listing = [kind for kind, pattern in _SUBJECTS if pattern.fullmatch(whole)]
    if listing and not any(is_bare(cell) or holds_figure(cell) for cell in filled):
        return Role.SUBJECT, listing[0]
    if _SIGNED.fullmatch(whole):
        return Role.SIGNED, ""
    named = next((role for pattern, role in _WHOLE if pattern.fullmatch(whole)), None)
    if named is Role.MEASURE and _mostly_figures(filled):
        named = None
    told = named or next(
        (role for pattern, role in _INSIDE if pattern.search(whole) and not _is_before(whole, role)), None
    )
    return told or (Role.VALUE if _mostly_figures(filled) else Role.UNREAD), ""


def _is_before(whole: str, role: Role) -> bool:
    """上年同期 and 去年累计 are levels of a year ago, no growth."""
    return role is Role.GROWTH and _BEFORE.search(whole) is not None


def _mostly_figures(filled: list[str]) -> bool:
    return sum(is_bare(cell) or holds_figure(cell) for cell in filled) * 2 >= len(filled) > 0


def _name(words: str, role: Role) -> str:
    """The measure a head names: 营业收入增速 is of 营业收入, 本月 and 数值 of none."""
    if role is Role.GROWTH:
        words = re.sub(
            r"(?:同比|环比|(?:与|同|比|较)?(?:上年|去年|上月|年初)(?:同期|同月)?(?:相比|比)?)?(?:名义|实际)?"
            r"(?:增长|增速|增幅|增减|升降|±|%|率|速度|幅度|同期|同比|环比)*$",
            "",
            words,
        )
    elif role is Role.SHARE:
        return "" if words in ("占比", "比重", "份额") else words.removesuffix("%")
    elif role in (Role.DELTA, Role.POINTS):
        words = re.sub(
            r"(?:同比|环比|(?:与|同|比|较)?(?:上年|去年)(?:同期)?(?:相比|比)?)?(?:增减|增加|净增|增|升降|变动)[额量]?$",
            "",
            words,
        )
    elif role is Role.COMPLETION:
        return words.removesuffix("%").removesuffix("比例")
    words = _TAIL.sub("", words) or words
    words = _TARGET.sub("", words) if _TARGET.search(words) else words
    return "" if _PLAIN.match(words) else words


def _stands(whole: str) -> str:
    if _TARGET.search(whole):
        return "target"
    if _BEFORE.search(whole):
        return "before" + ("-year" if "累计" in whole else "-month" if re.search(r"同月|[本当]月", whole) else "")
    if _SO_FAR.search(whole):
        return "year"
    return "month" if _MONTH.search(whole) else ""


def _by_content(table: Table, column: Column, found: list[Column]) -> Column:
    """A first column of words whose head says nothing lists measures or subjects, whichever its cells look like."""
    words = [cell for cell in table.column(column.at) if cell and set(cell) != {"-"}]
    taken = {c.role for c in found}
    told = [c for c in found if c.role not in (Role.INDEX, Role.UNREAD)]
    first = column.role is Role.UNREAD and not any(
        c.at < column.at for c in found if c.role is Role.UNREAD or c in told
    )
    if not first or not words or _UNREAD.search(table.head[column.at]):
        return column
    counted = sum(ends_as_measure(word) or is_counted(word) for word in words)
    if counted * 2 > len(words) and Role.MEASURE not in taken:
        return Column(column.at, Role.MEASURE, quotes=column.quotes)
    return column if Role.SUBJECT in taken else Column(column.at, Role.SUBJECT, quotes=column.quotes)
