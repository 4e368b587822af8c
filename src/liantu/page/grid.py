"""格 Grid: ruled tables found by their lines, and the text of each cell.

    >>> level, upright = [Rule(y, 0, 40) for y in (0, 10, 20)], [Rule(x, 0, 20) for x in (0, 20, 40)]
    >>> (grid,) = grids(level, upright)
    >>> grid.rows, grid.columns
    ([0, 10, 20], [0, 20, 40])

Cells that no line parts are one joined cell; its text stands in the first of them and the rest stay blank, which is
how `liantu.bulletin.table` knows a joint head and a joint row.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from liantu.page.drawn import Rule
from liantu.page.line import Glyph, Line, lines

__all__ = ["Grid", "Table", "grids", "tables"]

_NEAR: Final = 3.0
_OPEN: Final = 10.0
_MOST_CELLS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The heights of the level rules and the places of the upright ones that make a table, with the rules themselves."""

    rows: list[float]
    columns: list[float]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, row by row, each the lines that stand in it; and the table's place."""

    cells: tuple[tuple[tuple[Line, ...], ...], ...]
    left: float
    top: float
    right: float
    bottom: float


def tables(glyphs: Sequence[Glyph], level: Iterable[Rule], upright: Iterable[Rule]) -> tuple[list[Table], list[Glyph]]:
    """The ruled tables of a page with their text, and the characters that stand in none."""
    rest = list(glyphs)
    made = []
    for grid in grids(level, upright):
        inside = [glyph for glyph in rest if _holds(grid, glyph)]
        if any(glyph.char.strip() for glyph in inside):
            rest = [glyph for glyph in rest if not _holds(grid, glyph)]
            made.append(_table(grid, inside))
    return made, rest


def grids(level: Iterable[Rule], upright: Iterable[Rule]) -> list[Grid]:
    """Rules that meet, two rows by two columns at the least; a mere frame is no table."""
    across, down = _merged(level), _merged(upright)
    found = []
    for rows, columns in _meeting(across, down):
        ys = _steps([rule.at for rule in rows], [end for rule in columns for end in (rule.start, rule.end)])
        xs = _steps([rule.at for rule in columns], [end for rule in rows for end in (rule.start, rule.end)])
        if len(ys) > 2 and len(xs) > 2 and len(ys) * len(xs) <= _MOST_CELLS:
            found.append(Grid(ys, xs, tuple(rows), tuple(columns)))
    return sorted(found, key=lambda grid: (grid.rows[0], grid.columns[0]))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Dashes, double strokes and the borders of neighbouring cells made one rule each."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / _NEAR), r.start)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) <= _NEAR and rule.start <= last.end + _NEAR:
            merged[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _meeting(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules in groups that hang together."""
    group = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for j, down in enumerate(upright):
        for i, across in enumerate(level):
            if _crosses(across, down):
                group[root(len(level) + j)] = root(i)
    held: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(level):
        held.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(upright):
        held.setdefault(root(len(level) + j), ([], []))[1].append(rule)
    return [each for each in held.values() if each[0] and each[1]]


def _crosses(across: Rule, down: Rule) -> bool:
    return across.start - _NEAR <= down.at <= across.end + _NEAR and down.start - _NEAR <= across.at <= down.end + _NEAR


def _steps(places: list[float], ends: list[float]) -> list[float]:
    """Where cells begin and end; a table whose outer lines are left open ends where the lines across it end."""
    outer = [end for end in (min(ends), max(ends)) if end < min(places) - _OPEN or end > max(places) + _OPEN]
    steps: list[float] = []
    for place in sorted([*places, *outer]):
        if not steps or place - steps[-1] > _NEAR:
            steps.append(place)
    return steps


def _holds(grid: Grid, glyph: Glyph) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return grid.columns[0] <= x <= grid.columns[-1] and grid.rows[0] <= y <= grid.rows[-1]


def _table(grid: Grid, glyphs: list[Glyph]) -> Table:
    high, wide = len(grid.rows) - 1, len(grid.columns) - 1
    first = _joined_cells(grid)
    held: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        i = min(bisect_right(grid.rows, (glyph.top + glyph.bottom) / 2) - 1, high - 1)
        j = min(bisect_right(grid.columns, (glyph.left + glyph.right) / 2) - 1, wide - 1)
        held.setdefault(first[i, j], []).append(glyph)
    cells = tuple(tuple(tuple(lines(held.get((i, j), ()))) for j in range(wide)) for i in range(high))
    return Table(cells, grid.columns[0], grid.rows[0], grid.columns[-1], grid.rows[-1])


def _joined_cells(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell the upper left one of those it is joined with."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(grid.rows) - 1):
        y = (grid.rows[i] + grid.rows[i + 1]) / 2
        for j in range(len(grid.columns) - 1):
            x = (grid.columns[j] + grid.columns[j + 1]) / 2
            first[i, j] = (i, j)
            if i and not _parted(grid.level, grid.rows[i], x):
                first[i, j] = first[i - 1, j]
            elif j and not _parted(grid.upright, grid.columns[j], y):
                first[i, j] = first[i, j - 1]
    return first


def _parted(rules: tuple[Rule, ...], at: float, through: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= through <= rule.end for rule in rules)
