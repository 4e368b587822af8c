"""One cluster's page: every figure, how it moved, what it aims at, who is in it, what documents say of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from liantu.errors import NotFound
from liantu.ledger.contradiction import Contradiction
from liantu.ledger.known import Moment, moment
from liantu.ledger.models import Carrier, Cluster, ClusterMapping, Entry, Indicator, Subject
from liantu.ledger.series import LEVEL, Point, points
from liantu.plan.card import card, newest_year
from liantu.plan.material import Part, gather
from liantu.plan.quoted import Torn, of_entry, of_point
from liantu.plan.rules import rules
from liantu.plan.shown import Shown
from liantu.plan.standing import ClusterStanding, Firm

__all__ = ["ClusterPage", "Line", "Mapping", "Paper", "Place", "Row", "cluster_page"]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the cluster or of a part of it (`subject_kind` cluster, enterprise, carrier)."""

    subject: str
    subject_en: str
    subject_code: str
    subject_kind: str
    indicator: str
    kind: str
    aspect: str
    figure: Shown
    document: str
    document_title: str
    published: date


@dataclass(frozen=True, slots=True)
class Line:
    """The levels of one indicator over time, oldest first, and its targets, nearest first."""

    indicator: str
    name: str
    name_en: str
    unit: str
    points: tuple[Shown, ...]
    targets: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A firm counted with the cluster; `role` and `relation` where a document gives it one."""

    code: str
    name: str
    name_en: str
    role: str
    relation: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A park, building or site of the cluster; `within` names the larger one it lies in."""

    code: str
    name: str
    name_en: str
    kind: str
    within: str
    address: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the cluster is in another taxonomy; `target` is empty where nothing is known to correspond."""

    taxonomy: str
    taxonomy_name: str
    taxonomy_name_en: str
    target: str
    target_name: str
    target_name_en: str
    kind: str
    certainty: str
    note: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with figures of the cluster or its parts, and how many."""

    id: str
    title: str
    published: date
    figures: int


@dataclass(frozen=True, slots=True)
class ClusterPage:
    """Everything the page of one cluster shows; `projects` are project counts and kinds of money, never added up."""

    standing: ClusterStanding
    taxonomy: str
    taxonomy_name: str
    taxonomy_name_en: str
    as_of: datetime
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    members: tuple[Member, ...]
    carriers: tuple[Place, ...]
    projects: tuple[Shown, ...]
    mappings: tuple[Mapping, ...]
    papers: tuple[Paper, ...]
    contradictions: tuple[Contradiction, ...]


def cluster_page(code: str, as_of: Moment = None) -> ClusterPage:
    """The page of the cluster `code`; raises `NotFound`. The same number of queries however much there is."""
    at = moment(as_of)
    found = Cluster.objects.select_related("taxonomy").filter(subject__code=code).first()
    if found is None:
        raise NotFound(f"没有产业集群 {code}。", f"There is no cluster {code}.")
    material = gather(found.taxonomy, at)
    part = next(one for one in material.parts if one.cluster.pk == found.pk)
    entries = [*part.entries, *part.within]
    facts = {entry.fact_id for entry in entries}
    return ClusterPage(
        standing=card(part, material.torn, newest_year(material.parts)).standing,
        taxonomy=found.taxonomy.code,
        taxonomy_name=found.taxonomy.name,
        taxonomy_name_en=found.taxonomy.name_en or found.taxonomy.name,
        as_of=at or timezone.now(),
        rows=_rows(part, material.torn),
        lines=_lines(part, material.torn),
        members=_members(part),
        carriers=_carriers(part),
        projects=_projects(part, material.torn),
        mappings=_mappings(found),
        papers=_papers(entries),
        contradictions=tuple(one for one in material.contradictions if facts & set(one.facts)),
    )


def _rows(part: Part, torn: Torn) -> tuple[Row, ...]:
    """Levels by period with every entry behind them, then everything that is not a level, entry by entry."""
    entries = [*part.entries, *part.within]
    levels = [
        *points(e for e in entries if e.aspect == LEVEL and e.kind == Entry.Kind.ACTUAL),
        *points(e for e in entries if e.aspect == LEVEL and e.kind in {Entry.Kind.TARGET, Entry.Kind.FORECAST}),
    ]
    shown = [row for one in levels for row in _of_point(one, torn)]
    shown += [_row(e, of_entry(e, torn)) for e in entries if e.aspect != LEVEL or e.kind == Entry.Kind.COMPARISON]
    own = part.cluster.subject.code
    return tuple(sorted(shown, key=lambda row: (row.subject_code != own, row.subject_kind, row.subject)))


