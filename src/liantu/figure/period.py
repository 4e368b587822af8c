"""时期 Period: what a figure is about in time, from its first to its last day.

A period with a first day is a flow's (营收 of 2023年1–10月); one with only a last day is a stock's (企业数 截至2023年11月底).

    >>> Period.read("今年1-10月", date(2023, 12, 22))
    Period(start=datetime.date(2023, 1, 1), end=datetime.date(2023, 10, 31), text='今年1-10月')
    >>> Period.read("截至11月底", date(2023, 12, 22)).say()
    '截至2023年11月底'
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import total_ordering
from typing import Self

from liantu.errors import CannotRead, NotComparable
from liantu.figure.days import last_day
from liantu.figure.phrase import find

__all__ = ["Period"]

_ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_NAMED = {(1, 12): "全年", (1, 6): "上半年", (7, 12): "下半年", (1, 9): "前三季度"}
_NAMED |= {(3 * n - 2, 3 * n): f"{'一二三四'[n - 1]}季度" for n in range(1, 5)}
_NAMED_EN = {(1, 12): "", (1, 6): "H1 ", (7, 12): "H2 ", (1, 9): "Q1–Q3 "}
_NAMED_EN |= {(3 * n - 2, 3 * n): f"Q{n} " for n in range(1, 5)}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """From `start` (None for a stock) to `end` (None where nothing dates it); `text` is how it was written."""

    start: date | None
    end: date | None
    text: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise CannotRead(
                f"时期的起止颠倒：{self.start} 晚于 {self.end}。", f"A period cannot begin after it ends: {self.start}."
            )

    @classmethod
    def read(cls, text: str, published: date | None = None) -> Self:
        """The period a person wrote, its year taken from the date of publication where it is not stated.

        >>> Period.read("若干时候", date(2023, 12, 22))
        Traceback (most recent call last):
        ...
        liantu.errors.CannotRead: 「若干时候」不是一个可读的时期，例如 2023年1-10月、截至11月底。
        """
        folded = re.sub("[—–－~]", "-", unicodedata.normalize("NFKC", text).strip())
        phrases = list(find(folded, published))
        if len(phrases) != 1 or phrases[0].text != folded or phrases[0].last is None:
            raise CannotRead(
                f"「{text}」不是一个可读的时期，例如 2023年1-10月、截至11月底。",
                f"“{text}” is not a period, e.g. 2023年1-10月, 截至11月底.",
            )
        return cls(phrases[0].first, phrases[0].last, text)

    @property
    def is_flow(self) -> bool:
        """Whether something can flow in it; a stock is counted on its last day."""
        return self.start is not None

    @property
    def is_dated(self) -> bool:
        """Whether it has a last day at all; 去年同期 and times in undated documents have none."""
        return self.end is not None

    @property
    def months(self) -> int | None:
        """How many whole calendar months it spans, for annualising; None for a stock or a broken month.

        >>> Period(date(2023, 1, 1), date(2023, 10, 31)).months
        10
        """
        if self.start is None or self.end is None or self.start.day != 1 or not _is_month_end(self.end):
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def same_as(self, other: "Period") -> "Period":
        """This period, when it covers the same days as `other`; figures of different periods are not added.

        >>> Period(date(2023, 1, 1), date(2023, 10, 31)).same_as(Period(date(2022, 1, 1), date(2022, 12, 31)))
        Traceback (most recent call last):
        ...
        liantu.errors.NotComparable: 时期不同：2023年1–10月 与 2022年全年，不能相加。
        """
        if self != other:
            raise NotComparable(
                f"时期不同：{self.say()} 与 {other.say()}，不能相加。",
                f"Different periods: {self.say('en')} and {other.say('en')} cannot be added.",
            )
        return self

    def year_before(self) -> "Period":
        """The same days of the year before, the base of 同比.

        >>> Period(date(2024, 2, 1), date(2024, 2, 29)).year_before().say()
        '2023年2月'
        """
        return Period(_year_back(self.start), _year_back(self.end))

    def say(self, language: str = "zh") -> str:
        """The period's name, Chinese unless `language` starts with `en`.

        >>> p = Period(date(2023, 1, 1), date(2023, 10, 31))
        >>> p.say(), p.say("en")
        ('2023年1–10月', 'Jan–Oct 2023')
        """
        english = language.lower().startswith("en")
        if self.end is None:
            return "from " + _day(self.start, True) if english and self.start else _open(self.start, english)
        if self.start is None:
            return f"as of {_edge(self.end, True)}" if english else f"截至{_edge(self.end, False)}"
        return _span(self.start, self.end, english)

    def __str__(self) -> str:
        return self.say()

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[date, date]:
        return self.end or date.max, self.start or date.min


def _is_month_end(day: date) -> bool:
    return (day + timedelta(1)).day == 1


def _year_back(day: date | None) -> date | None:
    if day is None:
        return None
    return last_day(day.year - 1, day.month) if _is_month_end(day) else day.replace(year=day.year - 1)


def _open(start: date | None, english: bool) -> str:
    if start is None:
        return "undated" if english else "时期未载明"
    return f"{_day(start, False)}起"


def _day(day: date | None, english: bool) -> str:
    if day is None:
        return ""
    return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}" if english else f"{day.year}年{day.month}月{day.day}日"


def _edge(day: date, english: bool) -> str:
    if not _is_month_end(day):
        return _day(day, english)
    if english:
        return f"end of {_ENGLISH[day.month - 1]} {day.year}" if day.month < 12 else f"end of {day.year}"
    return f"{day.year}年{day.month}月底" if day.month < 12 else f"{day.year}年底"


def _span(start: date, end: date, english: bool) -> str:
    if start == end:
        return _day(start, english)
    if start.day != 1 or not _is_month_end(end):
        return _days(start, end, english)
    if start.year == end.year:
        return _within_year(start.year, (start.month, end.month), english)
    if (start.month, end.month) == (1, 12):
        return f"{start.year}–{end.year}" if english else f"{start.year}–{end.year}年"
    if english:
        return f"{_ENGLISH[start.month - 1]} {start.year} – {_ENGLISH[end.month - 1]} {end.year}"
    return f"{start.year}年{start.month}月–{end.year}年{end.month}月"


def _days(start: date, end: date, english: bool) -> str:
    if english:
        first = f"{start.day} {_ENGLISH[start.month - 1]}" if start.year == end.year else _day(start, True)
        return f"{first} – {_day(end, True)}"
    last = f"{end.month}月{end.day}日" if start.year == end.year else _day(end, False)
    return f"{_day(start, False)}–{last}"


def _within_year(year: int, ends: tuple[int, int], english: bool) -> str:
    first, last = ends
    if english:
        name = _ENGLISH[first - 1] + (f"–{_ENGLISH[last - 1]}" if last > first else "") + " "
        return f"{_NAMED_EN.get(ends, name)}{year}"
    return f"{year}年{_NAMED.get(ends, f'{first}–{last}月' if last > first else f'{first}月')}"
