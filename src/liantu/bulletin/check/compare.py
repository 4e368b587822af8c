"""与来源比对: each figure of a draft against what is already known, of the ledger or of other documents.

    >>> from datetime import date
    >>> from liantu.bulletin.check.known import known_of
    >>> from liantu.bulletin.document import Document
    >>> from liantu.bulletin.read import read
    >>> day = date(2023, 11, 20)
    >>> source = Document.from_text("# 青禾县月报\\n1-10月，青禾县实现税收12.34亿元，增长5%。")
    >>> draft = Document.from_text("# 青禾县简报\\n1-10月，青禾县实现税收12.3亿元，增长6%。")
    >>> found = compare(Draft.of(draft, published=day), known_of(source, read(source, day)))
    >>> [(one.kind.value, one.expected) for one in found]
    [('same', '12.34亿元'), ('differs', '5%')]

Only the same subject, measure, side of the measure and period are held against each other; rounding is no difference.
Where the value is found under another period or another 口径 of the same subject, that is said instead.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from liantu.bulletin.check import answer
from liantu.bulletin.check.asked import Asked, asked_of
from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.finding import Finding
from liantu.bulletin.check.known import Known
from liantu.bulletin.check.names import are_siblings, fold_name, same_unit
from liantu.bulletin.check.rounding import agree, bounds_of, slip
from liantu.bulletin.reading import Aspect, Fact, Modality

__all__ = ["compare"]

_HELD: Final = (Aspect.LEVEL, Aspect.GROWTH, Aspect.SHARE, Aspect.COMPLETION)
_ABOUT: Final = ("约", "左右", "大约", "级")
_ROUGHLY: Final = Decimal("0.05")
_NOBODY: Final = "未写明主体"


def compare(
    draft: Draft, known: Iterable[Known], placed: Mapping[str, tuple[str, str]] | None = None
) -> Iterator[Finding]:
    """One finding for each figure of the draft: same, differs, other period, other measure, unit slip, or unknown.

    `placed` gives the subject and measure under which the sources keep a fact of the draft, by its id, where they are
    not the draft's own words.
    """
    shelf = _Shelf(known)
    for fact in draft.reading.facts:
        for asked in asked_of(fact, draft, (placed or {}).get(fact.id)):
            yield _answer(asked, shelf)


class _Shelf:
    """The known figures by subject, and by subject and measure."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.by_subject: dict[str, list[Known]] = defaultdict(list)
        self.by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for one in known:
            for row in _with_growth(one):
                for subject in {fold_name(name) for name in row.subjects}:
                    self.by_subject[subject].append(row)
                    for measure in {fold_name(name) for name in row.measures}:
                        self.by_name[subject, measure].append(row)

    def rows(self, asked: Asked) -> list[Known]:
        """What is known under the draft's own subject and measure, of any time."""
        held = self.by_name.get((fold_name(asked.subject), fold_name(asked.measure)), [])
        return [row for row in held if row.aspect is asked.aspect and same_unit(row.unit, asked.unit)]

    def siblings(self, asked: Asked) -> list[Known]:
        """The same value of the same subject and time under a measure that is easily taken for the draft's."""
        held = self.by_subject.get(fold_name(asked.subject), [])
        return [
            row
            for row in held
            if row.aspect is asked.aspect
            and same_unit(row.unit, asked.unit)
            and _same_time(row, asked.fact)
            and _same_side(row.modality, asked.fact.modality)
            and _equal(asked, row)
            and are_siblings(row.measure, asked.fact.measure)
        ]


def _with_growth(one: Known) -> Iterator[Known]:
    yield one
    if one.yoy is not None and one.aspect is Aspect.LEVEL:
        step = Decimal(1).scaleb(min(0, int(one.yoy.normalize().as_tuple().exponent)))
        yield replace(one, aspect=Aspect.GROWTH, value=one.yoy, low=None, high=None, unit="%", step=step, about=False)


