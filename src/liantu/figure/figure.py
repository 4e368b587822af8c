"""一个数 Figure: an amount in its period; figures of different periods are never added.

>>> from datetime import date
>>> ten_months = Figure(Amount.read("92.2亿元"), Period(date(2023, 1, 1), date(2023, 10, 31)))
>>> full_year = Figure(Amount.read("137.6亿元"), Period(date(2022, 1, 1), date(2022, 12, 31)))
>>> ten_months + full_year
Traceback (most recent call last):
...
liantu.errors.NotComparable: 时期不同：2023年1–10月 与 2022年全年，不能相加。
"""

from dataclasses import dataclass

from liantu.figure.amount import Amount
from liantu.figure.period import Period

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """An `amount` that holds for `period`."""

    amount: Amount
    period: Period

    def __add__(self, other: object) -> "Figure":
        if not isinstance(other, Figure):
            return NotImplemented
        return Figure(self.amount + other.amount, self.period.same_as(other.period))

    def say(self, language: str = "zh") -> str:
        """Period and amount together.

        >>> from datetime import date
        >>> Figure(Amount.read("450多家"), Period(None, date(2023, 11, 30))).say()
        '截至2023年11月底 超过450家'
        """
        return f"{self.period.say(language)} {self.amount}"
