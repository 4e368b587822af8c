"""Indicators 口径: what exactly each figure counts, and by whose definition."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema

from liantu.errors import NotFound
from liantu.ledger.models import Indicator

__all__ = ["IndicatorOut", "find", "router"]

router = Router(tags=["indicators"])


class IndicatorOut(Schema):
    """One measure as the bureau defines it; figures of different indicators never add."""

    code: str
    name: str
    name_en: str
    unit: str
    nature: Indicator.Nature
    price: Indicator.Price
    scope: str
    issuer: str
    valid_from: date | None
    valid_to: date | None
    synonyms: list[str]


@router.get("/indicators", response=list[IndicatorOut])
def indicators(request: HttpRequest) -> list[Indicator]:
    """Every indicator, by code."""
    return list(Indicator.objects.all())


def find(code: str) -> Indicator:
    """The indicator, or NotFound."""
    found = Indicator.objects.filter(code=code).first()
    if found is None:
        raise NotFound(f"没有代码为 {code} 的口径。", f"There is no indicator {code}.")
    return found
