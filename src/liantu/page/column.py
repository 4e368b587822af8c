"""栏 regions: the columns of a page in the order to read them.

    >>> def line(text, left, top):
    ...     return Line(text, tuple(left + 10 * i for i in range(len(text) + 1)), top, top + 10, 10)
    >>> page = [line("全县工业稳步增长", 0, 0), line("全县消费持续回暖", 120, 5)]
    >>> page += [line("今年产值完成八亿", 0, 18), line("今年零售完成三亿", 120, 23), line("元。", 0, 36)]
    >>> [[item.text for item in region.items] for region in regions(page, (0, 200))]
    [['全县工业稳步增长', '今年产值完成八亿', '元。'], ['全县消费持续回暖', '今年零售完成三亿']]

Bands of lines that leave the same upright strip white stand in columns; a line across the strip, such as a heading
over the whole page, ends them. Short cells side by side in rows are a table without rules, and become one.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from liantu.page.grid import Table
from liantu.page.line import Line, is_wide

__all__ = ["Item", "Region", "regions"]

_GUTTER: Final = 0.7
_DEEPEST: Final = 4
_NARROWEST: Final = 7.0
_FULL: Final = 0.75
_FILLED: Final = 0.3
_IN_LINE: Final = 0.8
_STOPPED: Final = 0.3
_STOP: Final = re.compile("[，。；]")
_WORD: Final = 1.2

Item = Line | Table
Band = list[Item]
Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """Items one below the other, and how far the column they stand in reaches."""

    items: tuple[Item, ...]
    left: float
    right: float


def regions(items: Sequence[Item], reach: Strip, depth: int = 0) -> list[Region]:
    """The columns of a page, or of a part of it, in reading order; `reach` is how far its text goes left and right."""
    sizes = [item.size for item in items if isinstance(item, Line)]
    least = _GUTTER * (median(sizes) if sizes else 10.0)
    found: list[Region] = []
    for group in _groups(_bands(items), least):
        gutters = _gutters(group, least)
        if not gutters or depth >= _DEEPEST or _is_row(group):
            found.append(Region(tuple(_rows(group)), *reach))
            continue
        columns = _hung(_split([item for band in group for item in band], gutters))
        if _is_tabular(group, columns):
            found.append(Region((_tabled(group, gutters),), *reach))
            continue
        for column in columns:
            own = (min(item.left for item in column), max(item.right for item in column))
            found.extend(regions(column, own, depth + 1))
    return found


def _bands(items: Sequence[Item]) -> list[Band]:
    """Items that stand beside each other, from the top; the upper and lower edges of letters may touch."""
    bands: list[Band] = []
    end = -math.inf
    for item in sorted(items, key=lambda each: (_core(each)[0], each.left)):
        top, bottom = _core(item)
        if top < end:
            bands[-1].append(item)
        else:
            bands.append([item])
        end = max(end, bottom)
    return bands


def _core(item: Item) -> Strip:
    if isinstance(item, Table):
        return item.top, item.bottom
    edge = 0.05 * (item.bottom - item.top)
    return item.top + edge, item.bottom - edge


def _groups(bands: Sequence[Band], least: float) -> Iterator[list[Band]]:
    """Bands that stand in the same columns; a line of its own that opens or follows them is none of theirs."""
    groups: list[list[Band]] = []
    for band in bands:
        if groups and _go_together(groups[-1], band, least):
            groups[-1].append(band)
        else:
            groups.append([band])
    for above, below in pairwise(groups):
        _carry(above, below, least)
    for group in filter(None, groups):
        yield from _without_strays(group, least)


def _carry(above: list[Band], below: list[Band], least: float) -> None:
    """Columns do not begin at one height: lines above that fit into the columns below are theirs."""
    gutters = len(_gutters(below, least))
    while gutters and above and len(_gutters([above[-1], *below], least)) >= gutters:
        below.insert(0, above.pop())


def _without_strays(group: list[Band], least: float) -> Iterator[list[Band]]:
    """The group without the lines before and after its columns that are none of theirs."""
    lead = 0
    while lead < len(group) - 1 and _opens(group[lead:], least):
        lead += 1
    tail = len(group) - _closes(group[lead:], least)
    yield from (part for part in (group[:lead], group[lead:tail], group[tail:]) if part)


def _opens(group: list[Band], least: float) -> bool:
    """Whether the first band is a heading of all the columns: centred over them, or in larger type and not at their left."""
    line = group[0][0]
    if len(group[0]) > 1 or not isinstance(line, Line) or not _gutters(group, least):
        return False
    rest = [item for band in group[1:] for item in band]
    middle = (min(item.left for item in rest) + max(item.right for item in rest)) / 2
    below = [item for item in rest if item.left < line.right and item.right > line.left]
    usual = median([item.size for item in rest if isinstance(item, Line)] or [line.size])
    apart = min((item.top for item in below), default=math.inf) - line.bottom > usual
    centred = abs((line.left + line.right) / 2 - middle) < 1.5 * line.size
    other = abs(line.size - usual) > 0.1 * usual
    aside = line.left > min(item.left for item in rest) + 3 * usual
    return (centred and (apart or other)) or (aside and line.size > 1.1 * usual)


def _closes(group: list[Band], least: float) -> int:
    """1 where the last band is a line on its own well below the columns: it opens what follows."""
    last = group[-1][0]
    if len(group) < 2 or len(group[-1]) != 1 or not isinstance(last, Line) or not _gutters(group, least):
        return 0
    above = [item for band in group[:-1] for item in band if item.left < last.right and item.right > last.left]
    return int(bool(above) and last.top - max(item.bottom for item in above) > 1.2 * last.size)


def _go_together(group: list[Band], band: Band, least: float) -> bool:
    columns = bool(_gutters(group, least))
    if not columns and not _gutters([band], least):
        return True
    return bool(_gutters([*group, band], least))


def _gutters(group: Sequence[Band], least: float) -> list[Strip]:
    """The strips no item crosses, between items that stand beside each other."""
    items = sorted((item for band in group for item in band), key=lambda item: item.left)
    strips: list[Strip] = []
    end = items[0].right
    for item in items[1:]:
        if item.left - end >= least:
            strips.append((end, item.left))
        end = max(end, item.right)
    return [strip for strip in strips if _beside(items, strip)]


def _beside(items: Sequence[Item], strip: Strip) -> bool:
    """Whether what stands left and right of a strip overlaps in height."""
    left = [item for item in items if item.right <= strip[0]]
    right = [item for item in items if item.left >= strip[1]]
    overlap = min(max(i.bottom for i in side) for side in (left, right)) - max(
        min(i.top for i in side) for side in (left, right)
    )
    return overlap > 0.3 * min(item.bottom - item.top for item in items)


def _split(items: Sequence[Item], gutters: Sequence[Strip]) -> list[list[Item]]:
    columns: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    for item in items:
        columns[sum(item.left >= gutter[1] for gutter in gutters)].append(item)
    return columns


def _hung(columns: Sequence[list[Item]]) -> list[list[Item]]:
    """The columns, a short last line that only hangs out under a first line set in put back with its column."""
    found: list[list[Item]] = []
    for column in columns:
        line = found[-1][0] if found and len(found[-1]) == 1 else None
        if isinstance(line, Line) and _hangs(line, column):
            found[-1] += column
        else:
            found.append(column)
    return found


def _hangs(line: Line, column: Sequence[Item]) -> bool:
    short = line.right - line.left < 3 * line.size
    near = min(item.left for item in column) - line.left < 4 * line.size
    return short and near and line.top > min(item.top for item in column) + line.size / 2


def _is_tabular(group: Sequence[Band], columns: Sequence[Sequence[Item]]) -> bool:
    """Whether rows are read across: cells in line with each other, most of them in columns too narrow for prose."""
    if any(isinstance(item, Table) for column in columns for item in column):
        return False
    beside = [band for band in group if len(band) > 1]
    in_line = sum(not _is_stacked(band) for band in beside)
    if in_line < _IN_LINE * len(beside) or len(beside) * 2 < len(group):
        return False
    return sum(_is_prose(column) for column in columns) * 2 <= len(columns)


def _is_row(group: Sequence[Band]) -> bool:
    """Whether all that stands side by side is one printed row: a line set wide, a date at the right edge."""
    beside = [band for band in group if len(band) > 1]
    if len(beside) != 1 or _is_stacked(beside[0]):
        return False
    return len(group) == 1 or _is_spread([item for item in beside[0] if isinstance(item, Line)])


def _is_spread(row: Sequence[Line]) -> bool:
    """Whether a line's characters stand so far apart that each is a piece of its own."""
    return len(row) > 3 and sum(len(piece.text) for piece in row) <= 2 * len(row)


