"""产业集群: all clusters of the taxonomy in force, one card each."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from liantu.plan.cockpit import standing
from liantu.plan.standing import Standing
from liantu.web.pages.cockpit import Card, card_of

__all__ = ["ClustersPage", "clusters"]


@dataclass(frozen=True, slots=True)
class ClustersPage:
    """The cards with the taxonomy they belong to."""

    standing: Standing
    cards: tuple[Card, ...]


@require_safe
def clusters(request: HttpRequest) -> HttpResponse:
    """The page."""
    found = standing()
    page = ClustersPage(found, tuple(card_of(one) for one in found.clusters))
    return render(request, "web/clusters.html", {"page": page})
