"""Charts drawn on the server as SVG, the same for screen, print and file. Colours come from the sheet's classes.

Shapes are honest: hollow is derived, solid is reported, dashed with a diamond is a target, a thin tick is the pace over
a year, hatching says there is no target. Missing values are left out, never drawn as zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

__all__ = ["Point", "axis", "dumbbell", "nice_steps", "nice_top", "progress", "trajectory", "trend"]

HATCH = SafeString('<svg class="bar" aria-hidden="true"><line class="c-hatch" x1="0" x2="100%" y1="6" y2="6"/></svg>')


def nice_top(value: Decimal) -> Decimal:
    """The largest of 1, 2, 5 times a power of ten that is at most a tenth above `value`: where a scale line goes.

    >>> nice_top(Decimal("92.2")), nice_top(Decimal("45.5")), nice_top(Decimal("124.3"))
    (Decimal('100'), Decimal('50'), Decimal('100'))
    """
    limit = value * Decimal("1.1")
    ten = Decimal(1).scaleb(limit.adjusted())
    return max(step for step in (ten, 2 * ten, 5 * ten) if step <= limit)


def nice_steps(most: Decimal, least: int = 4) -> list[int]:
    """Round marks from 0 to just below `most`: enough of them to read by, not more.

    >>> nice_steps(Decimal("31.5")), nice_steps(Decimal("106"))
    ([0, 10, 20, 30], [0, 20, 40, 60, 80, 100])
    """
    for step in (100, 50, 20, 10, 5, 2, 1):
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

    def height(value: Decimal) -> str:
        return f"{56 - float(value / tallest) * 44:.1f}"

    here = 40 if prior is None else 92 if target is not None else 128
    there = 150 if prior is None else 176
    parts = [
        SafeString('<line class="c-ax" x1="0" y1="56" x2="200" y2="56"/>'),
        format_html('<line class="c-ref" x1="0" y1="{0}" x2="200" y2="{0}"/>', height(line)),
        format_html('<text class="c-t9" x="200" y="{}" text-anchor="end">{}</text>', float(height(line)) - 3, scale),
    ]
    at = height(now)
    if prior is not None:
        past = height(prior)
        parts += [
            format_html('<path class="c-area" d="M14 56V{}L{} {}V56Z"/>', past, here, at),
            format_html('<line class="c-ln" x1="14" y1="{}" x2="{}" y2="{}"/>', past, here, at),
            format_html('<circle class="c-hol" cx="14" cy="{}" r="3.5"/>', past),
        ]
    if target is not None:
        end = height(target)
        parts += [
            format_html('<line class="c-dash" x1="{}" y1="{}" x2="{}" y2="{}"/>', here, at, there, end),
            _diamond(there, float(end)),
        ]
    parts.append(format_html('<circle class="c-sol" cx="{}" cy="{}" r="4.5"/>', here, at))
    return _svg("traj", "0 0 200 64", parts)


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
    days = max(1, (last - first).days)
    tallest = max(p.value for p in points) * Decimal("1.15")

    def place(point: Point) -> tuple[float, float]:
        x = 360.0 if first == last else 60 + (point.at - first).days / days * 600
        return x, 190 - float(point.value / tallest) * 160

    known = sorted((p for p in points if p.kind != "target"), key=lambda p: p.at)
    wanted = sorted((p for p in points if p.kind == "target"), key=lambda p: p.at)
    parts = [SafeString('<line class="c-ax" x1="20" y1="190" x2="700" y2="190"/>')]
    for span in dict.fromkeys(p.span for p in known):
        alike = [place(p) for p in known if p.span == span]
        parts += [_stroke("c-ln", alike)] if len(alike) > 1 else []
    parts += [_stroke("c-dash", [place(p) for p in [*known[-1:], *wanted]])] if wanted and known else []
    for point in [*known, *wanted]:
        x, y = place(point)
        parts.append(_diamond(x, y, 5) if point.kind == "target" else _dot(point.kind, x, y))
        parts.append(
            format_html(
                '<text class="c-t c-b" x="{0}" y="{1}" text-anchor="middle">{2}</text>'
                '<text class="c-t" x="{0}" y="208" text-anchor="middle">{3}</text>',
                f"{x:.0f}",
                f"{y - 12:.0f}",
                point.label,
                point.when,
            )
        )
    return _svg("trend", "0 0 720 220", parts)


def _dot(kind: str, x: float, y: float) -> SafeString:
    shape = "c-hol" if kind == "derived" else "c-sol"
    return format_html('<circle class="{}" cx="{}" cy="{}" r="5"/>', shape, f"{x:.0f}", f"{y:.1f}")


def _diamond(x: float, y: float, half: float = 4.5) -> SafeString:
    return format_html('<path class="c-dia" d="M{0} {1}l{2} {2}-{2} {2}-{2}-{2}z"/>', f"{x:g}", f"{y - half:.1f}", half)


def _stroke(kind: str, places: Sequence[tuple[float, float]]) -> SafeString:
    path = "L".join(f"{x:.0f} {y:.1f}" for x, y in places)
    return format_html('<path class="{}" d="M{}"/>', kind, path)


def _svg(kind: str, box: str, parts: Sequence[SafeString]) -> SafeString:
    inner = format_html_join("", "{}", ((part,) for part in parts))
    return format_html('<svg class="{}" viewBox="{}" aria-hidden="true">{}</svg>', kind, box, inner)


def _percent(share: Decimal | float) -> str:
    return f"{float(share) * 100:.1f}".removesuffix(".0")
