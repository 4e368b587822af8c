"""时间序列 Series: the levels of one subject under one indicator, one point a period; targets stand apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from liantu.errors import NotComparable
from liantu.ledger.known import Moment, known
from liantu.ledger.models import Entry, Indicator, Subject
from liantu.ledger.period import say

__all__ = ["Point", "Total", "points", "series", "targets", "total"]

LEVEL = "level"
FAR = date.max


@dataclass(frozen=True, slots=True)
class Point:
    """One period's figure and every entry that tells it.

    Several documents may say the same: one value, several entries. Where they say different things all values stand
    here, the point is in conflict, and nobody chooses for the reader.
    """

    subject: Subject
    indicator: Indicator
    period_start: date | None
    period_end: date | None
    values: tuple[Decimal, ...]
    entries: tuple[Entry, ...]

    @property
    def span(self) -> tuple[date | None, date | None]:
        """First and last day."""
        return self.period_start, self.period_end

    @property
    def conflict(self) -> bool:
        """Whether documents say different things of this period."""
        return len(self.values) > 1

    @property
    def entry(self) -> Entry:
        """The entry to show: a person's word before the machine's, then the newest document."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum and the points behind it."""

    value: Decimal
    unit: str
    points: tuple[Point, ...]


def series(subject: Subject, indicator: Indicator, *, as_of: Moment = None) -> tuple[Point, ...]:
    """What happened, in the order of the periods; growth rates, shares, targets and forecasts never enter."""
    rows = known(as_of).filter(subject=subject, indicator=indicator, kind=Entry.Kind.ACTUAL, aspect=LEVEL)
    return points(rows)


def targets(subject: Subject, indicator: Indicator | None = None, *, as_of: Moment = None) -> tuple[Point, ...]:
    """What is wanted or expected of a time after its document was published, the nearest first."""
    rows = known(as_of).filter(subject=subject, kind__in=[Entry.Kind.TARGET, Entry.Kind.FORECAST], aspect=LEVEL)
    if indicator is not None:
        rows = rows.filter(indicator=indicator)
    return points(row for row in rows if is_ahead(row))


def is_ahead(entry: Entry) -> bool:
    """Whether an entry speaks of a time after its document was published."""
    return entry.period_end is not None and entry.period_end > entry.fact.document.published


def points(entries: Iterable[Entry]) -> tuple[Point, ...]:
    """Entries of levels put together by subject, indicator and period, the earliest period first.

    A target and a forecast of one period are one point: what is expected is told by two documents.
    """
    found: dict[tuple[int, int, date | None, date | None], list[Entry]] = {}
    for entry in entries:
        key = (entry.subject_id, entry.indicator_id, entry.period_start, entry.period_end)
        found.setdefault(key, []).append(entry)
    made = [_point(rows) for rows in found.values()]
    return tuple(sorted(made, key=lambda p: (p.period_end or FAR, p.period_start or FAR)))


def total(parts: Sequence[Point]) -> Total:
    """The sum of different subjects' figures of one indicator and one period; anything else is refused, and why."""
    if not parts:
        raise NotComparable("没有可以相加的数。", "There is nothing to add.")
    first = parts[0]
    for part in parts[1:]:
        _same(first, part)
    if len({part.subject.pk for part in parts}) < len(parts):
        raise NotComparable(
            "同一主体出现了两次，不能重复相加。", "The same subject appears twice and is not added twice."
        )
    for part in parts:
        if part.conflict or part.entry.value_base is None:
            raise NotComparable(
                f"{part.subject.name}的{part.indicator.name}说法不一或没有单一数值，不能相加。",
                f"{part.subject.name}: {part.indicator.name} has no single value, so it is not added.",
            )
    value = sum((part.values[0] for part in parts), Decimal())
    return Total(value, first.indicator.unit, tuple(parts))


def _same(first: Point, part: Point) -> None:
    if part.indicator.pk != first.indicator.pk:
        raise NotComparable(
            f"口径不同：{first.indicator.name} 与 {part.indicator.name}，不能相加。",
            f"Different indicators: {first.indicator} and {part.indicator} are not added.",
        )
    if part.span != first.span:
        (zh, en), (zh2, en2) = say(*first.span), say(*part.span)
        raise NotComparable(f"时期不同：{zh} 与 {zh2}，不能相加。", f"Different periods: {en} and {en2} are not added.")
    if part.subject.kind != first.subject.kind:
        raise NotComparable(
            f"{first.subject.name} 与 {part.subject.name} 不是同一类主体，不能相加。",
            f"{first.subject.name} and {part.subject.name} are of different kinds and are not added.",
        )


def _point(rows: list[Entry]) -> Point:
    rows = sorted(rows, key=_standing)
    values = dict.fromkeys(value for row in rows if (value := _value(row)) is not None)
    first = rows[0]
    return Point(first.subject, first.indicator, first.period_start, first.period_end, tuple(values), tuple(rows))


def _standing(entry: Entry) -> tuple[bool, int, int]:
    return entry.decision_id is None, -entry.fact.document.published.toordinal(), entry.pk


def _value(entry: Entry) -> Decimal | None:
    if entry.value_base is not None:
        return entry.value_base
    return entry.value_low if entry.value_low is not None else entry.value_high
