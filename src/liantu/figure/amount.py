"""数量 Amount: an exact decimal with its unit and, where the writer said so, its bound or its range.

>>> Amount.read("450多家")
Amount(value=Decimal('450'), unit='家', bound='over')
>>> Amount.read("92.2亿元").base
(Decimal('9220000000'), '元')
>>> Amount.read("1.2亿元") + Amount.read("3000万元")
Amount(value=Decimal('150000000'), unit='元')
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal, Self

from liantu.errors import CannotRead, NotComparable
from liantu.figure.number import value_of
from liantu.figure.unit import base_of, is_unit

__all__ = ["EXACT", "Amount", "Bound", "plain"]

EXACT = Context(prec=60)  # the usual 28 digits round a long amount once it stands in 元

Bound = Literal["over", "below", "about", "level"]

_BEFORE: dict[str, Bound] = {"近": "below", "不到": "below", "不足": "below", "不超过": "below"}
_BEFORE |= dict.fromkeys(("超过", "超", "突破", "逾", "过", "不低于", "不少于", "上"), "over")
_BEFORE |= {"约": "about", "大约": "about"}
_AFTER: dict[str, Bound] = {"以上": "over", "多": "over", "余": "over", "以内": "below", "以下": "below"}
_AFTER |= {"左右": "about", "级": "level"}
_SAY: dict[Bound | None, tuple[str, str]] = {
    None: ("", ""),
    "over": ("超过", ""),
    "below": ("不到", ""),
    "about": ("约", ""),
    "level": ("", "级"),
}

_NUMBER = r"[\d.,]+[万亿]?(?:\d+[千百万]+)?|[零〇一二三四五六七八九十百千万亿两]+"
_WRITTEN = re.compile(
    rf"({'|'.join(sorted(_BEFORE, key=len, reverse=True))})?(-?)({_NUMBER})\s?(多|余)?(?:([^\d\s-]{{0,6}}?)(?:-|至|到)(-?)({_NUMBER})\s?(多|余)?)?"
    rf"([^\d\s]{{0,8}}?)({'|'.join(_AFTER)})?"
)


@dataclass(frozen=True, slots=True, repr=False)
class Amount:
    """`value` of `unit` as written (92.2 亿元); a range has no value, only `low` and `high`."""

    value: Decimal | None
    unit: str
    bound: Bound | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.value is None and (self.low is None or self.high is None or self.low > self.high):
            raise CannotRead(
                "一个区间要有从小到大的两端，例如 3000—5000元。", "A range needs both ends, the smaller first."
            )

    def __repr__(self) -> str:
        shown = [f"value={self.value!r}", f"unit={self.unit!r}"]
        shown += [f"{k}={v!r}" for k in ("bound", "low", "high") if (v := getattr(self, k)) is not None]
        return f"Amount({', '.join(shown)})"

    @classmethod
    def read(cls, text: str) -> Self:
        """The amount a person wrote, e.g. 92.2亿元, 近2亿元, 两千亿元, 3000—5000元.

        >>> Amount.read("若干")
        Traceback (most recent call last):
        ...
        liantu.errors.CannotRead: 「若干」不是一个可读的数量，例如 92.2亿元、450多家。
        """
        found = _WRITTEN.fullmatch(_half_width(text))
        if found is None:
            raise _unreadable(text)
        before, minus, first, more, own, minus_last, last, more_last, unit, after = found.groups()
        bound = _BEFORE.get(before or "") or _AFTER.get(more or more_last or "") or _AFTER.get(after or "")
        ends = [_split(first, (own if last else "") or unit)] + ([_split(last, unit)] if last else [])
        if any(value is None for value, _ in ends) or not (unit == "" or is_unit(ends[-1][1])):
            raise _unreadable(text)
        signs = [-1 if minus else 1, -1 if minus_last else 1]
        values = [value * sign for (value, _), sign in zip(ends, signs, strict=False) if value is not None]
        if last is None:
            return cls(values[0], ends[0][1], bound)
        return cls(None, ends[1][1], bound, values[0] * _ratio(ends[0][1], ends[1][1], own), values[1])

    @property
    def base(self) -> tuple[Decimal, str]:
        """The value in the base unit of `unit`, and that unit.

        >>> Amount.read("2万多家").base
        (Decimal('20000'), '家')
        """
        if self.value is None:
            raise NotComparable(
                f"{self}是一个区间，没有单一数值，请用其下限或上限。", f"{self} is a range; use one of its ends."
            )
        factor, unit = base_of(self.unit)
        return plain(EXACT.multiply(self.value, factor)), unit

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most the value can be as written, in `unit`; None where nothing is said.

        >>> Amount.read("近2亿元").bounds, Amount.read("3000—5000元").bounds
        ((None, Decimal('2')), (Decimal('3000'), Decimal('5000')))
        """
        if self.value is None:
            return self.low, self.high
        return (self.value if self.bound == "over" else None), (self.value if self.bound == "below" else None)

    def say(self, unit: str | None = None, places: int | None = None) -> str:
        """The amount in words, in `unit` (its own if not given), rounded half up to `places` decimals.

        >>> Amount.read("12430000000元").say(unit="亿元", places=1)
        '124.3亿元'
        """
        factor = Decimal(1)
        if unit is not None and unit != self.unit:
            (own, base), (other, other_base) = base_of(self.unit), base_of(unit)
            if base != other_base:
                raise _different(self.unit, unit)
            factor = Decimal(own) / Decimal(other)
        before, after = _SAY[self.bound]
        ends = [self.value] if self.value is not None else [self.low, self.high]
        said = "—".join(_shown(end * factor, places) for end in ends if end is not None)
        return f"{before}{said}{unit or self.unit}{after}"

    def __str__(self) -> str:
        return self.say()

    def __add__(self, other: object) -> "Amount":
        return self._joined(other, 1) if isinstance(other, Amount) else NotImplemented

    def __sub__(self, other: object) -> "Amount":
        return self._joined(other, -1) if isinstance(other, Amount) else NotImplemented

    def _joined(self, other: "Amount", sign: int) -> "Amount":
        (mine, unit), (theirs, other_unit) = self.base, other.base
        if unit != other_unit:
            raise _different(self.unit, other.unit)
        bound = _joint(self.bound, other.bound if sign > 0 else _opposite(other.bound))
        if self.unit == other.unit and self.value is not None and other.value is not None:
            return Amount(self.value + sign * other.value, self.unit, bound)
        return Amount(plain(mine + sign * theirs), unit, bound)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Amount):
            return NotImplemented
        (mine, unit), (theirs, other_unit) = self.base, other.base
        if unit != other_unit:
            raise _different(self.unit, other.unit)
        return mine < theirs


