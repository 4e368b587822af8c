"""The document behind a figure: its evidence lit and numbered, the other figures in it as links, the rest folded."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from liantu.ledger.models import Entry
from liantu.review.models import Document
from liantu.web.paper import Mark, Paragraph, paragraphs

__all__ = ["Fold", "Source", "source"]

NEAR = 2  # paragraphs kept in sight on either side of a lit one
REACH = 60  # paragraphs a fold may hold; beyond, the whole document has its own page

HASHES = re.compile(r"^#+[ \t]*(?=\S)", re.MULTILINE)
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Fold:
    """Paragraphs in a row, in sight or folded away; `more` where the document goes on beyond them."""

    open: bool
    paragraphs: tuple[Paragraph, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One document with `hits` lit pieces; `joined` says they are read as one passage."""

    document: Document
    folds: tuple[Fold, ...]
    hits: int
    joined: bool


def source(document: Document, quotes: Spans, here: Spans = (), *, besides: Iterable[int] = ()) -> Source:
    """`quotes` are lit in their reading order, `here` are the figures inside them; `besides` are facts not to link."""
    lit = [
        Mark(start, end, "lit", number=str(number) if len(quotes) > 1 else "")
        for number, (start, end) in enumerate(quotes, 1)
    ]
    exact = [Mark(start, end, "here") for start, end in here]
    marks = [*lit, *exact, *_hashes(document.text), *_others(document, set(besides))]
    lines = paragraphs(document.text, marks)
    order = [start for start, _ in quotes]
    return Source(document, tuple(_folds(lines)), len(quotes), len(quotes) > 1 or order != sorted(order))


def _others(document: Document, besides: set[int]) -> Iterator[Mark]:
    """Every other figure of the ledger read from this document, as a link to its own page."""
    entries = Entry.objects.current().filter(fact__document=document).select_related("fact")
    for entry in entries:
        if entry.fact_id not in besides:
            fact = entry.fact
            yield Mark(fact.span_start, fact.span_end, "other", href=reverse("figure", args=[f"e{entry.pk}"]))


def _hashes(text: str) -> Iterator[Mark]:
    """The signs that make a line a heading: kept in the text, not shown."""
    for found in HASHES.finditer(text):
        yield Mark(found.start(), found.end(), "hash")


def _folds(lines: Sequence[Paragraph]) -> Iterator[Fold]:
    hits = [at for at, line in enumerate(lines) if line.hit]
    if not hits:
        yield Fold(True, tuple(lines[:REACH]), len(lines) > REACH)
        return
    near = {at + step for at in hits for step in range(-NEAR, NEAR + 1)}
    run: list[Paragraph] = []
    for at, line in enumerate(lines):
        if run and (at in near) != (at - 1 in near):
            yield _fold(run, at - 1 in near, last=False)
            run = []
        run.append(line)
    yield _fold(run, len(lines) - 1 in near, last=True)


def _fold(run: list[Paragraph], near: bool, *, last: bool) -> Fold:
    """The nearest end of a long fold; the far end of a document is left to its own page."""
    if near or len(run) <= REACH:
        return Fold(near, tuple(run))
    return Fold(False, tuple(run[:REACH] if last else run[-REACH:]), True)
