"""锚 Anchor: where a stretch of a document's text stands in the original: on a page, or in a cell of a sheet.

>>> Anchor(Quote(0, 4), page=2, box=Box(100, 50, 300, 80)).say()
'第2页'
>>> Anchor(Quote(0, 4), sheet="投资", cell="C7").say()
'投资!C7'
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from liantu.bulletin.quote import Quote

__all__ = ["Anchor", "Box", "boxes"]

_HAIR: Final = 8


class Box(NamedTuple):
    """A rectangle of a page in thousandths of its width and height, from the upper left corner."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The characters `span` of the text stand on `page` (from 1) within `box`, or in `cell` of `sheet`."""

    span: Quote
    page: int | None = None
    box: Box | None = None
    sheet: str = ""
    cell: str = ""

    def say(self) -> str:
        """The place in words an officer uses."""
        if self.cell:
            return f"{self.sheet}!{self.cell}" if self.sheet else self.cell
        return f"第{self.page}页" if self.page else ""


def boxes(anchors: Sequence[Anchor], text: str, start: int, end: int) -> list[tuple[int, Box]]:
    """Page and box of each printed piece of the characters `start` to `end`; anchors stand in the order of the text.

    >>> line = Anchor(Quote(0, 4), page=1, box=Box(100, 0, 500, 20))
    >>> boxes([line], "产值五亿", 2, 4)
    [(1, Box(left=300, top=0, right=500, bottom=20))]
    """
    found: list[tuple[int, Box]] = []
    for anchor in anchors[bisect_right(anchors, start, key=lambda each: each.span.end) :]:
        if anchor.span.start >= end:
            break
        if anchor.page is not None and anchor.box is not None:
            box = _part(anchor.box, anchor.span, text, start, end)
            if found and found[-1][0] == anchor.page and _touch(found[-1][1], box):
                box = found.pop()[1]._replace(right=box.right)
            found.append((anchor.page, box))
    return found


def _touch(box: Box, after: Box) -> bool:
    """Whether one box goes on where the other ends, as the pieces of a line do."""
    return (box.top, box.bottom) == (after.top, after.bottom) and abs(after.left - box.right) <= _HAIR


def _part(box: Box, span: Quote, text: str, start: int, end: int) -> Box:
    """The part of a line's box where some of its characters stand, wide ones twice as wide as the rest."""
    low, high = max(start, span.start), min(end, span.end)
    widths = [2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text[span.start : span.end]]
    step = (box.right - box.left) / sum(widths)
    left = box.left + step * sum(widths[: low - span.start])
    return Box(round(left), box.top, round(left + step * sum(widths[low - span.start : high - span.start])), box.bottom)
