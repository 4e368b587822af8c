"""原文 Quote: a slice of a document's text, cut out and never written.

>>> Quote(3, 8).of("营收共92.2亿元")
'92.2亿'
"""

from typing import NamedTuple

__all__ = ["Quote"]


class Quote(NamedTuple):
    """The characters `start` up to, not including, `end` of a document's text as stored."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The quoted characters themselves."""
        return text[self.start : self.end]
