"""The cockpit 驾驶舱: how each cluster stands against its target, and the three things to look at first."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from liantu.api.moment import AsOf
from liantu.plan.cockpit import standing
from liantu.plan.standing import Standing

__all__ = ["router"]

router = Router(tags=["cockpit"])


@router.get("/cockpit", response=Standing)
def cockpit(
    request: HttpRequest,
    taxonomy: Annotated[str, Query(description="A taxonomy's code; the pack's own if left out.")] = "",
    as_of: AsOf = None,
) -> Standing:
    """A taxonomy's clusters in order, and three statements at most, the most urgent first."""
    return standing(taxonomy or None, as_of)
