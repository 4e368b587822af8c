"""一格 Spot: one cell of a table read: its figure and unit, whose it is, what it measures, when.

The figure takes its unit from the cell, the unit column, the head or the caption, in that order; its time from the row,
the head or the caption; its measure from the head or the row. The row is its first quote, then whatever lent something.
What cannot be told for certain comes back as the reason in Chinese.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from liantu.bulletin.assemble import UNNAMED, Assembled, fact_id
from liantu.bulletin.cell import Figure, figure, implied, is_bare, is_rate, lent
from liantu.bulletin.column import Column, Role, without_times
from liantu.bulletin.dating import Dated
from liantu.bulletin.lot import Cell
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Modality
from liantu.bulletin.row import aspect_of, dated_by, is_sum, measured, mood, owner, part_of, summed, whose
from liantu.bulletin.sheet import Row, Sheet

__all__ = ["Spot", "fact_of"]

_ERROR: Final = re.compile(r"#(?:REF|DIV/0|VALUE|N/A|NAME|NUM|NULL|SPILL)[!?]?", re.IGNORECASE)
_WORN: Final = re.compile(r"-?\d{15}0+|-?\d(?:\.\d+)?E\+1\d", re.IGNORECASE)
_COUNT: Final = re.compile(r"(?:数|企业|项目|户|人)$")
_OF_GOAL: Final = re.compile(r"^(?:占|完成)?(?:年度|全年)?(?:目标|计划|任务)?(?:完成)?(?:率|进度|情况)?$")
_SUBJECT_HEAD: Final = re.compile(r"(?:业|集群|产业链|[区县市镇乡园省]|街道|公司|集团|合计|总计)$")
_COMPARED: Final = re.compile(r"^(?:[与同比较]|上年|去年|同期|上月|年初|环比|增减|增|减)+$")
_SIGNED: Final = re.compile(r"投资|协议|合同|签约|引资")
_LATER: Final = re.compile(r"到位|完成|累计|实际|开工|产值|营收|税")
_CONFIDENCE: Final = Decimal("0.85")
_RATED: Final = {Aspect.LEVEL: False, Aspect.DELTA: False}


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell to be read: `column` holds its figure, `head` is the column of the level it is, or is the growth of."""

    sheet: Sheet
    row: Row
    column: Column
    head: Column

    @property
    def cell(self) -> Cell:
        return self.row.cells[self.column.at]

    @property
    def words(self) -> str:
        """The words of the row that name its measure."""
        return part_of(self.row.of(self.sheet.first(Role.MEASURE)), self.row.whole)


def fact_of(spot: Spot, aspect: Aspect, growth: Column | None = None) -> Assembled | str:
    """The fact of one cell with the growth beside it, or why it is none."""
    sheet, row = spot.sheet, spot.row
    found, lender = _read(spot, rate=_RATED.get(aspect, True))
    if found is None:
        return _unread(spot.cell.text)
    unit, base = found.quantity.unit, found.quantity.base[1]
    if wrong := _misfit(aspect, base, found):
        return wrong
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


def _misfit(aspect: Aspect, base: str, found: Figure) -> str:
    """Why a figure is not of the kind its column tells, '' where it is."""
    if aspect is Aspect.PP_CHANGE:
        return "" if base == "pp" else "这一栏应是百分点"
    if aspect is Aspect.DELTA:
        return "" if found.quantity.rate is None else "增减额与增减率分不清"
    if aspect is not Aspect.LEVEL and base != "%":
        return "百分点的变动未读" if found.quantity.rate is not None else "这一栏应是比率"
    return ""


def _unread(said: str) -> str:
    """Why a cell that holds a digit gave no figure."""
    if _ERROR.search(said):
        return "这一格是公式的错误"
    if _WORN.fullmatch(said):
        return "超过15位的数已被表格软件改写，末几位不可信"
    return "没有写明单位" if is_bare(said) else "这一格没有读出一个数"


def _made(spot: Spot, found: Figure, aspect: Aspect, told: tuple[str, str], dated: Dated) -> Fact:
    subject, measure = told
    q = found.quantity
    span = Quote(spot.cell.place.start + found.start, spot.cell.place.start + found.end)
    said = "".join(spot.sheet.table.head[at] for at in {spot.head.at, spot.column.at}) + spot.sheet.table.caption
    mode = mood(measure, said, spot.head.stands, dated, spot.sheet.clock.plan)
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
        modality=Modality.COMPARISON if aspect is Aspect.PP_CHANGE else mode,
        yoy=None,
        base="上年同期" if aspect in (Aspect.PP_CHANGE, Aspect.DELTA) else None,
        rule="table",
        confidence=_CONFIDENCE if subject else Decimal("0.50"),
        span=span,
        quotes=(spot.row.line,),
    )


def _value(found: Figure) -> Decimal | None:
    value = found.quantity.base[0]
    return None if value is None else value * found.sign


def _read(spot: Spot, rate: bool) -> tuple[Figure | None, list[Quote]]:
    """The figure of a cell, and the places outside it that lent its unit."""
    if own := figure(spot.cell.text, ""):
        return own, []
    if _WORN.fullmatch(spot.cell.text):
        return None, []
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


