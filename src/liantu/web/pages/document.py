"""One document: its text as it stands, what was taken from it, and what became of every numeral."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from liantu.bulletin.proposer import has_model
from liantu.bulletin.reading import Use
from liantu.errors import NotFound
from liantu.ledger import permission
from liantu.review import receive
from liantu.review.models import Document, Fact, Reading, Relation
from liantu.web.language import say
from liantu.web.leaf import leaf
from liantu.web.paper import Mark, Paragraph, paragraphs
from liantu.web.queue import Queue, Tab
from liantu.web.signed import signed
from liantu.web.words import PREDICATES, USES, word

__all__ = ["DocumentPage", "Numeral", "Passage", "document", "find", "original", "reread"]

VIEWS = ("facts", "numbers", "order")
LISTED = 200  # numerals the side list names; the text shows all
SHOWN = 12  # figures to verify the side list names; the desk has all
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral nobody made a figure of: where it stands, the words around it, and why it was left."""

    anchor: str
    before: str
    number: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Something said of the text, with its quotes: each one's words and the anchor of its paragraph."""

    words: str
    quotes: tuple[tuple[str, str], ...]
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """The document, its latest reading (none where reading failed), and everything the page shows of them."""

    document: Document
    reading: Reading | None
    view: str
    views: tuple[tuple[str, str], ...]
    paragraphs: list[Paragraph]
    uses: tuple[tuple[str, str, int], ...]
    unread: int
    numerals: tuple[Numeral, ...]
    unchecked: tuple[tuple[Fact, str], ...]
    conflicts: tuple[Passage, ...]
    hypotheses: tuple[Passage, ...]
    facts: int
    waiting: int
    unplaced: int
    relations: tuple[tuple[Relation, str, tuple[tuple[str, str], ...]], ...]
    readings: tuple[Reading, ...]
    may_reread: bool
    may_ask: bool
    again: bool

    @property
    def long(self) -> bool:
        """Whether the browser should draw only the paragraphs in sight."""
        return len(self.paragraphs) > 200

    @property
    def more_unchecked(self) -> int:
        """How many figures to verify the side list leaves to the desk."""
        return self.waiting - len(self.unchecked)

    @property
    def more(self) -> int:
        """How many unread numerals the side list leaves to the text."""
        return self.unread - len(self.numerals)


@require_safe
def document(request: HttpRequest, key: str) -> HttpResponse:
    """The page; `?view=` chooses what is marked, `?fact=` lights one fact's evidence."""
    found = find(key)
    view = request.GET.get("view", VIEWS[0])
    page = _page(found, view if view in VIEWS else VIEWS[0], request.GET.get("fact", ""), request)
    return render(request, "web/document.html", {"page": page, "leaf": leaf(found, request)})


@require_safe
def original(request: HttpRequest, key: str) -> HttpResponseBase:
    """The file itself, byte for byte, always saved and never shown by the browser."""
    found = find(key, original=True)
    answer = FileResponse(BytesIO(bytes(found.original)), as_attachment=True, filename=found.name)
    answer.headers["Content-Type"] = "application/octet-stream"
    return answer


@require_POST
def reread(request: HttpRequest, key: str) -> HttpResponse:
    """Read the document again with today's reader; what it reads the same stays decided."""
    found = find(key)
    permission.require_reviewer(request.user)
    with transaction.atomic():
        receive.reread(found, by=signed(request))
    return redirect("document", key)


def find(key: str, *, original: bool = False) -> Document:
    """A document by its id or the first eight or more characters of it."""
    rows = Document.objects.all() if original else Document.objects.defer("original")
    found = list(rows.filter(pk__startswith=key)[:2]) if len(key) >= 8 else []
    if len(found) != 1:
        raise NotFound(
            f"没有编号为 {key} 的文档，请从来源文档列表进入。", f"There is no document {key}; open it from the list."
        )
    return found[0]


