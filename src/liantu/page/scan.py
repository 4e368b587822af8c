"""扫描 scan: a picture of a page recognised line by line, each line with its place and how sure it is.

Recognition is rapidocr's, from models that its wheel carries; no connection is made. What it reads is never mended: a
line where digits and look-alike letters stand side by side (1O.5, l23) or whose number has a sign that a scan may have
bent (1，234) is held to be unsure, whatever the recogniser says.
"""

import re
from itertools import groupby, pairwise
from statistics import median
from typing import Any, Final

from liantu.page.compose import Made, compose
from liantu.page.frame import Frame
from liantu.page.line import Line, is_wide
from liantu.page.pdf import Printed, flows, opened, printed
from liantu.page.picture import Picture, drawn_page, opened_picture
from liantu.page.refusal import MOST_SCANNED, Refused, is_pdf

__all__ = ["SURE", "doubtful", "recognised", "scan"]

SURE: Final = 0.9
_LONGEST: Final = 2400
_SHEET: Final = 842.0
_SOUGHT: Final = 1600  # lines are found on a smaller picture, and read from the large one
_LEADED: Final = 1.2
_SAME: Final = 0.3
_GAP: Final = 0.95
_STRIP: Final = 0.5
_AROUND: Final = 5
_DARK: Final = 160
_STOP: Final = re.compile("[，。；：、！？）》”,;:]$")
_DOUBTFUL: Final = re.compile(
    r"[0-9][OolISBＯ|](?=[0-9.%％万亿元个家户人])|[0-9.][OolISB|][0-9%％]|(?<![A-Za-z])[OolIS|][0-9]"
    r"|[0-9][，][0-9]{3}(?![0-9])|[0-9]\.[0-9]+\.[0-9]|[0-9]\.[OolISB|]"
)


def scan(data: bytes) -> Made:
    """The text of a picture, or of a PDF some of whose pages are pictures."""
    engine = _engine()
    if not is_pdf(data):
        pages = [recognised(opened_picture(data), engine)]
    else:
        document = opened(data)
        pages = printed(document)
        pictured = [i for i, page in enumerate(pages) if page.scanned]
        if len(pictured) > MOST_SCANNED:
            raise Refused("scanned long", len(pictured))
        for i in pictured:
            pages[i] = recognised(drawn_page(document[i], _LONGEST), engine)
    made = compose(flows(pages), SURE)
    if not made.text.strip():
        raise Refused("no words")
    return made


def doubtful(text: str) -> bool:
    """Whether a number of a line holds what recognisers mistake.

    >>> doubtful("营收1O.5亿元"), doubtful("营收10.5亿元")
    (True, False)
    """
    return bool(_DOUBTFUL.search(text))


def _engine() -> Any:
    from rapidocr import RapidOCR

    settings = {"Global.log_level": "critical", "Global.use_cls": False, "Global.text_score": 0.3}
    settings |= {"Det.limit_type": "max", "Det.limit_side_len": _SOUGHT, "Global.max_side_len": _LONGEST}
    settings |= {"EngineConfig.onnxruntime.intra_op_num_threads": 2}
    return RapidOCR(params=settings)


def recognised(image: Picture, engine: Any) -> Printed:
    """The lines of a picture, as if it were a sheet of A4."""
    import numpy as np

    image.thumbnail((_LONGEST, _LONGEST))
    pixels = np.asarray(image)
    dark = np.asarray(image.convert("L")) < _DARK
    found = engine(pixels, use_rec=False, use_cls=False)
    lines: list[Line] = []
    for box in found.boxes if found.boxes is not None else ():
        left, top = (max(0, int(edge)) for edge in box.min(axis=0))
        right, bottom = (int(edge) + 1 for edge in box.max(axis=0))
        own: list[Line] = []
        for start, end in _parts(dark, (left, top, right, bottom)):
            room = (bottom - top) // 6
            seen = pixels[top:bottom, max(0, start - room) : end + room]
            line = _read(seen, (start, top, end, min(bottom, image.height)), engine)
            if line is not None and own and _is_one(own[-1], line):
                line = _together(own.pop(), line)
            own += [line] if line is not None else []
        lines += own
    points = _SHEET / max(image.size)
    frame = Frame(image.width * points, image.height * points)
    return Printed(frame, [_scaled(line, points) for line in _even(lines)], [], scanned=True)


def _parts(dark: Any, area: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Where a found line is really two of neighbouring columns: cut at the white strip that goes on above and below."""
    left, top, right, bottom = area
    height = bottom - top
    inked = [int(x) for x in dark[top:bottom, left:right].any(axis=0).nonzero()[0]]
    if not inked:
        return [(left, right)]
    around = dark[max(0, top - _AROUND * height) : bottom + _AROUND * height, left:right].any(axis=0)
    edges = [inked[0]]
    for a, b in pairwise(inked):
        if b - a > _GAP * height or (b - a > _STRIP * height and _widest_blank(around[a:b]) > _STRIP * height):
            edges += [a, b]
    edges.append(inked[-1])
    return [(left + a, left + b + 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _is_one(before: Line, after: Line) -> bool:
    """Whether what parts two pieces is only the blank half of a Chinese stop."""
    return bool(_STOP.search(before.text)) and after.left - before.right < _LEADED * before.size


def _together(before: Line, after: Line) -> Line:
    cuts = (*before.cuts[:-1], *after.cuts)
    sure = min(before.sure, after.sure)
    return Line(before.text + after.text, cuts, before.top, before.bottom, before.size, before.font, sure)


def _widest_blank(inked: Any) -> int:
    return max((len(list(run)) for ink, run in groupby(inked.tolist()) if not ink), default=0)


def _read(pixels: Any, area: tuple[int, int, int, int], engine: Any) -> Line | None:
    said = engine(pixels, use_det=False, use_cls=False, use_rec=True)
    text = said.txts[0].strip() if said.txts else ""
    if not text:
        return None
    left, top, right, bottom = area
    sure = min(float(said.scores[0]), 0.5 if doubtful(text) else 1.0)
    weights = [1.0 if is_wide(char) else 0.55 for char in text]
    step = (right - left) / sum(weights)
    cuts = [float(left)]
    for weight in weights:
        cuts.append(cuts[-1] + step * weight)
    return Line(text, tuple(cuts), float(top), float(bottom), (bottom - top) / _LEADED, "", sure)


def _scaled(line: Line, by: float) -> Line:
    """A line in points of a sheet of A4."""
    cuts = tuple(by * cut for cut in line.cuts)
    return Line(line.text, cuts, by * line.top, by * line.bottom, by * line.size, line.font, line.sure)


def _even(lines: list[Line]) -> list[Line]:
    """A recogniser's boxes differ a little in height: those near the usual one are of that size."""
    usual = median([line.size for line in lines] or [1.0])
    return [
        line
        if abs(line.size - usual) > _SAME * usual
        else Line(line.text, line.cuts, line.top, line.bottom, usual, line.font, line.sure)
        for line in lines
    ]
