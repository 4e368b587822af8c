"""证据关 the evidence gate: no fact passes whose figure, growth, period or modality its own quotes do not bear out.

Rules, a model and a person's form all hand their facts to `admit`. It reads nothing of how a fact was made: it cuts the
quotes out of the stored text, reads the figure again, and compares. What it turns away comes back with the reason.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from liantu.bulletin.cell import figure, implied, is_rate, lent
from liantu.bulletin.document import Document
from liantu.bulletin.fold import fold
from liantu.bulletin.quantity import Quantity, cuts
from liantu.bulletin.quantity import scan as quantities
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Modality
from liantu.bulletin.when import Mention
from liantu.bulletin.when import scan as mentions

__all__ = ["admit"]

_FALL = re.compile(r"降|落|减|跌|缩|收窄|下滑|下拉|负|低于|少|慢于|滞后|亏|逊")
_AHEAD = re.compile(
    r"预计|有望|预期|可望|将|后|拟|届时|未来|力争|目标|确保|努力|争取|任务|规划|计划|要|责任书|到\s?20\d\d|可|年内|不低于|达产|设计"
)
_AGREED = re.compile(r"投资|协议|合同|签约|引资|意向")
_OWN_YEAR = re.compile(r"(?:19|20)\d\d|[今去上前明后本]年|[一二][〇零○一二三四五六七八九]{3}")
_PART = re.compile(r"[，,；;、（(\s]{0,2}其中[^。；\n]{0,14}")
_NEAR = 6
_COMPARING = (Aspect.PP_CHANGE, Aspect.GAP, Aspect.CONTRIBUTION)


def _first_piece(places: Sequence[int], q: Quantity) -> tuple[int, int]:
    """Where a figure read in joined quotes stands; of a torn one, its first piece."""
    own = places[q.start : q.end]
    end = next((i for i in range(1, len(own)) if own[i] != own[i - 1] + 1), len(own))
    return own[0], own[end - 1] + 1


@dataclass
class _Evidence:
    """A document folded once, and what stands in it."""

    document: Document
    published: date | None
    _read_quotes: tuple[Quote, ...] = ()
    _read_figures: dict[tuple[int, int], Quantity] = field(default_factory=dict)
    _read_stretch: int = -1
    _by_place: dict[tuple[int, int], Quantity] = field(default_factory=dict)

    @cached_property
    def folded(self) -> str:
        return fold(self.document.text)

    @cached_property
    def holds(self) -> Callable[[str], bool]:
        """Whether the document has a wording anywhere, looked for once for all facts that share it."""
        return lru_cache(maxsize=None)(lambda text: text in self.folded)

    @cached_property
    def stretches(self) -> tuple[list[int], list[int]]:
        """Where the stretches of the document begin and end that are read for themselves."""
        starts, ends = zip(*cuts(self.folded), strict=True)
        return list(starts), list(ends)

    def at(self, span: Quote) -> Quantity | None:
        """The figure at a place of the document, read in what stands around it there."""
        starts, ends = self.stretches
        i = max(bisect_right(starts, span.start) - 1, 0)
        if i != self._read_stretch:  # a table is one stretch, however long; its facts come one after another
            self._read_stretch = i
            self._by_place = {(q.start, q.end): q for q in quantities(self.folded[starts[i] : ends[i]])}
        return self._by_place.get((span.start - starts[i], span.end - starts[i]))

    def said(self, fact: Fact) -> str:
        """The folded evidence of a fact, its pieces put together."""
        return "".join(quote.of(self.folded) for quote in fact.quotes)

    def figures(self, fact: Fact) -> dict[tuple[int, int], Quantity]:
        """The figures of a fact's evidence by their places in the document, as they read in the order of the quotes."""
        if fact.quotes != self._read_quotes:
            places = [place for quote in fact.quotes for place in range(*quote)]
            found = quantities(self.said(fact))
            self._read_quotes = fact.quotes
            self._read_figures = {_first_piece(places, q): q for q in found}
        return self._read_figures

    def cells(self, fact: Fact) -> list[Quote]:
        """The cells of the row a fact's figure stands in, none where it stands in a sentence."""
        row = next((q for q in fact.quotes if q.start <= fact.span.start and fact.span.end <= q.end), fact.span)
        found, start = [], row.start
        for word in row.of(self.folded).split("\t"):
            lead = len(word) - len(word.lstrip())
            found.append(Quote(start + lead, start + lead + len(word.strip())))
            start += len(word) + 1
        return found if len(found) > 1 else []

    def borrowed(self, fact: Fact, place: Quote, rate: bool) -> list[Quantity]:
        """How the bare number of a table's cell reads with each unit that another quote, a head, or its row lends it."""
        cell = next((each for each in self.cells(fact) if each.start <= place.start and place.end <= each.end), None)
        if cell is None:
            return []
        lenders = [q.of(self.folded) for q in fact.quotes if q.end <= place.start or q.start >= place.end]
        if not rate:
            lenders += [each.of(self.folded) for each in self.cells(fact) if each != cell]
        units = dict.fromkeys(
            unit for said in lenders for unit in (*lent(said), *implied(said)) if is_rate(unit) or not rate
        )
        found = [each for unit in units if (each := figure(cell.of(self.folded), unit))]
        same = [each for each in found if place in (cell, (cell.start + each.start, cell.start + each.end))]
        return [each.quantity for each in same if each.quantity.rate is not None or not rate]

    @cached_property
    def times(self) -> Callable[[str], list[Mention]]:
        """The times in a wording, read once for all facts that share it."""
        return lru_cache(maxsize=None)(lambda text: mentions(text, self.published))


