"""各期与累计: months and quarters against their total; a running total never runs back."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import say, slack, step_of_fact
from liantu.bulletin.check.twice import LOOSE
from liantu.bulletin.measure import flows
from liantu.bulletin.reading import Aspect, Fact, Modality

__all__ = ["sums_of_periods"]

_FALLS: Final = re.compile("利润|净|结余|增减|收益|亏损")


def sums_of_periods(draft: Draft) -> Iterator[Finding]:
    """一季度3亿元、二季度4亿元，上半年8亿元: the months and quarters make the running total; it never runs back.

    >>> from datetime import date
    >>> from liantu.bulletin.document import Document
    >>> text = "一季度，青禾县税收收入3.1亿元；二季度，税收收入4.2亿元；上半年，税收收入8.3亿元。"
    >>> [found.expected for found in sums_of_periods(Draft.of(Document.from_text(text), published=date(2023, 7, 20)))]
    ['7.3亿元']
    """
    groups: dict[tuple[str, str, str], dict[tuple[object, object], Fact]] = defaultdict(dict)
    torn: set[tuple[str, str, str]] = set()
    for fact in draft.reading.facts:
        if _is_flow(fact):
            key, time = (fact.subject, fact.measure, fact.unit_base), (fact.period_start, fact.period_end)
            if time in groups[key] and groups[key][time].value_base != fact.value_base:
                torn.add(key)
            groups[key].setdefault(time, fact)
    for key, held in groups.items():
        if key not in torn:
            yield from _totals(list(held.values()), draft)


def _is_flow(fact: Fact) -> bool:
    return (
        fact.aspect is Aspect.LEVEL
        and fact.modality is Modality.ACTUAL
        and fact.value_base is not None
        and fact.value_low is fact.value_high
        and fact.qualifier is None
        and fact.period_start is not None
        and fact.period_end is not None
        and bool(fact.period_text)
        and fact.period_start.day == 1
        and fact.unit_base not in ("%", "pp")
        and flows(fact.measure) is not False
        and not LOOSE.search(fact.measure)
    )


def _totals(facts: list[Fact], draft: Draft) -> Iterator[Finding]:
    for total in facts:
        chain = _chain(total, [fact for fact in facts if fact is not total])
        if not chain or total.value_base is None:
            continue
        value = sum((fact.value_base or Decimal() for fact in chain), Decimal())
        steps = [step_of_fact(fact, draft.document.text) for fact in (total, *chain)]
        if abs(value - total.value_base) > slack(*steps):
            listed = "、".join(f"{fact.period_text}{draft.words(fact)}" for fact in chain)
            yield Finding(
                Kind.SUMS,
                Severity.WRONG,
                (total.span, *(fact.span for fact in chain)),
                f"{listed}相加为{say(value, total.unit_base)}，{total.period_text}写的是{draft.words(total)}。",
                f"{listed} add up to {say(value, total.unit_base)}; {total.period_text} is told as {draft.words(total)}.",
                say(value, total.unit_base),
            )
    for one, other in combinations(facts, 2):
        early, late = sorted((one, other), key=lambda fact: fact.period_end or one.period_end)  # type: ignore[arg-type,return-value]
        runs = early.period_start == late.period_start and early.period_end != late.period_end
        if runs and not _FALLS.search(one.measure) and (early.value_base or 0) > (late.value_base or 0) > 0:
            yield Finding(
                Kind.SUMS,
                Severity.WRONG,
                (late.span, early.span),
                f"{late.period_text}累计{draft.words(late)}，少于{early.period_text}的{draft.words(early)}。",
                f"The running total of {late.period_text}, {draft.words(late)}, is below that of {early.period_text}.",
            )


def _chain(total: Fact, facts: list[Fact]) -> list[Fact]:
    """Facts whose times follow one another and together are the total's time."""
    if total.period_start is None or total.period_end is None:
        return []
    chain: list[Fact] = []
    at = total.period_start
    while at <= total.period_end:
        ends = [f for f in facts if f.period_start == at and f.period_end and f.period_end <= total.period_end]
        if not ends:
            return []
        chain.append(min(ends, key=lambda fact: fact.period_end or at) if chain else _first(ends, facts, total))
        at = (chain[-1].period_end or at) + timedelta(1)
    return chain if len(chain) > 1 else []


def _first(ends: list[Fact], facts: list[Fact], total: Fact) -> Fact:
    """The start of a chain that goes on: the one whose next day another time begins."""
    starts = {fact.period_start for fact in facts}
    going = [
        f for f in ends if f.period_end and f.period_end + timedelta(1) in starts and f.period_end != total.period_end
    ]
    return max(going or ends, key=lambda fact: fact.period_end or total.period_end)  # type: ignore[arg-type,return-value]
