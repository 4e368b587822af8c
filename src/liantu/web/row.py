"""One row of the desk: the sentence with its figure lit, and what the machine made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser, User
from django.utils.safestring import SafeString

from liantu.ledger import permission
from liantu.ledger.models import Entry
from liantu.ledger.period import say as period
from liantu.review import desk
from liantu.review.models import Document, Fact, Relation
from liantu.web.language import english, say
from liantu.web.paper import lit
from liantu.web.words import ASPECTS, KINDS, PREDICATES, rule_word, word
from liantu.web.written import Written, written

__all__ = ["FactRow", "RelationRow", "fact_rows", "period_words", "relation_rows", "value_words"]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as the desk shows it.

    `placed` is the entry that holds it, None where the ledger could not place it. `barred` says which role may decide
    it, empty where the reader may.
    """

    fact: Fact
    document: Document
    sentence: SafeString
    value: Written
    period: str
    kind: str
    placed: Entry | None
    state: desk.State
    barred: str = ""

    @property
    def standing(self) -> Written:
        """What holds now: the ledger's value, or the machine's where the ledger has none."""
        return value_words(self.placed) if self.placed else self.value

    @property
    def rule(self) -> str:
        """The kind of sentence the reader took it for."""
        return rule_word(self.fact.rule)

    @property
    def sure(self) -> int:
        """The reader's confidence in percent."""
        return round(self.fact.confidence * 100)


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as the desk shows it."""

    relation: Relation
    document: Document
    sentence: SafeString
    predicate: str
    state: desk.State
    barred: str = ""


def fact_rows(user: User | AnonymousUser, facts: Sequence[Fact]) -> tuple[FactRow, ...]:
    """The rows of some facts as `user` may handle them; as many queries for one as for a hundred."""
    documents = _documents(fact.document_id for fact in facts)
    entries = Entry.objects.current().filter(fact__in=[fact.pk for fact in facts])
    placed = {entry.fact_id: entry for entry in entries.select_related("subject", "indicator")}
    barred = permission.barred(user, facts)
    return tuple(
        FactRow(
            fact,
            documents[fact.document_id],
            lit(documents[fact.document_id].text, fact.quotes, (fact.span_start, fact.span_end)),
            value_words(fact),
            period_words(fact.period_text, fact.period_start, fact.period_end),
            kind_words(fact.modality, fact.aspect),
            placed.get(fact.pk),
            desk.state(fact),
            barred.get(fact.pk, ""),
        )
        for fact in facts
    )


def relation_rows(user: User | AnonymousUser, relations: Sequence[Relation]) -> tuple[RelationRow, ...]:
    """The rows of some relations as `user` may handle them."""
    barred = permission.barred(user, relations)
    documents = _documents(one.document_id for one in relations)
    return tuple(
        RelationRow(
            one,
            documents[one.document_id],
            lit(documents[one.document_id].text, one.quotes),
            word(PREDICATES, one.predicate),
            desk.state(one),
            barred.get(one.pk, ""),
        )
        for one in relations
    )


def value_words(of: Fact | Entry) -> Written:
    """A value as it is written; a bound bears its mark, a range shows both ends."""
    if of.value is not None:
        mark = "+" if of.value_low is not None else "-" if of.value_high is not None else ""
        return written(of.value, of.unit, mark, english=english())
    ends = [written(end, of.unit, english=english()) for end in (of.value_low, of.value_high) if end is not None]
    return Written("", "–".join(end.number for end in ends), ends[0].unit if ends else of.unit)


def period_words(text: str | None, start: date | None, end: date | None) -> str:
    """The period as the text says it, and as it was read.

    >>> period_words("今年1至10月", date(2023, 1, 1), date(2023, 10, 31))
    '今年1至10月 → 2023年1–10月'
    """
    read = say(*period(start, end))
    said = text or say("原文未给", "not given")
    return f"{said} → {read}" if read and read != said else said


def kind_words(modality: str, aspect: str) -> str:
    """实际, or 实际 · 增速 where the value is not a level."""
    kind = word(KINDS, modality)
    return kind if aspect == "level" else f"{kind} · {word(ASPECTS, aspect)}"


def _documents(keys: Iterable[str]) -> dict[str, Document]:
    return Document.objects.only("title", "text").in_bulk(set(keys))
