"""What the cockpit is made of: clusters, their parts, entries and roles, in a constant number of queries."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final

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

# What a firm may be called, the strongest first, and the words documents use for it. A head project makes no firm a head.
ROLES: Final = {
    "链主": re.compile(r"“?链主”?(?:企业|单位)?"),
    "龙头": re.compile(r"(?:重点)?龙头(?!项目)(?:企业)?|领军企业|领头企业|头部企业"),
    "重点": re.compile(r"重点(?:骨干)?(?:企业|$)|骨干企业|支柱企业|核心企业"),
}


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


def gather(taxonomy: Taxonomy, at: datetime | None) -> Material:
    """Fetch everything."""
    clusters = list(Cluster.objects.filter(taxonomy=taxonomy).select_related("subject", "office"))
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
    own = {member.enterprise.subject_id: parts[member.cluster_id] for member in members if member.primary}
    _relate(parts, {cluster.pk for cluster in clusters}, own, at)
    told = every(at)
    return Material(taxonomy, tuple(parts.values()), told, by_fact(told))


def _relate(parts: dict[int, Part], clusters: set[int], own: Mapping[int, Part], at: datetime | None) -> None:
    """Roles to the cards of the clusters they are said of, scale labels to the clusters that bear them.

    新材料产业龙头企业 stands on 新材料产业's card; a role that names no cluster (智能视觉产业链链主, 重点企业) on the card of
    the firm's `own`.
    """
    rows = list(in_force(Relation, at).filter(predicate__in=["role", "scale"]).only("subject", "predicate", "object"))
    words = latest(Relation, [row.pk for row in rows], at)
    told = [(row, *_sides(row, words.get(row.pk))) for row in rows if _stands(words.get(row.pk))]
    subjects = Subjects(name for _, who, what in told for name in (who, _field(what)))
    for row, who, what in told:
        subject = subjects.of(who)
        if subject is None:
            continue
        if row.predicate == "scale" and subject.pk in parts:
            parts[subject.pk].scale = parts[subject.pk].scale or what
        role = role_of(what) if row.predicate == "role" else None
        if role is not None and subject.kind == Subject.Kind.ENTERPRISE:
            field = subjects.of(_field(what))
            named = field is not None and field.pk in clusters
            part = parts.get(field.pk) if field is not None and named else own.get(subject.pk)
            if part is not None:
                part.firms.append(Firm(subject.code, subject.name, subject.name_en, role, row.pk))
    for part in parts.values():
        part.firms = list(_strongest(part.firms))


def role_of(words: str) -> str | None:
    """The role a document's words mean, the strongest of several; None for what is none here (配套企业, 龙头项目).

    >>> role_of("智能视觉产业链链主"), role_of("新材料产业龙头企业"), role_of("重点产业链配套企业"), role_of("龙头项目")
    ('链主', '龙头', None, None)
    """
    return next((role for role, told in ROLES.items() if told.search(words)), None)


def _field(words: str) -> str:
    """What a role is said of: 新材料产业 of 新材料产业龙头企业, '' where nothing is named."""
    role = role_of(words)
    return ROLES[role].split(words)[0].removesuffix("的") if role else ""


def _stands(word: Decision | None) -> bool:
    return word is None or word.verdict != Verdict.REJECT


def _sides(relation: Relation, word: Decision | None) -> tuple[str, str]:
    """Subject and object; a person's correction stands before the machine's words."""
    told = word.correction if word is not None else {}
    return told.get("subject") or relation.subject, told.get("object") or relation.object


def _strongest(firms: Iterable[Firm]) -> Iterable[Firm]:
    """Each firm once, with its strongest role, the strongest first."""
    rank = {role: number for number, role in enumerate(ROLES)}
    seen: set[str] = set()
    for firm in sorted(firms, key=lambda firm: rank[firm.role]):
        if firm.code not in seen:
            seen.add(firm.code)
            yield firm


def _by_indicator(entries: Iterable[Entry]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in points(entries):
        found.setdefault(point.indicator.code, []).append(point)
    return found
