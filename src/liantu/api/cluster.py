"""Clusters: one in full; the cockpit lists them all."""

from django.http import HttpRequest
from ninja import Router

from liantu.api.moment import AsOf
from liantu.plan.cluster import ClusterPage, cluster_page

__all__ = ["router"]

router = Router(tags=["clusters"])


@router.get("/clusters/{code}", response=ClusterPage)
def cluster(request: HttpRequest, code: str, as_of: AsOf = None) -> ClusterPage:
    """One cluster: its card, figures, series and targets, firms, carriers, mappings, documents and contradictions."""
    return cluster_page(code, as_of)
