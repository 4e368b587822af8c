"""成文 compose: the text of a document out of its blocks, with the place of every piece.

    >>> from liantu.page.column import Region
    >>> from liantu.page.frame import Frame
    >>> line = Line("产值5.2亿元", (0, 10, 20, 25, 30, 35, 45, 55), 0, 10, 10)
    >>> flow = Flow(1, Frame(100, 100), (), (Region((line,), 0, 100),), ())
    >>> made = compose([flow])
    >>> made.text, made.anchors
    ('产值5.2亿元\\n', [(0, 2, 1, (0, 0, 200, 100)), (2, 5, 1, (200, 0, 350, 100)), (5, 7, 1, (350, 0, 550, 100))])

A line's figures are pieces of their own, so that each leads to its box. Headings are marked with `#` where the type
tells them from the text and the form of the line does not; a table is a line a row with tabs between its cells.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from liantu.page.frame import Box
from liantu.page.grid import Table
from liantu.page.line import Line, joined
from liantu.page.paragraph import Aside, Flow, Paragraph, Ruled, blocks

__all__ = ["Made", "compose"]

_PIECE: Final = re.compile(r"[0-9０-９][0-9０-９.,，．]*[%％]?|[^0-9０-９]+")
_LISTED: Final = re.compile(r"(?:第[一二三四五六七八九十]+[章节部]|[（(]?[一二三四五六七八九十]{1,3}[、.．)）])")
_LARGER: Final = 1.12
_LONGEST_HEADING: Final = 60
_LEVELS: Final = 4
_CLOSED: Final = re.compile(r"[。！？!?；;…，,：:]$")
_HYPHEN: Final = re.compile(r"[A-Za-z]{2}-$")


@dataclass(slots=True)
class Made:
    """A text, its anchors (start, end, page, box), and its stretches that are aside or unsure."""

    text: str = ""
    anchors: list[tuple[int, int, int, Box]] = field(default_factory=list)
    aside: list[tuple[int, int]] = field(default_factory=list)
    unsure: list[tuple[int, int]] = field(default_factory=list)


def compose(flows: Sequence[Flow], least: float = 0.0) -> Made:
    """The document; lines less sure than `least` are told."""
    made = _Writer(least)
    told = list(blocks(flows))
    levels = _headings([block for block in told if isinstance(block, Paragraph)])
    before: Table | None = None
    for block in told:
        start = made.at
        if isinstance(block, Ruled):
            _table(made, block, before)
            before = block.table
            continue
        made.put("#" * levels.get(id(block), 0) + " " if id(block) in levels else "")
        for part in block.parts:
            made.run_on(part.line)
            made.line(part.line, part.flow)
        if isinstance(block, Aside):
            made.aside.append((start, made.at))
        else:
            before = None
        made.put("\n")
    return made.done()


class _Writer:
    def __init__(self, least: float) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.least = least
        self.made = Made()
        self.fresh = True

    @property
    def aside(self) -> list[tuple[int, int]]:
        return self.made.aside

    def put(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.at += len(text)
            self.fresh = text[-1] in "\n\t #"

    def run_on(self, line: Line) -> None:
        """What stands between two lines of a paragraph; a word broken by a hyphen is one word again."""
        if self.fresh:
            return
        last = self.pieces[-1]
        if _HYPHEN.search(last) and line.text[:1].islower():
            self.pieces[-1] = last[:-1]
            self.at -= 1
            start, _, page, box = self.made.anchors[-1]
            self.made.anchors[-1] = (start, self.at, page, box)
        else:
            self.put(joined(last, line.text))

    def line(self, line: Line, flow: Flow) -> None:
        start = self.at
        for piece in _PIECE.finditer(line.text):
            box = flow.frame.thousandths(line.cuts[piece.start()], line.top, line.cuts[piece.end()], line.bottom)
            self.made.anchors.append((start + piece.start(), start + piece.end(), flow.page, box))
        self.put(line.text)
        if line.sure < self.least:
            self.made.unsure.append((start, self.at))

    def done(self) -> Made:
        self.made.text = "".join(self.pieces)
        return self.made


def _headings(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """How deep a heading each paragraph is whose type is larger than the text's, or another; a lone title needs no mark."""
    sizes: Counter[tuple[float, str]] = Counter()
    for paragraph in paragraphs:
        for part in paragraph.parts:
            sizes[_type(part.line)] += len(part.line.text)
    if not sizes:
        return {}
    body, font = max(sizes, key=lambda key: sizes[key])
    heads = [p for p in paragraphs if _may_head(p) and _stands_out(p, body, font)]
    ranks = sorted({_type(p.parts[0].line)[0] for p in heads}, reverse=True)
    levels = {id(p): min(_LEVELS, 1 + ranks.index(_type(p.parts[0].line)[0])) for p in heads}
    if len(heads) == 1 and heads[0] is paragraphs[0]:
        return {}
    return {id(p): levels[id(p)] for p in heads if not _LISTED.match(p.parts[0].line.text)}


def _type(line: Line) -> tuple[float, str]:
    return round(line.size * 2) / 2, line.font


def _may_head(paragraph: Paragraph) -> bool:
    length = sum(len(part.line.text) for part in paragraph.parts)
    return length <= _LONGEST_HEADING and not _CLOSED.search(paragraph.parts[-1].line.text)


def _stands_out(paragraph: Paragraph, body: float, font: str) -> bool:
    first = paragraph.parts[0].line
    if first.size >= _LARGER * body:
        return True
    other = bool(first.font) and first.font != font and abs(first.size - body) < 0.1 * body
    return other and len(paragraph.parts) == 1 and len(first.text) <= 30


def _table(made: _Writer, ruled: Ruled, before: Table | None) -> None:
    rows = [row for row in ruled.table.cells if any(row)]
    used = [j for j in range(len(rows[0])) if any(row[j] for row in rows)] if rows else []
    head = _texts(before.cells[0]) if before is not None and before.cells else None
    for at, row in enumerate(rows):
        cells = [row[j] for j in used]
        start = made.at
        if at < 2 and len(cells) > 2 and sum(map(bool, cells)) == 1 and _is_caption(rows, at):
            cells = [cell for cell in cells if cell]
        for j, cell in enumerate(cells):
            made.put("\t" if j else "")
            for line in cell:
                made.run_on(line)
                made.line(line, ruled.flow)
        if at == 0 and head is not None and _texts(row) == head:
            made.aside.append((start, made.at))
        made.put("\n")


def _is_caption(rows: Sequence[Sequence[Sequence[Line]]], at: int) -> bool:
    """A row of one cell over all columns above the head names the table."""
    return at + 1 < len(rows) and all(sum(map(bool, row)) == 1 for row in rows[:at])


def _texts(row: Sequence[Sequence[Line]]) -> list[str]:
    return ["".join(line.text for line in cell) for cell in row]
