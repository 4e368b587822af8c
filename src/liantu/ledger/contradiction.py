"""What documents contradict in themselves, and which figures that leaves in doubt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.ledger.known import Moment, moment
from liantu.review.models import Reading

__all__ = ["Contradiction", "by_fact", "contradictions", "every"]

# These say how figures may not be used together, not that one of them may be wrong.
CAUTIONS = frozenset({"mixed_times", "paid_in_low"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction a reading found: its kind, the facts it names, and the words for it."""

    kind: str
    facts: tuple[int, ...]
    zh: str
    en: str
    document: str

    @property
    def grave(self) -> bool:
        """Whether it leaves its figures in doubt until a person decides."""
        return self.kind not in CAUTIONS


def every(as_of: Moment = None) -> tuple[Contradiction, ...]:
    """All contradictions of the readings in force, document by document; one query."""
    readings = Reading.objects.in_force(moment(as_of)).exclude(conflicts=[]).order_by("document")
    return tuple(
        Contradiction(one["kind"], tuple(one["facts"]), one["zh"], one["en"], document)
        for document, told in readings.values_list("document_id", "conflicts")
        for one in told
    )


def contradictions(as_of: Moment = None) -> Mapping[int, tuple[Contradiction, ...]]:
    """The contradictions that leave a figure in doubt, by the id of each fact they name; one query."""
    return by_fact(every(as_of))


def by_fact(told: Iterable[Contradiction]) -> Mapping[int, tuple[Contradiction, ...]]:
    """Those of `told` that leave a figure in doubt, by fact."""
    found: dict[int, tuple[Contradiction, ...]] = {}
    for one in told:
        for fact in one.facts if one.grave else ():
            found[fact] = (*found.get(fact, ()), one)
    return found
