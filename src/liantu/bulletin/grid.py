"""格阵 Grid: the filled cells of a sheet, written out as lines with tabs, each cell anchored where it stands.

    >>> opened = write([Grid("投资", {1: {2: "乙山区投资情况"}, 2: {2: "项目", 3: "总投资（亿元）"}, 3: {2: "甲厂", 3: "5"}})])
    >>> print(opened.text)
    ## 投资
    # 乙山区投资情况
    项目	总投资（亿元）
    甲厂	5
    >>> opened.anchors[-1].say()
    '投资!C3'

A row with one cell above the first fuller one is a heading (or a caption such as 单位：亿元) and stands without tabs, as
does what follows the last; empty rows stay empty lines, empty columns go. `notes` are what the reader is to know of the
sheet (hidden rows); they are written out and set aside, for nobody wrote them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from liantu.bulletin.anchor import Anchor
from liantu.bulletin.opened import Opened
from liantu.bulletin.quote import Quote
from liantu.errors import CannotRead

__all__ = ["MOST_CELLS", "Grid", "column_name", "filled", "too_large", "write"]

MOST_CELLS: Final = 50_000
_WIDEST: Final = 2_000_000
_LONGEST_HEADING: Final = 60
_UNNAMED: Final = re.compile(r"(?:sheet|工作表|表)\s?\d*", re.IGNORECASE)
_CAPTION: Final = re.compile(
    r"^[(（]?(?:计量)?单位|^[(（]?[\d年月季度一二三四前上半全至—\-－]+[)）]?$|[。；;]$|^(?:注|备注|说明|填报|制表)"
)
_BLANKS: Final = re.compile(r"[\s\u2028\u2029\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's filled cells by row and column, both from 1 as its own rulers count them."""

    name: str
    rows: Mapping[int, Mapping[int, str]]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Page:
    """A text being written, with its length so far and what stands where."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    aside: list[Quote] = field(default_factory=list)

    def add(self, words: str) -> Quote:
        span = Quote(self.length, self.length + len(words))
        self.pieces.append(words)
        self.length = span.end
        return span

    def cell(self, sheet: str, row: int, column: int, words: str) -> None:
        self.anchors.append(Anchor(self.add(words), sheet=sheet, cell=f"{column_name(column)}{row}"))


def write(grids: Iterable[Grid]) -> Opened:
    """The sheets one after another as a text."""
    page = _Page()
    for grid in grids:
        if page.pieces:
            page.add("\n")
        if grid.name and not _UNNAMED.fullmatch(grid.name):
            page.add(f"## {_one_line(grid.name)}\n")
        _rows(page, grid)
        for note in grid.notes:
            page.aside.append(page.add(f"［{_one_line(note)}］"))
            page.add("\n")
    return Opened("".join(page.pieces), tuple(page.anchors), tuple(page.aside))


def too_large() -> CannotRead:
    """What is said of a sheet beyond the bound."""
    return CannotRead(
        f"表格超过 {MOST_CELLS // 10_000} 万格，没有读取；请只留下要读的工作表和行列，另存后再上传。",
        f"The workbook has more than {MOST_CELLS:,} cells and was not read; keep the sheets, rows and columns you need.",
    )


def column_name(column: int) -> str:
    """The letters of a column.

    >>> column_name(1), column_name(28), column_name(16384)
    ('A', 'AB', 'XFD')
    """
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _rows(page: _Page, grid: Grid) -> None:
    rows = {at: cells for at, cells in sorted(grid.rows.items()) if cells}
    columns = sorted({column for cells in rows.values() for column in cells})
    if len(rows) * len(columns) > _WIDEST:
        raise too_large()
    full = [at for at, cells in rows.items() if len(cells) > 1]
    titled = False
    last = 0
    for at, cells in rows.items():
        if last and at > last + 1:
            page.add("\n")
        last = at
        if full and full[0] <= at <= full[-1]:
            _line(page, grid.name, at, cells, columns)
            continue
        ((column, words),) = cells.items()
        said = _one_line(words)
        if not titled and len(said) <= _LONGEST_HEADING and not _CAPTION.search(said) and (not full or at < full[0]):
            page.add("# ")
            titled = True
        page.cell(grid.name, at, column, said)
        page.add("\n")


def _line(page: _Page, sheet: str, at: int, cells: Mapping[int, str], columns: list[int]) -> None:
    for i, column in enumerate(columns):
        if i:
            page.add("\t")
        if column in cells:
            page.cell(sheet, at, column, _one_line(cells[column]))
    page.add("\n")


def _one_line(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()


def filled(row: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The cells of a row that hold anything, each with its column from 1."""
    return ((at, words) for at, words in enumerate(row, 1) if words.strip())
