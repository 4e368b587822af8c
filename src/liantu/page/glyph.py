"""字 glyphs: the characters a person sees on a page of a PDF, each with its place.

Left out with care: text nobody can see (invisible ink, white on white, off the page, smaller than 2 points), and text
that stands askew, such as a watermark. A page that is printed sideways is read sideways. An invisible layer over a
picture of the page is what a scanner recognised: it is the page's only text, is read, and is held to be unsure.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

import pypdfium2.raw as c

from liantu.page.frame import Frame
from liantu.page.line import Glyph, is_wide
from liantu.page.radical import RADICALS

__all__ = ["Glyphs", "glyphs"]

_SMALLEST: Final = 2.0
_LARGEST: Final = 2000.0
_DRAWN: Final = 1200
_PALE: Final = 225
_CONTRAST: Final = 24
_DROPPED: Final = frozenset("\0\r\n\ufffe\uffff\u200b\u200c\u200d\u2060\ufeff\u00ad")

Page = Any  # a page of pypdfium2, which has no types of its own


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page as one reads it (`frame` leads back to the page as it lies).

    `hidden` says that they come from an invisible layer, `unmapped` counts printed signs that stand for no character.
    """

    frame: Frame
    glyphs: list[Glyph]
    hidden: bool
    unmapped: int


class _Seen(NamedTuple):
    """A character as the file has it; `origin` and `corners` (of its box) are on the page as shown."""

    char: str
    origin: tuple[float, float]
    corners: tuple[tuple[float, float], tuple[float, float]]
    size: float
    font: str
    quarter: int | None
    hidden: bool
    pale: bool


def glyphs(page: Page, frame: Frame, most: int) -> Glyphs:
    """The characters of a page, at most `most` of them."""
    text = c.FPDFText_LoadPage(page.raw)
    try:
        found = list(_seen(text, frame, most))
    finally:
        c.FPDFText_ClosePage(text)
    seen = [each for each in found if not _stands_for_nothing(each.char)]
    unmapped = len(found) - len(seen)
    upright = Counter(each.quarter for each in seen if each.quarter is not None and each.char.strip())
    quarter = max(upright, key=lambda q: (upright[q], q == 0)) if upright else 0
    turned = replace(frame, quarter=quarter)
    seen = [each for each in seen if each.quarter == quarter]
    shown = [each for each in seen if not each.hidden]
    hidden = not any(each.char.strip() for each in shown)
    kept = seen if hidden else _without_ghosts(page, turned, shown)
    return Glyphs(turned, [_placed(each, turned) for each in kept], hidden, unmapped)


def _seen(text: Any, frame: Frame, most: int) -> Iterator[_Seen]:
    box, matrix = c.FS_RECTF(), c.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    ink = [ctypes.c_uint() for _ in range(4)]
    for i in range(min(c.FPDFText_CountChars(text), most)):
        char = _character(c.FPDFText_GetUnicode(text, i))
        if char in _DROPPED or c.FPDFText_IsGenerated(text, i) == 1:
            continue
        c.FPDFText_GetMatrix(text, i, matrix)
        size = c.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
        c.FPDFText_GetCharOrigin(text, i, x, y)
        origin = frame.show(x.value, y.value)
        if not (_SMALLEST <= size <= _LARGEST and 0 <= origin[0] <= frame.width and 0 <= origin[1] <= frame.height):
            continue
        c.FPDFText_GetLooseCharBox(text, i, box)
        c.FPDFText_GetFillColor(text, i, *ink)
        red, green, blue, opacity = (each.value for each in ink)
        mode = c.FPDFTextObj_GetTextRenderMode(c.FPDFText_GetTextObject(text, i))
        yield _Seen(
            char,
            origin,
            (frame.show(box.left, box.top), frame.show(box.right, box.bottom)),
            size,
            _font(text, i),
            frame.quarter_of(matrix.a, matrix.b),
            mode in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP) or opacity < 16,
            min(red, green, blue) >= _PALE,
        )


def _character(code: int) -> str:
    """Printers often write a character's radical in its place, for they look alike; 2 is a hyphen at a line's end."""
    if code == 2:
        return "-"
    char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return RADICALS.get(char, char)


def _stands_for_nothing(char: str) -> bool:
    return char == "\ufffd" or (unicodedata.category(char) in ("Co", "Cn", "Cc") and char != "\t")


def _font(text: Any, i: int) -> str:
    room, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    c.FPDFText_GetFontInfo(text, i, room, 128, flags)
    name = room.value.decode("utf-8", "replace")
    return f"{name.partition('+')[2] or name}{' bold' if c.FPDFText_GetFontWeight(text, i) >= 600 else ''}"


def _placed(seen: _Seen, frame: Frame) -> Glyph:
    """A square for a Chinese character, whatever its font says; the font's own width for the rest."""
    left, base = frame.read(*seen.origin)
    width = seen.size if is_wide(seen.char) else max(frame.read(*corner)[0] for corner in seen.corners) - left
    width = min(max(width, 0.1 * seen.size), 2 * seen.size)
    top = base - 0.88 * seen.size
    return Glyph(seen.char, left, top, left + width, top + seen.size, seen.size, seen.font)


def _without_ghosts(page: Page, frame: Frame, seen: list[_Seen]) -> list[_Seen]:
    """Pale characters stay where the page, drawn, shows a mark in their place, as white on a dark band does."""
    if not any(each.pale and each.char.strip() for each in seen):
        return seen
    scale = min(1.0, _DRAWN / max(frame.width, frame.height))
    drawn = page.render(scale=scale, grayscale=True).to_pil()
    kept = []
    for each in seen:
        xs = sorted(x * scale for x, _ in (*each.corners, each.origin))
        ys = sorted(y * scale for _, y in (*each.corners, each.origin))
        area = (int(xs[0]), int(ys[0]), max(int(xs[0]) + 1, math.ceil(xs[-1])), max(int(ys[0]) + 1, math.ceil(ys[-1])))
        low, high = drawn.crop(area).getextrema() if each.pale and each.char.strip() else (0, 255)
        if high - low >= _CONTRAST:
            kept.append(each)
    return kept
