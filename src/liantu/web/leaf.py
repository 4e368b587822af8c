"""页 Leaf: one printed page of a document as a picture, with a box around each figure read from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.http import HttpRequest

from liantu.bulletin.anchor import Anchor, Box, boxes
from liantu.review.models import Document, Fact, Layout
from liantu.review.opened import anchors_of

__all__ = ["Boxed", "Leaf", "Place", "leaf"]

ROOM = 2


class Place(NamedTuple):
    """A rectangle of the page in thousandths of its width and height."""

    left: int
    top: int
    wide: int
    high: int

    @classmethod
    def of(cls, box: Box) -> "Place":
        """The place of a box with a little room around it."""
        return cls(box.left - ROOM, box.top - ROOM, box.right - box.left + 2 * ROOM, box.bottom - box.top + 2 * ROOM)


@dataclass(frozen=True, slots=True)
class Boxed:
    """A figure on the page: its words, its boxes in thousandths of the page, and whether it is the chosen one."""

    fact: Fact
    words: str
    boxes: tuple[Place, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """Page `number` of `pages` with its figures; `lit` are the boxes of the chosen figure's evidence."""

    number: int
    pages: int
    figures: tuple[Boxed, ...]
    lit: tuple[Place, ...]

    @property
    def before(self) -> int | None:
        """The page before this one."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The page after this one."""
        return self.number + 1 if self.number < self.pages else None


def leaf(document: Document, request: HttpRequest) -> Leaf | None:
    """The page that `?page=` asks for, else the one the figure of `?fact=` stands on, else the first; None without pages."""
    layout = Layout.objects.filter(document=document).only("anchors").first()
    anchors = anchors_of(layout) if layout is not None else ()
    pages = max((anchor.page for anchor in anchors if anchor.page is not None), default=0)
    if not pages:
        return None
    reading = document.readings.first()
    facts = list(reading.facts.all()) if reading else []
    chosen = next((fact for fact in facts if str(fact.pk) == request.GET.get("fact", "")), None)
    number = _number(request.GET.get("page", ""), pages) or _page_of(anchors, document.text, chosen) or 1
    lit = chosen.quotes if chosen is not None else ()
    return Leaf(
        number,
        pages,
        tuple(_boxed(document.text, anchors, facts, number, chosen)),
        tuple(
            Place.of(box)
            for start, end in lit
            for page, box in boxes(anchors, document.text, start, end)
            if page == number
        ),
    )


def _number(asked: str, pages: int) -> int | None:
    return int(asked) if asked.isdecimal() and len(asked) < 6 and 1 <= int(asked) <= pages else None


def _page_of(anchors: Sequence[Anchor], text: str, fact: Fact | None) -> int | None:
    found = boxes(anchors, text, fact.span_start, fact.span_end) if fact is not None else []
    return found[0][0] if found else None


def _boxed(
    text: str, anchors: Sequence[Anchor], facts: Sequence[Fact], number: int, chosen: Fact | None
) -> Iterator[Boxed]:
    for fact in facts:
        start, end = fact.span_start, fact.span_end
        here = tuple(Place.of(box) for page, box in boxes(anchors, text, start, end) if page == number)
        if here:
            yield Boxed(fact, text[start:end], here, fact == chosen)
