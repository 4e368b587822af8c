"""表 Table: a run of lines with tabs in them, taken apart into head, rows, cells and caption.

    >>> page = "附表：主要指标（单位：亿元）\\n产业\\t营业收入\\n新材料\\t59\\n软件\\t—\\n以上数据为快报数。"
    >>> table = tables(page)[0]
    >>> table.head, [[cell.text for cell in row] for row in table.rows], table.caption
    (('产业', '营业收入'), [['新材料', '59'], ['软件', '-']], '附表:主要指标(单位:亿元)')

Only a run with a head is a table: its first line holds no figure, and a later one does. Everything else with tabs is
left to be read as running text. A second line of the head is known by its blank first cell, a joint head by the blank
cells behind it.
"""

import re
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.cell import holds_figure, is_bare, is_unit_word, lent
from liantu.bulletin.fold import fold
from liantu.bulletin.quote import Quote

__all__ = ["Cell", "Table", "hidden", "tables"]

_LINE: Final = re.compile(r"[^\r\n\u2028]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MARKED: Final = re.compile(r"#{1,6}\s*")
_CAPTION: Final = re.compile(
    r"^(?:附表|附件|表\s?[\d一二三四五六七八九十])|(?:表|情况|数据|指标|一览|统计|明细)(?:表|数据)?(?:\([^)]*\))*$"
)
_NUMBERED: Final = re.compile(r"附表|附件|表\s?[\d一二三四五六七八九十]")
_UNIT_LINE: Final = re.compile(r"^\s*[(]?\s*(?:计量)?单位\s*:")
_CLOSED: Final = re.compile(r"[。；;！!]$")
_LISTED: Final = re.compile(r"[一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]")
_LONGEST_CAPTION: Final = 48
_MOST_HEADS: Final = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's folded text without the blanks around it; `place` is where the document keeps it."""

    text: str
    place: Quote


@dataclass(frozen=True, slots=True)
class Table:
    """`head` are the joined words over each column, `heads` the cells they come from; `lines` are the places of `rows`.

    `captions` are the lines above that name the table or its unit; `odd` are rows whose cells do not fit the head.
    """

    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[Quote, ...]
    odd: tuple[Quote, ...]
    captions: tuple[Cell, ...]
    place: Quote

    @property
    def head(self) -> tuple[str, ...]:
        return tuple("".join(cell.text for cell in cells) for cells in self.heads)

    @property
    def caption(self) -> str:
        return " ".join(cell.text for cell in self.captions)

    def column(self, at: int) -> tuple[str, ...]:
        """The words of one column below its head."""
        return tuple(row[at].text for row in self.rows)


def tables(text: str) -> tuple[Table, ...]:
    """The tables of a text in file order."""
    if "\t" not in text:
        return ()
    folded = fold(text)
    lines = [Quote(m.start(), m.end()) for m in _LINE.finditer(folded) if m[0].strip(" ")]
    found: list[Table] = []
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and "\t" in lines[stop].of(folded):
            stop += 1
        if stop - at > 1 and (table := _table(folded, lines, at, stop)):
            found.append(table)
        at = max(stop, at + 1)
    return tuple(found)


def hidden(text: str, found: tuple[Table, ...]) -> str:
    """A folded text with its tables and their own captions blanked, every other character in its place."""
    if not found:
        return text
    characters = list(text)
    first = len(text) - len(text.lstrip())
    for table in found:
        own = [
            c.place
            for c in table.captions
            if c.place.start > first and _is_own(c.text) and not _is_marked(text, c.place)
        ]
        for place in (table.place, *own):
            for i in range(*place):
                if characters[i] not in "\r\n\u2028":
                    characters[i] = " "
    return "".join(characters)


def _table(text: str, lines: list[Quote], at: int, stop: int) -> Table | None:
    rows = [_cells(text, line) for line in lines[at:stop]]
    width = len(rows[0])
    deep = 1
    while deep < min(len(rows), _MOST_HEADS) and _goes_on(rows[deep], width):
        deep += 1
    body = [(row, line) for row, line in zip(rows[deep:], lines[at + deep : stop], strict=True) if len(row) == width]
    odd = tuple(line for row, line in zip(rows[deep:], lines[at + deep : stop], strict=True) if len(row) != width)
    if any(_valued(cell.text) for cell in rows[0]) or not any(
        _valued(c.text) or is_bare(c.text) for row, _ in body for c in row
    ):
        return None
    return Table(
        heads=_joined(rows[:deep]),
        rows=tuple(row for row, _ in body),
        lines=tuple(line for _, line in body),
        odd=odd,
        captions=_captions(text, lines[:at]),
        place=Quote(lines[at].start, lines[stop - 1].end),
    )


def _cells(text: str, line: Quote) -> tuple[Cell, ...]:
    cells, start = [], line.start
    for word in line.of(text).split("\t"):
        lead = len(word) - len(word.lstrip())
        said = word.strip()
        cells.append(Cell(said, Quote(start + lead, start + lead + len(said))))
        start += len(word) + 1
    return tuple(cells)


def _valued(text: str) -> bool:
    return holds_figure(text) and not _YEAR.fullmatch(text)


def _goes_on(row: tuple[Cell, ...], width: int) -> bool:
    """Whether a line is more of the head: nothing under the first head, and no figures."""
    filled = [cell.text for cell in row if cell.text]
    return (
        len(row) == width
        and not row[0].text
        and bool(filled)
        and not any(_valued(word) or set(word) == {"-"} for word in filled)
    )


def _joined(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The cells over each column, a joint head carried to the columns it spans."""
    above: list[list[Cell]] = [[] for _ in rows[0]]
    for depth, row in enumerate(rows):
        last: Cell | None = None
        for i, cell in enumerate(row):
            spanned = depth < len(rows) - 1 and last is not None and bool(rows[depth + 1][i].text)
            if cell.text:
                last = cell
                above[i].append(cell)
            elif spanned and last is not None:
                above[i].append(last)
    return tuple(tuple(cells) for cells in above)


def _captions(text: str, before: list[Quote]) -> tuple[Cell, ...]:
    """The line that names a table, and one that only gives its unit, in file order."""
    found: list[Cell] = []
    for line in reversed(before[-2:]):
        words = line.of(text)
        said = _MARKED.sub("", words.strip())
        only_unit = bool(_UNIT_LINE.match(said)) or is_unit_word(said)
        named = bool(_CAPTION.search(said) or lent(said)) or _is_heading(words)
        if "\t" in words or len(said) > _LONGEST_CAPTION or _CLOSED.search(said) or not (only_unit or named):
            break
        start = line.start + words.index(said)
        found.append(Cell(said, Quote(start, start + len(said))))
        if not only_unit:
            break
    return tuple(reversed(found))


def _is_heading(line: str) -> bool:
    before = line.strip()
    return bool(_MARKED.match(before) or _LISTED.match(before))


def _is_own(said: str) -> bool:
    """Whether a caption is the table's alone: 附表…, 单位：…, not a heading that other lines stand under as well."""
    return bool(_NUMBERED.match(said) or _UNIT_LINE.match(said) or is_unit_word(said))


def _is_marked(text: str, place: Quote) -> bool:
    return bool(_MARKED.match(text[text.rfind("\n", 0, place.start) + 1 : place.end]))
