"""行 Line: characters that stand side by side on a page, left to right, without a wide gap between them.

>>> row = [Glyph(c, 10.0 * i, 0, 10.0 * i + 10, 10, 10, "") for i, c in enumerate("营收  5亿元")]
>>> [line.text for line in lines([*row[:2], *row[4:]])]
['营收', '5亿元']
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["Glyph", "Line", "is_wide", "joined", "lines"]

_ROW: Final = 0.45
_GAP: Final = 0.7
_SPACED: Final = 1.5
_WORD: Final = 0.22


class Glyph(NamedTuple):
    """One printed character and its box in points from the upper left corner; `size` is that of its font."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a printed line; `cuts` are the left edges of its characters and the right edge of the last.

    `sure` is how certain the characters are: 1 for those of a text layer, what the recogniser says for a scan.
    """

    text: str
    cuts: tuple[float, ...]
    top: float
    bottom: float
    size: float
    font: str = ""
    sure: float = 1.0

    @property
    def left(self) -> float:
        return self.cuts[0]

    @property
    def right(self) -> float:
        return self.cuts[-1]


def is_wide(char: str) -> bool:
    """Whether a character takes a whole square, as Chinese ones and their signs do.

    >>> is_wide("产"), is_wide("5")
    (True, False)
    """
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…·"


def joined(before: str, after: str) -> str:
    """What stands between two pieces of one sentence: a blank between Latin words, nothing beside Chinese.

    >>> joined("营收", "5亿元"), joined("smart", "city")
    ('', ' ')
    """
    return (
        " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].strip() and _words(before, after) else ""
    )


def _words(before: str, after: str) -> bool:
    return not (before[-1] in "([{/-" or after[0] in ")]},.;:%/-")


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The pieces of lines that the characters make, row by row from the top."""
    return [line for row in _rows(glyphs) for run in _runs(row) if (line := _line(run)) is not None]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    at = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.top + g.bottom, g.left)):
        middle = (glyph.top + glyph.bottom) / 2
        if rows and middle - at <= _ROW * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            at = middle
    return rows


def _runs(row: list[Glyph]) -> list[list[Glyph]]:
    """A row cut where nothing stands for more than a character's width; what is printed twice is taken once."""
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    spaced = False
    for glyph in sorted(row, key=lambda g: (g.left, g.top)):
        if last is not None and _is_shadow(glyph, runs[-1]):
            continue
        blank = not glyph.char.strip()
        if last is None or (not blank and glyph.left - last.right > (_SPACED if spaced else _GAP) * glyph.size):
            if blank:
                continue
            runs.append([])
        elif not blank and not spaced and _parts_words(last, glyph):
            runs[-1].append(Glyph(" ", last.right, glyph.top, glyph.left, glyph.bottom, glyph.size, glyph.font))
        runs[-1].append(glyph)
        last, spaced = (last, True) if blank else (glyph, False)
    return runs


def _is_shadow(glyph: Glyph, run: Sequence[Glyph]) -> bool:
    """Bold made by printing a character twice, a hair apart."""
    near = min(0.25 * glyph.size, 0.5 * (glyph.right - glyph.left))
    return any(
        each.char == glyph.char and abs(each.left - glyph.left) < near and abs(each.top - glyph.top) < near
        for each in run[-2:]
    )


def _parts_words(last: Glyph, glyph: Glyph) -> bool:
    return glyph.left - last.right > _WORD * glyph.size and last.char.isalnum() and _latin(last) and _latin(glyph)


def _latin(glyph: Glyph) -> bool:
    return glyph.char.isascii()


def _line(run: list[Glyph]) -> Line | None:
    while run and not run[-1].char.strip():
        run = run[:-1]
    if not run:
        return None
    printed = [glyph for glyph in run if glyph.char.strip()]
    large = max(printed, key=lambda g: g.size)
    cuts: list[float] = []
    for glyph in run:
        cuts.append(max(glyph.left, cuts[-1] if cuts else glyph.left))
    return Line(
        "".join(glyph.char for glyph in run),
        (*cuts, max(glyph.right for glyph in printed)),
        min(glyph.top for glyph in printed),
        max(glyph.bottom for glyph in printed),
        large.size,
        large.font,
    )
