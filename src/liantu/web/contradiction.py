"""矛盾 Contradiction: what a text itself contradicts, in words, with its quotes and the figures it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User

from liantu.review import desk
from liantu.review.models import Document, Fact, Reading
from liantu.web.language import say
from liantu.web.row import FactRow, fact_rows

__all__ = ["Contradiction", "contradictions"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction: `quotes` are words and anchors in the document, `rows` the figures a person may decide."""

    words: str
    document: Document
    quotes: tuple[tuple[str, str], ...]
    rows: tuple[FactRow, ...]

    @property
    def settled(self) -> bool:
        """Whether a person has decided every figure it names."""
        return bool(self.rows) and all(row.state != desk.State.OPEN for row in self.rows)


def contradictions(user: User | AnonymousUser, readings: Sequence[Reading]) -> list[Contradiction]:
    """All contradictions of some readings, those still open first; figures are fetched once for all of them."""
    named = {key for reading in readings for told in reading.conflicts for key in told["facts"]}
    facts = list(desk.with_state(Fact.objects.filter(pk__in=named)))
    rows = {row.fact.pk: row for row in fact_rows(user, facts)}
    texts = Document.objects.only("title", "text").in_bulk({reading.document_id for reading in readings})
    found = [
        Contradiction(
            say(told["zh"], told["en"]),
            texts[reading.document_id],
            tuple((texts[reading.document_id].text[start:end], f"c{start}") for start, end in told["quotes"]),
            tuple(rows[key] for key in told["facts"] if key in rows),
        )
        for reading in readings
        for told in reading.conflicts
    ]
    return sorted(found, key=lambda each: each.settled)
