"""Clean drafts as sources: the same draft agrees throughout, and every level changed in it is found at its place."""

from decimal import Decimal

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.check import Finding, Kind, check, known_of
from liantu.bulletin.check.finding import Severity
from liantu.bulletin.reading import Aspect, Fact, Modality
from tests.bulletin.check.drafts import clean

LATER = (Kind.DIFFERS, Kind.SCALE, Kind.BOUND)


def changed(text: str, fact: Fact, factor: str) -> tuple[str, str]:
    """The draft with one figure made larger, and the figure's new words."""
    words = fact.span.of(text)
    assert fact.value is not None
    value = fact.value * Decimal(factor)
    value = value.quantize(Decimal("0.1")) if fact.unit.endswith("元") else value.quantize(Decimal(1))
    new = words.replace(f"{fact.value:f}", f"{value:f}")
    return text[: fact.span.start] + new + text[fact.span.end :], new


def levels(text: str, facts: tuple[Fact, ...]) -> list[Fact]:
    """The levels told exactly, of a stated time, once."""
    told = [
        fact
        for fact in facts
        if fact.aspect is Aspect.LEVEL
        and fact.modality is Modality.ACTUAL
        and fact.period_text
        and fact.value is not None
        and fact.value > 20
        and fact.qualifier is None
        and f"{fact.value:f}" in fact.span.of(text)
    ]
    names = [(fact.subject, fact.measure, fact.period_start, fact.period_end) for fact in told]
    return [fact for fact, name in zip(told, names, strict=True) if names.count(name) == 1]


@pytest.mark.parametrize("seed", range(9000, 9030))
def test_a_changed_level_differs_and_all_else_agrees(seed: int) -> None:
    text, day = clean(seed)
    source = Document.from_text(text)
    reading = read(source, day)
    known = known_of(source, reading, "source")

    def found(draft: str) -> tuple[Finding, ...]:
        return check(Document.from_text(draft), None, known, published=day).findings

    assert {one.severity for one in found(text) if one.known is not None} <= {Severity.FINE}
    assert not [one.zh for one in found(text) if one.says_wrong]
    for fact in levels(text, reading.facts)[:4]:
        draft, new = changed(text, fact, "1.27")
        at_place = [one for one in found(draft) if one.known is not None and one.spans[0].start == fact.span.start]
        wrong = [one for one in at_place if one.kind in LATER]
        assert wrong, (new, [one.zh for one in at_place])
        assert wrong[0].spans[0].of(draft) == new
