"""入账 Posting: facts become entries, decisions supersede them; rows are only ever added.

What the ledger should hold of a fact follows from three things: whether the reading in force still holds it, what
people decided last, and whether subject and indicator are known. `post` compares that with the last row of the fact's
chain and adds one row where they differ, so posting twice adds nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from liantu.errors import NotFound
from liantu.ledger import search
from liantu.ledger.models import Entry, Indicator, Subject
from liantu.ledger.resolve import Indicators, Subjects
from liantu.review.desk import State, in_force, with_state
from liantu.review.models import Decision, Document, Fact, Verdict

__all__ = ["Places", "post", "post_all", "unplaced"]

PLAIN = ("aspect", "value", "unit", "value_base", "value_low", "value_high", "period_start", "period_end", "yoy")
EMPTY = ("qualifier", "period_text", "base")
COMPARED = (*PLAIN, *EMPTY, "kind", "subject_id", "indicator_id", "decision_id", "withdrawn")
DECIMALS = frozenset({"value", "value_base", "value_low", "value_high", "yoy"})
# Only the document's day is asked for; its text and bytes would come once with every fact.
HEAVY = ("document__text", "document__original", "document__note", "quotes")
DAYS = frozenset({"period_start", "period_end"})

KIND = Subject.Kind
# What a measure may name inside a subject: a region's holds clusters and all below, a cluster's only its parts.
NARROWER: dict[str, frozenset[str]] = {
    KIND.REGION: frozenset({KIND.CLUSTER, KIND.ENTERPRISE, KIND.CARRIER, KIND.EVENT}),
    KIND.CLUSTER: frozenset({KIND.ENTERPRISE, KIND.CARRIER}),
    KIND.ENTERPRISE: frozenset(),
    KIND.CARRIER: frozenset({KIND.ENTERPRISE}),
    KIND.EVENT: frozenset(),
}

Row = dict[str, Any]


class Told(Protocol):
    """What is asked of a fact to be placed: one kept by the desk, or one of a draft that is not."""

    @property
    def subject(self) -> str:
        """Whose figure it is, in the document's words."""

    @property
    def measure(self) -> str:
        """What it counts, in the document's words."""


@transaction.atomic
def post(documents: Sequence[str], by: User | None = None) -> list[Entry]:
    """Bring the entries of these documents in line with their readings and decisions; the rows added."""
    list(Document.objects.select_for_update().only("pk").filter(pk__in=documents).order_by("pk"))
    facts = list(Fact.objects.filter(document__in=documents).select_related("document").defer(*HEAVY))
    held = set(in_force(Fact).filter(document__in=documents).values_list("pk", flat=True))
    decisions = {
        row.fact_id: row for row in Decision.objects.filter(fact__in=facts).select_related("by").order_by("pk")
    }
    heads = {row.fact_id: row for row in Entry.objects.filter(fact__in=facts, superseded_by__isnull=True)}
    place = Places(facts, decisions.values())
    now = timezone.now()
    added = []
    for fact in facts:
        head, decision = heads.get(fact.pk), decisions.get(fact.pk)
        row = _wanted(fact, decision, place) if fact.pk in held else None
        if row is None and head is not None:
            row = {**_copied(head), "withdrawn": True, "decision_id": head.decision_id}
        if row is None or (head is None and row["withdrawn"]) or (head is not None and row == _copied(head)):
            continue
        person = decision.by if decision is not None and fact.pk in held else by
        added.append(Entry(**row, fact=fact, supersedes=head, recorded_at=now, recorded_by=person))
    Entry.objects.bulk_create(added)
    search.index_entries(added)
    return added


def post_all(by: User | None = None) -> list[Entry]:
    """Post every document, as after a change of names or indicators."""
    return post(list(Document.objects.values_list("pk", flat=True)), by)


def unplaced() -> QuerySet[Fact]:
    """待归位: facts in force whose subject or indicator is not known; they wait at the desk to be placed."""
    held = Entry.objects.filter(fact=OuterRef("pk"), superseded_by__isnull=True, withdrawn=False)
    return with_state(in_force(Fact)).filter(~Exists(held)).exclude(Q(state=State.REJECTED))


