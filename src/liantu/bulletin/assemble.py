"""装配 assemble: a candidate, its sentence and the clock made into a fact with its evidence."""

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.dating import Clock, Dated
from liantu.bulletin.flow import Stretch
from liantu.bulletin.modality import judge, signed_money
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Modality

__all__ = ["UNNAMED", "Assembled", "assemble", "fact_id"]

UNNAMED: Final = "未写明主体"
_PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$|年度计划(?:完成)?投资$")
# 总投资26亿 is money although the 元 is left out.
_SCALES: Final = frozenset(("万", "亿", "万亿"))
_MONEY: Final = re.compile(
    r"(?:投资|投资额|投资总额|产值|营收|收入|资金|金额|税收|利润|增加值|销售额|零售额|零售总额|交易额|贷款|融资|融资额|余额|生产总值|合同额|协议额|签约额|任务数?|引资|利税|税金|入资|外资|内资|市值|总额)$"
)
_COMPARISONS: Final = (Aspect.PP_CHANGE, Aspect.GAP, Aspect.CONTRIBUTION)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A fact with the place in the document of its growth, and the further pieces of either where columns tore them."""

    fact: Fact
    yoy: Quote | None
    rest: tuple[Quote, ...] = ()
    yoy_rest: tuple[Quote, ...] = ()


def fact_id(span: Quote, aspect: Aspect, measure: str, subject: str) -> str:
    """The id of a fact: the same figure read the same way has the same one every time."""
    return hashlib.sha256(f"{span.start}:{span.end}:{aspect}:{measure}:{subject}".encode()).hexdigest()[:12]


def assemble(candidate: Candidate, line: Line, stretch: Stretch, clock: Clock) -> Assembled:
    """The fact a candidate tells, with all its evidence."""
    telling = candidate.telling
    q = telling.quantity
    if candidate.when is None:
        dated = clock.date(line.text, list(line.mentions), q.start, candidate.measure, telling.kind)
    else:
        dated = clock.dated(candidate.when, list(line.mentions), candidate.measure)
    value, unit = q.base
    written = q.unit or unit
    if not unit and q.unit in _SCALES and _MONEY.search(candidate.measure):
        unit, written = "元", f"{q.unit}元"
    signed = None if value is None else value * candidate.sign if value > 0 else value
    yoy = None
    if candidate.yoy is not None:
        rate = candidate.yoy[0].quantity.rate
        yoy = None if rate is None else rate.value * candidate.yoy[1] if rate.value > 0 else rate.value
    span = stretch.raw(q.start, q.end)
    wanted = candidate.when is None and clock.aim.at(q.start)
    modality = _modality(candidate, line, dated, wanted)
    if modality is Modality.FORECAST and clock.aim.whole and wanted:
        modality = Modality.TARGET
    quotes = stretch.quotes(0, len(stretch))
    if wanted and modality is Modality.TARGET:
        quotes = (*(quote for quote in clock.aim.said if quote not in quotes), *quotes)
    fact = Fact(
        id=fact_id(span, candidate.aspect, candidate.measure, candidate.subject),
        subject=candidate.subject or UNNAMED,
        measure=candidate.measure,
        aspect=candidate.aspect,
        value=None if q.value is None else q.value * (candidate.sign if q.value > 0 else 1),
        value_low=q.low,
        value_high=q.high,
        unit=written,
        value_base=signed,
        unit_base=unit,
        qualifier=q.qualifier,
        period_text=dated.text,
        period_start=dated.start,
        period_end=dated.end,
        modality=modality,
        yoy=yoy,
        base=candidate.base,
        rule=candidate.rule,
        confidence=_confidence(candidate, line),
        span=span,
        quotes=quotes,
        note=candidate.note,
    )
    growth = candidate.yoy[0].quantity if candidate.yoy else None
    grown = () if growth is None else stretch.quotes(growth.start, growth.end)
    rest = stretch.quotes(q.start, q.end)[1:]
    return Assembled(fact, grown[0] if grown else None, rest, grown[1:])


def _whole_last_year(line: Line, dated: Dated) -> bool:
    """Whether the figures are last year's: in January 预计 only says that they are not final yet."""
    if line.published is None or dated.start is None or dated.end is None:
        return False
    year = line.published.year - 1
    return (dated.start.year, dated.end.year, dated.start.month, dated.end.month) == (year, year, 1, 12)


def _modality(candidate: Candidate, line: Line, dated: Dated, wanted: bool) -> Modality:
    if candidate.aspect in _COMPARISONS:
        return Modality.COMPARISON
    at = candidate.telling.quantity.start
    told = [m for m in line.mentions if m.end <= at and not m.is_base]
    start = 0
    for m in told:
        end = m.period.end
        past = end is not None and line.published is not None and end <= line.published and m.kind != "event"
        if past:
            start = (
                m.start if not line.text[max(0, m.start - 3) : m.start].endswith(("预计", "有望", "力争")) else start
            )
    said = line.text[start:at]
    last_year = _whole_last_year(line, dated)
    judged = judge(said, len(said), dated.future, dated.over and (bool(told) or last_year))
    if judged is Modality.ACTUAL and wanted and not dated.over:
        return Modality.TARGET
    if (candidate.aspect is Aspect.COMPLETION or candidate.when is not None) and not dated.future:
        return Modality.ACTUAL
    if _PLAN.search(candidate.measure):
        return Modality.TARGET
    if judged is not Modality.ACTUAL and signed_money(candidate.measure) and not dated.future:
        return Modality.ACTUAL
    return judged


def _confidence(candidate: Candidate, line: Line) -> Decimal:
    """A rule's own, less where nobody is named or the place named is only concluded."""
    if not candidate.subject:
        return Decimal("0.50")
    inferred = line.place.inferred and candidate.subject.startswith(line.place.name)
    return min(candidate.confidence, Decimal("0.70")) if inferred else candidate.confidence
