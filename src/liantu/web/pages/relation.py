"""The sentence behind something said of a firm or park: who it is to whom, lit in its document."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from liantu.review.models import Relation
from liantu.web.lineage import Step, of_relation
from liantu.web.source import Source, source
from liantu.web.words import PREDICATES, word

__all__ = ["RelationPage", "relation"]


@dataclass(frozen=True, slots=True)
class RelationPage:
    """What is said, where, and how it came here."""

    relation: Relation
    predicate: str
    sources: tuple[Source, ...]
    steps: tuple[Step, ...]


@require_safe
def relation(request: HttpRequest, key: int) -> HttpResponse:
    """The page, or the drawer's content where the script asks for it."""
    found = get_object_or_404(Relation.objects.select_related("document__received_by"), pk=key)
    page = RelationPage(
        found, word(PREDICATES, found.predicate), (source(found.document, found.quotes),), of_relation(found)
    )
    drawer = request.headers.get("HX-Request") == "true"
    answer = render(request, f"web/{'_' * drawer}relation.html", {"page": page, "drawer": drawer})
    patch_vary_headers(answer, ["HX-Request"])
    return answer
