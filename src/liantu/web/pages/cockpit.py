"""驾驶舱: which of the clusters is behind, and why; three statements, a card each, and how fast each must grow."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from liantu.plan.cockpit import standing
from liantu.plan.reckoning import half_up
from liantu.plan.shown import Shown
from liantu.plan.standing import ClusterStanding, Firm, Standing
from liantu.web import charts
from liantu.web.hue import hue_class
from liantu.web.language import english, say
from liantu.web.written import written

__all__ = ["Card", "CockpitPage", "Growth", "card_of", "cockpit", "page_of"]


@dataclass(frozen=True, slots=True)
class Card:
    """A cluster's card: what stands, its drawings, and the target reached in per cent where there is one."""

    of: ClusterStanding
    hue: str
    trajectory: SafeString
    bar: SafeString
    percent: Decimal | None
    leaders: tuple[Firm, ...]
    others: tuple[Firm, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """One row of the growth chart: a cluster with a dated target."""

    of: ClusterStanding
    hue: str
    needed: Shown
    now: Decimal | None
    plot: SafeString


@dataclass(frozen=True, slots=True)
class CockpitPage:
    """Everything the cockpit shows."""

    standing: Standing
    cards: tuple[Card, ...]
    growth: tuple[Growth, ...]
    axis: SafeString
    left_out: tuple[ClusterStanding, ...]


@require_safe
def cockpit(request: HttpRequest) -> HttpResponse:
    """The page."""
    return render(request, "web/cockpit.html", {"page": page_of(standing())})


def page_of(of: Standing) -> CockpitPage:
    """The cards in the taxonomy's order; the growth rows from the steepest down."""
    rows = sorted(((c, c.needed) for c in of.clusters if c.needed is not None), key=lambda row: -row[1].value)
    most = max([Decimal(10), *(needed.value for _, needed in rows), *(_yoy(c) or Decimal(0) for c, _ in rows)])
    most *= Decimal("1.14")
    marks = charts.nice_steps(most)
    growth = [
        Growth(c, hue_class(c.code), needed, _yoy(c), charts.dumbbell(_yoy(c), needed.value, marks, most))
        for c, needed in rows
    ]
    return CockpitPage(
        of,
        tuple(card_of(c) for c in of.clusters),
        tuple(growth),
        charts.axis(marks, most),
        tuple(c for c in of.clusters if c.needed is None),
    )


def card_of(of: ClusterStanding) -> Card:
    """One cluster's card with its drawings."""
    part = _share(of.main, of.target)
    percent = half_up(part * 100, 0) if part is not None else None
    words = f"{say('目标已完成', 'Reached of the target')} {percent}%"
    return Card(
        of,
        hue_class(of.code),
        _trajectory(of),
        charts.progress(part, _share(of.annual, of.target), words),
        percent,
        tuple(firm for firm in of.people if firm.role == "链主"),
        tuple(firm for firm in of.people if firm.role != "链主"),
    )


def _yoy(of: ClusterStanding) -> Decimal | None:
    return of.main.yoy if of.main else None


def _share(part: Shown | None, whole: Shown | None) -> Decimal | None:
    """Of the target, where both are known, say the same thing and the target is not nothing."""
    if part is None or whole is None or part.unit_base != whole.unit_base or not whole.value_base:
        return None
    return part.value_base / whole.value_base


def _trajectory(of: ClusterStanding) -> SafeString:
    if of.main is None or of.main.value <= 0:
        return SafeString("")
    size = of.main.value_base / of.main.value
    prior = of.prior.value_base / size if of.prior else None
    target = of.target.value_base / size if of.target else None
    top = charts.nice_top(max(value for value in (prior, of.main.value, target) if value is not None))
    scale = written(top, of.main.unit, english=english()).number
    return charts.trajectory(prior, of.main.value, target, scale, top)
