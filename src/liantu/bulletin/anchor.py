"""锚 Anchor: where a stretch of a document's text stands in the original: on a page, or in a cell of a sheet.

    >>> Anchor(Quote(0, 4), page=2, box=Box(100, 50, 300, 80)).say()
    '第2页'
    >>> Anchor(Quote(0, 4), sheet="投资", cell="C7").say()
    '投资!C7'
"""

from dataclasses import dataclass
from typing import NamedTuple

from liantu.bulletin.quote import Quote

__all__ = ["Anchor", "Box"]


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
