"""What reading a document yields: facts, relations, the number account, conflicts and the hypotheses behind them.

Plain frozen values; `liantu.bulletin.wire` writes them as the JSON contract. Every offset counts characters of
`Document.text`, the text exactly as stored.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from liantu.bulletin.quote import Quote

__all__ = ["Aspect", "Conflict", "Fact", "Hypothesis", "Modality", "NumberUse", "Reading", "Relation", "Use"]


class Aspect(StrEnum):
    """Which side of a measure a value tells."""

    LEVEL = "level"
    GROWTH = "growth"
    SHARE = "share"
    COMPLETION = "completion"
    PP_CHANGE = "pp_change"
    GAP = "gap"
    CONTRIBUTION = "contribution"
    DELTA = "delta"


class Modality(StrEnum):
    """Whether a value happened, is wanted, is expected, or only compares."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"
    COMPARISON = "comparison"


class Use(StrEnum):
    """What became of a numeral of the text."""

    FACT = "fact"
    YOY = "yoy"
    DATE = "date"
    FILTER = "filter"
    NAME = "name"
    ORDINAL = "ordinal"
    LIST = "list"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Fact:
    """One (subject, measure, period, value) with its evidence.

    `value` stands as written in `unit`; `value_base` is the same in `unit_base` (元, 家, %, pp …). A bound
    (多, 超, 近) fills `value_low` or `value_high` beside `value`; a range has only the two. All exact decimals.
    `span` is the figure itself; `quotes` is the evidence in reading order (torn sentences give several pieces).
    """

    id: str
    subject: str
    measure: str
    aspect: Aspect
    value: Decimal | None
    value_low: Decimal | None
    value_high: Decimal | None
    unit: str
    value_base: Decimal | None
    unit_base: str
    qualifier: str | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    modality: Modality
    yoy: Decimal | None
    base: str | None
    rule: str
    confidence: Decimal
    span: Quote
    quotes: tuple[Quote, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One (subject, predicate, object) from the closed list of predicates, with its evidence."""

    subject: str
    predicate: str
    object: str
    quotes: tuple[Quote, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class NumberUse:
    """One numeral of the text and what became of it; `fact` names the fact for uses `fact` and `yoy`."""

    span: Quote
    use: Use
    fact: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the text itself contradicts, in words (`zh`, `en`); never repaired. `kind` is stable for tests and filters."""

    kind: str
    facts: tuple[str, ...]
    zh: str
    en: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A repair of the reading order: `pieces` were read as one passage in this order, for this reason."""

    pieces: tuple[Quote, ...]
    reason: str
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader version found in one document."""

    document_id: str
    published: date | None
    reader: str
    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    numbers: tuple[NumberUse, ...]
    conflicts: tuple[Conflict, ...]
    hypotheses: tuple[Hypothesis, ...]