def _is_stacked(band: Sequence[Item]) -> bool:
    """Whether the band holds lines that are not in line: each column has its own."""
    tops = sorted(item.bottom for item in band)
    return tops[-1] - tops[0] > 0.3 * median(item.bottom - item.top for item in band)


def _is_prose(column: Sequence[Item]) -> bool:
    left, right = min(item.left for item in column), max(item.right for item in column)
    lines = [item for item in column if isinstance(item, Line)]
    size = median(line.size for line in lines)
    full = sum(line.right - line.left >= _FULL * (right - left) for line in lines)
    stopped = sum(bool(_STOP.search(line.text)) for line in lines)
    wide = right - left >= _NARROWEST * size
    return wide and ((full >= _FILLED * len(lines) and len(lines) > 2) or stopped >= _STOPPED * len(lines))


def _tabled(group: Sequence[Band], gutters: Sequence[Strip]) -> Table:
    items = [item for band in group for item in band]
    cells = tuple(
        tuple(
            tuple(sorted((i for i in column if isinstance(i, Line)), key=lambda i: i.left))
            for column in _split(band, gutters)
        )
        for band in group
    )
    return Table(
        cells,
        min(item.left for item in items),
        min(item.top for item in items),
        max(item.right for item in items),
        max(item.bottom for item in items),
    )


def _rows(group: Sequence[Band]) -> Iterator[Item]:
    """One column's items from top to bottom; pieces of one printed row are put together."""
    for band in group:
        rows: list[list[Line]] = []
        for item in sorted(band, key=lambda each: each.top + each.bottom):
            if isinstance(item, Table):
                yield from (_as_one(row) for row in rows)
                rows = []
                yield item
            elif rows and item.top + item.bottom - rows[-1][0].top - rows[-1][0].bottom < item.size:
                rows[-1].append(item)
            else:
                rows.append([item])
        yield from (_as_one(row) for row in rows)


def _as_one(row: Sequence[Line]) -> Line:
    row = sorted(row, key=lambda piece: piece.left)
    spread = _is_spread(row)
    text, cuts = row[0].text, row[0].cuts
    for piece in row[1:]:
        if (spread or piece.left - cuts[-1] < _WORD * piece.size) and (is_wide(piece.text[0]) or is_wide(text[-1])):
            text, cuts = text + piece.text, (*cuts[:-1], *piece.cuts)
        else:
            text, cuts = f"{text} {piece.text}", (*cuts, *piece.cuts)
    size = max(piece.size for piece in row)
    sure = min(piece.sure for piece in row)
    return Line(text, cuts, min(p.top for p in row), max(p.bottom for p in row), size, row[0].font, sure)
