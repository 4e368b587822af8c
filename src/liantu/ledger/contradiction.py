"""What documents contradict in themselves, by the figure it touches."""

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.ledger.known import Moment, moment
from liantu.review.models import Reading

__all__ = ["Contradiction", "contradictions"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction a reading found: its kind, the facts it names, and the words for it."""

    kind: str
    facts: tuple[int, ...]
    zh: str
    en: str
    document: str


def contradictions(as_of: Moment = None) -> Mapping[int, tuple[Contradiction, ...]]:
    """The contradictions of the readings in force, by the id of each fact they name; one query."""
    found: dict[int, tuple[Contradiction, ...]] = {}
    readings = Reading.objects.in_force(moment(as_of)).exclude(conflicts=[])
    for document, told in readings.order_by("document").values_list("document_id", "conflicts"):
        for one in told:
            made = Contradiction(one["kind"], tuple(one["facts"]), one["zh"], one["en"], document)
            for fact in made.facts:
                found[fact] = (*found.get(fact, ()), made)
    return found
