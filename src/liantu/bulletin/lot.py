"""表块 Lot: the rows of one table among lines with tabs: what stands above its head, the head, and the rows below.

    >>> def row(*words): return tuple(Cell(word, Quote(0, len(word))) for word in words)
    >>> rows = [row("主要指标", ""), row("", "单位:亿元"), row("产业", "产值"), row("甲", "乙"), row("软件", "59"), row("注:快报数。", "")]
    >>> (lot,) = lots(rows, frozenset())
    >>> lot.above, lot.head, lot.body
    (range(0, 2), range(2, 3), [3, 4])

A head is the first row of several words and no figure. A line of the head goes on below it while its first cell is
blank; a line that numbers the columns (甲 1 2 3) and a head told again on the next page are no rows. A table ends with
the run, with its notes, at an empty line before another head or title, or before a title that stands over a new head.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from liantu.bulletin.cell import holds_figure, is_bare, is_unit_word
from liantu.bulletin.quote import Quote

__all__ = ["Cell", "Lot", "is_filler", "is_time", "is_unit_line", "is_valued", "lots"]

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_UNIT_LINE: Final = re.compile(r"^\s{0,20}[(]?\s{0,20}(?:计量)?单位\s{0,20}:")
_TIME: Final = re.compile(r"[(]?(?:截至|截止)?(?:20\d\d年?)?[\d年月日季度上下半前一二三四全至底末.\-]{1,14}[)]?")
_NOTE: Final = re.compile(
    r"^(?:注|备注|说明|附注|数据来源|资料来源|来源|填表|制表|审核|单位负责人|联系人|\*)[\d一二三]?\s*[:：.、*]|[。；;！!]$"
)
_MADE_BY: Final = re.compile(r"^(?:填报|制表|编制|报送|填表|审核|联系)\S{0,6}\s*:|^表\s*号\s*:|^制定机关|^批准")
_OPENING: Final = re.compile(
    r"(?:序号|编号|指标|指标名称|项目|项目名称|产业|行业|产业名称|行业名称|集群|产业链|企业|企业名称|单位名称|公司名称|地区|区县|镇街|街镇|乡镇|园区|"
    r"月份|时间|年份|年度|时期|任务|目标任务|名称|类别|领域|板块|主要指标|区域|平台|内容)"
)
_COUNTED: Final = re.compile(r"\d{1,2}")
_LETTERED: Final = re.compile(r"[甲乙丙丁戊己庚辛]|[A-H]|栏次|代码|序号|\([甲乙丙丁]\)")
_MOST_HEADS: Final = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's folded text without the blanks around it; `place` is where the document keeps it."""

    text: str
    place: Quote


Row = tuple[Cell, ...]


@dataclass(slots=True)
class Lot:
    """The rows of a table by their numbers: `above` its head, the head, the body; `counting` and `again` tell nothing."""

    above: range
    head: range
    body: list[int] = field(default_factory=list)
    counting: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)

    @property
    def last(self) -> int:
        return max([self.head[-1], *self.body, *self.counting, *self.again])


def lots(rows: Sequence[Row], gaps: Collection[int]) -> Iterator[Lot]:
    """The tables of a run of rows; `gaps` are the rows an empty line stands before."""
    at = 0
    while at < len(rows):
        first = at
        while at < len(rows) and _is_above(rows[at]):
            at += 1
        if at == len(rows):
            return
        if _has_figures(rows[at]):
            at = _next(rows, gaps, at)
            continue
        lot = Lot(range(first, at), _head(rows, at))
        at = _fill(rows, gaps, lot)
        if any(_has_figures(rows[i]) for i in lot.body):
            yield lot


def is_valued(text: str) -> bool:
    """Whether a cell holds a figure and no year."""
    return (is_bare(text) or holds_figure(text)) and not _YEAR.fullmatch(text)


