"""The paper: a document's text as it stands, with what was read from it marked at its exact place.

Marks may overlap in any way and run across lines. The text between the tags is the stored text, character for
character; words and numbers that belong to a mark ride in attributes, so copying a paragraph copies the document.

    >>> marks = [Mark(0, 8, "ev"), Mark(3, 8, "fl", href="/desk/facts/1/")]
    >>> print(paragraphs("营收共5.2亿元", marks)[0].html)
    <span class="ev">营收共</span><a class="fl" href="/desk/facts/1/"><span class="ev">5.2亿元</span></a>
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

__all__ = ["Mark", "Paragraph", "lit", "paragraphs"]


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters `start` to `end` shown as `kind` (a CSS class).

    A mark with `href` is a link; where several cover one character the shortest link takes it. `number` is shown before
    the mark, `word` after it, `id` is the place an address may jump to.
    """

    start: int
    end: int
    kind: str
    href: str = ""
    number: str = ""
    word: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text that is not empty: its number from 1, its place, and its marked-up characters."""

    number: int
    start: int
    end: int
    heading: bool
    hit: bool
    html: SafeString


@dataclass(slots=True)
class _Piece:
    """A run of characters under the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    link: Mark | None = field(init=False)

    def __post_init__(self) -> None:
        links = [mark for mark in self.marks if mark.href]
        self.link = min(links, key=lambda mark: (mark.end - mark.start, mark.start)) if links else None


def paragraphs(text: str, marks: Iterable[Mark] = (), hit: str = "lit") -> list[Paragraph]:
    """The lines of `text` with `marks` laid over them; a line holding a mark of kind `hit` says so."""
    lines = list(_lines(text))
    pieces = _pieces(lines, sorted(marks, key=lambda mark: (mark.start, mark.end)))
    return [
        Paragraph(
            number,
            start,
            end,
            text.startswith("#", start),
            any(mark.kind == hit for piece in held for mark in piece.marks),
            _html(text, held),
        )
        for number, ((start, end), held) in enumerate(zip(lines, pieces, strict=True), 1)
    ]


def lit(text: str, quotes: Sequence[Sequence[int]], span: Sequence[int] = (0, 0)) -> SafeString:
    """The evidence alone, in reading order, with the figure lit; pieces of a torn sentence are numbered."""
    parts = []
    for number, (start, end) in enumerate(quotes, 1):
        low, high = max(start, span[0]), min(end, span[1])
        label = f'<span class="ev" data-n="{number}">' if len(quotes) > 1 else '<span class="ev">'
        inner = (
            f"{escape(text[start:low])}<mark>{escape(text[low:high])}</mark>{escape(text[high:end])}"
            if low < high
            else escape(text[start:end])
        )
        parts.append(f"{label}{inner}</span>")
    return mark_safe(" ".join(parts))  # noqa: S308 (every character went through escape)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank starts and ends, the blanks at both ends left out."""
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            left = start + len(line) - len(line.lstrip())
            yield left, left + len(body)
        start += len(line)


def _pieces(lines: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[list[_Piece]]:
    """Each line's runs of characters; one pass over lines and marks, both in order."""
    waiting, active = iter(marks), list[Mark]()
    coming = next(waiting, None)
    for start, end in lines:
        while coming is not None and coming.start < end:
            active.append(coming)
            coming = next(waiting, None)
        active = [mark for mark in active if mark.end > start]
        here = [mark for mark in active if mark.start < end]
        cuts = {start, end}.union(at for mark in here for at in (mark.start, mark.end) if start < at < end)
        order = sorted(cuts)
        yield [
            _Piece(low, high, tuple(mark for mark in here if mark.start <= low and mark.end >= high))
            for low, high in pairwise(order)
        ]


def _html(text: str, pieces: Sequence[_Piece]) -> SafeString:
    """The pieces as HTML: one element around each run of one link, one span per piece that bears a mark."""
    parts = []
    for link, run in groupby(pieces, key=lambda piece: piece.link):
        held = list(run)
        inner = "".join(_span(text, piece) for piece in held)
        if link:
            named = _id(link if held[0].start == link.start else None)
            inner = f'<a class="{link.kind}" href="{escape(link.href)}"{named}>{inner}</a>'
        parts.append(inner)
    return mark_safe("".join(parts))  # noqa: S308 (every character went through escape)


def _span(text: str, piece: _Piece) -> str:
    """One piece: the classes of its marks, and the numbers and words of those that begin or end with it."""
    body = escape(text[piece.start : piece.end])
    marks = [mark for mark in piece.marks if not mark.href]
    if not marks:
        return body
    begins = [mark for mark in marks if mark.start == piece.start]
    ends = [mark for mark in marks if mark.end == piece.end]
    number = "".join(mark.number for mark in begins)
    word = " ".join(mark.word for mark in ends if mark.word)
    named = next((mark for mark in begins if mark.id), None)
    attributes = f' data-n="{escape(number)}"' if number else ""
    attributes += f' data-w="{escape(word)}"' if word else ""
    kinds = " ".join(dict.fromkeys(mark.kind for mark in marks))
    return f'<span class="{kinds}"{_id(named)}{attributes}>{body}</span>'


def _id(mark: Mark | None) -> str:
    return f' id="{escape(mark.id)}"' if mark is not None and mark.id else ""
