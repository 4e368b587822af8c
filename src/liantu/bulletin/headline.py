"""标题 Headlines: figures told in headings; the body mostly says them again, and only what it leaves out is read here.

A headline rounds and boasts, so a figure within one per cent of one of the body's, in the same unit, is taken for the
same and booked with it; what is read from a heading alone is trusted less and says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from liantu.bulletin.assemble import Assembled
from liantu.bulletin.reading import Fact

__all__ = ["merged"]

_ROUNDED: Final = Decimal("0.01")
_TRUST: Final = Decimal("0.60")
_NOTE: Final = "只见于标题"


def merged(body: Sequence[Assembled], heading: Iterable[Assembled]) -> list[Assembled]:
    """The facts of a body with those of its headings: repeats booked with the figure they repeat, the rest added."""
    told = list(body)
    more: list[Assembled] = []
    for one in heading:
        at = next((i for i, other in enumerate(told) if _same(one, other)), None)
        if at is None:
            more.append(replace(one, fact=_doubted(one)))
        else:
            told[at] = _with(told[at], one)
    return told + more


def _same(one: Assembled, other: Assembled) -> bool:
    """Whether a heading's figure is one the body tells, as a figure or as the growth beside one."""
    fact, known = one.fact, other.fact
    if fact.unit_base == "%" and known.yoy is not None and fact.value_base == known.yoy:
        return True
    if fact.unit_base not in ("", known.unit_base) or fact.value_base is None or known.value_base is None:
        return False
    return abs(fact.value_base - known.value_base) <= _ROUNDED * abs(known.value_base)


def _with(told: Assembled, one: Assembled) -> Assembled:
    """A body's fact that a heading repeats: the heading's figure, and its growth, booked with it."""
    grown = told.yoy_rest if one.yoy is None else (*told.yoy_rest, one.yoy, *one.yoy_rest)
    return replace(told, rest=(*told.rest, one.fact.span, *one.rest), yoy_rest=grown)


def _doubted(one: Assembled) -> Fact:
    fact = one.fact
    note = _NOTE if fact.note is None else f"{fact.note}；{_NOTE}"
    return replace(fact, confidence=min(fact.confidence, _TRUST), note=note)
