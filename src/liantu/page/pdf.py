"""PDF: the text of a PDF in reading order with the place of every piece, and which of its pages are pictures only.

Runs in the process of `liantu.page.confined`. Nothing of the file is executed: JavaScript, attachments, forms and
links are not looked at.
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as c

from liantu.page.column import Item, regions
from liantu.page.compose import Made, compose
from liantu.page.drawn import drawn
from liantu.page.frame import Frame
from liantu.page.glyph import glyphs
from liantu.page.grid import Table, tables
from liantu.page.line import Line, lines
from liantu.page.margin import margins
from liantu.page.paragraph import Flow
from liantu.page.refusal import MOST_PAGES, Refused

__all__ = ["Printed", "flows", "frame_of", "opened", "printed", "text"]

_MOST_CHARACTERS: Final = 1_200_000
_MOST_ON_PAGE: Final = 60_000
_LARGEST: Final = 14_400.0  # points; the format's own limit, five metres
_PICTURED: Final = 0.5
_FEW: Final = 30
_CURVES: Final = 100
_GARBLED: Final = 0.2
_RASTER: Final = 20


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands on a page: lines and tables, or, where `scanned`, a picture of them."""

    frame: Frame
    lines: list[Line]
    tables: list[Table]
    scanned: bool


def opened(data: bytes) -> Any:
    """The PDF in `data`; `Refused` where it is locked, damaged, too long, or ends before its end."""
    if data.rfind(b"%%EOF") < data.rfind(b"endobj"):
        raise Refused("cut short")
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        raise Refused("locked" if c.FPDF_GetLastError() == c.FPDF_ERR_PASSWORD else "damaged") from error
    if count == 0:
        raise Refused("damaged")
    if count > MOST_PAGES:
        raise Refused("long", count)
    return document


def printed(document: Any) -> list[Printed]:
    """Every page of a PDF."""
    pages: list[Printed] = []
    left = _MOST_CHARACTERS
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError as error:
            raise Refused("damaged") from error
        pages.append(_printed(page, left))
        left -= sum(len(line.text) for line in pages[-1].lines)
        page.close()
        if left <= 0:
            raise Refused("wordy")
    return pages


def frame_of(page: Any) -> Frame:
    """How a page lies; one without a size that paper can have is refused."""
    width, height = page.get_size()
    if not (1 <= width <= _LARGEST and 1 <= height <= _LARGEST):
        raise Refused("huge")
    wide, high = int(width * _RASTER), int(height * _RASTER)
    x, y = ctypes.c_int(), ctypes.c_int()
    points = []
    for px, py in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
        c.FPDF_PageToDevice(page, 0, 0, wide, high, 0, px, py, x, y)
        points.append((x.value * width / wide, y.value * height / high))
    (ex, ey), (ax, ay), (cx, cy) = points
    return Frame(width, height, ((ax - ex) / 1000, (ay - ey) / 1000, (cx - ex) / 1000, (cy - ey) / 1000, ex, ey))


def flows(pages: Sequence[Printed], first: int = 1) -> list[Flow]:
    """Pages told apart into margins and columns."""
    outer = margins([page.lines for page in pages], [page.frame.reading_size[1] for page in pages])
    made = []
    for number, (page, edge) in enumerate(zip(pages, outer, strict=True), first):
        half = page.frame.reading_size[1] / 2
        inner = [line for i, line in enumerate(page.lines) if i not in edge]
        aside = sorted((page.lines[i] for i in edge), key=lambda line: (round(line.top), line.left))
        items: list[Item] = [*inner, *page.tables]
        reach = (min((i.left for i in items), default=0.0), max((i.right for i in items), default=0.0))
        made.append(
            Flow(
                number,
                page.frame,
                tuple(line for line in aside if line.top < half),
                tuple(regions(items, reach)) if items else (),
                tuple(line for line in aside if line.top >= half),
            )
        )
    return made


def _printed(page: Any, room: int) -> Printed:
    frame = frame_of(page)
    found = glyphs(page, frame, min(room, _MOST_ON_PAGE))
    paths = drawn(page, found.frame)
    shown = sum(1 for glyph in found.glyphs if glyph.char.strip())
    garbled = found.unmapped > _GARBLED * max(1, shown + found.unmapped)
    outlined = not shown and paths.shapes >= _CURVES
    if garbled or outlined or (paths.pictured >= _PICTURED and shown < _FEW):
        return Printed(found.frame, [], [], scanned=True)
    ruled, rest = tables(found.glyphs, paths.level, paths.upright)
    sure = 0.5 if found.hidden else 1.0
    return Printed(found.frame, [_sure(line, sure) for line in lines(rest)], ruled, scanned=False)


def _sure(line: Line, sure: float) -> Line:
    return line if sure == 1.0 else Line(line.text, line.cuts, line.top, line.bottom, line.size, line.font, sure)


def text(data: bytes) -> Made:
    """The text of a PDF; `Refused` as scanned where a page of it is a picture."""
    pages = printed(opened(data))
    scanned = sum(page.scanned for page in pages)
    if scanned:
        raise Refused("scanned", scanned)
    made = compose(flows(pages), 1.0)
    if not made.text.strip():
        raise Refused("empty")
    return made