def admit(
    document: Document, facts: Iterable[Fact], published: date | None = None
) -> tuple[list[Fact], list[tuple[Fact, str]]]:
    """The facts that hold, and those that do not, each with the reason in Chinese.

    `published` is taken from the document when it is not given.
    """
    evidence = _Evidence(document, published or document.published)
    admitted: list[Fact] = []
    refused: list[tuple[Fact, str]] = []
    for fact in facts:
        reason = next((why for check in _CHECKS if (why := check(fact, evidence))), None)
        reason = reason or _exceeds_whole(fact, admitted, evidence)
        if reason is None:
            admitted.append(fact)
        else:
            refused.append((fact, reason))
    return admitted, refused


def _quotes(fact: Fact, evidence: _Evidence) -> str | None:
    if not fact.quotes:
        return "没有引文"
    length = len(evidence.document.text)
    if any(not 0 <= start < end <= length for start, end in (*fact.quotes, fact.span)):
        return "引文超出原文"
    if not any(quote.start <= fact.span.start and fact.span.end <= quote.end for quote in fact.quotes):
        return "数字不在引文之内"
    return None


def _figure(fact: Fact, evidence: _Evidence) -> str | None:
    own = evidence.figures(fact).get(fact.span)
    if own is not None and _agrees(fact, own) and (not _is_negative(fact) or (own.value or 0) < 0):
        return None
    both = (evidence.at(fact.span), own)
    readings = [q for q in both if q is not None] + evidence.borrowed(fact, fact.span, rate=False)
    if not readings:
        return "引文处读不出数字"
    if not any(_agrees(fact, q) for q in readings):
        return "数值或单位与原文不符"
    if _is_negative(fact) and not any((q.value or 0) < 0 for q in readings) and not _FALL.search(evidence.said(fact)):
        return "原文没有下降的说法，数值却为负"
    return None


def _agrees(fact: Fact, q: Quantity) -> bool:
    """Number and unit alike; 突破百亿 leaves the 元 to the measure, so it may be added."""
    base, base_unit = q.base
    unit_fits = fact.unit in (q.unit, q.base_unit) and fact.unit_base == base_unit
    money_left_out = not base_unit and fact.unit == q.unit + "元" and fact.unit_base == "元"
    ends = _same_size(fact.value_low, q.low) and _same_size(fact.value_high, q.high)
    return (
        (unit_fits or money_left_out) and ends and _same_size(fact.value, q.value) and _same_size(fact.value_base, base)
    )


def _same_size(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one) == abs(other)