def _page(found: Document, view: str, fact: str, request: HttpRequest) -> DocumentPage:
    readings = tuple(found.readings.defer("numbers", "conflicts", "hypotheses").select_related("read_by"))
    reading = found.readings.first()
    facts = list(reading.facts.all()) if reading else []
    numbers: list[dict[str, Any]] = reading.numbers if reading else []
    torn: list[dict[str, Any]] = reading.conflicts if reading else []
    hypotheses: list[dict[str, Any]] = reading.hypotheses if reading else []
    open_facts = Queue(document=found.pk).facts()
    waiting = set(open_facts.values_list("pk", flat=True))
    numbers = [_told(number, waiting) for number in numbers]
    marks = [*_marks(view, facts, numbers, hypotheses), *_places(reading), *_lit(facts, fact), *_signs(found.text)]
    lines = paragraphs(found.text, marks)
    place = _Places(found.text, lines)
    counts = Counter(number["use"] for number in numbers)
    return DocumentPage(
        found,
        reading,
        view,
        (
            ("facts", say("数字与出处", "Figures")),
            ("numbers", say("数字账", "Number account")),
            ("order", say("阅读顺序", "Reading order")),
        ),
        lines,
        tuple((use, say(*words), counts[use]) for use, words in USES.items() if counts[use]),
        counts[Use.REVIEW],
        tuple(_numerals(found.text, numbers))[:LISTED],
        tuple((one, found.text[one.span_start : one.span_end]) for one in open_facts[:SHOWN]),
        tuple(Passage(say(each["zh"], each["en"]), place.of(each["quotes"])) for each in torn),
        tuple(Passage(each["reason"], place.of(each["pieces"]), str(each["confidence"])) for each in hypotheses),
        len(facts),
        len(waiting),
        Queue(tab=Tab.UNPLACED, document=found.pk).facts().count(),
        tuple(
            (one, word(PREDICATES, one.predicate), place.of(one.quotes))
            for one in (reading.relations.all() if reading else ())
        ),
        readings,
        permission.may_review(request.user),
        permission.may_review(request.user) and bool(counts[Use.REVIEW]) and not found.internal and has_model(),
        "again" in request.GET,
    )


def _told(number: dict[str, Any], waiting: Container[int]) -> dict[str, Any]:
    """A numeral with what became of it; one of a figure that nobody has verified yet says so."""
    return number | {"use": WAITING} if number["use"] == Use.FACT and number["fact"] in waiting else number


def _signs(text: str) -> Iterator[Mark]:
    """The # of headings, shown faintly: they are part of the text, not of what it says."""
    for m in re.finditer(r"^[ \t\u3000]*(#{1,6}) ", text, re.MULTILINE):
        yield Mark(*m.span(1), "sign")


class _Places:
    """Where offsets stand on the page: the anchor of the paragraph that holds them."""

    def __init__(self, text: str, lines: Sequence[Paragraph]) -> None:
        self.text = text
        self.starts = [line.start for line in lines]

    def of(self, quotes: Sequence[Sequence[int]]) -> tuple[tuple[str, str], ...]:
        """Each quote's words with the anchor of its paragraph."""
        return tuple((self.text[start:end], f"p{max(1, bisect_right(self.starts, start))}") for start, end in quotes)


def _marks(
    view: str, facts: Sequence[Fact], numbers: Sequence[Mapping[str, Any]], hypotheses: Sequence[Mapping[str, Any]]
) -> Iterator[Mark]:
    """What the chosen view marks; facts are links in all of them, numerals nobody read are marked in all of them."""
    for fact in facts:
        yield Mark(fact.span_start, fact.span_end, "fl", href=reverse("fact", args=[fact.pk]), id=f"f{fact.pk}")
        if view == "facts":
            yield from (Mark(start, end, "other") for start, end in fact.quotes)
    for number in numbers:
        start, end = number["span"]
        if view == "numbers" or number["use"] == Use.REVIEW:
            yield Mark(start, end, f"n n-{number['use']}", word=say(*USES[number["use"]]), id=f"n{start}")
    if view == "order":
        for joined, each in enumerate(hypotheses, 1):
            for piece, (start, end) in enumerate(each["pieces"], 1):
                yield Mark(start, end, "piece", number=f"{joined}.{piece}")


def _places(reading: Reading | None) -> Iterator[Mark]:
    """Where contradictions stand, so that an address may jump there."""
    for told in reading.conflicts if reading else []:
        yield from (Mark(start, end, "torn", id=f"c{start}") for start, end in told["quotes"])


def _lit(facts: Sequence[Fact], wanted: str) -> Iterator[Mark]:
    """The evidence of the one fact the address asks for."""
    for fact in facts:
        if str(fact.pk) == wanted:
            many = len(fact.quotes) > 1
            for number, (start, end) in enumerate(fact.quotes, 1):
                yield Mark(start, end, "lit", number=str(number) if many else "")


def _numerals(text: str, numbers: Sequence[Mapping[str, Any]]) -> Iterator[Numeral]:
    """The numerals left for a person, in the order of the text."""
    for number in numbers:
        if number["use"] == Use.REVIEW:
            start, end = number["span"]
            before = text[max(0, start - 12) : start].rpartition("\n")[2]
            after = text[end : end + 12].partition("\n")[0]
            yield Numeral(f"n{start}", before, text[start:end], after, number.get("reason") or "")
