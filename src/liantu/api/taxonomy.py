"""Taxonomies: the dated cuts of the district's industries and the clusters of each."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from ninja import Router

from liantu.ledger.models import Cluster, ClusterMapping, Taxonomy

__all__ = ["TaxonomyOut", "router"]

router = Router(tags=["taxonomies"])


@dataclass(frozen=True, slots=True)
class MappingOut:
    """How a cluster stands to one of another taxonomy; `to` is null where nothing is known to correspond."""

    to: str | None
    taxonomy: str | None
    kind: str
    certainty: str
    note: str


@dataclass(frozen=True, slots=True)
class PartOut:
    """One cluster of a taxonomy and the office that keeps it."""

    code: str
    name: str
    name_en: str
    group: int
    office: str | None
    mappings: tuple[MappingOut, ...]


@dataclass(frozen=True, slots=True)
class TaxonomyOut:
    """One cut, in force from `valid_from` to `valid_to` (null: still)."""

    code: str
    name: str
    name_en: str
    issuer: str
    valid_from: date
    valid_to: date | None
    certainty: str
    source: str
    clusters: tuple[PartOut, ...]


@router.get("/taxonomies", response=list[TaxonomyOut])
def taxonomies(request: HttpRequest) -> list[TaxonomyOut]:
    """Every taxonomy with its clusters and how they map onto other taxonomies."""
    rows = Taxonomy.objects.prefetch_related(
        "clusters__subject",
        "clusters__office",
        "clusters__mappings__target__subject",
        "clusters__mappings__target__taxonomy",
    )
    return [_taxonomy(row) for row in rows]


def _taxonomy(row: Taxonomy) -> TaxonomyOut:
    return TaxonomyOut(
        code=row.code,
        name=row.name,
        name_en=row.name_en,
        issuer=row.issuer,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        certainty=row.certainty,
        source=row.source,
        clusters=tuple(_part(cluster) for cluster in row.clusters.all()),
    )


def _part(row: Cluster) -> PartOut:
    return PartOut(
        code=row.subject.code,
        name=row.subject.name,
        name_en=row.subject.name_en,
        group=row.group,
        office=row.office.code if row.office else None,
        mappings=tuple(_mapping(mapping) for mapping in row.mappings.all()),
    )


def _mapping(row: ClusterMapping) -> MappingOut:
    there = row.target
    return MappingOut(
        to=there.subject.code if there else None,
        taxonomy=there.taxonomy.code if there else None,
        kind=row.kind,
        certainty=row.certainty,
        note=row.note,
    )
