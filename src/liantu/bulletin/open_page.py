"""打开 PDF 和扫描件 the text of printed pages, each line with its page and box.

    >>> read_pdf(b"%PDF-1.7 and no more")
    Traceback (most recent call last):
    ...
    liantu.errors.CannotRead: 这个 PDF 已损坏，读不出正文；请用原来的软件重新导出再上传。

A PDF is read from its text; where a page of it is only a picture, and for pictures, what stands there is recognised,
if the extra `liantu[ocr]` is installed. Either happens in a confined process (`liantu.page`). Page numbers and running
heads are aside; what a scan shows badly is unsure.
"""

from typing import Any

from liantu.bulletin.anchor import Anchor, Box
from liantu.bulletin.opened import Opened
from liantu.bulletin.quote import Quote
from liantu.page.confined import can_recognise, confined, pages_of
from liantu.page.refusal import Scanned, is_pdf, sentence

__all__ = ["is_pdf", "page_image", "read_pdf", "read_picture"]


def read_pdf(data: bytes) -> Opened:
    """The text of a PDF; pages that are pictures are recognised."""
    try:
        return _opened(pages_of("text", data))
    except Scanned:
        return read_picture(data)


def read_picture(data: bytes) -> Opened:
    """The text that stands in a picture, or on the pages of a PDF some of which are pictures."""
    if not can_recognise():
        raise sentence("scanned")
    return _opened(pages_of("scan", data))


def page_image(data: bytes, page: int) -> bytes:
    """The PNG of a page (from 1) of a PDF or picture, at most 1,600 pixels high and wide."""
    return confined("image", data, page)


def _opened(made: dict[str, Any]) -> Opened:
    try:
        anchors = tuple(
            Anchor(Quote(int(start), int(end)), int(page), Box(*map(int, box)))
            for start, end, page, box in made["anchors"]
        )
        return Opened(made["text"], anchors, _quotes(made["aside"]), _quotes(made["unsure"]))
    except (KeyError, TypeError, ValueError) as error:
        raise sentence("damaged") from error


def _quotes(pairs: list[list[int]]) -> tuple[Quote, ...]:
    return tuple(Quote(int(start), int(end)) for start, end in pairs)