def _is_negative(fact: Fact) -> bool:
    return any(value is not None and value < 0 for value in (fact.value, fact.value_base))


def _growth(fact: Fact, evidence: _Evidence) -> str | None:
    if fact.yoy is None:
        return None
    rates = [q for q in evidence.figures(fact).values() if q.rate is not None]
    rates += [q for cell in evidence.cells(fact) for q in evidence.borrowed(fact, cell, rate=True)]
    alike = [q for q in rates if q.rate is not None and abs(q.rate.value) == abs(fact.yoy)]
    if not alike:
        return "引文里没有这个同比"
    stated = any(q.rate is not None and q.rate.value < 0 for q in alike)
    if fact.yoy < 0 and not stated and not _FALL.search(evidence.said(fact)):
        return "原文没有下降的说法，同比却为负"
    return None


def _period(fact: Fact, evidence: _Evidence) -> str | None:
    if fact.period_start and fact.period_end and fact.period_start > fact.period_end:
        return "时期的起止颠倒"
    text = fold(fact.period_text or "")
    if fact.period_end is None or not evidence.holds(text):
        return None
    derived = [m for m in evidence.times(text) if m.period.is_dated]
    if not derived:
        return None
    spans = [(p.start, p.end) for m in derived for p in (m.period, m.whole_year)]
    own_year = _OWN_YEAR.search(text) is not None
    if any(_same_days(fact, start, end, own_year, evidence.published) for start, end in spans):
        return None
    return "时期与原文不符"


def _same_days(fact: Fact, start: date | None, end: date | None, own_year: bool, published: date | None) -> bool:
    """Whether a fact's days are those its words give; a year taken over from the context may differ, the day may not."""
    last = fact.period_end
    if last is None or end is None:
        return False
    cut = published is not None and last == published and (start is None or start <= published) and end >= published
    if not cut and (last != end if own_year else (last.month, last.day) != (end.month, end.day)):
        return False
    first = fact.period_start
    return first is None or start is None or (first.month, first.day) == (start.month, start.day)


def _modality(fact: Fact, evidence: _Evidence) -> str | None:
    comparing = fact.aspect in _COMPARING
    if comparing != (fact.modality is Modality.COMPARISON):
        return "比较口径与语气不一致"
    later = bool(evidence.published and fact.period_start and fact.period_start > evidence.published)
    if fact.modality in (Modality.TARGET, Modality.FORECAST):
        ahead = later or bool(evidence.published and fact.period_end and fact.period_end > evidence.published)
        return None if ahead or _AHEAD.search(evidence.said(fact)) else "原文没有目标或预计的说法"
    if fact.modality is Modality.ACTUAL and later and not _AGREED.search(fact.measure):
        return "发布之后的时期不能是已发生的数"
    return None


def _share(fact: Fact, evidence: _Evidence) -> str | None:
    if fact.aspect is Aspect.SHARE and fact.unit_base == "%" and fact.value_base is not None:
        return None if 0 <= fact.value_base <= 100 else "占比不在0到100之间"
    if fact.aspect is Aspect.COMPLETION and fact.value_base is not None and fact.value_base < 0:
        return "完成率不能为负"
    return None


_CHECKS: Sequence[Callable[[Fact, _Evidence], str | None]] = (_quotes, _figure, _growth, _period, _modality, _share)


def _exceeds_whole(fact: Fact, admitted: Sequence[Fact], evidence: _Evidence) -> str | None:
    """A figure told right after another with 其中 is a part of it and cannot be larger."""
    for whole in admitted[-_NEAR:]:
        gap = Quote(whole.span.end, fact.span.start)
        if gap.end <= gap.start or gap.end - gap.start > 20 or whole.unit_base != fact.unit_base:
            continue
        if whole.aspect is not Aspect.LEVEL or fact.aspect is not Aspect.LEVEL:
            continue
        if "\n" in gap.of(evidence.folded) and whole.measure != fact.measure:
            continue
        larger = fact.value_base is not None and whole.value_base is not None and fact.value_base > whole.value_base
        if larger and _PART.fullmatch(gap.of(evidence.folded)):
            return "部分大于整体"
    return None
