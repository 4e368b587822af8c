"""时期 Period in words, as figures carry it: a span of days, or a moment where only the end is known.

>>> from datetime import date
>>> say(date(2023, 1, 1), date(2023, 10, 31))
('2023年1–10月', 'Jan–Oct 2023')
>>> say(date(2022, 1, 1), date(2022, 12, 31)), say(date(2023, 1, 1), date(2023, 9, 30))
(('2022年全年', '2022'), ('2023年前三季度', 'Q1–Q3 2023'))
>>> say(None, date(2023, 11, 30))
('截至2023年11月底', 'end of Nov 2023')
"""

from calendar import monthrange
from datetime import date

__all__ = ["is_whole_months", "months_of", "say"]

SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
NAMED = {
    (1, 12): ("全年", ""),
    (1, 9): ("前三季度", "Q1–Q3"),
    (1, 6): ("上半年", "H1"),
    (7, 12): ("下半年", "H2"),
    (1, 3): ("一季度", "Q1"),
    (4, 6): ("二季度", "Q2"),
    (7, 9): ("三季度", "Q3"),
    (10, 12): ("四季度", "Q4"),
}


def say(start: date | None, end: date | None) -> tuple[str, str]:
    """The period in Chinese and English."""
    if start is None:
        return _moment(end) if end is not None else ("", "")
    if end is None:
        return f"{start:%Y-%m-%d}起", f"since {start:%Y-%m-%d}"
    if start == end:
        return f"{end.year}年{end.month}月{end.day}日", f"{end.day} {SHORT[end.month - 1]} {end.year}"
    return _months(start, end) if is_whole_months(start, end) else _days(start, end)


def _moment(end: date) -> tuple[str, str]:
    if end.day == monthrange(end.year, end.month)[1]:
        return f"截至{end.year}年{end.month}月底", f"end of {SHORT[end.month - 1]} {end.year}"
    return f"截至{end.year}年{end.month}月{end.day}日", f"{end.day} {SHORT[end.month - 1]} {end.year}"


def _days(start: date, end: date) -> tuple[str, str]:
    return f"{start:%Y-%m-%d}至{end:%Y-%m-%d}", f"{start:%Y-%m-%d} to {end:%Y-%m-%d}"


def _months(start: date, end: date) -> tuple[str, str]:
    first, last = SHORT[start.month - 1], SHORT[end.month - 1]
    if start.year != end.year:
        if (start.month, end.month) == (1, 12):
            return f"{start.year}–{end.year}年", f"{start.year}–{end.year}"
        return f"{start.year}年{start.month}月–{end.year}年{end.month}月", f"{first} {start.year}–{last} {end.year}"
    if start.month == end.month:
        return f"{end.year}年{end.month}月", f"{last} {end.year}"
    zh, en = NAMED.get((start.month, end.month), (f"{start.month}–{end.month}月", f"{first}–{last}"))
    return f"{end.year}年{zh}", f"{en} {end.year}".strip()


def is_whole_months(start: date, end: date) -> bool:
    """Whether the span runs from the first of a month to the last of one."""
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def months_of(start: date | None, end: date | None) -> int | None:
    """How many whole months a span covers, None where it is none.

    >>> months_of(date(2023, 1, 1), date(2023, 10, 31)), months_of(None, date(2023, 10, 31))
    (10, None)
    """
    if start is None or end is None or not is_whole_months(start, end):
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1