class Places:
    """Subjects and indicators of many facts, by name or by the code a person gave."""

    def __init__(self, facts: Iterable[Told], decisions: Iterable[Decision]) -> None:
        facts, corrections = list(facts), [row.correction for row in decisions]
        self.indicators = Indicators()
        measures = {fact.measure for fact in facts} | {c["measure"] for c in corrections if c.get("measure")}
        names = {fact.subject for fact in facts} | {c["subject"] for c in corrections if c.get("subject")}
        self.subjects = Subjects(names | {name for one in measures for name, _ in self.indicators.split(one)})
        codes = {c["subject_code"] for c in corrections if c.get("subject_code")}
        by_code = Subject.objects.filter(code__in={code.partition("/")[2] for code in codes}) if codes else []
        self.by_code = {f"{row.kind}/{row.code}": row for row in by_code}
        self.by_indicator = {row.code: row for rows in self.indicators.by_word.values() for row in rows}

    def find(self, told: Row, on: date) -> tuple[Subject, Indicator] | None:
        """Whose figure it is and under which indicator; None where either is not known."""
        subject = self.subject(told["subject"], told["subject_code"], on)
        if subject is None:
            return None
        indicator = self.indicator(told["measure"], told["unit_base"], subject, told["indicator_code"])
        if indicator is not None:
            return subject, indicator
        return self._within(told, subject, on) if not told["subject_code"] else None

    def _within(self, told: Row, subject: Subject, on: date) -> tuple[Subject, Indicator] | None:
        """A measure that begins with a name tells of that one: 大渡口区 · 生物医药企业数 is the cluster's."""
        for name, word in self.indicators.split(told["measure"]):
            named = self.subjects.of(name, on)
            indicator = self.indicators.of(word, told["unit_base"])
            if (
                named is not None
                and indicator is not None
                and (named == subject or named.kind in NARROWER[subject.kind])
            ):
                return named, indicator
        return None

    def subject(self, name: str, code: str | None, on: date | None) -> Subject | None:
        if not code:
            return self.subjects.of(name, on)
        if code not in self.by_code:
            raise NotFound(f"没有代码为 {code} 的主体。", f"There is no subject {code}.")
        return self.by_code[code]

    def indicator(self, measure: str, unit_base: str, subject: Subject, code: str | None) -> Indicator | None:
        if not code:
            return self.indicators.of(measure, unit_base, subject)
        if code not in self.by_indicator:
            raise NotFound(f"没有代码为 {code} 的口径。", f"There is no indicator {code}.")
        return self.by_indicator[code]


def _wanted(fact: Fact, decision: Decision | None, place: Places) -> Row | None:
    """The row the ledger should end with for a fact in force; None where it cannot be placed."""
    verdict = Verdict(decision.verdict) if decision is not None else Verdict.REOPEN
    told = _corrected(fact, decision.correction if decision is not None and verdict is Verdict.CORRECT else {})
    placed = place.find(told, told["period_end"] or fact.document.published)
    if placed is None or (told["value_base"] is None and told["value_low"] is None and told["value_high"] is None):
        return None
    subject, indicator = placed
    row = {key: told[key] for key in PLAIN} | {key: told[key] or "" for key in EMPTY}
    return row | {
        "kind": told["modality"],
        "subject_id": subject.pk,
        "indicator_id": indicator.pk,
        "decision_id": decision.pk if decision is not None and verdict is not Verdict.REOPEN else None,
        "withdrawn": verdict is Verdict.REJECT,
    }


def _corrected(fact: Fact, correction: dict[str, str | None]) -> Row:
    """The fact's fields with a person's changes over them; the machine's row itself stays as it is."""
    told: Row = {key: getattr(fact, key) for key in (*PLAIN, *EMPTY, "subject", "measure", "unit_base", "modality")}
    told |= {"subject_code": None, "indicator_code": None}
    for key, value in correction.items():
        told[key] = value
        if value is not None and key in DECIMALS:
            told[key] = Decimal(value)
        elif value is not None and key in DAYS:
            told[key] = date.fromisoformat(value)
    return told


def _copied(entry: Entry) -> Row:
    return {key: getattr(entry, key) for key in COMPARED}
