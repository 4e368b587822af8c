"""Charts drawn on the server as SVG, the same for screen, print and file. Colours come from the sheet's classes.

Shapes are honest: hollow is derived, solid is reported, dashed with a diamond is a target, a thin tick is the pace over
a year, hatching says there is no target. Missing values are left out, never drawn as zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

__all__ = ["Point", "axis", "dumbbell", "nice_steps", "nice_top", "progress", "trajectory", "trend"]

HATCH = SafeString('<svg class="bar" aria-hidden="true"><line class="c-hatch" x1="0" x2="100%" y1="6" y2="6"/></svg>')


def nice_top(value: Decimal) -> Decimal:
    """The largest of 1, 2, 5 times a power of ten that is at most a tenth above `value`: where a scale line goes.

    >>> [f"{nice_top(Decimal(value)):f}" for value in ("92.2", "45.5", "124.3")]
    ['100', '50', '100']
    """
    limit = value * Decimal("1.1")
    ten = Decimal(1).scaleb(limit.adjusted())
    return max(step for step in (ten, 2 * ten, 5 * ten) if step <= limit)


def nice_steps(most: Decimal, least: int = 4) -> list[int]:
    """Round marks from 0 to just below `most`: enough of them to read by, not more.

    >>> nice_steps(Decimal("31.5")), nice_steps(Decimal("106"))
    ([0, 10, 20, 30], [0, 20, 40, 60, 80, 100])
    >>> nice_steps(Decimal("11400000000"))
    [0, 2000000000, 4000000000, 6000000000, 8000000000, 10000000000]
    """
    size = 10 ** max(0, most.adjusted() - 2)
    for step in (size * mark for mark in (100, 50, 20, 10, 5, 2, 1)):
        marks = list(range(0, int(most) + 1, step))
        if len(marks) >= least:
            return marks
    return [0, 1]


def trajectory(prior: Decimal | None, now: Decimal, target: Decimal | None, scale: str, line: Decimal) -> SafeString:
    """Last year hollow, this period solid, the target a diamond at the end of a dashed line; heights from zero.

    `line` is a round value drawn dotted with its label `scale`. Positions say before, now and then, not distances in
    time.
    """
    tallest = max(value for value in (prior, now, target, line) if value is not None) * Decimal("1.06")

    def height(value: Decimal) -> float:
        return 56 - float(value / tallest) * 44

    here = 20.0 if prior is None else 44.0 if target is not None else 64.0
    there = 75.0 if prior is None else 80.0
    under = [_line("c-ax", 0, 56, 100, 56), _line("c-ref", 0, height(line), 100, height(line))]
    over = [_text("c-t", 100, height(line) - 3, scale, "end")]
    if prior is not None:
        under += [_area((7, height(prior)), (here, height(now))), _line("c-ln", 7, height(prior), here, height(now))]
        over.append(_dot("c-hol", 7, height(prior), 3.5))
    if target is not None:
        under.append(_line("c-dash", here, height(now), there, height(target)))
        over.append(_diamond(there, height(target)))
    over.append(_dot("c-sol", here, height(now), 4.5))
    return _drawing("traj", 64, [*under, *over])


def progress(part: Decimal | None, pace: Decimal | None, words: str) -> SafeString:
    """How much of a target is reached, with a tick where this year's pace would end; hatched where none is set.

    `part` and `pace` are shares of the target; `words` says the same to a screen reader.
    """
    if part is None:
        return HATCH
    tick = ""
    if pace is not None and pace != part:
        tick = format_html(
            '<rect class="c-tick" x="{}%" y="0" width="2" height="12" rx="1"/>', _percent(min(pace, Decimal(1)))
        )
    return format_html(
        '<svg class="bar" role="img" aria-label="{}"><rect class="c-track" y="3" width="100%" height="6" rx="3"/>'
        '<rect class="c-sol" y="3" width="{}%" height="6" rx="3"/>{}</svg>',
        words,
        _percent(max(Decimal(0), min(part, Decimal(1)))),
        tick,
    )


def axis(marks: Sequence[int], most: Decimal) -> SafeString:
    """The scale above the rows of a dumbbell chart, in per cent."""
    texts = format_html_join(
        "",
        '<text class="c-t" x="{}%" y="12" text-anchor="middle">{}%</text>',
        ((_percent(mark / most), mark) for mark in marks),
    )
    return format_html('<svg aria-hidden="true">{}</svg>', texts)


def dumbbell(now: Decimal | None, needed: Decimal, marks: Sequence[int], most: Decimal) -> SafeString:
    """One row: what is (hollow) and what is needed (solid) on a scale from 0 to `most`; what is may be unknown."""
    lines = format_html_join(
        "",
        '<line class="c-ax" x1="{0}%" y1="0" x2="{0}%" y2="100%"/>',
        ((_percent(mark / most),) for mark in marks),
    )
    end = _percent(needed / most)
    start = ""
    if now is not None:
        start = format_html(
            '<line class="c-span" x1="{0}%" y1="50%" x2="{1}%" y2="50%"/>'
            '<circle class="c-hol" cx="{0}%" cy="50%" r="4.5"/>',
            _percent(max(now, Decimal(0)) / most),
            end,
        )
    return format_html(
        '<svg aria-hidden="true">{}{}<circle class="c-sol" cx="{}%" cy="50%" r="5.5"/></svg>', lines, start, end
    )


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: reported, derived or a target, with what is written beside it.

    A line joins only points of one `span` (ten months to ten months): a part of a year never leads to a whole one.
    """

    at: date
    value: Decimal
    kind: str
    label: str
    when: str
    span: str = ""


