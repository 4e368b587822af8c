"""The few errors a person at the screen can act on.

Each carries one sentence in Chinese and one in English and says what to do next; none knows of HTTP. The web maps them
to statuses in one table, the command line prints them. Anything else that is raised is a bug and crashes.

    >>> raise CannotRead("「若干」不是一个可读的数量，例如 92.2亿元、450多家。", "“若干” is not a quantity, e.g. 92.2亿元.")
    Traceback (most recent call last):
    ...
    liantu.errors.CannotRead: 「若干」不是一个可读的数量，例如 92.2亿元、450多家。
"""

__all__ = ["CannotRead", "Conflict", "LiantuError", "NotAllowed", "NotComparable", "NotFound", "NotReady"]


class LiantuError(Exception):
    """An error written for the clerk at the screen: `zh` and `en` say the same sentence."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def say(self, language: str) -> str:
        """The sentence in `language` (a BCP 47 tag; anything that does not start with `en` is Chinese)."""
        return self.en if language.lower().startswith("en") else self.zh


class CannotRead(LiantuError):
    """A file, a quantity or a period that cannot be read; the sentence names the way out."""


class NotComparable(LiantuError):
    """Values of different period, unit, measure or kind of money that must not be added or compared."""


class NotFound(LiantuError):
    """There is no such document, figure, cluster or firm."""


class NotAllowed(LiantuError):
    """The person may not do this; the sentence says which role can."""


class Conflict(LiantuError):
    """Someone or something changed the same thing first; nothing was overwritten."""


class NotReady(LiantuError):
    """The machine lacks something (database, port, disk); the sentence says how to mend it."""