def _answer(asked: Asked, shelf: _Shelf) -> Finding:
    """The first that holds: the same, then a slip of the unit, another period, another 口径, a difference, nothing."""
    rows = shelf.rows(asked)
    alike = [row for row in rows if _same_side(row.modality, asked.fact.modality)]
    here = [row for row in alike if _same_time(row, asked.fact)]
    here = _exact(here) or here
    if same := next((row for row in here if _fits(asked, row)), None):
        return answer.same(asked, same)
    if asked.fact.period_text is None or asked.subject == _NOBODY:
        late = next((row for row in sorted(alike, key=_end, reverse=True) if _fits(asked, row)), None)
        return answer.same(asked, late) if late and asked.subject != _NOBODY else answer.unknown(asked)
    if asked.aspect in _HELD and (other := next(_elsewhere(asked, here, alike, rows, shelf), None)):
        return other
    if here and asked.aspect in _HELD:
        return answer.differs(asked, here[0])
    return answer.unknown(asked)


def _exact(rows: list[Known]) -> list[Known]:
    """Those told exactly: where a source has the figure itself, 超400家 told beside it says nothing more."""
    return [row for row in rows if row.value is not None and row.low is None and row.high is None]


def _elsewhere(
    asked: Asked, here: list[Known], alike: list[Known], rows: list[Known], shelf: _Shelf
) -> Iterator[Finding]:
    """Where the value itself is known: under another unit, side, period or name, the likeliest first."""
    for row in here:
        if asked.value and row.value and (power := slip(asked.value, asked.step, row.value, row.step)):
            yield answer.slipped(asked, row, power)
    if not asked.value or not _telling(asked):
        return
    yield from (answer.other_side(asked, row) for row in rows if _same_time(row, asked.fact) and _equal(asked, row))
    yield from (answer.other_period(asked, row) for row in alike if _equal(asked, row))
    yield from (answer.other_measure(asked, row) for row in shelf.siblings(asked))


def _telling(asked: Asked) -> bool:
    """Whether a value has enough digits to be known again: 5个 or 10% may turn up anywhere."""
    significant = len(asked.value.normalize().as_tuple().digits) if asked.value is not None else 0
    return significant >= (2 if asked.unit == "元" else 3) and asked.low is asked.high


def _fits(asked: Asked, row: Known) -> bool:
    """Whether the draft's figure and a known one say the same, bounds and 约 considered."""
    if _equal(asked, row):
        return True
    if asked.low is None and asked.high is None and row.low is None and row.high is None:
        return False
    low, high = bounds_of(asked.value, asked.low, asked.high, asked.step)
    other_low, other_high = bounds_of(row.value, row.low, row.high, row.step)
    if (low is not None and other_high is not None and low > other_high) or (
        high is not None and other_low is not None and other_low > high
    ):
        return False
    one, other = asked.value, row.value
    return one is None or other is None or abs(one - other) * 2 <= max(abs(one), abs(other))


def _equal(asked: Asked, row: Known) -> bool:
    if asked.value is None or row.value is None:
        return (asked.low, asked.high) == (row.low, row.high) and asked.value is row.value
    bound = (asked.low is None) != (row.low is None) or (asked.high is None) != (row.high is None)
    if agree(asked.value, asked.step, row.value, row.step) and (not bound or asked.value == row.value):
        return True
    rough = row.about or asked.fact.qualifier in _ABOUT
    return rough and abs(asked.value - row.value) <= abs(row.value) * _ROUGHLY


def _same_side(one: Modality, other: Modality) -> bool:
    """What happened against what happened, what is wanted or expected against the like."""
    ahead = (Modality.TARGET, Modality.FORECAST)
    return one == other or (one in ahead and other in ahead)


def _same_time(row: Known, fact: Fact) -> bool:
    """Whether two figures are of the same months; 今年以来 ends in the month it was written."""
    return (_month(row.start), _month(row.end)) == (_month(fact.period_start), _month(fact.period_end))


def _month(day: date | None) -> tuple[int, int] | None:
    return None if day is None else (day.year, day.month)


def _end(row: Known) -> date:
    return row.end or date.min
