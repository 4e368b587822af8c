"""列表 Tabulate: a table of a bulletin read row by row: levels with their growth, shares, completion, and the rest said.

A cell's figure takes its unit from the cell, the unit column, the head or the caption, in that order; its time from
the row, the head or the caption; its measure from the head or the row. The row is its first quote, then whatever
lent something. A dash or a blank is a missing figure, never zero; a blank under a subject, a measure or a time goes on
with the one above it, as joined cells do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from liantu.bulletin.assemble import UNNAMED, Assembled, fact_id
from liantu.bulletin.cell import Figure, figure, is_bare, is_rate, lent
from liantu.bulletin.column import Column, Role, columns, without_times
from liantu.bulletin.dating import Clock, Dated
from liantu.bulletin.measure import ends_as_measure, is_counted
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Use
from liantu.bulletin.row import aspect_of, dated_by, measured, mood, owner, whose
from liantu.bulletin.subject import Memory
from liantu.bulletin.table import Cell, Table

__all__ = ["Tabled", "tabulate"]

_ERROR: Final = re.compile(r"#(?:REF|DIV/0|VALUE|N/A|NAME|NUM|NULL|SPILL)[!?]?", re.IGNORECASE)
_WORN: Final = re.compile(r"-?\d{15}0+|-?\d(?:\.\d+)?E\+1\d", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_VALUES: Final = {Role.VALUE: Aspect.LEVEL, Role.SHARE: Aspect.SHARE, Role.COMPLETION: Aspect.COMPLETION}
_CARRIED: Final = (Role.SUBJECT, Role.MEASURE, Role.PERIOD, Role.UNIT)
_TITLE_END: Final = re.compile(
    r"(?:完成|统计|运行|主要|基本|分布|排名)*(?:情况|一览|数据|统计|明细|指标)?(?:统计)?表?$"
)
_TITLE_HEAD: Final = re.compile(
    r"^(?:附?表|附件)[\d一二三四五六七八九十]*[:：.、\s]*(?:(?:各|分|按|全[区市县])[一-龥]{0,3}?(?:产业|行业|集群|镇街|街镇|园区|区县|地区)?)?"
    r"|^(?:各|分|按|全[区市县])[一-龥]{0,3}?(?:产业|行业|集群|镇街|街镇|园区|区县|地区)?"
)
_TABLE_NUMBER: Final = re.compile(r"^(?:附?表|附件)\s?(\d+)")
_COUNT: Final = re.compile(r"(?:数|企业|项目|户|人)$")
_OF_GOAL: Final = re.compile(r"^(?:占|完成)?(?:年度|全年)?(?:目标|计划|任务)?(?:完成)?(?:率|进度|情况)?$")
_SUBJECT_HEAD: Final = re.compile(r"(?:业|集群|产业链|[区县市镇乡园省]|街道|公司|集团|合计|总计)$")
_NO_LEVEL: Final = "同比没有读出，或所附的数没有读出"
_CONFIDENCE: Final = Decimal("0.85")


@dataclass(slots=True)
class Tabled:
    """What a table gave: its facts, what became of the figures of other cells, and the rows that do not fit its head."""

    facts: list[Assembled] = field(default_factory=list)
    booked: dict[Quote, tuple[Use, str]] = field(default_factory=dict)
    unread: list[Quote] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table with its columns, and what its caption says for all of it."""

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
class _Row:
    """A row with its joined cells filled in; `label` is the group it stands under."""

    cells: tuple[Cell, ...]
    line: Quote
    label: str

    def of(self, column: Column | None) -> str:
        text = self.cells[column.at].text if column is not None else ""
        return "" if set(text) == {"-"} else text


def tabulate(table: Table, memory: Memory, clock: Clock) -> Tabled:
    """Read a table with what the page has told so far."""
    name, told = without_times(table.caption, clock.published)
    title = _TITLE_HEAD.sub("", _TITLE_END.sub("", name)).removeprefix(memory.place.name)
    title = title if ends_as_measure(title) or is_counted(title) else ""
    sheet = _Sheet(table, columns(table, clock.published), memory, clock, lent(table.caption), told, title)
    done = Tabled(booked=dict(_units(sheet)))
    done.booked |= {cell.place: (Use.LIST, "栏次") for cell in table.counting}
    done.booked |= {cell.place: (Use.NAME, "重复的表头") for cell in table.again}
    done.unread.extend(table.odd)
    for row in _rows(sheet):
        _book(sheet, row, done)
        done.facts += _facts(sheet, row, done)
    return done


