"""数字账 the number account: every numeral of a document once, with what became of it.

    >>> for use in account("今年签约3个项目，见附件7。", facts=()):
    ...     print(use.span, use.use.value, use.reason)
    Quote(start=4, end=5) review 未读：没有句式认领
    Quote(start=12, end=13) review 未读：没有认出单位

Facts claim first, then their growth, then what the scanners know to be no value. Whatever is left waits for a person:
a number is never dropped in silence.
"""

from collections.abc import Iterable, Mapping, Sequence

from liantu.bulletin.fold import fold
from liantu.bulletin.quantity import Quantity, walk
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Fact, NumberUse, Use

__all__ = ["account"]

_UNCLAIMED = "未读：没有句式认领"


def account(
    text: str,
    facts: Iterable[Fact],
    yoys: Mapping[str, Sequence[Quote]] | None = None,
    rests: Mapping[str, Sequence[Quote]] | None = None,
) -> tuple[NumberUse, ...]:
    """The uses of all numerals of a document's raw `text`, in order; `yoys` gives the growth spans of each fact's id.

    `rests` gives the further pieces of figures that a column's end has torn. A number that several facts share is
    booked under the first of them.
    """
    claims = _claims(facts, yoys or {}, rests or {})
    uses: list[NumberUse] = []
    for start, found in walk(fold(text)):
        figures, at = found.figures, 0
        for numeral in found.numerals:
            while at < len(figures) and figures[at].end <= numeral.start:
                at += 1
            span = Quote(start + numeral.start, start + numeral.end)
            claim = next((claims[place] for place in range(*span) if place in claims), None)
            quantity = figures[at] if at < len(figures) and figures[at].start <= numeral.start else None
            uses.append(NumberUse(span, *claim) if claim else _unclaimed(span, quantity))
    return tuple(uses)


def _claims(
    facts: Iterable[Fact], yoys: Mapping[str, Sequence[Quote]], rests: Mapping[str, Sequence[Quote]]
) -> dict[int, tuple[Use, str]]:
    """Which fact each claimed character belongs to; a level goes before a growth, the first fact before the next."""
    claims: dict[int, tuple[Use, str]] = {}
    known = list(facts)
    for fact in known:
        for span in (fact.span, *rests.get(fact.id, ())):
            for place in range(*span):
                claims.setdefault(place, (Use.FACT, fact.id))
    for fact in known:
        for span in yoys.get(fact.id, ()):
            for place in range(*span):
                claims.setdefault(place, (Use.YOY, fact.id))
    return claims


def _unclaimed(span: Quote, quantity: Quantity | None) -> NumberUse:
    if quantity is None:
        return NumberUse(span, Use.REVIEW, reason=_UNCLAIMED)
    if quantity.use is None:
        return NumberUse(span, Use.REVIEW, reason=f"未读：{quantity.reason}" if quantity.reason else _UNCLAIMED)
    return NumberUse(span, quantity.use, reason=quantity.reason)
