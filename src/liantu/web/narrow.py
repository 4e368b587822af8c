"""Narrowing the ledger: the filter of the figures table, read from an address and written back into one.

The page, its exports and a saved view all narrow the same way, because all of them are this one address.
"""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import QueryDict

from liantu.ledger.known import known
from liantu.ledger.models import Entry, Indicator, Subject
from liantu.web.language import say
from liantu.web.words import KINDS

__all__ = ["SORTS", "STATUSES", "Narrow", "counted_with"]

STATUSES = {"waiting": ("待核对", "to verify"), "accepted": ("已核对", "verified"), "conflict": ("有冲突", "conflict")}
SORTS = {
    "status": ("待核对在前", "to verify first"),
    "subject": ("按对象", "by subject"),
    "indicator": ("按指标", "by indicator"),
    "value": ("按数值（同单位内）", "by value within one unit"),
    "period": ("按统计期，新的在前", "by period, latest first"),
    "recorded": ("按入账时间，新的在前", "by date recorded, latest first"),
}
LATEST, GREATEST = (F(name).desc(nulls_last=True) for name in ("period_end", "value_base"))  # what is not told is last
ORDERS = {
    "status": ("checked", "rank", "subject__code", "indicator__code", LATEST),
    "subject": ("rank", "subject__name", "indicator__code", LATEST),
    "indicator": ("indicator__name", "rank", "subject__name", LATEST),
    "value": ("indicator__unit", GREATEST),
    "period": (LATEST, "rank", "subject__name"),
    "recorded": ("-recorded_at",),
}
CHECKED = Case(When(decision__isnull=True, then=Value(0)), default=Value(1), output_field=IntegerField())
FIRST = (Subject.Kind.CLUSTER, Subject.Kind.REGION, Subject.Kind.CARRIER, Subject.Kind.EVENT, Subject.Kind.ENTERPRISE)
RANK = Case(*(When(subject__kind=kind, then=Value(at)) for at, kind in enumerate(FIRST)), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Narrow:
    """What the reader asked to see; every field is a word of the address and may be empty.

    `cluster` takes the figures of a cluster and of the firms and carriers counted with it. `on` is a day: the table
    then shows what the ledger held at its end.
    """

    cluster: str = ""
    indicator: str = ""
    kind: str = ""
    status: str = ""
    year: str = ""
    q: str = ""
    on: str = ""
    sort: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> "Narrow":
        """The filter an address asks for; a word that means nothing is dropped."""
        asked = cls(**{each.name: query.get(each.name, "").strip()[:100] for each in fields(cls)})
        return replace(
            asked,
            kind=asked.kind if asked.kind in KINDS else "",
            status=asked.status if asked.status in STATUSES else "",
            year=asked.year
            if asked.year.isascii() and asked.year.isdigit() and len(asked.year) == 4 and asked.year > "0000"
            else "",
            on=asked.on if _day(asked.on) else "",
            sort=asked.sort if asked.sort in SORTS else "",
            q=asked.q.replace("\x00", ""),
        )

    @property
    def active(self) -> bool:
        """Whether anything is left out of the table."""
        return any((self.cluster, self.indicator, self.kind, self.status, self.year, self.q))

    def query(self, **changes: str) -> str:
        """The address words of this filter, with `changes`; empty ones are left out."""
        asked = replace(self, **changes)
        kept = {each.name: getattr(asked, each.name) for each in fields(asked)}
        return urlencode({name: value for name, value in kept.items() if value})

    @property
    def day(self) -> date | None:
        """The day whose ledger is asked for; None for now."""
        return _day(self.on)

    def entries(self, torn: Collection[int]) -> QuerySet[Entry]:
        """The entries that pass, in order, in one query; `torn` are the facts contradictions name."""
        rows = known(self.day).filter(self._about(torn)).annotate(checked=CHECKED, rank=RANK)
        return rows.order_by(*ORDERS[self.sort or "status"], "pk")

    def words(self) -> str:
        """The filter in words, printed at the head of every export."""
        said = [
            _name(Subject.objects.filter(kind=Subject.Kind.CLUSTER, code=self.cluster).first(), self.cluster),
            _name(Indicator.objects.filter(code=self.indicator).first(), self.indicator),
            say(*KINDS[self.kind]) if self.kind else "",
            say(*STATUSES[self.status]) if self.status else "",
            say(f"{self.year}年", self.year) if self.year else "",
            f"“{self.q}”" if self.q else "",
            say(f"台账截至 {self.on}", f"ledger as of {self.on}") if self.on else "",
        ]
        return say("、", ", ").join(word for word in said if word) or say("全部", "all")

    def _about(self, torn: Collection[int]) -> Q:
        asked = Q()
        if self.cluster:
            asked &= Q(subject__in=counted_with(self.cluster))
        if self.indicator:
            asked &= Q(indicator__code=self.indicator)
        if self.kind:
            asked &= Q(kind=self.kind)
        if self.status:
            asked &= _in_status(self.status, torn)
        if self.year:
            asked &= Q(period_end__year=int(self.year))
        if self.q:
            asked &= _mentions(self.q)
        return asked


def counted_with(cluster: str) -> QuerySet[Subject]:
    """A cluster and the firms and carriers whose figures are looked up with it."""
    return Subject.objects.filter(
        Q(kind=Subject.Kind.CLUSTER, code=cluster)
        | Q(
            enterprise__cluster_memberships__cluster__subject__code=cluster,
            enterprise__cluster_memberships__primary=True,
        )
        | Q(carrier__cluster__subject__code=cluster)
    )


def _in_status(status: str, torn: Collection[int]) -> Q:
    """A person's word checks a figure; without one it waits, or is in conflict where a contradiction names it."""
    if status == "accepted":
        return Q(decision__isnull=False)
    named = Q(fact__in=torn)
    return Q(decision__isnull=True) & (named if status == "conflict" else ~named)


def _mentions(words: str) -> Q:
    named = Q(name__icontains=words) | Q(name_en__icontains=words)
    return (
        Q(subject__in=Subject.objects.filter(named | Q(aliases__name__icontains=words)))
        | Q(indicator__in=Indicator.objects.filter(named))
        | Q(fact__document__title__icontains=words)
    )


def _name(thing: Subject | Indicator | None, code: str) -> str:
    return say(thing.name, thing.name_en) if thing else code


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
