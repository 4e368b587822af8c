"""Targets: what is wanted or expected of a time still to come; they never enter a series of what happened."""

from dataclasses import dataclass
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from liantu.api.moment import AsOf
from liantu.api.series import PointOut, point_out
from liantu.api.subject import SubjectOut, find, subject_out
from liantu.ledger.known import known
from liantu.ledger.models import Entry
from liantu.ledger.series import Point, is_ahead, points

__all__ = ["TargetOut", "router"]

router = Router(tags=["targets"])


@dataclass(frozen=True, slots=True)
class TargetOut:
    """One subject's target under one indicator; `kind` is `target` or `forecast`."""

    subject: SubjectOut
    indicator: str
    unit: str
    kind: str
    point: PointOut


@router.get("/targets", response=list[TargetOut])
def targets(
    request: HttpRequest,
    subject: Annotated[str, Query(description="`kind/code`; everyone's if left out.", pattern=r"^(\w+/\S+)?$")] = "",
    as_of: AsOf = None,
) -> list[TargetOut]:
    """Targets and forecasts that lie ahead of the document that tells them, the nearest first."""
    rows = known(as_of).filter(kind__in=[Entry.Kind.TARGET, Entry.Kind.FORECAST], aspect="level")
    if subject:
        kind, _, code = subject.partition("/")
        rows = rows.filter(subject=find(kind, code))
    return [_target(point) for point in points(row for row in rows if is_ahead(row))]


def _target(point: Point) -> TargetOut:
    return TargetOut(
        subject=subject_out(point.subject),
        indicator=point.indicator.code,
        unit=point.indicator.unit,
        kind=point.entry.kind,
        point=point_out(point),
    )
