"""What waits on the desk: figures nobody checked, those without a place, contradictions, relations; and the filter."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from liantu.ledger import posting
from liantu.ledger.models import Entry, Subject
from liantu.review import desk
from liantu.review.models import Document, Fact, Reading, Relation
from liantu.web.narrow import counted_with
from liantu.web.words import PREDICATES, rule_word, word

__all__ = ["Queue", "Tab", "counts"]

SURE = Decimal("0.8")


class Tab(StrEnum):
    """The four heaps of the desk."""

    FACTS = "facts"
    UNPLACED = "unplaced"
    CONFLICTS = "conflicts"
    RELATIONS = "relations"


@dataclass(frozen=True, slots=True)
class Queue:
    """The heap and filter an address asks for; empty words ask for everything."""

    tab: str = Tab.FACTS
    document: str = ""
    cluster: str = ""
    rule: str = ""
    sure: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> "Queue":
        """The queue of an address; a word that means nothing is dropped."""
        asked = cls(**{each.name: query.get(each.name, "").replace("\x00", "")[:80] for each in fields(cls)})
        return replace(
            asked,
            tab=asked.tab if asked.tab in set(Tab) else Tab.FACTS,
            sure=asked.sure if asked.sure in {"yes", "no"} else "",
        )

    def facts(self, own: QuerySet[Subject] | None = None) -> QuerySet[Fact]:
        """The facts of this heap that pass the filter; those of the subjects in `own` come first."""
        found = self._passing(unplaced() if self.tab == Tab.UNPLACED else placed())
        if own is None:
            return found.order_by("document", "span_start", "place", "pk")
        mine = Exists(_entries().filter(subject__in=own.values("pk")))
        return found.annotate(mine=mine).order_by("-mine", "document", "span_start", "place", "pk")

    def relations(self) -> QuerySet[Relation]:
        """The relations nobody decided that pass the filter."""
        found = desk.waiting(Relation)
        if self.document:
            found = found.filter(document__pk__startswith=self.document)
        return found.filter(predicate=self.rule) if self.rule else found

    def readings(self) -> QuerySet[Reading]:
        """The readings in force that hold contradictions."""
        found = contradicting()
        return found.filter(document__pk__startswith=self.document) if self.document else found

    def _passing(self, found: QuerySet[Fact]) -> QuerySet[Fact]:
        asked = Q()
        if self.document:
            asked &= Q(document__pk__startswith=self.document)
        if self.rule:
            asked &= Q(rule=self.rule)
        if self.sure:
            asked &= Q(confidence__gte=SURE) if self.sure == "yes" else Q(confidence__lt=SURE)
        if self.cluster:
            asked &= Q(Exists(_entries().filter(subject__in=counted_with(self.cluster))))
        return found.filter(asked)


def placed() -> QuerySet[Fact]:
    """Facts that stand in the ledger on the machine's word alone."""
    return desk.waiting(Fact).filter(Exists(_entries()))


def unplaced() -> QuerySet[Fact]:
    """Facts the ledger could not place: the subject or the measure is not known by that name."""
    return desk.with_state(posting.unplaced()).exclude(Q(state=desk.State.REJECTED))


def contradicting() -> QuerySet[Reading]:
    """Readings in force that hold at least one contradiction."""
    return Reading.objects.in_force().exclude(conflicts=[])


def counts() -> dict[str, int]:
    """How much lies on each heap, whatever the filter."""
    return {
        Tab.FACTS: placed().count(),
        Tab.UNPLACED: unplaced().count(),
        Tab.CONFLICTS: sum(len(told) for told in contradicting().values_list("conflicts", flat=True)),
        Tab.RELATIONS: desk.waiting(Relation).count(),
    }


def documents() -> QuerySet[Document]:
    """The documents a filter may name."""
    return Document.objects.only("pk", "title", "published")


def rules(tab: str) -> list[tuple[str, str, int]]:
    """The kinds of sentence, or of relation, with something on this heap: code, word and how much."""
    if tab == Tab.RELATIONS:
        related = desk.waiting(Relation).order_by("predicate").values_list("predicate").annotate(held=Count("pk"))
        return [(code, word(PREDICATES, code), held) for code, held in related]
    found = unplaced() if tab == Tab.UNPLACED else placed()
    told = found.order_by("rule").values_list("rule").annotate(held=Count("pk"))
    return [(code, rule_word(code), held) for code, held in told]


def _entries() -> QuerySet[Entry]:
    return Entry.objects.current().filter(fact=OuterRef("pk"))
