"""One figure and its way back: the lit sentence, the formula where it was reckoned, who checked it and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from liantu.ledger.models import Entry
from liantu.plan.figures import find, inputs
from liantu.plan.shown import Shown
from liantu.review.models import Document
from liantu.web import lineage
from liantu.web.language import english, say
from liantu.web.source import Source, source
from liantu.web.templatetags.liantu import day
from liantu.web.written import written

__all__ = ["FigurePage", "figure", "page_of"]


@dataclass(frozen=True, slots=True)
class FigurePage:
    """The figure, its inputs where it was reckoned, its documents, and the four steps to it."""

    shown: Shown
    subject: str
    checked: str
    citation: str
    inputs: tuple[Shown, ...]
    sources: tuple[Source, ...]
    same: tuple[tuple[str, Document], ...]
    steps: tuple[lineage.Step, ...]
    fact: int | None


@require_safe
def figure(request: HttpRequest, key: str) -> HttpResponse:
    """The page, or the drawer's content where the script asks for it."""
    drawer = request.headers.get("HX-Request") == "true"
    context = {"page": page_of(find(key)), "drawer": drawer}
    answer = render(request, f"web/{'_' * drawer}figure.html", context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def page_of(shown: Shown) -> FigurePage:
    """Everything the page shows of a figure. A quoted one has one source; a derived one those of all its inputs."""
    entries = _entries(shown)
    own = entries if shown.derived else entries[:1]
    first = entries[0]
    return FigurePage(
        shown,
        say(first.subject.name, first.subject.name_en),
        "" if shown.derived else _checked(first),
        _citation(shown, own),
        inputs(shown) if shown.derived else (),
        tuple(_sources(own)),
        () if shown.derived else tuple((f"e{entry.pk}", entry.fact.document) for entry in entries[1:]),
        lineage.derived(own) if shown.derived else lineage.of_entry(first),
        None if shown.derived else first.fact_id,
    )


def _entries(shown: Shown) -> list[Entry]:
    """The entries behind it, in its order."""
    rows = Entry.objects.select_related(
        "subject",
        "indicator",
        "fact__document__received_by",
        "decision__by",
        "recorded_by",
        "superseded_by",
    ).defer("fact__document__original")
    found = rows.in_bulk(shown.entries)
    return [found[key] for key in shown.entries]


def _sources(entries: Sequence[Entry]) -> list[Source]:
    """One per document, its evidence numbered in the order of the inputs."""
    made = []
    for document in {entry.fact.document_id: entry.fact.document for entry in entries}.values():
        facts = [entry.fact for entry in entries if entry.fact.document_id == document.pk]
        quotes = list(dict.fromkeys(tuple(quote) for fact in facts for quote in fact.quotes))
        here = [(fact.span_start, fact.span_end) for fact in facts]
        made.append(source(document, quotes, here, besides=[fact.pk for fact in facts]))
    return made


def _checked(entry: Entry) -> str:
    """Who checked it and when; empty while nobody has."""
    if entry.decision is None:
        return ""
    by = entry.decision.by.get_full_name() or entry.decision.by.get_username()
    return f"{by} · {day(entry.decision.at)}"


def _citation(shown: Shown, entries: Sequence[Entry]) -> str:
    """A line to paste into a paper: what, how much, of when, from where."""
    first = entries[0]
    value = written(shown.value, shown.unit, shown.mark, derived=shown.derived, english=english())
    documents = {entry.fact.document_id: entry.fact.document for entry in entries}.values()
    titles = "".join(f"《{document.title}》（{day(document.published)}）" for document in documents)
    return say(
        f"{first.subject.name}{shown.period_zh}{shown.name}{value}"
        f"（{'推算，' if shown.derived else ''}据{titles}；链图 {shown.id}）",
        f"{first.subject.name_en or first.subject.name}, {shown.name_en or shown.name}, {shown.period_en}: {value}"
        f" ({'derived from' if shown.derived else 'source:'} {titles}; Liantu {shown.id})",
    )