def is_time(text: str) -> bool:
    """Whether a line only says a time: 2023年1-10月.

    >>> is_time("(2023年1-10月)"), is_time("2023"), is_time("一")
    (True, False, False)
    """
    return _TIME.fullmatch(text) is not None and re.search(r"[年月季]", text) is not None


def is_unit_line(text: str) -> bool:
    """Whether a line only says a unit: 单位:亿元."""
    return bool(_UNIT_LINE.match(text)) or is_unit_word(text)


def is_filler(text: str) -> bool:
    """Whether a cell above a head only says who filled the table in.

    >>> is_filler("填报单位:乙山区统计局"), is_filler("主要指标")
    (True, False)
    """
    return _MADE_BY.match(text) is not None


def _filled(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.text]


def _has_figures(row: Row) -> bool:
    return any(is_valued(cell.text) for cell in row if cell.text)


def _is_above(row: Row) -> bool:
    """Whether a row is a title, a unit, a time or the name of who filled the table in."""
    words = _filled(row)
    if len(words) < 2:
        return not any(is_valued(word) for word in words)
    return len(words) < 5 and all(is_unit_line(word) or is_time(word) or is_filler(word) for word in words)


def _head(rows: Sequence[Row], at: int) -> range:
    last = at + 1
    while last < len(rows) and last - at < _MOST_HEADS and _goes_on(rows[last], len(rows[at])):
        last += 1
    return range(at, last)


def _goes_on(row: Row, width: int) -> bool:
    """Whether a line is more of the head: nothing under the first head, and no figures."""
    filled = _filled(row)
    return (
        len(row) == width
        and not row[0].text
        and bool(filled)
        and not any(is_valued(word) or set(word) == {"-"} for word in filled)
        and not _is_counting(row)
    )


def _is_counting(row: Row) -> bool:
    """Whether a row numbers the columns: 甲 乙 1 2 3."""
    words = [word.strip("()") for word in _filled(row)]
    numbers = [int(word) for word in words if _COUNTED.fullmatch(word)]
    rest = [word for word in words if not _COUNTED.fullmatch(word)]
    return (
        len(numbers) > 1
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] <= len(rest) + 1
        and all(_LETTERED.fullmatch(word) for word in rest)
        and len(words) >= len(row) - 1
    )


def _fill(rows: Sequence[Row], gaps: Collection[int], lot: Lot) -> int:
    """Give a table its rows; the number of the row after them."""
    at = lot.head.stop
    told = [_filled(rows[i]) for i in lot.head]
    while at < len(rows):
        if at == lot.head.stop and _is_counting(rows[at]):
            lot.counting.append(at)
        elif _filled(rows[at]) in told and len(_filled(rows[at])) > 1:
            lot.again.append(at)
        elif _ends(rows, gaps, at):
            break
        elif _filled(rows[at]):
            lot.body.append(at)
        at += 1
    return at


def _ends(rows: Sequence[Row], gaps: Collection[int], at: int) -> bool:
    """Whether a table is over before a row: a note, or another table's title or head."""
    words = _filled(rows[at])
    if len(words) == 1 and _NOTE.search(words[0]):
        return True
    if at in gaps and (_is_above(rows[at]) or not _has_figures(rows[at])):
        return True
    if len(words) > 1 and not any(map(is_bare, words)) and _OPENING.fullmatch(words[0]):
        return not _has_figures(rows[at])
    below = at + 1
    while below < len(rows) and _is_above(rows[below]) and below - at < 3:
        below += 1
    opens = below < len(rows) and (head := _filled(rows[below])) and len(head) > 1 and _OPENING.fullmatch(head[0])
    return bool(opens and _is_above(rows[at]) and not _has_figures(rows[below]))


def _next(rows: Sequence[Row], gaps: Collection[int], at: int) -> int:
    """Where to look for a head after rows that have none."""
    at += 1
    while at < len(rows) and at not in gaps:
        at += 1
    return at
