"""One cluster: how it is moving, what is wanted of it, who is in it, and every sentence that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from liantu.plan.cluster import ClusterPage as Told
from liantu.plan.cluster import Line, Member, Row, cluster_page
from liantu.plan.shown import Shown
from liantu.plan.standing import ClusterStanding
from liantu.review.models import Relation
from liantu.web import charts
from liantu.web.language import english, say
from liantu.web.pages.cockpit import Card, card_of
from liantu.web.paper import lit
from liantu.web.written import written

__all__ = ["ClusterPage", "Drawn", "cluster"]

AHEAD = ("target", "forecast")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One indicator's line with its drawing."""

    line: Line
    trend: SafeString


@dataclass(frozen=True, slots=True)
class ClusterPage:
    """What `told` says, with its drawings, its own figures apart from its parts', and the sentences of its firms."""

    told: Told
    card: Card
    lines: tuple[Drawn, ...]
    own: tuple[Row, ...]
    parts: tuple[Row, ...]
    targets: tuple[Row, ...]
    named: tuple[tuple[Member, SafeString], ...]
    unnamed: tuple[Member, ...]


@require_safe
def cluster(request: HttpRequest, code: str) -> HttpResponse:
    """The page."""
    return render(request, "web/cluster.html", {"page": _page(cluster_page(code))})


def _page(told: Told) -> ClusterPage:
    code = told.standing.code
    past = [row for row in told.rows if row.kind not in AHEAD]
    return ClusterPage(
        told,
        card_of(told.standing),
        tuple(Drawn(line, _trend(line, told.standing)) for line in told.lines if _worth_drawing(line, told.standing)),
        tuple(row for row in past if row.subject_code == code),
        tuple(row for row in past if row.subject_code != code),
        tuple(row for row in told.rows if row.kind in AHEAD and row.subject_code == code),
        tuple(_sentences(member for member in told.members if member.relation)),
        tuple(member for member in told.members if not member.relation),
    )


def _worth_drawing(line: Line, of: ClusterStanding) -> bool:
    """One lonely point is no line; the card's own indicator is always drawn."""
    return _is_main(line, of) or len(line.points) + len(line.targets) > 1


def _is_main(line: Line, of: ClusterStanding) -> bool:
    return of.main is not None and of.main.id in {point.id for point in line.points}


def _trend(line: Line, of: ClusterStanding) -> SafeString:
    """Points and targets over time; the year before stands where it is reckoned and no document gives it."""
    points = [_point(point, "reported") for point in line.points]
    points += [_point(target, "target") for target in line.targets]
    if of.prior is not None and of.main is not None and _is_main(line, of):
        prior = _point(of.prior, "derived", of.main)
        points += [prior] if prior and prior.at not in {point.at for point in points if point} else []
    return charts.trend([point for point in points if point is not None])


def _point(shown: Shown, kind: str, like: Shown | None = None) -> charts.Point | None:
    """None where the period has no end to place it by. `like` is the figure a derived one was reckoned from."""
    if shown.period_end is None:
        return None
    value = written(shown.value, shown.unit, shown.mark, derived=shown.derived, english=english())
    span = (like or shown).period_zh.partition("年")[2]
    when = say(shown.period_zh.removesuffix("全年"), shown.period_en)
    return charts.Point(shown.period_end, shown.value_base, kind, str(value), when, span)


def _sentences(members: Iterable[Member]) -> Iterator[tuple[Member, SafeString]]:
    """Each firm with the sentence that gives it its role."""
    named = list(members)
    rows = Relation.objects.select_related("document").defer("document__original")
    found = rows.in_bulk([member.relation for member in named if member.relation is not None])
    for member in named:
        relation = found[member.relation or 0]
        yield member, lit(relation.document.text, relation.quotes)
