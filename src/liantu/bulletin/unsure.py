"""存疑 unsure: figures that stand where a scan is not certain of its characters: told as read, trusted less.

    >>> reasons((Quote(0, 2),), {0: "没有认出单位"})
    {0: '没有认出单位（扫描识别不清，请对照原图）', 1: '扫描识别不清，请对照原图'}

Nothing is mended: the characters stay as the recogniser gave them, and the note sends a person to the picture.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Fact

__all__ = ["doubted", "reasons"]

_SAID: Final = "扫描识别不清，请对照原图"
_TRUST: Final = Decimal("0.40")


def doubted(facts: Iterable[Fact], unsure: tuple[Quote, ...]) -> list[Fact]:
    """The facts, those whose evidence touches an unsure stretch with little confidence and a note that says why."""
    doubtful = {at for place in unsure for at in range(*place)}
    return [_doubted(fact) if doubtful and not doubtful.isdisjoint(_places(fact)) else fact for fact in facts]


def reasons(unsure: tuple[Quote, ...], known: Mapping[int, str]) -> dict[int, str]:
    """Why a numeral of an unsure stretch waits for a person, by its place; what is known already is said first."""
    places = (at for place in unsure for at in range(*place))
    return {at: f"{known[at]}（{_SAID}）" if at in known else _SAID for at in places}


def _places(fact: Fact) -> set[int]:
    return {at for place in (fact.span, *fact.quotes) for at in range(*place)}


def _doubted(fact: Fact) -> Fact:
    note = f"{fact.note}；{_SAID}" if fact.note else _SAID
    return replace(fact, confidence=min(fact.confidence, _TRUST), note=note)
