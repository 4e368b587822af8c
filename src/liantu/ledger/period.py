"""时期 Period of an entry in words, Chinese and English, from the two days its columns hold.

>>> from datetime import date
>>> say(date(2023, 1, 1), date(2023, 10, 31)), say(None, None)
(('2023年1–10月', 'Jan–Oct 2023'), ('', ''))
"""

from datetime import date

from liantu.figure import Period

__all__ = ["months_of", "say"]


def say(start: date | None, end: date | None) -> tuple[str, str]:
    """The period in Chinese and English, empty where no day is known."""
    if start is None and end is None:
        return "", ""
    period = Period(start, end)
    return period.say(), period.say("en")


def months_of(start: date | None, end: date | None) -> int | None:
    """How many whole months a span covers, None where it is none.

    >>> months_of(date(2023, 1, 1), date(2023, 10, 31)), months_of(None, date(2023, 10, 31))
    (10, None)
    """
    return Period(start, end).months
