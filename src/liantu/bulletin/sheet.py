"""表 Sheet: a table with its columns and what its caption says for all of it; its rows with joined cells filled in.

A blank under a subject, a measure, a time or a unit goes on with the one above it. A sum (合计, 小计) may stand in any of
the cells before the figures; it is then the subject of its row, and nobody is carried down to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.cell import is_bare, lent
from liantu.bulletin.column import Column, Role, columns, without_times
from liantu.bulletin.dating import Clock
from liantu.bulletin.lot import Cell
from liantu.bulletin.measure import ends_as_measure, is_counted
from liantu.bulletin.memory import Memory
from liantu.bulletin.quote import Quote
from liantu.bulletin.row import is_sum
from liantu.bulletin.table import Table

__all__ = ["Row", "Sheet", "rows", "sheet"]

_CARRIED: Final = (Role.SUBJECT, Role.PLACE, Role.MEASURE, Role.PERIOD, Role.UNIT)
_WORDED: Final = (*_CARRIED, Role.INDEX, Role.UNREAD)
_LABEL: Final = re.compile(r"(?:产业|集群|产业链|业|镇|街道|乡|园区|片区|[区县市])$")
_NUMBERED: Final = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．\s]+)+")
_OF_PART: Final = re.compile(r"^(?:其中\s*[:：]?|[#＃])\s*")
_TITLE_END: Final = re.compile(
    r"(?:完成|统计|运行|主要|基本|分布|排名)*(?:情况|一览|数据|统计|明细|指标)?(?:统计)?表?$"
)
_TITLE_HEAD: Final = re.compile(
    r"^(?:附?表|附件)[\d一二三四五六七八九十]*[:：.、\s]*(?:(?:各|分|按|全[区市县])[一-龥]{0,3}?(?:产业|行业|集群|镇街|街镇|园区|区县|地区)?)?"
    r"|^(?:各|分|按|全[区市县])[一-龥]{0,3}?(?:产业|行业|集群|镇街|街镇|园区|区县|地区)?"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`units` and `told` are the units and the time of the caption, `name` the measure it names."""

    table: Table
    columns: tuple[Column, ...]
    memory: Memory
    clock: Clock
    units: tuple[str, ...]
    told: str
    name: str

    @property
    def places(self) -> list[Quote]:
        """Where the caption stands."""
        return [caption.place for caption in self.table.captions]

    def first(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role is role), None)


@dataclass(frozen=True, slots=True)
class Row:
    """`label` is the group the row stands under, `whole` the measure that an 其中 of it is a part of."""

    cells: tuple[Cell, ...]
    line: Quote
    label: str
    whole: str

    def of(self, column: Column | None) -> str:
        text = self.cells[column.at].text if column is not None else ""
        return "" if set(text) == {"-"} else text


def sheet(table: Table, memory: Memory, clock: Clock) -> Sheet:
    """A table with its columns told apart."""
    name, told = without_times(table.caption, clock.published)
    title = _TITLE_HEAD.sub("", _TITLE_END.sub("", name)).removeprefix(memory.place.name)
    title = title if ends_as_measure(title) or is_counted(title) else ""
    return Sheet(table, columns(table, clock.published), memory, clock, lent(table.caption), told, title)


def rows(sheet: Sheet) -> Iterator[Row]:
    """The rows of a sheet in their order; a line of one word is the label of those below it."""
    above: dict[int, Cell] = {}
    label = whole = ""
    carried = [column.at for column in sheet.columns if column.role in _CARRIED]
    named = sheet.first(Role.MEASURE)
    for cells, line in zip(sheet.table.rows, sheet.table.lines, strict=True):
        filled = [cell for cell in cells if cell.text]
        if len(filled) == 1 and not is_bare(filled[0].text) and not is_sum(filled[0].text):
            said = _NUMBERED.sub("", filled[0].text)
            label = said if _LABEL.search(said) else ""
            above = {}
            continue
        summed = _sum(sheet, cells)
        own = _moved(sheet, cells, summed) if summed is not None else cells
        for at in carried:
            if own[at].text:
                above[at] = own[at]
            elif summed is not None and sheet.columns[at].role is not Role.PERIOD:
                above.pop(at, None)
        told = tuple(above.get(i, cell) if i in carried else cell for i, cell in enumerate(own))
        if named is not None and told[named.at].text and not _OF_PART.match(told[named.at].text):
            whole = told[named.at].text
        yield Row(told, line, label or _group(sheet, cells, above), whole)
        for column in sheet.columns:
            if column.role is Role.UNREAD and cells[column.at].text and not is_sum(cells[column.at].text):
                above[column.at] = cells[column.at]


def _sum(sheet: Sheet, cells: tuple[Cell, ...]) -> Cell | None:
    """The 合计 or 小计 of a row, wherever it stands among its words."""
    words = (cells[column.at] for column in sheet.columns if column.role in _WORDED)
    return next((cell for cell in words if is_sum(cell.text)), None)


def _moved(sheet: Sheet, cells: tuple[Cell, ...], summed: Cell) -> tuple[Cell, ...]:
    """The cells with the sum put under the subject."""
    subject = sheet.first(Role.SUBJECT)
    if subject is None or cells[subject.at].text:
        return cells
    return tuple(summed if i == subject.at else cell for i, cell in enumerate(cells))


def _group(sheet: Sheet, cells: tuple[Cell, ...], above: dict[int, Cell]) -> str:
    """The word of a column of groups before the subject, which joined cells give once."""
    subject = sheet.first(Role.SUBJECT)
    before = [c.at for c in sheet.columns if c.role is Role.UNREAD and subject is not None and c.at < subject.at]
    told = [cells[at].text or (above[at].text if at in above else "") for at in before]
    return next((word for word in told if _LABEL.search(word)), "")
