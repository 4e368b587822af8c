"""草稿 Draft: a text that was read, taken apart for checking into sentences whose figures are marks in a pattern.

    >>> draft = Draft.of(Document.from_text("1-11月，产值由20亿元增长到60亿元，增长2倍。"), published=date(2023, 12, 22))
    >>> draft.sentences[0].shape.replace(LEVEL, "L").replace(RATE, "P")
    '1-11月，产值由L增长到L，增长P。'
    >>> [(str(one.value), one.unit) for one in draft.sentences[0].told]
    [('2000000000', '元'), ('6000000000', '元'), ('200', '%')]

A rule is then a pattern over the shape: one character stands for a whole figure with its unit and its bound.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Self

from liantu.bulletin import when
from liantu.bulletin.check.rounding import step_of
from liantu.bulletin.document import Document
from liantu.bulletin.flow import Stretch
from liantu.bulletin.fold import fold
from liantu.bulletin.quantity import Quantity, scan
from liantu.bulletin.quote import Quote
from liantu.bulletin.read import read
from liantu.bulletin.reading import Fact, Reading, Use
from liantu.bulletin.section import sections, sentences
from liantu.bulletin.table import Table, hidden, tables
from liantu.bulletin.when import Mention

__all__ = ["LEVEL", "MARKS", "POINT", "RATE", "Draft", "Sentence", "Told"]

LEVEL: Final = "\ue000"
RATE: Final = "\ue001"
POINT: Final = "\ue002"
MARKS: Final = LEVEL + RATE + POINT
_DOUBLED: Final = re.compile(r"翻了([一两二三])番")


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a sentence: its place there and in the document, its value in the base `unit`, its last place.

    `around` is its place with the words that bound it; `fact` is the reader's fact of it, None where it made none.
    """

    start: int
    end: int
    span: Quote
    words: str
    value: Decimal
    unit: str
    step: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = ""
    fact: Fact | None = None
    around: tuple[int, int] = (0, 0)

    @property
    def exact(self) -> bool:
        """Whether it is told without 多, 超, 近 or 约."""
        return not self.bound and self.low is None and self.high is None

    @property
    def is_percent(self) -> bool:
        """Whether it is written with a per cent sign, not as 倍, 成 or 番."""
        return self.unit == "%" and self.words.endswith("%")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` folded, `shape` the same with each figure as one mark, `told` its figures in order.

    `mentions` are the times it names, those of comparison among them.
    """

    text: str
    shape: str
    told: tuple[Told, ...]
    number: int
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    stretch: Stretch

    def at(self, place: int) -> Told:
        """The figure whose mark stands at `place` of the shape."""
        return self.told[sum(self.shape.count(mark, 0, place) for mark in MARKS)]

    def marks(self, m: re.Match[str]) -> list[Told]:
        """The figures of all marks within a match over the shape, in order."""
        return [self.at(place) for place in range(m.start(), m.end()) if self.shape[place] in MARKS]

    def place(self, at: int) -> int:
        """The place in the text of a place of the shape."""
        seen = sum(self.shape.count(mark, 0, at) for mark in MARKS)
        return at + sum(one.around[1] - one.around[0] - 1 for one in self.told[:seen])

    def raw(self, start: int, end: int) -> Quote:
        """The place in the document of the words `start` to `end` of the shape, which hold no figure."""
        return self.stretch.raw(self.place(start), self.place(start) + end - start)

    def clause(self, place: int) -> str:
        """The words from the last comma or stop before `place` of the shape up to it."""
        return re.split(r"[，,；;。、]", self.shape[:place])[-1]


@dataclass(frozen=True, slots=True)
class Draft:
    """The document, its reading, and what the rules look at; `growths` are the places of each fact's growth."""

    document: Document
    reading: Reading
    text: str
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]
    growths: Mapping[str, Quote] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, reading: Reading | None = None, published: date | None = None) -> Self:
        """The draft of a document; it is read where no reading is given."""
        reading = reading or read(document, published or document.published)
        text = fold(document.text)
        for start, end in document.aside:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        tabled = tables(text)
        found = tuple(_sentences(text, tabled, reading))
        whole = {told.span.start: told.span for sentence in found for told in sentence.told}
        uses = [use for use in reversed(reading.numbers) if use.use is Use.YOY and use.fact]
        growths = {use.fact or "": whole.get(use.span.start, use.span) for use in uses}
        return cls(document, reading, text, found, tabled, growths)

    @classmethod
    def of_text(cls, text: str, published: date | None = None) -> Self:
        """The draft of a text by itself, for a test or a try.

        >>> len(Draft.of_text("产值5亿元。增长3%。").sentences)
        2
        """
        return cls.of(Document.from_text(text), published=published)

    @property
    def published(self) -> date | None:
        """The day it is checked for."""
        return self.reading.published

    def words(self, fact: Fact) -> str:
        """A fact's figure as the draft writes it."""
        return fact.span.of(self.document.text)


def _sentences(text: str, tabled: tuple[Table, ...], reading: Reading) -> Iterator[Sentence]:
    facts = {fact.span.start: fact for fact in reversed(reading.facts)}
    number = 0
    for section in sections(hidden(text, tabled))[0]:
        for paragraph in section.paragraphs:
            for stretch in sentences(paragraph):
                yield _sentence(stretch, facts, number, reading.published)
                number += 1


def _sentence(stretch: Stretch, facts: Mapping[int, Fact], number: int, published: date | None) -> Sentence:
    told: list[Told] = []
    shape, at = [], 0
    for quantity in _figures(stretch.text):
        one = _told(quantity, stretch, facts)
        if one is None or quantity.around[0] < at:
            continue
        shape += [stretch.text[at : quantity.around[0]], _mark(one)]
        at = quantity.around[1]
        told.append(one)
    shape.append(stretch.text[at:])
    own = {place: facts[place] for place in stretch.offsets if place in facts}
    held = tuple(own[place] for place in sorted(own))
    times = tuple(when.scan(stretch.text, published))
    return Sentence(stretch.text, "".join(shape), tuple(told), number, held, times, stretch)


def _figures(text: str) -> list[Quantity]:
    """The figures with a value; 翻了一番 is one too."""
    found = [one for one in scan(text) if one.use is None and one.value is not None and one.base[0] is not None]
    for m in _DOUBLED.finditer(text):
        double = scan(f"翻{m[1]}番")[0]
        spread = Quantity(
            m.start(), m.end(), m[0], double.value, "番", rate=double.rate, around=m.span(), base_unit="%"
        )
        found = [one for one in found if one.end <= m.start() or one.start >= m.end()] + [spread]
    return sorted(found, key=lambda one: one.start)


def _told(quantity: Quantity, stretch: Stretch, facts: Mapping[int, Fact]) -> Told | None:
    value, unit = quantity.base
    if value is None or (not unit and not quantity.inherited):
        return None
    span = stretch.raw(quantity.start, quantity.end)
    limits = [None if end is None else end * quantity.factor for end in (quantity.low, quantity.high)]
    bound = quantity.qualifier or ""
    step = step_of(quantity.value, quantity.unit, quantity.text, unit)
    where = (quantity.start, quantity.end, span, quantity.text)
    return Told(*where, value, unit, step, limits[0], limits[1], bound, facts.get(span.start), quantity.around)


def _mark(told: Told) -> str:
    return RATE if told.unit == "%" else POINT if told.unit == "pp" else LEVEL