def _units(sheet: _Sheet) -> Iterator[tuple[Quote, tuple[Use, str]]]:
    """The 亿 of 亿元 in heads and captions and the number of the table count nothing."""
    cells = [*sheet.table.captions, *(cell for cells in sheet.table.heads for cell in cells)]
    unit = sheet.first(Role.UNIT)
    cells += [row[unit.at] for row in sheet.table.rows] if unit is not None else []
    for cell in cells:
        for word in lent(cell.text):
            start = cell.place.start + cell.text.rfind(word)
            yield Quote(start, start + len(word)), (Use.NAME, "计量单位")
        if number := _TABLE_NUMBER.match(cell.text):
            yield Quote(cell.place.start + number.start(1), cell.place.start + number.end(1)), (Use.LIST, "表号")


def _rows(sheet: _Sheet) -> Iterator[_Row]:
    above: dict[int, Cell] = {}
    label = ""
    carried = [column.at for column in sheet.columns if column.role in _CARRIED]
    for cells, line in zip(sheet.table.rows, sheet.table.lines, strict=True):
        filled = [cell for cell in cells if cell.text]
        if len(filled) == 1 and filled[0] is cells[0] and not is_bare(filled[0].text):
            label = filled[0].text if re.search(r"(?:产业|集群|产业链)$", filled[0].text) else ""
            above = {}
            continue
        for at in carried:
            if cells[at].text:
                above[at] = cells[at]
        yield _Row(tuple(above.get(i, cell) if i in carried else cell for i, cell in enumerate(cells)), line, label)


def _book(sheet: _Sheet, row: _Row, done: Tabled) -> None:
    """Numbers of rows, ranks and times are no figures; a figure of a column nobody reads waits for a person."""
    for column in sheet.columns:
        cell = row.cells[column.at]
        if not _DIGIT.search(cell.text) or cell.place.start < row.line.start:
            continue
        if column.role is Role.INDEX:
            done.booked[cell.place] = (Use.LIST, "序号")
        elif column.role is Role.RANK:
            done.booked[cell.place] = (Use.ORDINAL, "名次")
        elif column.role is Role.PERIOD:
            done.booked[cell.place] = (Use.DATE, "时间")
        elif column.role is Role.UNREAD and figure(cell.text, "个"):
            done.booked[cell.place] = (Use.REVIEW, "没有认出这一栏是什么")


def _facts(sheet: _Sheet, row: _Row, done: Tabled) -> Iterator[Assembled]:
    growths = _growths(sheet)
    told: set[int] = set()
    for column in sheet.columns:
        if column.role not in _VALUES or not _DIGIT.search(row.cells[column.at].text):
            continue
        growth = next((g for g, level in growths.items() if level == column.at), None)
        made = _fact(
            _Spot(sheet, row, column, column),
            _VALUES[column.role],
            sheet.columns[growth] if growth is not None else None,
        )
        if isinstance(made, str):
            done.booked[row.cells[column.at].place] = (Use.REVIEW, made)
            continue
        yield made
        told |= {growth} if growth is not None and made.yoy is not None else set()
    for at, level in growths.items():
        cell = row.cells[at]
        if at in told or not _DIGIT.search(cell.text):
            continue
        of = sheet.columns[level] if level is not None else None
        level_told = of is not None and bool(_DIGIT.search(row.cells[of.at].text))
        made = (
            _NO_LEVEL
            if level_told
            else _fact(_Spot(sheet, row, sheet.columns[at], of or sheet.columns[at]), Aspect.GROWTH)
        )
        if isinstance(made, str):
            done.booked[cell.place] = (Use.REVIEW, made)
        else:
            yield made


def _growths(sheet: _Sheet) -> dict[int, int | None]:
    """For each column of growth the column of the levels it is of: the one it names, else the latest of those before it."""
    found: dict[int, int | None] = {}
    block: list[Column] = []
    for column in sheet.columns:
        if column.role is Role.VALUE and column.stands not in ("target", "before"):
            block = [column] if block and block[-1].at in found.values() else [*block, column]
        elif column.role is Role.GROWTH:
            named = [c for c in sheet.columns if c.role is Role.VALUE and column.name and c.name.endswith(column.name)]
            same = [c for c in named if c.told == column.told] or named
            free = [c for c in (same or ([] if column.name else block)) if c.at not in found.values()]
            level = max(free, key=lambda c: (_latest(sheet, c), c.at), default=None)
            found[column.at] = level.at if level else None
    return found


