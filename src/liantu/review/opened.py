"""What an opener cut out of a file, kept with its document and given back when the document is read again."""

from typing import Any

from liantu import bulletin
from liantu.bulletin.anchor import Anchor, Box
from liantu.bulletin.opened import Opened
from liantu.bulletin.quote import Quote
from liantu.review.models import Document, Layout

__all__ = ["anchors_of", "keep_layout", "opened_of"]


def keep_layout(document: Document, opened: bulletin.Document) -> None:
    """Store where a new document's text stands; plain text stands nowhere but in itself."""
    if opened.anchors or opened.aside or opened.unsure:
        Layout.objects.create(
            document=document,
            anchors=[_row(anchor) for anchor in opened.anchors],
            aside=opened.aside,
            unsure=opened.unsure,
        )


def opened_of(document: Document) -> Opened:
    """The stored text as it was opened, with its places."""
    layout = Layout.objects.filter(document=document).first()
    if layout is None:
        return Opened(document.text)
    return Opened(document.text, anchors_of(layout), _quotes(layout.aside), _quotes(layout.unsure))


def anchors_of(layout: Layout) -> tuple[Anchor, ...]:
    """The places of a layout in the order of the text."""
    return tuple(
        Anchor(Quote(start, end), page=where, box=Box(*place))
        if isinstance(place, list)
        else Anchor(Quote(start, end), sheet=where, cell=place)
        for start, end, where, place in layout.anchors
    )


def _row(anchor: Anchor) -> list[Any]:
    where = [anchor.page, anchor.box] if anchor.box is not None else [anchor.sheet, anchor.cell]
    return [*anchor.span, *where]


def _quotes(pairs: list[list[int]]) -> tuple[Quote, ...]:
    return tuple(Quote(*pair) for pair in pairs)
