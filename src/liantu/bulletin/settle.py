"""补时 settle: a lead without a time takes the one the page states next, if the page speaks of one time only.

“全区工业平稳。前三季度，……”: the figures of a first paragraph belong to the period the rest names.
"""

from collections import Counter
from dataclasses import replace

from liantu.bulletin.assemble import Assembled
from liantu.bulletin.reading import Modality

__all__ = ["settle"]


def settle(facts: list[Assembled]) -> list[Assembled]:
    """The same facts, with the page's one period given to those before its first mention that have none."""
    dated = [
        a.fact for a in facts if a.fact.period_text and a.fact.period_start and a.fact.modality is not Modality.TARGET
    ]
    told = Counter((fact.period_start, fact.period_end) for fact in dated)
    if not told or sum(told.values()) < 3:
        return facts
    (start, end), n = told.most_common(1)[0]
    first = next((i for i, a in enumerate(facts) if (a.fact.period_start, a.fact.period_end) == (start, end)), 0)
    if n < 0.8 * sum(told.values()):
        return facts
    text = facts[first].fact.period_text
    return [
        replace(a, fact=replace(a.fact, period_text=text, period_start=start, period_end=end, note="时期取自下文"))
        if i < first and a.fact.period_text is None and not a.fact.measure.endswith("面积")
        else a
        for i, a in enumerate(facts)
    ]