def _lenders(spot: Spot, rate: bool) -> Iterator[tuple[tuple[str, ...], list[Quote]]]:
    """Who may lend a unit, the nearest first; a column of units and the row speak of levels only."""
    sheet, row = spot.sheet, spot.row
    if not rate:
        for role in (Role.UNIT, Role.MEASURE):
            if column := sheet.first(role):
                words = row.of(column)
                yield lent(words) or (implied(words) if role is Role.MEASURE else ()), [row.cells[column.at].place]
                yield column.units, list(column.quotes)
    yield spot.column.units, list(spot.column.quotes)
    yield spot.column.meant, list(spot.column.quotes)
    yield sheet.units, sheet.places


def _told(spot: Spot, aspect: Aspect, unit: str) -> tuple[str, str] | str:
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
    if sheet.first(Role.SUBJECT):
        subject = _subject(spot)
        if not subject:
            return "这一行没有写明是谁的数"
    elif across and of_someone:
        subject, across = whose(spot.head.name, "", memory), ""
    else:
        subject, words = owner(words, sheet.table.caption, row.label, memory)
    if across and sheet.first(Role.MEASURE) is not None:
        return "行和栏各说一个口径"
    measure = "" if not words or _COMPARED.match(words) else _measure(spot, words, aspect, unit)
    return (subject, measure) if measure else "没有认出口径"


def _subject(spot: Spot) -> str:
    """Whom the column of subjects names, '' where nobody can be told."""
    sheet, row, memory = spot.sheet, spot.row, spot.sheet.memory
    column, where = sheet.first(Role.SUBJECT), sheet.first(Role.PLACE)
    said = row.of(column)
    if column is None or not said:
        return ""
    name = whose(said, column.kind, memory)
    if not name and is_sum(said):
        return summed(said, row.label, sheet.table.caption, memory)
    place = row.of(where) if column.kind == "industry" else ""
    if place and not is_sum(said) and name.startswith(memory.place.name):
        return whose(place, "place", memory) + name.removeprefix(memory.place.name)
    return name


def _level_name(spot: Spot) -> str:
    """The measure the heads name for a column: its own, or for a share or a rate of completion that of the levels before it."""
    if spot.head.role in (Role.VALUE, Role.GROWTH):
        return spot.head.name
    if spot.head.role in (Role.DELTA, Role.POINTS) and spot.head.name:
        return spot.head.name
    before = [c.name for c in spot.sheet.columns if c.role is Role.VALUE and c.at < spot.head.at and c.name]
    return before[-1] if before else ""


def _measure(spot: Spot, words: str, aspect: Aspect, unit: str) -> str:
    name = spot.head.name
    if aspect is Aspect.COMPLETION and name and not _OF_GOAL.search(name):
        return name
    of = measured(words, "亿元" if aspect is not Aspect.LEVEL else unit)
    if aspect is Aspect.COMPLETION:
        return f"{of.removeprefix('完成')}目标完成率"
    if aspect is Aspect.SHARE:
        return f"{of}{name or '占比'}" if not name.startswith(of) else name
    if aspect is Aspect.DELTA and "增" not in of:
        return f"{of}增加"
    return f"{of}环比增速" if aspect is Aspect.GROWTH and "环比" in spot.sheet.table.head[spot.column.at] else of


def _dated(spot: Spot, measure: str) -> Dated | None:
    sheet = spot.sheet
    _, here = without_times(spot.words, sheet.clock.published)
    done = [c.told for c in sheet.columns if c.role is Role.VALUE and not c.stands and c.at < spot.head.at and c.told]
    near = done[-1] if done and spot.head.role is not Role.VALUE else ""
    words = (spot.row.of(sheet.first(Role.PERIOD)), spot.head.told or near, here, _signed(spot, measure), sheet.told)
    word = re.sub(r"[(\[].*", "", sheet.table.head[spot.head.at])
    dated = dated_by(words, _stands(spot), word, measure, sheet.clock)
    return None if dated.end is None and spot.head.stands.startswith("before") else dated


def _signed(spot: Spot, measure: str) -> str:
    """The day a project was signed, which is the time of the money that was signed for."""
    if not _SIGNED.search(measure) or _LATER.search(measure) or spot.head.stands:
        return ""
    return spot.row.of(spot.sheet.first(Role.SIGNED))


def _stands(spot: Spot) -> str:
    """累计 of a project counts from its beginning, of anything else from New Year."""
    subject = spot.sheet.first(Role.SUBJECT)
    running = spot.head.stands == "year" and subject is not None and subject.kind == "project"
    return "start" if running and "累计" in spot.sheet.table.head[spot.head.at] else spot.head.stands


def _quotes(spot: Spot, dated: Dated) -> Iterator[Quote]:
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


def _yoy(sheet: Sheet, row: Row, growth: Column) -> tuple[Figure | None, Quote | None]:
    found, _ = _read(Spot(sheet, row, growth, growth), rate=True)
    if found is None or found.quantity.base[1] != "%":
        return None, None
    start = row.cells[growth.at].place.start
    return found, Quote(start + found.start, start + found.end)
