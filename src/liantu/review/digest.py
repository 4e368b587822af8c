"""Digests: what makes two readings of one place the same, and what makes them different.

The rule that found a fact and its confidence do not count: a newer reader that sees the same thing by another rule, or
more surely, has not changed what a person accepted.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from liantu.bulletin.reading import Fact, Reading, Relation

__all__ = ["of_fact", "of_reading", "of_relation", "places"]

HOW = ("id", "rule", "confidence")


def of_fact(fact: Fact) -> str:
    """The digest of all that was read, without how it was read."""
    return _digest({key: value for key, value in asdict(fact).items() if key not in HOW})


def of_relation(relation: Relation) -> str:
    """The digest of subject, predicate, object and evidence."""
    return _digest([relation.subject, relation.predicate, relation.object, relation.quotes])


def of_reading(reading: Reading) -> str:
    """The digest of everything in a reading but the reader's name."""
    names = dict(zip((fact.id for fact in reading.facts), places(reading.facts), strict=True))
    return _digest(
        {
            "facts": [[place, of_fact(fact)] for place, fact in zip(names.values(), reading.facts, strict=True)],
            "relations": [of_relation(relation) for relation in reading.relations],
            "numbers": [[n.span, n.use, names.get(n.fact or ""), n.reason] for n in reading.numbers],
            "conflicts": [
                [c.kind, [names.get(fact) for fact in c.facts], c.zh, c.en, c.quotes] for c in reading.conflicts
            ],
            "hypotheses": [[h.pieces, h.reason] for h in reading.hypotheses],
        }
    )


def places(facts: Iterable[Fact]) -> list[str]:
    """Where each fact stands: its span, and its number among the facts of that span (`120-126#0`)."""
    seen: dict[tuple[int, int], int] = {}
    found = []
    for fact in facts:
        number = seen.get(fact.span, 0)
        seen[fact.span] = number + 1
        found.append(f"{fact.span.start}-{fact.span.end}#{number}")
    return found


def _digest(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()
