"""核稿结果 Finding: what the check says of one figure, or of several that do not go together; told, never mended.

>>> found = Finding(Kind.PARTS, Severity.WRONG, (Quote(5, 9),), "分项之和对不上。", "The parts do not add up.", "30亿元")
>>> found.kind.value, found.says_wrong, Kind.PARTS.words
('parts', True, ('分项与合计', 'parts and whole'))
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from liantu.bulletin.check.known import Known
from liantu.bulletin.quote import Quote

__all__ = ["Finding", "Kind", "Severity"]


class Severity(StrEnum):
    """How far the sentence at hand is in doubt: wrong as it stands, to be looked at, nothing to hold it against, right."""

    WRONG = "wrong"
    DOUBT = "doubt"
    NOTE = "note"
    FINE = "fine"

    @property
    def words(self) -> tuple[str, str]:
        """The severity's name, Chinese and English."""
        return _SEVERITIES[self]


class Kind(StrEnum):
    """What was found; the first six speak of a source outside the draft, the others of the draft alone."""

    SAME = "same"
    DIFFERS = "differs"
    SCALE = "scale"
    OTHER_PERIOD = "other_period"
    OTHER_MEASURE = "other_measure"
    UNKNOWN = "unknown"
    PARTS = "parts"
    TABLE = "table"
    SHARES = "shares"
    SHARE_LEVEL = "share_level"
    GROWTH = "growth"
    TIMES = "times"
    CHANGE = "change"
    SIGN = "sign"
    RANK_TWICE = "rank_twice"
    RANK_ORDER = "rank_order"
    POINTS = "points"
    WHOLE_YEAR = "whole_year"
    BASE_LENGTH = "base_length"
    COMPLETION = "completion"
    PROGRESS = "progress"
    SUMS = "sums"
    TWO_VALUES = "two_values"
    BOUND = "bound"
    FUTURE = "future"
    PAID_IN = "paid_in"

    @property
    def words(self) -> tuple[str, str]:
        """The kind's name, Chinese and English."""
        return _KINDS[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement about the figures at `spans` of the draft's text, the figure to look at first.

    `expected` is the value that would fit, in words and units (empty where none follows); `known` is the figure of the
    ledger or of another document it rests on, None where the draft itself is the witness.
    """

    kind: Kind
    severity: Severity
    spans: tuple[Quote, ...]
    zh: str
    en: str
    expected: str = ""
    known: Known | None = None

    @property
    def says_wrong(self) -> bool:
        """Whether a person has to look at it before the draft goes out."""
        return self.severity in (Severity.WRONG, Severity.DOUBT)


_SEVERITIES: Final = {
    Severity.WRONG: ("有误", "wrong"),
    Severity.DOUBT: ("请核对", "to check"),
    Severity.NOTE: ("无从比对", "nothing to compare"),
    Severity.FINE: ("一致", "agrees"),
}
_KINDS: Final = {
    Kind.SAME: ("与来源一致", "same as the source"),
    Kind.DIFFERS: ("与来源不同", "differs from the source"),
    Kind.SCALE: ("单位差了数量级", "unit slip"),
    Kind.OTHER_PERIOD: ("时期不同", "other period"),
    Kind.OTHER_MEASURE: ("口径不同", "other measure"),
    Kind.UNKNOWN: ("来源未载", "not in the sources"),
    Kind.PARTS: ("分项与合计", "parts and whole"),
    Kind.TABLE: ("表内合计", "table totals"),
    Kind.SHARES: ("占比之和", "sum of shares"),
    Kind.SHARE_LEVEL: ("占比与数额", "share and levels"),
    Kind.GROWTH: ("增速与数额", "growth and levels"),
    Kind.TIMES: ("倍数与数额", "multiples and levels"),
    Kind.CHANGE: ("增速变动", "change of a rate"),
    Kind.SIGN: ("升降方向", "direction"),
    Kind.RANK_TWICE: ("名次重复", "one rank given twice"),
    Kind.RANK_ORDER: ("名次与数值", "rank and values"),
    Kind.POINTS: ("百分号与百分点", "per cent and points"),
    Kind.WHOLE_YEAR: ("全年与累计", "whole year and part of it"),
    Kind.BASE_LENGTH: ("对比期不等长", "unequal periods compared"),
    Kind.COMPLETION: ("完成率", "completion rate"),
    Kind.PROGRESS: ("时序进度", "time progress"),
    Kind.SUMS: ("各期与累计", "months and totals"),
    Kind.TWO_VALUES: ("前后不一", "told with two values"),
    Kind.BOUND: ("超与不足", "bounds"),
    Kind.FUTURE: ("时期未到", "time still ahead"),
    Kind.PAID_IN: ("合同与到位", "contracted and paid in"),
}
