"""段 paragraphs: the printed lines of all pages joined where a sentence runs on, in one stream with tables and margins.

    >>> def line(text, left, top):
    ...     return Line(text, tuple(left + 10 * i for i in range(len(text) + 1)), top, top + 10, 10)
    >>> page = [line("今年全区实现产", 20, 0), line("值五亿元，增长三。", 0, 18), line("签约三个项目。", 20, 36)]
    >>> flow = Flow(1, Frame(100, 800), (), (Region(tuple(page), 0, 90),), ())
    >>> [[part.line.text for part in block.parts] for block in blocks([flow])]
    [['今年全区实现产', '值五亿元，增长三。'], ['签约三个项目。']]

A paragraph begins where a line stands in, where more space is left above it, where the type changes with a short line,
or where the line before ended though the next word had room. Page numbers and running heads that stand inside a
paragraph follow it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from liantu.page.column import Region
from liantu.page.frame import Frame
from liantu.page.grid import Table
from liantu.page.line import Line, is_wide

__all__ = ["Aside", "Block", "Flow", "Paragraph", "Part", "Ruled", "blocks"]

_INDENT: Final = 1.2
_LOOSE: Final = 1.35
_SHARED: Final = 0.3
_RAGGED: Final = 10.0
_MOST: Final = 0.6
_SLACK: Final = 0.8
_UNFINISHED: Final = 1.6
_TOKEN: Final = re.compile(r"(?:[0-9A-Za-z.,%+\-–—/]+|.)[，。、；：！？）》”’,.;:!?)%％]*")
_CLOSED: Final = re.compile(r"[。！？!?；;…：:][”’」』）)\"]*$")


@dataclass(frozen=True, slots=True)
class Flow:
    """A page: its number from 1, how it lies, the lines of its upper margin, its columns, and those of the lower."""

    page: int
    frame: Frame
    heads: tuple[Line, ...]
    regions: tuple[Region, ...]
    feet: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A line, the page it is printed on, and how far the column it stands in reaches."""

    line: Line
    flow: Flow
    left: float
    right: float

    @property
    def indent(self) -> float:
        """How far it stands in, in characters."""
        return (self.line.left - self.left) / self.line.size

    @property
    def room(self) -> float:
        """What it leaves free behind it, in points."""
        return self.right - self.line.right


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph."""

    parts: list[Part]


@dataclass(slots=True)
class Ruled:
    """A table and the page it stands on."""

    table: Table
    flow: Flow


@dataclass(slots=True)
class Aside:
    """A line of the margin, no part of what is told."""

    parts: list[Part] = field(default_factory=list)


Block = Paragraph | Ruled | Aside


def blocks(flows: Sequence[Flow]) -> Iterator[Block]:
    """Paragraphs, tables and margins of all pages in reading order."""
    stands_in = _stands_in(flows)
    current: Paragraph | None = None
    waiting: list[Aside] = []
    for item in _stream(flows):
        if isinstance(item, Aside):
            waiting.append(item)
            if current is None:
                yield from _take(waiting)
        elif isinstance(item, Part) and current and _goes_on(current.parts, item, stands_in):
            current.parts.append(item)
        else:
            if current:
                yield current
            yield from _take(waiting)
            current = Paragraph([item]) if isinstance(item, Part) else None
            if isinstance(item, Ruled):
                yield item
    if current:
        yield current
    yield from _take(waiting)


def _take(waiting: list[Aside]) -> Iterator[Aside]:
    yield from waiting
    waiting.clear()


def _stream(flows: Sequence[Flow]) -> Iterator[Part | Ruled | Aside]:
    for flow in flows:
        reach = (0.0, flow.frame.reading_size[0])
        yield from (Aside([Part(line, flow, *reach)]) for line in flow.heads)
        for region in flow.regions:
            left, right = _edges(region)
            for item in region.items:
                yield Ruled(item, flow) if isinstance(item, Table) else Part(item, flow, left, right)
        yield from (Aside([Part(line, flow, *reach)]) for line in flow.feet)


def _edges(region: Region) -> tuple[float, float]:
    """How far the lines of a column reach: the outermost edge that many of them share, else that of the column."""
    rights = sorted((item.right for item in region.items if isinstance(item, Line)), reverse=True)
    many = max(3, round(_SHARED * len(rights)))
    right = next((a for a, b in zip(rights, rights[many - 1 :], strict=False) if a - b < _RAGGED), region.right)
    return region.left, right if right - region.left > _MOST * (region.right - region.left) else region.right


def _stands_in(flows: Sequence[Flow]) -> bool:
    """Whether paragraphs of this document begin with a blank of two characters."""
    lines = [part for part in _stream(flows) if isinstance(part, Part)]
    return sum(1.5 <= part.indent <= 2.6 for part in lines) * 12 >= len(lines) > 0


def _goes_on(parts: list[Part], after: Part, stands_in: bool) -> bool:
    before = parts[-1]
    larger, smaller = max(before.line.size, after.line.size), min(before.line.size, after.line.size)
    if larger > 1.1 * smaller or _is_short(before, after):
        return larger <= 1.1 * smaller and _is_title(parts, after)
    if before.line.font != after.line.font and (after.room > 4 * larger or (len(parts) == 1 and before.room > larger)):
        return False
    unfinished = not _CLOSED.search(before.line.text)
    if after.indent >= _INDENT and not (before.indent >= _INDENT and len(parts) > 1 and unfinished):
        return _is_title(parts, after)
    if before.flow is not after.flow or after.line.top < before.line.top:
        return unfinished or (stands_in and before.room < before.line.size)
    return _gap(before, after) <= _LOOSE * _leading(parts, after)


def _is_short(before: Part, after: Part) -> bool:
    """Whether the line ended though the next word had room."""
    found = _TOKEN.match(after.line.text)
    token = found[0] if found else ""
    width = sum(1.0 if is_wide(char) else 0.55 for char in token) * after.line.size
    slack = _SLACK if _CLOSED.search(before.line.text) else _UNFINISHED
    return before.room > width + slack * before.line.size


def _is_title(parts: list[Part], after: Part) -> bool:
    """Whether two lines stand centred one under the other in large type: a title broken in two."""
    before = parts[-1]
    middle = (before.left + before.right) / 2
    offs = [abs((part.line.left + part.line.right) / 2 - middle) for part in (before, after)]
    return (
        before.flow is after.flow
        and max(offs) < 0.6 * after.line.size
        and after.line.left - after.left > 2 * after.line.size
        and _gap(before, after) < 2 * after.line.size
        and not _CLOSED.search(before.line.text)
        and before.line.font == after.line.font
    )


def _gap(before: Part, after: Part) -> float:
    return after.line.bottom - before.line.bottom


def _leading(parts: list[Part], after: Part) -> float:
    """The usual distance of lines in the column, measured on its closest ones."""
    for region in after.flow.regions:
        if after.line in region.items:
            lines = [item for item in region.items if isinstance(item, Line) and abs(item.size - after.line.size) < 1]
            steps = [b.bottom - a.bottom for a, b in pairwise(lines) if 0 < b.bottom - a.bottom < 4 * after.line.size]
            steps += [b.line.bottom - a.line.bottom for a, b in pairwise(parts) if a.flow is b.flow]
            steps = [step for step in steps if step > 0]
            if steps:
                return max(median(sorted(steps)[: max(1, 2 * len(steps) // 3)]), after.line.size)
    return 2.2 * after.line.size
