"""表 Table: a run of lines with tabs in them, taken apart into head, rows, cells and caption.

    >>> page = "附表：主要指标（单位：亿元）\\n产业\\t营业收入\\n新材料\\t59\\n软件\\t—\\n以上数据为快报数。"
    >>> table = tables(page)[0]
    >>> table.head, [[cell.text for cell in row] for row in table.rows], table.caption
    (('产业', '营业收入'), [['新材料', '59'], ['软件', '-']], '附表:主要指标(单位:亿元)')

Only rows under a head are a table: its line holds no figure, and a later one does. Everything else with tabs is left to
be read as running text. A joint head is known by the blank cells behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.cell import is_unit_word, lent
from liantu.bulletin.fold import fold
from liantu.bulletin.lot import Cell, Lot, is_filler, is_time, is_unit_line, lots
from liantu.bulletin.quote import Quote

__all__ = ["Cell", "Table", "hidden", "tables"]

_LINE: Final = re.compile(r"[^\r\n\u2028]+")
_INSIDE: Final = re.compile(r"[^\r\n\u2028]")
_MARKED: Final = re.compile(r"#{1,6}\s*")
_CAPTION: Final = re.compile(
    r"^(?:附表|附件|表\s?[\d一二三四五六七八九十])|(?:表|情况|数据|指标|一览|统计|明细)(?:表|数据)?(?:\([^)]*\))*$"
)
_NUMBERED: Final = re.compile(r"附表|附件|表\s?[\d一二三四五六七八九十]")
_UNIT_LINE: Final = re.compile(r"^\s{0,20}[(]?\s{0,20}(?:计量)?单位\s{0,20}:")
_CLOSED: Final = re.compile(r"[。；;！!]$")
_LISTED: Final = re.compile(r"[一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]")
_LONGEST_CAPTION: Final = 48
_MOST_CAPTIONS: Final = 4


@dataclass(frozen=True, slots=True)
class Table:
    """`head` are the joined words over each column, `heads` the cells they come from; `lines` are the places of `rows`.

    `captions` are the lines above that name the table, its unit or its time; `odd` are rows whose cells do not fit the
    head; `counting` are the cells that only number the columns, `again` those of a head told again further down.
    """

    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[Quote, ...]
    odd: tuple[Quote, ...]
    captions: tuple[Cell, ...]
    counting: tuple[Cell, ...]
    again: tuple[Cell, ...]
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
        if stop - at > 1:
            found += _run(folded, lines, at, stop)
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
            if (c.place.start > first and _is_own(c.text) and not _is_marked(text, c.place))
            or _is_celled(text, c.place)
        ]
        for place in (table.place, *own):
            characters[slice(*place)] = _INSIDE.sub(" ", text[slice(*place)])
    return "".join(characters)


def _run(text: str, lines: list[Quote], first: int, stop: int) -> Iterator[Table]:
    """The tables of a run of lines with tabs; lines of nothing but tabs part them as empty lines do."""
    at = [i for i in range(first, stop) if lines[i].of(text).strip()]
    rows = [_cells(text, lines[i]) for i in at]
    gaps = {
        n
        for n in range(1, len(at))
        if at[n] > at[n - 1] + 1 or _is_parted(text, lines[at[n - 1]].end, lines[at[n]].start)
    }
    for lot in lots(rows, gaps):
        above = [cell for i in lot.above for cell in _captioning(rows[i])]
        if lot.above.start == 0:
            above = [*_captions(text, lines[:first]), *above]
        yield from _tables(lot, rows, [lines[i] for i in at], tuple(above))


def _captioning(row: tuple[Cell, ...]) -> list[Cell]:
    """The cells of a row above a head that speak for the table; a day beside who filled it in is not its time."""
    words = [cell for cell in row if cell.text]
    filed = any(is_filler(cell.text) for cell in words)
    return [cell for cell in words if not is_filler(cell.text) and not (filed and is_time(cell.text))]


def _is_parted(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) > 1


def _tables(lot: Lot, rows: list[tuple[Cell, ...]], lines: list[Quote], captions: tuple[Cell, ...]) -> Iterator[Table]:
    """A lot as a table, or as several where the same head stands side by side."""
    heads = _joined([rows[i] for i in lot.head])
    width = len(heads)
    fitting = [i for i in lot.body if len(rows[i]) == width]
    used = next((at for at in range(width, 0, -1) if heads[at - 1] or any(rows[i][at - 1].text for i in fitting)), 0)
    group = _repeated(tuple("".join(cell.text for cell in cells) for cells in heads[:used]))
    for left in range(0, used, group):
        own = [(i, rows[i][left : left + group]) for i in fitting]
        kept = [(i, cells) for i, cells in own if group == used or any(cell.text for cell in cells)]
        yield Table(
            heads=heads[left : left + group],
            rows=tuple(cells for _, cells in kept),
            lines=tuple(lines[i] for i, _ in kept),
            odd=tuple(lines[i] for i in lot.body if len(rows[i]) != width) if not left else (),
            captions=captions,
            counting=tuple(cell for i in lot.counting for cell in rows[i] if cell.text),
            again=tuple(cell for i in lot.again for cell in rows[i] if cell.text),
            place=Quote(lines[lot.head[0]].start, lines[lot.last].end),
        )


def _repeated(head: tuple[str, ...]) -> int:
    """How many columns the part of a head has that is told again beside it; all of them where nothing is."""
    for group in range(2, len(head) // 2 + 1):
        if len(head) % group == 0 and head == head[:group] * (len(head) // group) and head[0]:
            return group
    return len(head)


def _cells(text: str, line: Quote) -> tuple[Cell, ...]:
    cells, start = [], line.start
    for word in line.of(text).split("\t"):
        lead = len(word) - len(word.lstrip())
        said = word.strip()
        cells.append(Cell(said, Quote(start + lead, start + lead + len(said))))
        start += len(word) + 1
    return tuple(cells)


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
    """The line that names a table, and those below it that only give its unit or its time, in file order."""
    found: list[Cell] = []
    for line in reversed(before[-_MOST_CAPTIONS:]):
        words = line.of(text)
        said = _MARKED.sub("", words.strip())
        only = is_unit_line(said) or is_time(said)
        named = bool(_CAPTION.search(said) or lent(said)) or _is_heading(words)
        if "\t" in words or len(said) > _LONGEST_CAPTION or _CLOSED.search(said) or not (only or named):
            break
        start = line.start + words.index(said)
        found.append(Cell(said, Quote(start, start + len(said))))
        if not only:
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


def _is_celled(text: str, place: Quote) -> bool:
    """Whether a caption stands in a row of the sheet, with tabs before or behind it."""
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    return "\t" in text[start : end if end >= 0 else len(text)]
