"""复核 Desk: what waits, what stands, and the rows by which people decide.

Nothing is changed here, only added: accepting, correcting, rejecting and taking back are all new `Decision` rows, and
the latest row of a fact or relation holds.
"""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, Max, Model, OuterRef, Q, QuerySet, Subquery, Value, When

from liantu.errors import CannotRead, Conflict
from liantu.review.correction import Field, checked
from liantu.review.models import Decision, Document, Fact, Reading, Relation, Verdict
from liantu.review.signals import decided

__all__ = ["State", "decide", "in_force", "last", "latest", "state", "undo", "waiting", "with_state"]

Thing = Fact | Relation
T = TypeVar("T", Fact, Relation)


class State(StrEnum):
    """What people have said of a fact or relation so far."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"

    @property
    def waiting(self) -> bool:
        """Whether nobody has decided yet."""
        return self is State.OPEN


STATES = {
    Verdict.ACCEPT: State.ACCEPTED,
    Verdict.CORRECT: State.CORRECTED,
    Verdict.REJECT: State.REJECTED,
    Verdict.REOPEN: State.OPEN,
}


def in_force(kind: type[T], at: datetime | None = None) -> QuerySet[T]:
    """The facts or relations the reading in force of their document holds, now or at a moment."""
    return kind._default_manager.filter(readings__in=Reading.objects.in_force(at))


def with_state(things: QuerySet[T], at: datetime | None = None) -> QuerySet[T]:
    """Each thing with `state`, and `last_decision` (id) and `last_correction` or None, without a query for each."""
    latest = Decision.objects.filter(**{_key(things.model): OuterRef("pk")}).order_by("-pk")
    latest = latest if at is None else latest.filter(at__lte=at)
    return things.annotate(
        last_decision=Subquery(latest.values("pk")[:1]),
        last_verdict=Subquery(latest.values("verdict")[:1]),
        last_correction=Subquery(latest.values("correction")[:1]),
    ).annotate(
        state=Case(
            *(When(last_verdict=verdict, then=Value(state)) for verdict, state in STATES.items()),
            default=Value(State.OPEN),
        )
    )


def waiting(kind: type[T]) -> QuerySet[T]:
    """What nobody has decided, in the order of the documents."""
    return with_state(in_force(kind)).filter(Q(state=State.OPEN))


def state(thing: Thing) -> State:
    """Where one fact or relation stands; asks the database unless `with_state` already has."""
    told = getattr(thing, "state", None)
    if told is not None:
        return State(told)
    latest = Decision.objects.filter(**{_key(type(thing)): thing}).order_by("-pk").first()
    return STATES[Verdict(latest.verdict)] if latest else State.OPEN


def latest(kind: type[T], keys: Collection[int], at: datetime | None = None) -> dict[int, Decision]:
    """The word that stands on each of these facts or relations, where there is one; one query."""
    key = _key(kind)
    rows = Decision.objects.filter(**{f"{key}__in": keys}).order_by("pk")
    rows = rows if at is None else rows.filter(at__lte=at)
    return {getattr(row, f"{key}_id"): row for row in rows}


def last() -> int:
    """The newest decision of all: a page keeps it and hands it back as `seen` with what the person decided on it."""
    return Decision.objects.aggregate(newest=Max("pk"))["newest"] or 0


@transaction.atomic
def decide(
    things: Sequence[Thing],
    verdict: Verdict | str,
    *,
    by: User,
    reason: str = "",
    correction: dict[str, Field] | None = None,
    seen: int | None = None,
) -> uuid.UUID:
    """Decide on facts or relations as one batch, and return the batch for `undo`.

    `seen` is the newest decision the person could see; `Conflict` when someone decided one of the things after it.
    """
    verdict = Verdict(verdict)
    if verdict in {Verdict.CORRECT, Verdict.REJECT} and not reason.strip():
        raise CannotRead("更正或退回要写明理由。", "Please give the reason for a correction or rejection.")
    if verdict is Verdict.CORRECT and len(things) != 1:
        raise CannotRead("更正一次只能改一条。", "A correction is made one at a time.")
    if (verdict is Verdict.CORRECT) != (correction is not None):
        raise CannotRead("请写出更正的内容。", "Please say what is corrected.")
    latest = _locked(things)
    _require_in_force(things)
    if seen is not None:
        newer = [decision for decision in latest.values() if decision.pk > seen]
        if newer:
            raise _overtaken(newer[0])
    batch = uuid.uuid4()
    rows = [
        Decision(
            **{_key(type(thing)): thing},
            verdict=verdict,
            correction=_checked(thing, correction),
            reason=reason.strip(),
            by=by,
            batch=batch,
        )
        for thing in things
    ]
    _record(rows)
    return batch


@transaction.atomic
def undo(batch: uuid.UUID, by: User) -> uuid.UUID:
    """Take a batch back: what stood before it stands again, as new rows of a batch of their own.

    Raises `Conflict`, and does nothing, when one of its things was decided on since.
    """
    taken = list(Decision.objects.filter(batch=batch).select_related("fact", "relation"))
    if not taken:
        raise Conflict("没有可以撤销的操作。", "There is nothing to undo.")
    things = [thing for row in taken if (thing := row.fact or row.relation) is not None]
    for decision in _locked(things).values():
        if decision.batch != batch:
            raise _overtaken(decision)
    new = uuid.uuid4()
    before = _before(taken)
    rows = []
    for row in taken:
        stood = before.get(row.pk)
        rows.append(
            Decision(
                fact=row.fact,
                relation=row.relation,
                verdict=stood.verdict if stood else Verdict.REOPEN,
                correction=stood.correction if stood else {},
                reason=stood.reason if stood else "",
                by=by,
                batch=new,
            )
        )
    _record(rows)
    return new


def _record(rows: list[Decision]) -> None:
    decided.send(Decision, decisions=Decision.objects.bulk_create(rows))


def _checked(thing: Thing, correction: dict[str, Field] | None) -> dict[str, Field]:
    if correction is None:
        return {}
    if isinstance(thing, Fact):
        return checked(correction, unit=thing.unit, span=(thing.period_start, thing.period_end))
    allowed: dict[str, Field] = {
        key: value for key, value in correction.items() if key in {"subject", "predicate", "object"} and value
    }
    if not allowed:
        raise CannotRead("请写出更正后的主体或内容。", "Please give the corrected subject or object.")
    return allowed


def _locked(things: Sequence[Thing]) -> dict[tuple[str, int], Decision]:
    """Hold the things until the transaction ends, so that two people decide one after the other; their latest rows.

    Their documents are held first, as a reading holds them: the other way round the two would wait for each other.
    """
    documents = {thing.document_id for thing in things}
    list(Document.objects.select_for_update().only("pk").filter(pk__in=documents).order_by("pk"))
    latest: dict[tuple[str, int], Decision] = {}
    for kind in (Fact, Relation):
        keys = [thing.pk for thing in things if isinstance(thing, kind)]
        if not keys:
            continue
        list(kind._default_manager.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))
        key = _key(kind)
        rows = Decision.objects.filter(**{f"{key}__in": keys}).select_related("by").order_by("pk")
        latest |= {(key, getattr(row, f"{key}_id")): row for row in rows}
    return latest


def _require_in_force(things: Sequence[Thing]) -> None:
    facts = {thing.pk for thing in things if isinstance(thing, Fact)}
    relations = {thing.pk for thing in things if isinstance(thing, Relation)}
    held = in_force(Fact).filter(pk__in=facts).count() + in_force(Relation).filter(pk__in=relations).count()
    if held < len(facts) + len(relations):
        raise Conflict(
            "这份文件已重新阅读，其中有的读数不再有效；请刷新后再决定。",
            "The document was read again and some of this no longer holds; reload the page and decide then.",
        )


def _before(taken: list[Decision]) -> dict[int, Decision]:
    """The row that stood before each of a batch, where there was one."""
    found: dict[int, Decision] = {}
    for key in ("fact", "relation"):
        later = {getattr(row, f"{key}_id"): row for row in taken if getattr(row, f"{key}_id") is not None}
        if not later:
            continue
        oldest = min(row.pk for row in later.values())
        earlier = Decision.objects.filter(**{f"{key}__in": later}, pk__lt=oldest).order_by("pk")
        found |= {later[getattr(row, f"{key}_id")].pk: row for row in earlier}
    return found


def _overtaken(decision: Decision) -> Conflict:
    who = decision.by.get_full_name() or decision.by.get_username()
    return Conflict(
        f"{who}刚刚已作出「{decision.get_verdict_display()}」；请看过再决定，您的操作没有保存。",
        f"{who} has just decided “{decision.verdict}”; look at it first, nothing of yours was saved.",
    )


def _key(kind: type[Model]) -> str:
    return "fact" if issubclass(kind, Fact) else "relation"
