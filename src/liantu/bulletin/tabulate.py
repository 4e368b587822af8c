"""列表 Tabulate: a table of a bulletin read row by row: levels with their growth, shares, completion, and the rest said.

A dash or a blank is a missing figure, never zero. `sheet` fills the rows in, `spot` reads one cell; here stands which
cells are asked, which growth goes with which level, and what becomes of the numbers that are no figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from liantu.bulletin.assemble import Assembled
from liantu.bulletin.cell import figure, lent
from liantu.bulletin.column import Column, Role
from liantu.bulletin.dating import Clock
from liantu.bulletin.memory import Memory
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Use
from liantu.bulletin.row import dated_by
from liantu.bulletin.sheet import Row, Sheet, rows, sheet
from liantu.bulletin.spot import Spot, fact_of
from liantu.bulletin.table import Table

__all__ = ["Tabled", "tabulate"]

_DIGIT: Final = re.compile(r"\d")
_VALUES: Final = {
    Role.VALUE: Aspect.LEVEL,
    Role.SHARE: Aspect.SHARE,
    Role.COMPLETION: Aspect.COMPLETION,
    Role.DELTA: Aspect.DELTA,
    Role.POINTS: Aspect.PP_CHANGE,
}
_BOOKED: Final = {
    Role.INDEX: (Use.LIST, "序号"),
    Role.RANK: (Use.ORDINAL, "名次"),
    Role.PERIOD: (Use.DATE, "时间"),
    Role.SIGNED: (Use.DATE, "时间"),
    Role.CODE: (Use.NAME, "编号或电话"),
}
_TABLE_NUMBER: Final = re.compile(r"^(?:附?表|附件)\s?(\d+)")
_FROM_JANUARY: Final = re.compile(r"1(?=(?:月份?)?(?:-|至|到)(?:本月|当月|本期))")
_WORN: Final = re.compile(r"\d{15}0+|\d(?:\.\d+)?E\+1\d", re.IGNORECASE)
_NO_LEVEL: Final = "同比没有读出，或所附的数没有读出"


@dataclass(slots=True)
class Tabled:
    """What a table gave: its facts, what became of the figures of other cells, and the rows that do not fit its head."""

    facts: list[Assembled] = field(default_factory=list)
    booked: dict[Quote, tuple[Use, str]] = field(default_factory=dict)
    unread: list[Quote] = field(default_factory=list)


def tabulate(table: Table, memory: Memory, clock: Clock) -> Tabled:
    """Read a table with what the page has told so far."""
    told = sheet(table, memory, clock)
    done = Tabled(booked=dict(_units(told)))
    done.booked |= {cell.place: (Use.LIST, "栏次") for cell in table.counting}
    done.booked |= {cell.place: (Use.NAME, "重复的表头") for cell in table.again}
    done.unread.extend(table.odd)
    growths = _growths(told)
    for row in rows(told):
        _book(told, row, done)
        done.facts += _facts(told, row, growths, done)
    return done


def _units(sheet: Sheet) -> Iterator[tuple[Quote, tuple[Use, str]]]:
    """The 亿 of 亿元 in heads and captions, the number of the table and the 1 of 1-本月 count nothing."""
    heads = [cell for cells in sheet.table.heads for cell in cells]
    unit = sheet.first(Role.UNIT)
    lenders = [row[unit.at] for row in sheet.table.rows] if unit is not None else []
    for cell in (*sheet.table.captions, *heads, *lenders):
        for word in lent(cell.text):
            start = cell.place.start + cell.text.rfind(word)
            yield Quote(start, start + len(word)), (Use.NAME, "计量单位")
        if number := _TABLE_NUMBER.match(cell.text):
            yield Quote(cell.place.start + number.start(1), cell.place.start + number.end(1)), (Use.LIST, "表号")
        for m in _FROM_JANUARY.finditer(cell.text):
            yield Quote(cell.place.start + m.start(), cell.place.start + m.end()), (Use.DATE, "时间")


def _book(sheet: Sheet, row: Row, done: Tabled) -> None:
    """Numbers of rows, ranks, codes and times are no figures; a figure of a column nobody reads waits for a person."""
    for column in sheet.columns:
        cell = row.cells[column.at]
        if not _DIGIT.search(cell.text) or cell.place.start < row.line.start:
            continue
        if column.role is Role.CODE and _WORN.fullmatch(cell.text):
            done.booked[cell.place] = (Use.REVIEW, "超过15位的编号已被表格软件改写，末几位不可信")
        elif column.role in _BOOKED:
            done.booked[cell.place] = _BOOKED[column.role]
        elif column.role is Role.UNREAD and figure(cell.text, "个"):
            done.booked[cell.place] = (Use.REVIEW, "没有认出这一栏是什么")


def _facts(sheet: Sheet, row: Row, growths: dict[int, int | None], done: Tabled) -> Iterator[Assembled]:
    told: set[int] = set()
    for column in sheet.columns:
        cell = row.cells[column.at]
        if column.role not in _VALUES or not _DIGIT.search(cell.text):
            continue
        growth = next((g for g, level in growths.items() if level == column.at), None)
        beside = sheet.columns[growth] if growth is not None else None
        made = fact_of(Spot(sheet, row, column, column), _VALUES[column.role], beside)
        if isinstance(made, str):
            done.booked[cell.place] = (Use.REVIEW, made)
            continue
        yield made
        told |= {growth} if growth is not None and made.yoy is not None else set()
    yield from _growth_facts(sheet, row, {at: level for at, level in growths.items() if at not in told}, done)


def _growth_facts(sheet: Sheet, row: Row, growths: dict[int, int | None], done: Tabled) -> Iterator[Assembled]:
    """Growth whose level stands nowhere in the row is a fact of its own, as is growth over the month before."""
    for at, level in growths.items():
        cell = row.cells[at]
        if not _DIGIT.search(cell.text):
            continue
        column = sheet.columns[at]
        of = sheet.columns[level] if level is not None else None
        if of is not None and _DIGIT.search(row.cells[of.at].text):
            done.booked[cell.place] = (Use.REVIEW, _NO_LEVEL)
            continue
        made = fact_of(Spot(sheet, row, column, of or _named_by(sheet, column)), Aspect.GROWTH)
        if isinstance(made, str):
            done.booked[cell.place] = (Use.REVIEW, made)
        else:
            yield made


def _named_by(sheet: Sheet, column: Column) -> Column:
    """The column whose head names what a growth over the month before is of."""
    if column.name or not _is_monthly(sheet, column):
        return column
    before = [c for c in sheet.columns if c.role is Role.VALUE and c.at < column.at and c.stands != "target"]
    return before[-1] if before else column


def _is_monthly(sheet: Sheet, column: Column) -> bool:
    return "环比" in sheet.table.head[column.at]


def _growths(sheet: Sheet) -> dict[int, int | None]:
    """For each column of growth the column of the levels it is of: the one it names, else the latest of those before it.

    Under a joint head (累计) it is of a level under the same head. Growth over the month before goes with no level.
    """
    found: dict[int, int | None] = {}
    block: list[Column] = []
    for column in sheet.columns:
        if column.role is Role.VALUE and column.stands not in ("target", "before", "before-year", "before-month"):
            block = [column] if block and block[-1].at in found.values() else [*block, column]
        elif column.role is Role.GROWTH and _is_monthly(sheet, column):
            found[column.at] = None
        elif column.role is Role.GROWTH:
            named = [c for c in sheet.columns if c.role is Role.VALUE and column.name and c.name.endswith(column.name)]
            same = [c for c in named if c.told == column.told] or named
            free = [c for c in (same or ([] if column.name else block)) if c.at not in found.values()]
            joint = [c for c in free if len(column.quotes) > 1 and c.quotes[:1] == column.quotes[:1]]
            level = max(joint or free, key=lambda c: (_latest(sheet, c), c.at), default=None)
            found[column.at] = level.at if level else None
    return found


def _latest(sheet: Sheet, column: Column) -> str:
    end = dated_by((column.told, sheet.told), column.stands, "", column.name, sheet.clock).end
    return end.isoformat() if end else ""
