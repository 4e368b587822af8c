"""Search: clusters, firms, carriers, indicators, figures and documents by a few characters of their names."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from liantu.ledger.search import Hit
from liantu.ledger.search import search as find

__all__ = ["router"]

router = Router(tags=["search"])


@router.get("/search", response=list[Hit])
def search(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=100)],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> list[Hit]:
    """What bears all these characters side by side, whole names first."""
    return find(q, limit)
