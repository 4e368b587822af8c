"""矛盾 Conflict: where the text contradicts itself, told in words and never repaired.

Each check is one function over the facts of a page; `attention` findings (a low paid-in rate, times that differ)
are told in the same list, for a reader must see them before adding anything up.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from liantu.bulletin.flow import Stretch
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Conflict, Fact, Modality
from liantu.bulletin.when import Mention

__all__ = ["KINDS", "Goal", "among", "two_times"]

KINDS: Final = ("two_times", "goal_measure", "implied_base", "paid_in_low", "paid_in_over", "mixed_times", "two_values")
_SCALES: Final = {"百亿": Decimal(10**10), "千亿": Decimal(10**11), "万亿": Decimal(10**12), "十亿": Decimal(10**9)}
_LOW: Final = Decimal(50)


@dataclass(frozen=True, slots=True)
class Goal:
    """A scale a heading announces (百亿级产值规模): whose, of which measure, how big, and where it stands."""

    subject: str
    measure: str
    scale: str
    quote: Quote


def among(facts: Iterable[Fact], goals: Iterable[Goal] = ()) -> Iterator[Conflict]:
    """Every contradiction among the facts of one document, in a fixed order."""
    told = tuple(facts)
    yield from _goals(told, tuple(goals))
    yield from _implied_base(told)
    yield from _paid_in(told)
    yield from _mixed_times(told)
    yield from _two_values(told)


def two_times(
    stretch: Stretch, mentions: list[Mention], figures: list[int], facts: Iterable[Fact]
) -> Iterator[Conflict]:
    """Two spans of one year told for the same figures (1-11月 beside 全年).

    `figures` are the places of the sentence's figures: two times with a figure between them are about different things.
    """
    spans = [m for m in mentions if m.kind == "interval" and not m.is_base and m.period.start and m.period.end]
    for one, other in pairwise(spans):
        between = any(one.end <= at < other.start for at in figures)
        near = other.start - one.end <= 24 and not any(sign in stretch.text[one.end : other.start] for sign in "；;。")
        nested = one.period.start == other.period.start and one.period.end != other.period.end
        if near and nested and not between and not _refines(one, other):
            ids = tuple(f.id for f in facts)
            yield Conflict(
                "two_times",
                ids,
                f"同一句里既写“{one.text}”又写“{other.text}”，两个时期不同，取哪一个须由人定。",
                f"One sentence says both “{one.text}” and “{other.text}”, which are different periods; a person must decide.",
                stretch.quotes(one.start, other.end),
            )


def _refines(one: Mention, other: Mention) -> bool:
    return one.text in ("今年", "去年", "本年") or one.text.rstrip("年").isdigit()


def _goals(facts: tuple[Fact, ...], goals: tuple[Goal, ...]) -> Iterator[Conflict]:
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts if goals else ():
        if fact.modality in (Modality.TARGET, Modality.FORECAST) and fact.unit_base == "元":
            told[fact.subject].append(fact)
    for goal in goals:
        size = next((value for word, value in _SCALES.items() if goal.scale.startswith(word)), None)
        for fact in told[goal.subject]:
            if size is None or fact.value_base is None:
                continue
            if size <= fact.value_base < size * 10 and not _alike(goal.measure, fact.measure):
                yield Conflict(
                    "goal_measure",
                    (fact.id,),
                    f"标题说的是“{goal.scale}{goal.measure}”，正文说的是{fact.measure}{_said(fact)}：同一个{goal.scale}目标用了两个口径。",
                    f"The heading sets a {goal.scale} goal for {goal.measure}, the text for {fact.measure} "
                    f"({_said(fact)}): one goal, two measures.",
                    (goal.quote, *fact.quotes),
                )


def _alike(one: str, other: str) -> bool:
    """Whether two names mean one measure: 营收 is short for 营业收入, 产值 for 总产值."""
    one, other = (re.sub("营业收入|销售收入", "营收", name) for name in (one, other))
    return one in other or other in one


def _implied_base(facts: tuple[Fact, ...]) -> Iterator[Conflict]:
    sentences: dict[tuple[Quote, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        sentences[fact.quotes].append(fact)
    for fact in facts:
        if fact.aspect is not Aspect.PP_CHANGE or fact.value_base is None:
            continue
        rate = _rate_beside(fact, sentences[fact.quotes])
        if rate is None:
            continue
        growth, value = rate
        before = value - fact.value_base
        if abs(fact.value_base) >= 2 and abs(before) < abs(value) / 10:
            yield Conflict(
                "implied_base",
                (growth.id, fact.id),
                f"增速{value:f}%，比{fact.base or '上一期'}变动{fact.value_base:f}个百分点，则{fact.base or '上一期'}只有{before:f}%，请核对。",
                f"Growth of {value:f}% and a change of {fact.value_base:f} points against {fact.base or 'the period before'} "
                f"imply {before:f}% then; please check.",
                (growth.span, fact.span),
            )


def _rate_beside(fact: Fact, facts: list[Fact]) -> tuple[Fact, Decimal] | None:
    for other in facts:
        if other.subject == fact.subject and other.period_end == fact.period_end:
            if other.yoy is not None and fact.measure.startswith(other.measure):
                return other, other.yoy
            if (
                other.aspect is Aspect.GROWTH
                and other.value_base is not None
                and fact.measure.startswith(other.measure)
            ):
                return other, other.value_base
    return None


def _paid_in(facts: tuple[Fact, ...]) -> Iterator[Conflict]:
    contracts = [fact for fact in facts if "合同" in fact.measure and fact.aspect is Aspect.LEVEL and fact.value_base]
    by_subject: dict[tuple[str, date | None], list[Fact]] = defaultdict(list)
    for fact in contracts:
        by_subject[fact.subject, fact.period_end].append(fact)
    for paid in facts:
        if (
            "到位" not in paid.measure
            or paid.aspect is not Aspect.LEVEL
            or not paid.value_base
            or paid.unit_base != "元"
        ):
            continue
        for signed in by_subject[paid.subject, paid.period_end][:3]:
            if signed.unit_base != "元" or not signed.value_base:
                continue
            rate = (paid.value_base / signed.value_base * 100).quantize(Decimal("0.1"))
            if rate > 100:
                yield Conflict(
                    "paid_in_over",
                    (signed.id, paid.id),
                    f"到位资金多于合同额，到位率{rate}%，请核对口径。",
                    f"More was paid in than signed ({rate}%); check the definitions.",
                    (signed.span, paid.span),
                )
            elif rate < _LOW:
                yield Conflict(
                    "paid_in_low",
                    (signed.id, paid.id),
                    f"合同额{_said(signed)}，到位资金{_said(paid)}，资金到位率{rate}%：签约不等于落地，二者不可相加。",
                    f"Signed {_said(signed)}, paid in {_said(paid)}: {rate}%. Signed is not landed; never add the two.",
                    (signed.span, paid.span),
                )


def _mixed_times(facts: tuple[Fact, ...]) -> Iterator[Conflict]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        # A table tells its times over its columns.
        dated = fact.period_text and fact.period_end and fact.rule != "table"
        if dated and fact.modality is Modality.ACTUAL and fact.aspect is Aspect.LEVEL:
            groups[fact.subject].append(fact)
    for subject, group in groups.items():
        first = {f.period_text: f for f in reversed(group)}
        ends = {(f.period_start, f.period_end) for f in group}
        if len(ends) > 1 and len({f.period_end for f in group}) > 1:
            told = sorted(first.values(), key=lambda f: f.span)
            times = "、".join(str(f.period_text) for f in told)
            yield Conflict(
                "mixed_times",
                tuple(f.id for f in told),
                f"{subject}的数字时点不一（{times}），不能并列比较或相加。",
                f"The figures of {subject} are of different times ({times}) and must not be compared or added as they stand.",
                tuple(f.span for f in told),
            )


def _two_values(facts: tuple[Fact, ...]) -> Iterator[Conflict]:
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.value_base is not None and fact.period_text:
            key = (
                fact.subject,
                fact.measure,
                fact.aspect,
                fact.period_start,
                fact.period_end,
                fact.modality,
                fact.unit_base,
                fact.base,
            )
            groups[key].append(fact)
    for group in groups.values():
        for one, other in pairwise(group):
            if one.value_base != other.value_base:
                yield Conflict(
                    "two_values",
                    (one.id, other.id),
                    f"{one.subject}{one.measure}（{one.period_text}）有两个数：{_said(one)}与{_said(other)}。",
                    f"{one.subject} {one.measure} ({one.period_text}) is told with two values: {_said(one)} and {_said(other)}.",
                    (one.span, other.span),
                )


def _said(fact: Fact) -> str:
    return f"{fact.value:f}{fact.unit}" if fact.value is not None else f"{fact.value_low}-{fact.value_high}{fact.unit}"
