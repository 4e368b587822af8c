"""The home region: the district this ledger is kept for, and the words that stand before its own names."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from liantu.ledger.models import Alias, Region

__all__ = ["Home", "home", "is_public", "told"]


@dataclass(frozen=True, slots=True)
class Home:
    """The home region: `own` are the folded names of the district (大渡口区, 全区, …), `parent` those of its city."""

    code: str
    name: str
    name_en: str
    own: tuple[str, ...]
    parent: tuple[str, ...]


def home() -> Home | None:
    """The home region, or None while no pack has been loaded; one query."""
    rows = Alias.objects.select_related("subject__region").filter(
        Q(subject__region__home=True) | Q(subject__region__parts__home=True)
    )
    own: list[Alias] = []
    parent: list[Alias] = []
    for alias in rows:
        (own if alias.subject.region.home else parent).append(alias)
    if not own:
        return None
    subject = own[0].subject
    return Home(subject.code, subject.name, subject.name_en, _names(own), _names(parent))


def told() -> str:
    """The home region as the reader is told whose paper it reads, its city first (重庆市大渡口区); '' without a pack."""
    own = Region.objects.select_related("subject", "parent__subject").filter(home=True).first()
    if own is None:
        return ""
    above = own.parent if own.parent is not None and own.parent.level == Region.Level.CITY else None
    return f"{above.subject.name if above else ''}{own.subject.name}"


def is_public() -> bool:
    """Whether an unsigned visitor may read, as the pack's guest."""
    return Region.objects.filter(home=True, public=True).exists()


def _names(aliases: Iterable[Alias]) -> tuple[str, ...]:
    return tuple(sorted({alias.folded for alias in aliases}, key=len, reverse=True))
