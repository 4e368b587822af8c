"""合口径 Fit: a correction may not put a figure in a unit its indicator is not counted in, nor lose its place unsaid."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from liantu.errors import CannotRead
from liantu.figure.unit import base_of
from liantu.ledger.models import Entry
from liantu.ledger.resolve import same_unit
from liantu.review.models import Fact, Relation

__all__ = ["fitting"]


@contextmanager
def fitting(things: Sequence[Fact | Relation]) -> Iterator[None]:
    """Around a correction, inside its transaction: `CannotRead` where its unit is not that of the indicator."""
    facts = [one.pk for one in things if isinstance(one, Fact)]
    before = _entries(facts)
    yield
    after = _entries(facts)
    for pk in facts:
        held, stood = after.get(pk), before.get(pk)
        if held is None and stood is not None:
            raise _unfit(stood)
        if held is not None and not same_unit(held.indicator.unit, base_of(held.unit)[1]):
            raise _unfit(held)


def _entries(facts: list[int]) -> dict[int, Entry]:
    rows = Entry.objects.current().filter(fact__in=facts).select_related("indicator")
    return {row.fact_id: row for row in rows}


def _unfit(entry: Entry) -> CannotRead:
    one = entry.indicator
    return CannotRead(
        f"{one.name}以“{one.unit}”计，单位不合；请改单位，或另选指标。",
        f"{one.name_en or one.name} is counted in {one.unit}: mend the unit, or choose another measure.",
    )
