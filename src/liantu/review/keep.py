"""Keep what was read: facts, relations and the reading that holds them, in one piece or not at all."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from liantu.bulletin import reading as read
from liantu.review import digest
from liantu.review.models import Document, Fact, Reading, ReadingFact, ReadingRelation, Relation
from liantu.review.signals import received

__all__ = ["Kept", "keep"]

SAME: tuple[str, ...] = (
    "subject",
    "measure",
    "aspect",
    "value",
    "value_low",
    "value_high",
    "unit",
    "value_base",
    "unit_base",
    "base",
)
SAME += ("qualifier", "period_text", "period_start", "period_end", "modality", "yoy", "rule", "confidence", "note")
# A text without stops gives names of any length; the evidence holds all of them, the row their beginning.
ROOM = {"subject": 300, "measure": 200, "unit": 40, "unit_base": 40, "base": 100, "qualifier": 40, "period_text": 100}


@dataclass(frozen=True, slots=True)
class Kept:
    """The reading in force afterwards and how many facts were not there before."""

    reading: Reading
    new_facts: int


@transaction.atomic
def keep(document: Document, found: read.Reading, *, by: User | None = None) -> Kept:
    """Store what a reader found in `document`; the same as the reading in force adds nothing.

    A fact read as before keeps its row and with it people's decisions; one read otherwise is a new row, and open.
    """
    Document.objects.select_for_update().get(pk=document.pk)
    mark = digest.of_reading(found)
    last = Reading.objects.filter(document=document).order_by("-pk").first()
    if last is not None and last.digest == mark:
        return Kept(last, 0)
    facts, new = _facts(document, found)
    relations = _relations(document, found)
    rows = {fact.id: row.pk for fact, row in zip(found.facts, facts, strict=True)}
    reading = Reading.objects.create(
        document=document,
        reader=found.reader,
        digest=mark,
        read_by=by,
        numbers=[
            {"span": n.span, "use": n.use, "fact": rows[n.fact] if n.fact else None, "reason": n.reason}
            for n in found.numbers
        ],
        conflicts=[
            {"kind": c.kind, "facts": [rows[f] for f in c.facts], "zh": c.zh, "en": c.en, "quotes": c.quotes}
            for c in found.conflicts
        ],
        hypotheses=[
            {"pieces": h.pieces, "reason": h.reason, "confidence": str(h.confidence)} for h in found.hypotheses
        ],
    )
    ReadingFact.objects.bulk_create(ReadingFact(reading=reading, fact=row) for row in facts)
    ReadingRelation.objects.bulk_create(ReadingRelation(reading=reading, relation=row) for row in relations)
    received.send(Reading, reading=reading)
    return Kept(reading, new)


def _facts(document: Document, found: read.Reading) -> tuple[list[Fact], int]:
    """The row of each fact in the order read, and how many of them are new."""
    marks = [(place, digest.of_fact(fact)) for place, fact in zip(digest.places(found.facts), found.facts, strict=True)]
    known = {(row.place, row.digest): row for row in Fact.objects.filter(document=document)}
    new = {
        mark: Fact(document=document, place=mark[0], digest=mark[1], **_fields(fact))
        for mark, fact in zip(marks, found.facts, strict=True)
        if mark not in known
    }
    Fact.objects.bulk_create(new.values())
    known |= new
    return [known[mark] for mark in marks], len(new)


def _fields(fact: read.Fact) -> dict[str, Any]:
    fields = {name: getattr(fact, name) for name in SAME}
    fields |= {name: fields[name][:room] for name, room in ROOM.items() if fields[name]}
    return fields | {"span_start": fact.span.start, "span_end": fact.span.end, "quotes": fact.quotes}


def _relations(document: Document, found: read.Reading) -> list[Relation]:
    known = {row.digest: row for row in Relation.objects.filter(document=document)}
    marks = {digest.of_relation(relation): relation for relation in found.relations}
    new = [
        Relation(
            document=document,
            digest=mark,
            subject=relation.subject,
            predicate=relation.predicate,
            object=relation.object,
            rule=relation.rule,
            quotes=relation.quotes,
        )
        for mark, relation in marks.items()
        if mark not in known
    ]
    Relation.objects.bulk_create(new)
    known |= {row.digest: row for row in new}
    return [known[mark] for mark in marks]
