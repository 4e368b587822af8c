"""What is asked of the sources: one figure of a draft as it is looked up, a fact or the growth told beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.rounding import step_of_fact
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact

__all__ = ["Asked", "asked_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure of the draft as it is looked up: a fact, or the growth told beside it."""

    fact: Fact
    span: Quote
    written: str
    aspect: Aspect
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    step: Decimal
    subject: str
    measure: str


def asked_of(fact: Fact, draft: Draft, place: tuple[str, str] | None) -> Iterator[Asked]:
    """The figures of one fact; `place` is the subject and measure the sources keep it under."""
    subject, measure = place or (fact.subject, fact.measure)
    factor = fact.value_base / fact.value if fact.value_base is not None and fact.value else Decimal(1)
    low, high = (None if end is None else end * factor for end in (fact.value_low, fact.value_high))
    step = step_of_fact(fact, draft.document.text)
    own = (fact.aspect, fact.value_base, low, high, fact.unit_base, step, subject, measure)
    yield Asked(fact, fact.span, draft.words(fact), *own)
    if fact.yoy is not None and (span := draft.growths.get(fact.id)):
        step = Decimal(1).scaleb(int(fact.yoy.as_tuple().exponent))
        yield Asked(
            fact, span, span.of(draft.document.text), Aspect.GROWTH, fact.yoy, None, None, "%", step, subject, measure
        )
