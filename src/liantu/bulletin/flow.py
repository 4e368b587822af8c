"""Text in the order a person reads it, each character knowing where the file keeps it.

A newspaper page tears sentences apart; reading them means putting pieces together without losing the way back.

    >>> page = "以来，引进两家。\\n今年"
    >>> whole = Stretch.cut(page, 9, 11) + Stretch.cut(page, 0, 8)
    >>> whole.text
    '今年以来，引进两家。'
    >>> [quote.of(page) for quote in whole.quotes(0, 4)]
    ['今年', '以来']
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from liantu.bulletin.quote import Quote

__all__ = ["Stretch"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters in reading order; `offsets[i]` is the place of `text[i]` in the document as stored."""

    text: str
    offsets: Sequence[int]

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "Stretch":
        """The slice `start` to `end` of a document's (folded) text."""
        return cls(text[start:end], range(start, end))

    def __add__(self, other: "Stretch") -> "Stretch":
        return Stretch(self.text + other.text, (*self.offsets, *other.offsets))

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> "Stretch":
        """The characters `start` to `end` of this stretch."""
        return Stretch(self.text[start:end], self.offsets[start:end])

    def raw(self, start: int, end: int) -> Quote:
        """The slice of the document that holds the characters `start` to `end`, its first piece where they are torn."""
        if self.whole(start, end):
            return Quote(self.offsets[start], self.offsets[end - 1] + 1)
        return self.quotes(start, end)[0]

    def whole(self, start: int, end: int) -> bool:
        """Whether the characters `start` to `end` stand side by side in the document."""
        return self.offsets[end - 1] - self.offsets[start] == end - 1 - start

    def quotes(self, start: int, end: int) -> tuple[Quote, ...]:
        """The slices of the document that hold the characters `start` to `end`, in reading order."""
        if isinstance(self.offsets, range):
            return (Quote(self.offsets[start], self.offsets[end - 1] + 1),) if end > start else ()
        own = self.offsets[start:end]
        seams = [i for i, (one, other) in enumerate(pairwise(own), 1) if other != one + 1] if own else []
        return tuple(Quote(own[i], own[j - 1] + 1) for i, j in pairwise((0, *seams, len(own)) if own else ()))