def _of_point(point: Point, torn: Torn) -> list[Row]:
    """One row, or one for each different value where documents disagree."""
    if not point.conflict:
        return [_row(point.entry, of_point(point, torn))]
    first = {entry.value_base: entry for entry in reversed(point.entries)}
    return [_row(entry, of_entry(entry, torn, conflict=True)) for entry in first.values()]


def _row(entry: Entry, figure: Shown) -> Row:
    subject, document = entry.subject, entry.fact.document
    return Row(
        subject=subject.name,
        subject_en=subject.name_en or subject.name,
        subject_code=subject.code,
        subject_kind=subject.kind,
        indicator=entry.indicator.code,
        kind=entry.kind,
        aspect=entry.aspect,
        figure=figure,
        document=document.pk,
        document_title=document.title,
        published=document.published,
    )


def _lines(part: Part, torn: Torn) -> tuple[Line, ...]:
    """The cluster's own indicators: its main ones first, then the others by name."""
    main = [indicator.code for indicator in part.indicators]
    used: dict[str, Indicator] = {entry.indicator.code: entry.indicator for entry in part.entries}
    ordered = sorted(used.values(), key=lambda i: (main.index(i.code) if i.code in main else len(main), i.code))
    lines = [
        Line(
            indicator=one.code,
            name=one.name,
            name_en=one.name_en or one.name,
            unit=one.unit,
            points=tuple(of_point(point, torn) for point in part.actual(one.code)),
            targets=tuple(of_point(point, torn) for point in part.ahead(one.code)),
        )
        for one in ordered
    ]
    return tuple(line for line in lines if line.points or line.targets)


def _members(part: Part) -> tuple[Member, ...]:
    roles: dict[str, Firm] = {firm.code: firm for firm in part.firms}
    firms = [subject for subject in part.subjects if subject.kind == Subject.Kind.ENTERPRISE]
    firms.sort(key=lambda firm: (list(roles).index(firm.code) if firm.code in roles else len(roles), firm.name))
    return tuple(
        Member(
            firm.code,
            firm.name,
            firm.name_en or firm.name,
            roles[firm.code].role if firm.code in roles else "",
            roles[firm.code].relation if firm.code in roles else None,
        )
        for firm in firms
    )


def _carriers(part: Part) -> tuple[Place, ...]:
    rows = Carrier.objects.filter(cluster=part.cluster).select_related("subject", "within__subject")
    return tuple(
        Place(
            row.subject.code,
            row.subject.name,
            row.subject.name_en or row.subject.name,
            row.kind,
            row.within.subject.name if row.within else "",
            row.address,
        )
        for row in rows.order_by("kind", "subject__name")
    )


def _projects(part: Part, torn: Torn) -> tuple[Shown, ...]:
    """The newest project count and each kind of money, side by side."""
    newest = (part.actual(code) for code in (rules().projects, rules().contracted, rules().paid_in))
    return tuple(of_point(told[-1], torn) for told in newest if told)


def _mappings(cluster: Cluster) -> tuple[Mapping, ...]:
    rows = ClusterMapping.objects.filter(source=cluster).select_related("taxonomy", "target__subject")
    return tuple(
        Mapping(
            row.taxonomy.code,
            row.taxonomy.name,
            row.taxonomy.name_en or row.taxonomy.name,
            row.target.subject.code if row.target else "",
            row.target.subject.name if row.target else "",
            (row.target.subject.name_en or row.target.subject.name) if row.target else "",
            row.kind,
            row.certainty,
            row.note,
        )
        for row in rows
    )


def _papers(entries: list[Entry]) -> tuple[Paper, ...]:
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.fact.document_id, []).append(entry)
    papers = [
        Paper(key, rows[0].fact.document.title, rows[0].fact.document.published, len(rows))
        for key, rows in held.items()
    ]
    return tuple(sorted(papers, key=lambda paper: paper.published, reverse=True))
