"""Series: what happened to one subject under one indicator, period after period; targets never enter."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from liantu.api.indicator import find as find_indicator
from liantu.api.moment import AsOf
from liantu.api.subject import SubjectOut, find, subject_out
from liantu.ledger.series import Point
from liantu.ledger.series import series as told

__all__ = ["PointOut", "SeriesOut", "point_out", "router"]

router = Router(tags=["series"])


@dataclass(frozen=True, slots=True)
class PointOut:
    """One period: the values told of it in the indicator's base unit (several: a conflict) and the figures behind."""

    period_start: date | None
    period_end: date | None
    values: tuple[Decimal, ...]
    conflict: bool
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesOut:
    """The points in the order of their periods; `unit` is the indicator's base unit."""

    subject: SubjectOut
    indicator: str
    unit: str
    points: tuple[PointOut, ...]


@router.get("/series", response=SeriesOut)
def series(
    request: HttpRequest,
    subject: Annotated[str, Query(description="`kind/code`, such as `cluster/…`.", pattern=r"^\w+/\S+$")],
    indicator: Annotated[str, Query(description="An indicator's code.")],
    as_of: AsOf = None,
) -> SeriesOut:
    """The series of one subject and one indicator."""
    kind, _, code = subject.partition("/")
    owner, measure = find(kind, code), find_indicator(indicator)
    points = told(owner, measure, as_of=as_of)
    return SeriesOut(subject_out(owner), measure.code, measure.unit, tuple(point_out(point) for point in points))


def point_out(point: Point) -> PointOut:
    """A point as the API writes it."""
    return PointOut(
        period_start=point.period_start,
        period_end=point.period_end,
        values=point.values,
        conflict=point.conflict,
        figures=tuple(f"e{entry.pk}" for entry in point.entries),
    )
