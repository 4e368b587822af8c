"""打开的文件 Opened: what an opener cuts out of a file: the text, where it stands, what of it is not told.

>>> Opened("营收5亿元").anchors
()
"""

from dataclasses import dataclass
from datetime import date

from liantu.bulletin.anchor import Anchor
from liantu.bulletin.quote import Quote

__all__ = ["Opened", "blanked"]


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file; `anchors`, `aside` and `unsure` are as in `Document`, their spans in order.

    `published` is the day a file itself says it was published on.
    """

    text: str
    anchors: tuple[Anchor, ...] = ()
    aside: tuple[Quote, ...] = ()
    unsure: tuple[Quote, ...] = ()
    published: date | None = None


def blanked(text: str, aside: tuple[Quote, ...]) -> str:
    """The text with what is no part of it blanked, every other character in its place.

    >>> blanked("月报\\n产值", (Quote(0, 2),))
    '  \\n产值'
    """
    pieces: list[str] = []
    at = 0
    for start, end in sorted(aside):
        pieces += text[at:start], " " * (end - max(start, at))
        at = max(end, at)
    return "".join([*pieces, text[at:]]) if aside else text
