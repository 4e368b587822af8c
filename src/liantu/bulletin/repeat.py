"""重复 Repeats: a paragraph a document tells twice word for word is read once, its numerals booked as the first ones.

Copied pages repeat a lead or a caption; the second telling would only double what the first one said. A short line
counts as a repeat only within its section, for under another heading the same words may tell of somebody else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from liantu.bulletin.flow import Stretch
from liantu.bulletin.reading import NumberUse

__all__ = ["Repeats"]

_SURE: Final = 60
_LEAST: Final = 12


@dataclass(slots=True)
class Repeats:
    """The paragraphs read so far, and which later ones said the same."""

    seen: dict[str, tuple[int, Stretch]] = field(default_factory=dict)
    pairs: list[tuple[Stretch, Stretch]] = field(default_factory=list)

    def holds(self, paragraph: Stretch, section: int) -> bool:
        """Whether a paragraph of a section was told before; if not, it is remembered."""
        if len(paragraph.text) < _LEAST:
            return False
        where, first = self.seen.setdefault(paragraph.text, (section, paragraph))
        if first is paragraph or (where != section and len(paragraph.text) < _SURE):
            return False
        self.pairs.append((first, paragraph))
        return True

    def booked(self, uses: Iterable[NumberUse]) -> tuple[NumberUse, ...]:
        """The number account with every numeral of a repeat under what became of the same one told first."""
        told = tuple(uses)
        if not self.pairs:
            return told
        by_start = {use.span.start: use for use in told}
        again = {
            there: here
            for first, second in self.pairs
            for here, there in zip(first.offsets, second.offsets, strict=True)
            if here in by_start
        }
        return tuple(
            replace(by_start[again[use.span.start]], span=use.span) if use.span.start in again else use for use in told
        )
