"""打开 CSV a table kept as text, in any encoding of the trade and with whichever sign stands between its cells.

    >>> opened = open_csv("产业,产值（亿元）\\n新材料,\\"1,203.5\\"\\n".encode("gb18030"))
    >>> opened.text, opened.anchors[-1].say()
    ('产业\\t产值（亿元）\\n新材料\\t1,203.5\\n', 'B2')

The sign is the one of , tab ; ； ， | that cuts most lines into equally many cells. Line breaks within a cell become
blanks. A cell is named as the sheet that opens the file would name it.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Final

from liantu.bulletin.grid import MOST_CELLS, Grid, filled, too_large, write
from liantu.bulletin.open_text import read_text
from liantu.bulletin.opened import Opened
from liantu.errors import CannotRead

__all__ = ["is_csv", "open_csv"]

_SIGNS: Final = (",", "\t", ";", "；", "，", "|")
_SAMPLE: Final = 50


def is_csv(data: bytes, name: str) -> bool:
    """Whether a file that is no other kind is to be read as a table: only its name can tell.

    >>> is_csv("甲，乙".encode(), "表.csv"), is_csv("甲，乙".encode(), "文.txt")
    (True, False)
    """
    return Path(name).suffix.lower() in (".csv", ".tsv", ".tab")


def open_csv(data: bytes) -> Opened:
    """The cells of a file of separated values; `CannotRead` when it is no text or too large."""
    text = read_text(data).removeprefix("\ufeff")
    sign = _sign(text)
    rows: dict[int, dict[int, str]] = {}
    room = MOST_CELLS
    try:
        for at, row in enumerate(_rows(text, sign), 1):
            rows[at] = dict(filled(row))
            room -= len(rows[at])
            if room < 0:
                raise too_large()
    except csv.Error as error:
        raise CannotRead(
            "这个 CSV 文件的格子断不开：引号没有配对，或一格过长；请用表格软件打开后重新另存再上传。",
            "The cells of this CSV file cannot be told apart: open it in a spreadsheet and save it again.",
        ) from error
    return write([Grid("", rows)])


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=sign, skipinitialspace=True)


def _sign(text: str) -> str:
    """The sign whose most frequent number of cells, above one, is found on most lines and which breaks no quote."""
    return max(_SIGNS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[bool, int, int]:
    try:
        rows = list(islice(_rows(text, sign), _SAMPLE))
    except csv.Error:
        return False, 0, 0
    whole = not any(cell.count('"') % 2 for row in rows for cell in row)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, lines = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return whole and lines > 0, lines, width
