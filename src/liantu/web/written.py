"""How a value is written for a reader: 亿元 stays in Chinese, becomes ¥bn in English by exact division.

>>> from decimal import Decimal
>>> written(Decimal("92.20000000"), "亿元")
Written(before='', number='92.2', unit='亿元')
>>> written(Decimal("92.2"), "亿元", english=True)
Written(before='¥', number='9.22', unit='bn')
>>> written(Decimal(2), "万家", "+")
Written(before='', number='20,000+', unit='家')
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

__all__ = ["Written", "plain", "written"]

MONEY = {
    "万亿元": ("¥", 0, "tn"),
    "亿元": ("¥", -1, "bn"),
    "万元": ("¥", -2, "m"),
    "元": ("¥", 0, ""),
    "亿美元": ("US$", -1, "bn"),
    "万美元": ("US$", -2, "m"),
}
WORDS = {
    "家": "firms",
    "户": "households",
    "人": "people",
    "人次": "visits",
    "个": "",
    "项": "",
    "条": "",
    "名": "people",
    "个百分点": "pp",
    "百分点": "pp",
    "亩": "mu",
    "平方米": "m²",
    "平方公里": "km²",
    "公里": "km",
    "吨": "t",
    "倍": "×",
    "元/吨": "¥/t",
}
BOUNDS = {"-": ("近", "under "), "~": ("约", "about ")}


class Written(NamedTuple):
    """The three parts of a figure on a page; the unit stands smaller."""

    before: str
    number: str
    unit: str

    def __str__(self) -> str:
        tight = not self.unit or self.unit == "%" or self.unit.isascii() is False
        return f"{self.before}{self.number}{'' if tight else ' '}{self.unit}"


def plain(value: Decimal) -> str:
    """A value as people write it: no trailing zeros, thousands grouped, a true minus sign.

    >>> plain(Decimal("-1234.500"))
    '−1,234.5'
    """
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def written(value: Decimal, unit: str, mark: str = "", *, derived: bool = False, english: bool = False) -> Written:
    """A quoted value keeps every digit of its source; a derived one is rounded half up to one decimal.

    >>> written(Decimal("31.4687"), "%", derived=True)
    Written(before='', number='31.5', unit='%')
    >>> written(Decimal(450), "家", "+", english=True)
    Written(before='', number='450+', unit='firms')
    """
    if derived:
        value = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    value, unit = _spelled_out(value, unit)
    before = BOUNDS[mark][english] if mark in BOUNDS else ""
    if english and unit in MONEY:
        sign, power, unit = MONEY[unit]
        value, before = value.scaleb(power), before + sign
    elif english:
        unit = WORDS.get(unit, unit)
        unit = unit.removesuffix("s") if value == 1 else unit
    return Written(before, plain(value) + ("+" if mark == "+" else ""), unit)


def _spelled_out(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Counts in ten thousands are written out: 2万家 is 20,000家; money keeps the unit of its source."""
    if unit.startswith("万") and unit not in MONEY and len(unit) > 1:
        return value.scaleb(4), unit[1:]
    return value, unit