def trend(points: Sequence[Point]) -> SafeString:
    """A series over true time, from zero; targets stand apart at the end of a dashed line."""
    if not points:
        return SafeString("")
    first, last = min(p.at for p in points), max(p.at for p in points)
    days = (last - first).days
    tallest = max(p.value for p in points) * Decimal("1.15")

    def place(point: Point) -> tuple[float, float]:
        x = 10 + (point.at - first).days / days * 80 if days else 50.0
        return x, 176 - float(point.value / tallest) * 150

    known = sorted((p for p in points if p.kind != "target"), key=lambda p: p.at)
    wanted = sorted((p for p in points if p.kind == "target"), key=lambda p: p.at)
    parts = [_line("c-ax", 0, 176, 100, 176)]
    for span in dict.fromkeys(p.span for p in known):
        parts += _joined("c-ln", [place(p) for p in known if p.span == span])
    parts += _joined("c-dash", [place(p) for p in [*known[-1:], *wanted]])
    beside, low = -100.0, False
    for point in sorted([*known, *wanted], key=lambda p: p.at):
        x, y = place(point)
        low = x - beside < NARROW and not low  # labels of close neighbours take turns on two lines
        beside = x
        parts.append(_diamond(x, y) if point.kind == "target" else _dot(SHAPES[point.kind], x, y, 5))
        parts.append(_text("c-t c-b", x, y - (26 if low and y > 40 else 12), point.label))
        parts.append(_text("c-t", x, 210 if low else 194, point.when))
    return _drawing("trend", 216, parts)


NARROW = 24  # per cent of a phone's width two labels need
SHAPES = {"reported": "c-sol", "derived": "c-hol"}


def _joined(kind: str, places: Sequence[tuple[float, float]]) -> list[SafeString]:
    return [_line(kind, *start, *end) for start, end in pairwise(places)]


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> SafeString:
    """Across in per cent of the drawing's width, down in pixels, like every shape here: letters never shrink."""
    return format_html(
        '<line class="{}" x1="{}%" y1="{}" x2="{}%" y2="{}"/>', kind, f"{x1:.4g}", f"{y1:.1f}", f"{x2:.4g}", f"{y2:.1f}"
    )


def _area(start: tuple[float, float], end: tuple[float, float]) -> SafeString:
    """The ground under a line; a path knows no per cent, so it is stretched."""
    return format_html(
        '<svg viewBox="0 0 100 64" width="100%" height="64" preserveAspectRatio="none">'
        '<path class="c-area" d="M{0} 56V{1}L{2} {3}V56Z"/></svg>',
        f"{start[0]:g}",
        f"{start[1]:.1f}",
        f"{end[0]:g}",
        f"{end[1]:.1f}",
    )


def _dot(kind: str, x: float, y: float, radius: float) -> SafeString:
    return format_html('<circle class="{}" cx="{}%" cy="{}" r="{}"/>', kind, f"{x:.4g}", f"{y:.1f}", radius)


def _diamond(x: float, y: float) -> SafeString:
    return format_html(
        '<svg x="{}%" y="{}" overflow="visible"><path class="c-dia" d="M0-5l5 5-5 5-5-5z"/></svg>',
        f"{x:.4g}",
        f"{y:.1f}",
    )


def _text(kind: str, x: float, y: float, words: str, anchor: str = "middle") -> SafeString:
    return format_html(
        '<text class="{}" x="{}%" y="{}" text-anchor="{}">{}</text>', kind, f"{x:.4g}", f"{y:.0f}", anchor, words
    )


def _drawing(kind: str, height: int, parts: Sequence[SafeString]) -> SafeString:
    inner = format_html_join("", "{}", ((part,) for part in parts))
    return format_html('<svg class="{}" width="100%" height="{}" aria-hidden="true">{}</svg>', kind, height, inner)


def _percent(share: Decimal | float) -> str:
    return f"{float(share) * 100:.1f}".removesuffix(".0")