def _latest(sheet: _Sheet, column: Column) -> str:
    end = dated_by((column.told, sheet.told), column.stands, "", column.name, sheet.clock).end
    return end.isoformat() if end else ""


@dataclass(frozen=True, slots=True)
class _Spot:
    """One cell to be read: `column` holds its figure, `head` is the column of the level it is, or is the growth of."""

    sheet: _Sheet
    row: _Row
    column: Column
    head: Column

    @property
    def cell(self) -> Cell:
        return self.row.cells[self.column.at]

    @property
    def words(self) -> str:
        """The words of the row that name its measure."""
        return self.row.of(self.sheet.first(Role.MEASURE))


def _fact(spot: _Spot, aspect: Aspect, growth: Column | None = None) -> Assembled | str:
    """The fact of one cell with the growth beside it, or why it is none."""
    sheet, row = spot.sheet, spot.row
    found, lender = _read(spot, rate=aspect is not Aspect.LEVEL)
    if found is None:
        return _unread(spot.cell.text)
    unit, base = found.quantity.unit, found.quantity.base[1]
    if aspect is not Aspect.LEVEL and base != "%":
        return "百分点的变动未读" if found.quantity.rate is not None else "这一栏应是比率"
    told = _told(spot, aspect, unit)
    if isinstance(told, str):
        return told
    subject, measure = told
    if base.endswith("元") and _COUNT.search(measure) and lender == sheet.places:
        return "没有写明单位"
    aspect, measure = aspect_of(measure, unit, aspect)
    dated = _dated(spot, measure)
    if dated is None:
        return "不知道是哪一期的数"
    rate, rated = _yoy(sheet, row, growth) if growth is not None and aspect is Aspect.LEVEL else (None, None)
    lent_by = [*lender, *_quotes(spot, dated), *(growth.quotes if growth is not None and rate is not None else ())]
    outside = {place for place in lent_by if place.end <= row.line.start}
    quotes = sorted(outside, key=lambda place: (place.start < sheet.table.place.start, place))
    fact = _made(spot, found, aspect, (subject, measure), dated)
    yoy = None if rate is None else _value(rate)
    fact = replace(fact, yoy=yoy, quotes=(row.line, *quotes))
    return Assembled(fact, rated)


def _unread(said: str) -> str:
    """Why a cell that holds a digit gave no figure."""
    if _ERROR.search(said):
        return "这一格是公式的错误"
    if _WORN.fullmatch(said):
        return "超过15位的数已被表格软件改写，末几位不可信"
    return "没有写明单位" if is_bare(said) else "这一格没有读出一个数"


def _made(spot: _Spot, found: Figure, aspect: Aspect, told: tuple[str, str], dated: Dated) -> Fact:
    subject, measure = told
    q = found.quantity
    span = Quote(spot.cell.place.start + found.start, spot.cell.place.start + found.end)
    said = "".join(spot.sheet.table.head[at] for at in {spot.head.at, spot.column.at}) + spot.sheet.table.caption
    return Fact(
        id=fact_id(span, aspect, measure, subject),
        subject=subject or UNNAMED,
        measure=measure,
        aspect=aspect,
        value=None if q.value is None else q.value * found.sign,
        value_low=q.low,
        value_high=q.high,
        unit=q.unit or q.base[1],
        value_base=_value(found),
        unit_base=q.base[1],
        qualifier=q.qualifier,
        period_text=dated.text,
        period_start=dated.start,
        period_end=dated.end,
        modality=mood(measure, said, spot.head.stands, dated, spot.sheet.clock.plan),
        yoy=None,
        base=None,
        rule="table",
        confidence=_CONFIDENCE if subject else Decimal("0.50"),
        span=span,
        quotes=(spot.row.line,),
    )


def _value(found: Figure) -> Decimal | None:
    value = found.quantity.base[0]
    return None if value is None else value * found.sign


def _read(spot: _Spot, rate: bool) -> tuple[Figure | None, list[Quote]]:
    """The figure of a cell, and the places outside it that lent its unit."""
    if own := figure(spot.cell.text, ""):
        return own, []
    for units, places in _lenders(spot, rate):
        fitting = (
            [unit for unit in units if is_rate(unit)]
            if rate
            else [unit for unit in units if not is_rate(unit)] or list(units)
        )
        if len(set(fitting)) == 1:
            return figure(spot.cell.text, fitting[0]), places
        if fitting:
            break
    return None, []


