"""The desk 复核: what waits for a person's word, that word, and taking it back."""

import uuid
from typing import Annotated

from django.db import transaction
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from liantu.api.document import fact_out, relation_out
from liantu.api.person import person
from liantu.bulletin import reading
from liantu.errors import CannotRead
from liantu.ledger import permission
from liantu.ledger.fit import fitting
from liantu.review import desk as review
from liantu.review.models import Decision, Fact, Relation, Verdict

__all__ = ["DecisionIn", "DeskOut", "router"]

router = Router(tags=["desk"])
PAGE = 200
ORDER = ("document", "span_start", "place", "pk")


class WaitingFact(Schema):
    """A fact nobody has decided on; `fact` holds offsets into the text of `document`."""

    document: str
    fact: reading.Fact


class WaitingRelation(Schema):
    """A relation nobody has decided on."""

    id: int
    document: str
    relation: reading.Relation


class DeskOut(Schema):
    """What waits. Hand `seen` back with a decision: it is refused where someone decided the same thing meanwhile."""

    seen: int
    facts_waiting: int
    relations_waiting: int
    facts: list[WaitingFact]
    relations: list[WaitingRelation]


class DecisionIn(Schema):
    """One word on some facts and relations; `correction` goes with `correct` and one fact only."""

    verdict: Verdict
    facts: list[int] = Field(default=[], max_length=PAGE)
    relations: list[int] = Field(default=[], max_length=PAGE)
    reason: str = Field(default="", max_length=2000)
    correction: dict[str, str | None] | None = None
    seen: int | None = None


class BatchOut(Schema):
    """What was decided at once; `undo` takes it back."""

    batch: uuid.UUID


class BatchIn(Schema):
    """The batch to take back."""

    batch: uuid.UUID


@router.get("/desk", response=DeskOut)
def waiting(
    request: HttpRequest,
    document: Annotated[str, Query(description="Only this document's, by its id.")] = "",
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = 50,
) -> DeskOut:
    """What nobody has decided, in the order of the documents."""
    facts, relations = review.waiting(Fact), review.waiting(Relation)
    if document:
        facts, relations = facts.filter(document=document), relations.filter(document=document)
    page = slice(offset, offset + limit)
    return DeskOut(
        seen=review.last(),
        facts_waiting=facts.count(),
        relations_waiting=relations.count(),
        facts=[WaitingFact(document=row.document_id, fact=fact_out(row)) for row in facts.order_by(*ORDER)[page]],
        relations=[
            WaitingRelation(id=row.pk, document=row.document_id, relation=relation_out(row)) for row in relations[page]
        ],
    )


@router.post("/desk/decisions", response=BatchOut)
def decide(request: HttpRequest, word: DecisionIn) -> BatchOut:
    """Accept, correct, reject or reopen, as one batch; all of it or nothing."""
    who = person(request)
    with transaction.atomic():
        things = _chosen(word)
        permission.require_decide(who, things)
        permission.require_place(who, word.correction or {})
        with fitting(things if word.verdict == Verdict.CORRECT else ()):
            batch = review.decide(
                things, word.verdict, by=who, reason=word.reason, correction=word.correction, seen=word.seen
            )
        permission.require_kept(who, things)
    return BatchOut(batch=batch)


@router.post("/desk/undo", response=BatchOut)
def undo(request: HttpRequest, taken: BatchIn) -> BatchOut:
    """Take a batch back; what stood before it stands again, as a new batch."""
    who = person(request)
    with transaction.atomic():
        rows = Decision.objects.filter(batch=taken.batch).select_related("fact", "relation")
        things = [thing for row in rows if (thing := row.fact or row.relation)]
        permission.require_decide(who, things)
        batch = review.undo(taken.batch, who)
        permission.require_kept(who, things)
    return BatchOut(batch=batch)


def _chosen(word: DecisionIn) -> list[Fact | Relation]:
    facts = list(Fact.objects.filter(pk__in=word.facts))
    relations = list(Relation.objects.filter(pk__in=word.relations))
    if len(facts) != len(set(word.facts)) or len(relations) != len(set(word.relations)):
        raise CannotRead("所列编号中有不存在的，请刷新后重选。", "Some of these ids are unknown; fetch the desk again.")
    if not facts and not relations:
        raise CannotRead("请至少列出一条。", "Name at least one fact or relation.")
    return [*facts, *relations]
