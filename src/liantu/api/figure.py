"""Figures: every number of the ledger, and from one of them back to its sentence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from django.db.models import F, Q
from django.http import HttpRequest
from ninja import Query, Router, Schema

from liantu.api.moment import AsOf
from liantu.api.subject import SubjectOut, subject_out
from liantu.bulletin.quote import Quote
from liantu.ledger.known import known
from liantu.ledger.models import Entry, Subject
from liantu.plan import figures as plan
from liantu.plan.shown import Shown
from liantu.review.models import Decision, Document

__all__ = ["FigureOut", "FiguresOut", "router"]

router = Router(tags=["figures"])
PAGE = 500
OPEN_FIRST = F("decision_id").asc(nulls_first=True)
LATEST_FIRST = F("period_end").desc(nulls_last=True)


@dataclass(frozen=True, slots=True)
class RowOut:
    """One figure of the list: as shown, whose it is, under which indicator, and the document that tells it."""

    figure: Shown
    subject: SubjectOut
    indicator: str
    kind: str
    aspect: str
    document: str


@dataclass(frozen=True, slots=True)
class FiguresOut:
    """A page of the list and how many figures pass the filter in all."""

    total: int
    figures: tuple[RowOut, ...]


@dataclass(frozen=True, slots=True)
class QuoteOut:
    """A piece of evidence: its place in the document's text and its words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class WordOut:
    """A person's decision."""

    verdict: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceOut:
    """Where a told figure comes from, from the file to the ledger: the lineage, oldest step first."""

    figure: str
    document: str
    title: str
    published: date
    received_at: datetime
    received_by: str | None
    fact: int
    rule: str
    span: QuoteOut
    quotes: tuple[QuoteOut, ...]
    decision: WordOut | None
    recorded_at: datetime
    supersedes: str | None
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class FigureOut:
    """One figure and its evidence: a told one's own, for a derived one that of every input in the formula's order."""

    figure: Shown
    evidence: tuple[EvidenceOut, ...]


class Filter(Schema):
    """What the list is narrowed to; all that is given must hold."""

    cluster: str = ""
    subject: Annotated[str, Query(pattern=r"^(\w+/\S+)?$")] = ""
    indicator: str = ""
    kind: Entry.Kind | None = None
    status: Literal["waiting", "decided"] | None = None
    year: Annotated[int | None, Query(ge=1900, le=2200)] = None
    q: Annotated[str, Query(max_length=100)] = ""


@router.get("/figures", response=FiguresOut)
def figures(
    request: HttpRequest,
    filter: Query[Filter],  # noqa: A002 (the word of the address)
    as_of: AsOf = None,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = 100,
) -> FiguresOut:
    """The ledger's figures, those nobody has decided on first; a cluster brings its firms' and carriers' with it."""
    rows = known(as_of).filter(_passing(filter)).distinct()
    page = list(rows.order_by(OPEN_FIRST, "subject", "indicator", LATEST_FIRST, "pk")[offset : offset + limit])
    shown = {one.id: one for one in plan.quoted((entry.pk for entry in page), as_of)}
    return FiguresOut(rows.count(), tuple(_row(entry, shown[f"e{entry.pk}"]) for entry in page))


@router.get("/figures/{key}", response=FigureOut)
def figure(request: HttpRequest, key: str) -> FigureOut:
    """One figure by its id (`e12`, `yoy-12`, `need-12-15`), its quotes and its lineage."""
    found = plan.find(key)
    rows = (
        Entry.objects.select_related("fact__document__received_by", "decision__by", "supersedes", "superseded_by")
        .defer("fact__document__original")
        .in_bulk(found.entries)
    )
    return FigureOut(found, tuple(_evidence(rows[one]) for one in found.entries if one in rows))


def _passing(asked: Filter) -> Q:
    found = Q()
    if asked.cluster:
        found &= (
            Q(subject__kind=Subject.Kind.CLUSTER, subject__code=asked.cluster)
            | Q(subject__enterprise__clusters__subject__code=asked.cluster)
            | Q(subject__carrier__cluster__subject__code=asked.cluster)
        )
    if asked.subject:
        kind, _, code = asked.subject.partition("/")
        found &= Q(subject__kind=kind, subject__code=code)
    if asked.indicator:
        found &= Q(indicator__code=asked.indicator)
    if asked.kind:
        found &= Q(kind=asked.kind)
    if asked.status:
        found &= Q(decision__isnull=asked.status == "waiting")
    if asked.year:
        found &= Q(period_end__year=asked.year)
    for word in asked.q.split():
        found &= Q(subject__name__icontains=word) | Q(subject__aliases__name__icontains=word) | _measured(word)
    return found


def _measured(word: str) -> Q:
    return Q(indicator__name__icontains=word) | Q(indicator__name_en__icontains=word)


def _row(entry: Entry, shown: Shown) -> RowOut:
    return RowOut(
        figure=shown,
        subject=subject_out(entry.subject),
        indicator=entry.indicator.code,
        kind=entry.kind,
        aspect=entry.aspect,
        document=entry.fact.document_id,
    )


def _evidence(entry: Entry) -> EvidenceOut:
    fact, document = entry.fact, entry.fact.document
    later = getattr(entry, "superseded_by", None)
    return EvidenceOut(
        figure=f"e{entry.pk}",
        document=document.pk,
        title=document.title,
        published=document.published,
        received_at=document.received_at,
        received_by=_name(document),
        fact=fact.pk,
        rule=fact.rule,
        span=_quote(document, Quote(fact.span_start, fact.span_end)),
        quotes=tuple(_quote(document, Quote(*pair)) for pair in fact.quotes),
        decision=_word(entry.decision) if entry.decision else None,
        recorded_at=entry.recorded_at,
        supersedes=f"e{entry.supersedes_id}" if entry.supersedes_id else None,
        superseded_by=f"e{later.pk}" if later else None,
    )


def _quote(document: Document, place: Quote) -> QuoteOut:
    return QuoteOut(place.start, place.end, place.of(document.text))


def _word(row: Decision) -> WordOut:
    return WordOut(row.verdict, row.by.get_full_name() or row.by.get_username(), row.at, row.reason)


def _name(document: Document) -> str | None:
    by = document.received_by
    return (by.get_full_name() or by.get_username()) if by else None
