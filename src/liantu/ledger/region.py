"""The home region: the district this ledger is kept for, and the words that stand before its own names."""

from dataclasses import dataclass

from liantu.ledger.models import Region
from liantu.ledger.names import fold

__all__ = ["Home", "home", "is_public"]


@dataclass(frozen=True, slots=True)
class Home:
    """The home region: `own` are the folded names of the district (大渡口区, 全区, …), `parent` those of its city."""

    code: str
    name: str
    name_en: str
    own: tuple[str, ...]
    parent: tuple[str, ...]


def home() -> Home | None:
    """The home region, or None while no pack has been loaded."""
    found = Region.objects.select_related("subject", "parent__subject").prefetch_related(
        "subject__aliases", "parent__subject__aliases"
    )
    region = found.filter(home=True).first()
    if region is None:
        return None
    subject = region.subject
    return Home(subject.code, subject.name, subject.name_en, _names(region), _names(region.parent))


def is_public() -> bool:
    """Whether an unsigned visitor may read, as the pack's guest."""
    return Region.objects.filter(home=True, public=True).exists()


def _names(region: Region | None) -> tuple[str, ...]:
    if region is None:
        return ()
    names = {fold(region.subject.name), *(alias.folded for alias in region.subject.aliases.all())}
    return tuple(sorted(names, key=len, reverse=True))