def _lenders(spot: _Spot, rate: bool) -> Iterator[tuple[tuple[str, ...], list[Quote]]]:
    """Who may lend a unit, the nearest first; a column of units and the row speak of levels only."""
    sheet, row = spot.sheet, spot.row
    if not rate:
        for role in (Role.UNIT, Role.MEASURE):
            if column := sheet.first(role):
                yield lent(row.of(column)), [row.cells[column.at].place]
                yield column.units, list(column.quotes)
    yield spot.column.units, list(spot.column.quotes)
    yield sheet.units, sheet.places


def _told(spot: _Spot, aspect: Aspect, unit: str) -> tuple[str, str] | str:
    """Subject and measure, or why they cannot be told."""
    sheet, row, memory = spot.sheet, spot.row, spot.sheet.memory
    own, _ = without_times(spot.words, sheet.clock.published)
    of_someone = (
        bool(_SUBJECT_HEAD.search(spot.head.name)) and not spot.head.units and sheet.first(Role.SUBJECT) is None
    )
    across = (own or of_someone) and spot.head.name and spot.head.role is Role.VALUE
    words = own or (sheet.name if of_someone else _level_name(spot) or sheet.name)
    if sheet.first(Role.MEASURE) is not None and not own:
        return "这一行没有写明口径"
    if column := sheet.first(Role.SUBJECT):
        subject = whose(row.of(column), column.kind, memory) if row.of(column) else ""
        if not subject:
            return "这一行没有写明是谁的数"
    elif across and of_someone:
        subject, across = whose(spot.head.name, "", memory), ""
    else:
        subject, words = owner(words, sheet.table.caption, row.label, memory)
    if across and sheet.first(Role.MEASURE) is not None:
        return "行和栏各说一个口径"
    measure = _measure(spot, words, aspect, unit)
    return (subject, measure) if measure else "没有认出口径"


def _level_name(spot: _Spot) -> str:
    """The measure the heads name for a column: its own, or for a share or a rate of completion that of the levels before it."""
    if spot.head.role in (Role.VALUE, Role.GROWTH):
        return spot.head.name
    before = [c.name for c in spot.sheet.columns if c.role is Role.VALUE and c.at < spot.head.at and c.name]
    return before[-1] if before else ""


def _measure(spot: _Spot, words: str, aspect: Aspect, unit: str) -> str:
    name = spot.head.name
    if aspect is Aspect.COMPLETION and name and not _OF_GOAL.search(name):
        return name
    if not words:
        return ""
    of = measured(words, "亿元" if aspect is not Aspect.LEVEL else unit)
    if aspect is Aspect.COMPLETION:
        return f"{of}目标完成率"
    if aspect is Aspect.SHARE:
        return f"{of}{name or '占比'}" if not name.startswith(of) else name
    return of


def _dated(spot: _Spot, measure: str) -> Dated | None:
    sheet = spot.sheet
    _, here = without_times(spot.words, sheet.clock.published)
    done = [c.told for c in sheet.columns if c.role is Role.VALUE and not c.stands and c.at < spot.head.at and c.told]
    near = done[-1] if done and spot.head.role is not Role.VALUE else ""
    words = (spot.row.of(sheet.first(Role.PERIOD)), spot.head.told or near, here, sheet.told)
    dated = dated_by(
        words, spot.head.stands, re.sub(r"[(\[].*", "", sheet.table.head[spot.head.at]), measure, sheet.clock
    )
    return None if dated.end is None and spot.head.stands == "before" else dated


def _quotes(spot: _Spot, dated: Dated) -> Iterator[Quote]:
    """What lent a fact its measure, its time or its subject from outside its row."""
    sheet, row, head = spot.sheet, spot.row, spot.head
    if head.name or head.told or head.stands or spot.column is not head:
        yield from head.quotes
    if spot.column.role is not Role.VALUE:
        yield from spot.column.quotes
    for column in sheet.columns:
        if column.told and dated.text and dated.text.startswith(column.told):
            yield from column.quotes
    for cell in row.cells:
        if cell.text and cell.place.end <= row.line.start:
            yield cell.place
    named = not spot.words and not head.name and sheet.name
    if named or (sheet.told and dated.text and dated.text.startswith(sheet.told)):
        yield from sheet.places


def _yoy(sheet: _Sheet, row: _Row, growth: Column) -> tuple[Figure | None, Quote | None]:
    found, _ = _read(_Spot(sheet, row, growth, growth), rate=True)
    if found is None or found.quantity.base[1] != "%":
        return None, None
    start = row.cells[growth.at].place.start
    return found, Quote(start + found.start, start + found.end)
