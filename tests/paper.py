"""Papers for tests: a text of our own and what a reader finds in it, kept as a real reading is kept."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from liantu.bulletin import reading as read
from liantu.bulletin.quote import Quote
from liantu.figure.unit import base_of
from liantu.review.keep import Kept, keep
from liantu.review.models import Document

__all__ = ["JAN_NOV", "JAN_OCT", "YEAR_2022", "Paper", "Said"]

JAN_OCT = (date(2023, 1, 1), date(2023, 10, 31))
JAN_NOV = (date(2023, 1, 1), date(2023, 11, 30))
YEAR_2022 = (date(2022, 1, 1), date(2022, 12, 31))


@dataclass(frozen=True)
class Said:
    """One figure as a reader finds it; `words` are the figure's own characters in the text."""

    words: str
    subject: str
    measure: str
    value: str
    unit: str = "亿元"
    span: tuple[date | None, date | None] = JAN_NOV
    yoy: str | None = None
    modality: str = "actual"
    aspect: str = "level"
    bound: str = ""
    base: str | None = None
    rule: str = "test"


@dataclass(frozen=True)
class Paper:
    """A document and what is said in it; `reader` is the version that read it."""

    text: str
    said: tuple[Said, ...]
    relations: tuple[tuple[str, str, str], ...] = ()
    conflicts: tuple[tuple[str, tuple[int, ...], str], ...] = ()
    published: date = date(2023, 12, 28)
    reader: str = "test-1"

    def again(self, *said: Said, reader: str = "test-2") -> "Paper":
        """The same document as a newer reader reads it."""
        return replace(self, said=said, reader=reader)

    @property
    def id(self) -> str:
        return sha256(self.text.encode()).hexdigest()

    def keep(self) -> Kept:
        document, _ = Document.objects.get_or_create(
            pk=self.id,
            defaults={
                "title": self.text[:12],
                "name": "paper.txt",
                "media_type": "text/plain",
                "published": self.published,
                "text": self.text,
                "original": self.text.encode(),
            },
        )
        return keep(document, self.reading())

    def reading(self) -> read.Reading:
        facts = tuple(self._fact(number, said) for number, said in enumerate(self.said))
        whole = (Quote(0, len(self.text)),)
        return read.Reading(
            document_id=self.id,
            published=self.published,
            reader=self.reader,
            facts=facts,
            relations=tuple(read.Relation(*three, whole, "test") for three in self.relations),
            numbers=tuple(read.NumberUse(fact.span, read.Use.FACT, fact.id) for fact in facts),
            conflicts=tuple(
                read.Conflict(kind, tuple(facts[at].id for at in which), zh, "contradicts itself", whole)
                for kind, which, zh in self.conflicts
            ),
            hypotheses=(),
        )

    def _fact(self, number: int, said: Said) -> read.Fact:
        start = self.text.index(said.words)
        span = Quote(start, start + len(said.words))
        value = Decimal(said.value)
        factor, base = base_of(said.unit)
        return read.Fact(
            id=f"f{number}",
            subject=said.subject,
            measure=said.measure,
            aspect=read.Aspect(said.aspect),
            value=value,
            value_low=value if said.bound == "over" else None,
            value_high=value if said.bound == "below" else None,
            unit=said.unit,
            value_base=value * factor,
            unit_base=base,
            qualifier=None,
            period_text=None,
            period_start=said.span[0],
            period_end=said.span[1],
            modality=read.Modality(said.modality),
            yoy=Decimal(said.yoy) if said.yoy else None,
            base=said.base,
            rule=said.rule,
            confidence=Decimal("0.9"),
            span=span,
            quotes=(Quote(0, len(self.text)),),
        )
