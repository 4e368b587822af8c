"""线 drawn: the ruling lines of a page of a PDF, and how much of it pictures cover.

A table's lines are strokes, thin filled bars, or the outline of boxes; all become level and upright rules on the page
as one reads it. Curves and slanted strokes belong to charts and are passed over.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as c

from liantu.page.frame import Frame

__all__ = ["Drawn", "Rule", "drawn"]

_MOST: Final = 20_000
_DEEPEST: Final = 4
_THIN: Final = 2.6
_SHORTEST: Final = 4.0

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line at `at` from `start` to `end`: a level one's height and its ends, an upright one's place and its ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The level and the upright rules of a page, and the share of it that its largest picture covers, 0 to 1.

    `shapes` counts the paths: a page without characters but with many of them has its letters as curves.
    """

    level: list[Rule]
    upright: list[Rule]
    pictured: float
    shapes: int


def drawn(page: Any, frame: Frame) -> Drawn:
    """What is drawn on a page, in the coordinates of reading; of a page with 20,000 objects or more the first."""
    found = Drawn([], [], 0.0, 0)
    pictured, shapes = 0.0, 0
    for number, (thing, matrix) in enumerate(_objects(page.raw, (1, 0, 0, 1, 0, 0), 0)):
        if number >= _MOST:
            break
        kind = c.FPDFPageObj_GetType(thing)
        if kind == c.FPDF_PAGEOBJ_PATH:
            shapes += 1
            _path(thing, matrix, frame, found)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            pictured = max(pictured, _share(thing, matrix, frame))
    return Drawn(found.level, found.upright, pictured, shapes)


def _objects(holder: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    if depth == 0:
        things = (c.FPDFPage_GetObject(holder, i) for i in range(c.FPDFPage_CountObjects(holder)))
    else:
        things = (c.FPDFFormObj_GetObject(holder, i) for i in range(c.FPDFFormObj_CountObjects(holder)))
    for thing in things:
        if c.FPDFPageObj_GetType(thing) == c.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                yield from _objects(thing, _times(_matrix_of(thing), matrix), depth + 1)
        else:
            yield thing, matrix


def _matrix_of(thing: Any) -> Matrix:
    m = c.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if c.FPDFPageObj_GetMatrix(thing, m) else (1, 0, 0, 1, 0, 0)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, cc, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, cc * g + d * i, cc * h + d * j, e * g + f * i + k, e * h + f * j + m


def _share(thing: Any, matrix: Matrix, frame: Frame) -> float:
    """A picture is the unit square laid out by its matrix."""
    a, b, cc, d, e, f = _times(_matrix_of(thing), matrix)
    corners = [frame.show(a * x + cc * y + e, b * x + d * y + f) for x in (0, 1) for y in (0, 1)]
    xs = [min(max(x, 0.0), frame.width) for x, _ in corners]
    ys = [min(max(y, 0.0), frame.height) for _, y in corners]
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) / (frame.width * frame.height)


def _path(thing: Any, matrix: Matrix, frame: Frame, found: Drawn) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(thing, fill, stroke):
        return
    whole = _times(_matrix_of(thing), matrix)
    for points, straight in _outlines(thing, whole, frame):
        if stroke.value:
            for one, other in pairwise(points):
                _keep(one, other, found)
        elif fill.value and straight and len(points) >= 2:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if max(ys) - min(ys) <= _THIN:
                level = (max(ys) + min(ys)) / 2
                _keep((min(xs), level), (max(xs), level), found)
            elif max(xs) - min(xs) <= _THIN:
                upright = (max(xs) + min(xs)) / 2
                _keep((upright, min(ys)), (upright, max(ys)), found)


def _outlines(thing: Any, matrix: Matrix, frame: Frame) -> Iterator[tuple[list[Point], bool]]:
    """The strokes of a path one after another, each with whether it has no curve in it."""
    a, b, cc, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    straight = True
    for i in range(min(c.FPDFPath_CountSegments(thing), _MOST)):
        segment = c.FPDFPath_GetPathSegment(thing, i)
        kind = c.FPDFPathSegment_GetType(segment)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.read(*frame.show(a * x.value + cc * y.value + e, b * x.value + d * y.value + f))
        if kind == c.FPDF_SEGMENT_MOVETO:
            if points:
                yield points, straight
            points, straight = [point], True
        else:
            straight = straight and kind == c.FPDF_SEGMENT_LINETO
            points.append(point)
        if c.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if points:
        yield points, straight


def _keep(one: Point, other: Point, found: Drawn) -> None:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if high <= 1 and wide >= _SHORTEST:
        found.level.append(Rule((one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0])))
    elif wide <= 1 and high >= _SHORTEST:
        found.upright.append(Rule((one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1])))
