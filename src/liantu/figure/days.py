"""日历 the spans a bulletin's words for time stand for, given when it was published.

A year that is not stated is that of 今年 or 去年, else the latest one in which the time named is not after
publication: 1-10月 in a page of December 2023 is 2023, in one of January 2023 it is 2022.
"""

from calendar import monthrange
from datetime import date, timedelta

__all__ = ["RELATIVE_YEARS", "in_latest_year", "last_day", "months", "years_on"]


RELATIVE_YEARS = {
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}


def last_day(year: int, month: int) -> date:
    """The last day of a month.

    >>> last_day(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """From the first day of month `first` to the last day of month `last`.

    >>> months(2023, 1, 10)
    (datetime.date(2023, 1, 1), datetime.date(2023, 10, 31))
    """
    return date(year, first, 1), last_day(year, last)


def in_latest_year(published: date | None, month: int, day: int = 1) -> int | None:
    """The latest year in which `month` (and `day`) had begun when the document was published.

    >>> in_latest_year(date(2023, 12, 22), 12), in_latest_year(date(2024, 1, 23), 12)
    (2023, 2023)
    """
    if published is None:
        return None
    return published.year if (month, day) <= (published.month, published.day) else published.year - 1


def years_on(day: date, years: int) -> date:
    """The same day some years on or back; 29 February becomes the 28th.

    >>> years_on(date(2024, 2, 29), -1)
    datetime.date(2023, 2, 28)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return (
            day.replace(year=day.year + years) if day.day < 29 else (day - timedelta(1)).replace(year=day.year + years)
        )
