"""What the cockpit is made of: clusters, their parts, entries and roles, in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from liantu.errors import NotFound
from liantu.ledger.contradiction import Contradiction, by_fact, every
from liantu.ledger.known import UNSHOWN, known
from liantu.ledger.models import Carrier, Cluster, ClusterIndicator, ClusterMember, Entry, Indicator, Subject, Taxonomy
from liantu.ledger.resolve import Subjects
from liantu.ledger.series import LEVEL, Point, is_ahead, points
from liantu.plan.quoted import Torn
from liantu.plan.standing import Firm
from liantu.review.desk import in_force, latest
from liantu.review.models import Decision, Relation, Verdict

__all__ = ["Material", "Part", "gather", "taxonomy_of"]

ROLES = ("链主", "龙头", "重点")


@dataclass
class Part:
    """One cluster's share of the material; `entries` are its own, `within` those of its firms and carriers."""

    cluster: Cluster
    indicators: list[Indicator] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    within: list[Entry] = field(default_factory=list)
    firms: list[Firm] = field(default_factory=list)
    scale: str = ""

    def actual(self, indicator: str) -> list[Point]:
        """The cluster's levels under an indicator, the earliest first."""
        return self._levels.get(indicator, [])

    def ahead(self, indicator: str) -> list[Point]:
        """The cluster's targets and forecasts under an indicator, the nearest first."""
        return self._aims.get(indicator, [])

    @cached_property
    def _levels(self) -> dict[str, list[Point]]:
        return _by_indicator(e for e in self.entries if e.kind == Entry.Kind.ACTUAL and e.aspect == LEVEL)

    @cached_property
    def _aims(self) -> dict[str, list[Point]]:
        aims = (e for e in self.entries if e.kind in {Entry.Kind.TARGET, Entry.Kind.FORECAST} and e.aspect == LEVEL)
        return _by_indicator(entry for entry in aims if is_ahead(entry))


@dataclass(frozen=True, slots=True)
class Material:
    """All of it, with what the documents contradict in themselves."""

    taxonomy: Taxonomy
    parts: tuple[Part, ...]
    contradictions: tuple[Contradiction, ...]
    torn: Torn


def taxonomy_of(code: str | None) -> Taxonomy:
    """The taxonomy of a code, or the one the cockpit opens with."""
    wanted = {"code": code} if code else {"opening": True}
    taxonomy = Taxonomy.objects.filter(**wanted).first()
    if taxonomy is None:
        raise NotFound(
            f"没有产业划分 {code}。" if code else "还没有装入区域包；请先运行 make demo。",
            f"There is no taxonomy {code}." if code else "No region pack is loaded yet; run make demo first.",
        )
    return taxonomy


def gather(taxonomy: Taxonomy, at: datetime | None, only: str | None = None) -> Material:
    """Fetch everything; `only` keeps one cluster."""
    clusters = Cluster.objects.filter(taxonomy=taxonomy).select_related("subject", "office")
    clusters = clusters.filter(subject__code=only) if only else clusters
    parts = {cluster.pk: Part(cluster) for cluster in clusters}
    for main in ClusterIndicator.objects.filter(cluster__in=parts).select_related("indicator"):
        parts[main.cluster_id].indicators.append(main.indicator)
    members = ClusterMember.objects.filter(cluster__in=parts).select_related("enterprise__subject")
    carriers = Carrier.objects.filter(cluster__in=parts).select_related("subject")
    home: dict[int, list[Part]] = {}
    for key, subject in [
        *((member.cluster_id, member.enterprise.subject) for member in members),
        *((carrier.cluster_id, carrier.subject) for carrier in carriers),
    ]:
        if key is not None:
            parts[key].subjects.append(subject)
            home.setdefault(subject.pk, []).append(parts[key])
    entries = known(at).select_related(None).select_related("subject", "indicator", "fact__document").defer(*UNSHOWN)
    for entry in entries.filter(subject__in=[*parts, *home]).order_by("period_end", "pk"):
        if entry.subject_id in parts:
            parts[entry.subject_id].entries.append(entry)
        for part in home.get(entry.subject_id, ()):
            part.within.append(entry)
    _relate(parts, home, at)
    told = every(at)
    return Material(taxonomy, tuple(parts.values()), told, by_fact(told))


def _relate(parts: dict[int, Part], home: dict[int, list[Part]], at: datetime | None) -> None:
    """Roles to the clusters of the firms that bear them, scale labels to the clusters they are said of."""
    rows = list(in_force(Relation, at).filter(predicate__in=["role", "scale"]).only("subject", "predicate", "object"))
    words = latest(Relation, [row.pk for row in rows], at)
    told = [(row, *_sides(row, words.get(row.pk))) for row in rows if _stands(words.get(row.pk))]
    subjects = Subjects(who for _, who, _ in told)
    for row, who, what in told:
        subject = subjects.of(who)
        if subject is None:
            continue
        if row.predicate == "scale" and subject.pk in parts:
            parts[subject.pk].scale = parts[subject.pk].scale or what
        role = next((word for word in ROLES if word in what), None) if row.predicate == "role" else None
        if role is not None and subject.kind == Subject.Kind.ENTERPRISE:
            for part in home.get(subject.pk, ()):
                part.firms.append(Firm(subject.code, subject.name, role, row.pk))
    for part in parts.values():
        part.firms = list(_strongest(part.firms))


def _stands(word: Decision | None) -> bool:
    return word is None or word.verdict != Verdict.REJECT


def _sides(relation: Relation, word: Decision | None) -> tuple[str, str]:
    """Subject and object; a person's correction stands before the machine's words."""
    told = word.correction if word is not None else {}
    return told.get("subject") or relation.subject, told.get("object") or relation.object


def _strongest(firms: Iterable[Firm]) -> Iterable[Firm]:
    """Each firm once, with its strongest role, the strongest first."""
    seen: set[str] = set()
    for firm in sorted(firms, key=lambda firm: ROLES.index(firm.role)):
        if firm.code not in seen:
            seen.add(firm.code)
            yield firm


def _by_indicator(entries: Iterable[Entry]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in points(entries):
        found.setdefault(point.indicator.code, []).append(point)
    return found
