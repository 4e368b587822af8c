"""来源文档: every document received, what was read from it and what still wants a person."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Func, IntegerField, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from liantu.ledger import permission
from liantu.ledger.models import Entry
from liantu.review.models import Document, Reading

__all__ = ["DocumentsPage", "documents"]

ROWS = 50
LENGTH = "jsonb_array_length(%(expressions)s)"
UNREAD = """jsonb_array_length(jsonb_path_query_array(%(expressions)s, '$[*] ? (@.use == "review")'))"""


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """One page of documents, each annotated with `figures`, `waiting`, `torn` (contradictions) and `unread` numerals."""

    page: Page[Document]
    q: str
    may_send: bool


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """The page; `?q=` looks into titles and issuers."""
    q = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    rows = Document.objects.defer("text", "original", "note").select_related("received_by").annotate(**_counted())
    rows = rows.order_by("-published", "title", "pk")
    if q:
        rows = rows.filter(Q(title__icontains=q) | Q(issuer__icontains=q))
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    shown = DocumentsPage(page, q, permission.may_send(request.user))
    return render(request, "web/documents.html", {"page": shown})


def _counted() -> dict[str, Combinable]:
    """What the reading in force of each document holds, counted by the database."""
    latest = Reading.objects.filter(document=OuterRef("pk")).order_by("-pk")
    unchecked = Entry.objects.current().filter(decision=None, fact__document=OuterRef("pk")).order_by()
    held = {
        "figures": latest.annotate(held=Count("facts")),
        "waiting": unchecked.values("fact__document").annotate(held=Count("pk")),
        "torn": latest.annotate(held=Func("conflicts", template=LENGTH, output_field=IntegerField())),
        "unread": latest.annotate(held=Func("numbers", template=UNREAD, output_field=IntegerField())),
    }
    return {name: Coalesce(Subquery(rows.values("held")[:1]), 0) for name, rows in held.items()}