def plain(value: Decimal) -> Decimal:
    """The same value without an exponent or idle zeros.

    >>> plain(Decimal("9.220E+9")), plain(Decimal("2.50"))
    (Decimal('9220000000'), Decimal('2.5'))
    """
    trimmed = value.normalize(EXACT)
    exponent = trimmed.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        return trimmed.quantize(Decimal(1), context=EXACT)
    return EXACT.plus(trimmed)


def _shown(value: Decimal, places: int | None) -> str:
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        return f"{value:f}"
    return f"{plain(value):f}"


def _split(number: str, unit: str) -> tuple[Decimal | None, str]:
    """A multiple written between number and unit belongs to the unit: 92.2亿 + 元 is 92.2 of 亿元."""
    multiple = re.search(r"[万亿]{1,6}$", number)
    if multiple and multiple.start() and not re.search(r"[万亿]", number[: multiple.start()]):
        return value_of(number[: multiple.start()]), multiple[0] + unit
    return value_of(number), unit


def _ratio(first: str, last: str, own: str) -> Decimal:
    """How many of the last end's unit one of the first end's is; 1 where the first has no unit of its own."""
    (one, base), (other, other_base) = base_of(first), base_of(last)
    if base != other_base:
        raise _different(first, last)
    return Decimal(one) / Decimal(other) if own else Decimal(1)


def _half_width(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"[—–－~]+", "-", folded)


def _joint(a: Bound | None, b: Bound | None) -> Bound | None:
    if a == b:
        return a
    return a or b if a is None or b is None else "about"


def _opposite(bound: Bound | None) -> Bound | None:
    return {"over": "below", "below": "over"}.get(bound or "", bound)  # type: ignore[return-value]


def _unreadable(text: str) -> CannotRead:
    return CannotRead(
        f"「{text}」不是一个可读的数量，例如 92.2亿元、450多家。",
        f"“{text}” is not a quantity, e.g. 92.2亿元, 450多家.",
    )


def _different(a: str, b: str) -> NotComparable:
    return NotComparable(
        f"单位不同：{a or '无单位'} 与 {b or '无单位'}，不能相加或比较。", f"Different units: {a} and {b}."
    )
