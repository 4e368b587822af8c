"""数字台账: every figure in force with its source, narrowed and sorted by the address; also as CSV and Excel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models.functions import ExtractYear
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from liantu.ledger.contradiction import contradictions
from liantu.ledger.models import Cluster, Entry, Indicator
from liantu.plan.quoted import Torn, of_entry
from liantu.plan.shown import Shown
from liantu.review.models import Document
from liantu.web.export import Line, Sheet, as_csv, as_xlsx
from liantu.web.language import say
from liantu.web.narrow import SORTS, STATUSES, Narrow
from liantu.web.words import KINDS

__all__ = ["FigureRow", "FiguresPage", "figures", "figures_csv", "figures_xlsx"]

ROWS = 50
HEAVY = ("fact__document__text", "fact__document__original")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of the table: the figure, its entry and what kind of claim it is."""

    shown: Shown
    entry: Entry
    kind: str


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """One page of the table, the filter as it stands, and what it may be set to."""

    narrow: Narrow
    page: Page[Entry]
    rows: tuple[FigureRow, ...]
    clusters: tuple[Cluster, ...]
    indicators: tuple[Indicator, ...]
    kinds: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    today: str


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The table."""
    asked = Narrow.read(request.GET)
    torn = contradictions(asked.day)
    page = Paginator(asked.entries(torn), ROWS).get_page(request.GET.get("page"))
    told = Entry.objects.filter(period_end__isnull=False).order_by()
    years = told.values_list(ExtractYear("period_end"), flat=True).distinct()
    shown = FiguresPage(
        asked,
        page,
        tuple(_rows(page.object_list, torn)),
        tuple(Cluster.objects.filter(office__isnull=False).select_related("subject")),
        tuple(Indicator.objects.filter(entries__isnull=False).distinct().order_by("name")),
        _choices(KINDS),
        _choices(STATUSES),
        _choices(SORTS),
        tuple(sorted(years, reverse=True)),
        timezone.localdate().isoformat(),
    )
    return render(request, "web/figures.html", {"page": shown})


@require_safe
def figures_csv(request: HttpRequest) -> HttpResponse:
    """The table as CSV, all pages of it."""
    return as_csv(_sheet(request))


@require_safe
def figures_xlsx(request: HttpRequest) -> HttpResponse:
    """The table as an Excel workbook, all pages of it."""
    return as_xlsx(_sheet(request))


def _sheet(request: HttpRequest) -> Sheet:
    asked = Narrow.read(request.GET)
    torn = contradictions(asked.day)
    entries = list(asked.entries(torn).defer(None).defer(*HEAVY))
    texts = dict(Document.objects.filter(pk__in={e.fact.document_id for e in entries}).values_list("pk", "text"))
    return Sheet(
        say("数字台账", "Figures"),
        asked.words(),
        timezone.localtime(),
        tuple(_line(request, row, texts[row.entry.fact.document_id]) for row in _rows(entries, torn)),
    )


def _rows(entries: Iterable[Entry], torn: Torn) -> Iterable[FigureRow]:
    return (FigureRow(of_entry(entry, torn), entry, say(*KINDS[entry.kind])) for entry in entries)


def _line(request: HttpRequest, row: FigureRow, text: str) -> Line:
    shown, entry = row.shown, row.entry
    return Line(
        say(entry.subject.name, entry.subject.name_en),
        say(shown.name, shown.name_en),
        shown.value,
        shown.unit,
        say(*BOUNDS[shown.mark]),
        say(shown.period_zh, shown.period_en),
        row.kind,
        shown.yoy,
        say(*STATUSES[shown.status]),
        " … ".join(text[start:end] for start, end in entry.fact.quotes),
        entry.fact.document.title,
        entry.fact.document.published,
        request.build_absolute_uri(reverse("figure", args=[shown.id])),
    )


def _choices(words: Mapping[str, tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((key, say(zh, en)) for key, (zh, en) in words.items())


BOUNDS: Mapping[str, tuple[str, str]] = {
    "": ("", ""),
    "+": ("以上", "or more"),
    "-": ("以内", "or less"),
    "~": ("约", "about"),
}
