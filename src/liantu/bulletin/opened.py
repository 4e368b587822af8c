"""打开的文件 Opened: what an opener cuts out of a file: the text, where it stands, what of it is not told.

>>> Opened("营收5亿元").anchors
()
"""

from dataclasses import dataclass

from liantu.bulletin.anchor import Anchor
from liantu.bulletin.quote import Quote

__all__ = ["Opened"]


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file; `anchors`, `aside` and `unsure` are as in `Document`, their spans in order."""

    text: str
    anchors: tuple[Anchor, ...] = ()
    aside: tuple[Quote, ...] = ()
    unsure: tuple[Quote, ...] = ()
