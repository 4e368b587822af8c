"""比率 Rate: per cent and percentage points, signed, and never taken for one another.

>>> Rate.read("7.3%") - Rate.read("7.2个百分点")
Rate(value=Decimal('0.1'), kind='percent')
>>> Rate.read("7.3%") - Rate.read("0.1%")
Rate(value=Decimal('7.2'), kind='points')
>>> Rate.read("7.3%") + Rate.read("5%")
Traceback (most recent call last):
...
liantu.errors.NotComparable: 两个百分比不能相加：7.3% 与 5%。
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, Self

from liantu.errors import CannotRead, NotComparable
from liantu.figure.amount import plain
from liantu.figure.number import value_of

__all__ = ["Rate"]

_NUMBER = r"[+-]?(?:\d+(?:,\d{3})*(?:\.\d+)?|[零〇一二两三四五六七八九十百千点]+)"
_WRITTEN = re.compile(rf"(百分之)?({_NUMBER})\s?(%|‰|个?百分点|个点|个?基点|成|倍|番)?|(翻[一两]?番)|(.+(?:分之|/).+)")
_TIMES: dict[str, Decimal | int] = {"%": 1, "‰": Decimal("0.1"), "成": 10, "倍": 100, "基点": Decimal("0.01")}


@dataclass(frozen=True, slots=True)
class Rate:
    """`value` in per cent (`percent`) or in percentage points (`points`)."""

    value: Decimal
    kind: Literal["percent", "points"] = "percent"

    @classmethod
    def read(cls, text: str) -> Self:
        """A rate as written: 1.89%, 百分之五, 7.2个百分点, 5成, 五分之一; 3.6倍 is an increase of 360 %, 翻番 of 100 %.

        >>> Rate.read("五分之一"), Rate.read("1.2个百分点")
        (Rate(value=Decimal('20'), kind='percent'), Rate(value=Decimal('1.2'), kind='points'))
        """
        folded = re.sub("[—–−]", "-", unicodedata.normalize("NFKC", text).strip())
        found = _WRITTEN.fullmatch(folded)
        if found is None:
            raise _unreadable(text)
        percent, number, unit, doubled, part = found.groups()
        if doubled:
            return cls(Decimal(300 if "两" in doubled else 100))
        value = value_of(part) if part else value_of(number.lstrip("+-").replace(",", ""))
        if value is None or not (percent or unit or part):
            raise _unreadable(text)
        if part:
            return cls(plain(value * 100))
        value = -value if number.startswith("-") else value
        if unit == "番":
            return cls(plain((2**value - 1) * 100))
        scale = _TIMES.get((unit or "%").removeprefix("个"), 1)
        points = unit is not None and unit.endswith("点")
        return cls(plain(value * scale), "points" if points else "percent")

    @property
    def unit(self) -> str:
        """`%` or `pp`, the base units of the reading contract."""
        return "%" if self.kind == "percent" else "pp"

    @property
    def base(self) -> tuple[Decimal, str]:
        """The value and its base unit, as `Amount.base` gives them."""
        return self.value, self.unit

    def say(self, places: int | None = None, signed: bool = False) -> str:
        """The rate in words, rounded half up.

        >>> Rate(Decimal("1.85")).say(places=1, signed=True), Rate(Decimal("-0.8"), "points").say()
        ('+1.9%', '-0.8个百分点')
        """
        value = self.value if places is None else self.value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        sign = "+" if signed and value > 0 else ""
        return f"{sign}{value:f}{'%' if self.kind == 'percent' else '个百分点'}"

    def __str__(self) -> str:
        return self.say()

    def __neg__(self) -> "Rate":
        return Rate(-self.value, self.kind)

    def __add__(self, other: object) -> "Rate":
        if not isinstance(other, Rate):
            return NotImplemented
        if self.kind == other.kind == "percent":
            raise NotComparable(
                f"两个百分比不能相加：{self} 与 {other}。", f"Two percentages cannot be added: {self}, {other}."
            )
        kind: Literal["percent", "points"] = "percent" if "percent" in (self.kind, other.kind) else "points"
        return Rate(self.value + other.value, kind)

    def __sub__(self, other: object) -> "Rate":
        if not isinstance(other, Rate):
            return NotImplemented
        if self.kind == "points" and other.kind == "percent":
            raise NotComparable(
                f"百分点里不能减去百分比：{self} 与 {other}。", f"Points less a percentage: {self}, {other}."
            )
        kind: Literal["percent", "points"] = "points" if self.kind == other.kind else "percent"
        return Rate(self.value - other.value, kind)


def _unreadable(text: str) -> CannotRead:
    return CannotRead(
        f"「{text}」不是一个可读的比率，例如 1.89%、7.2个百分点。", f"“{text}” is not a rate, e.g. 1.89%, 7.2个百分点."
    )
