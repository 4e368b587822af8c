"""页边 margins: page numbers and the heads and feet that run through a document, told apart from its text.

    >>> def line(text, top):
    ...     return Line(text, (40.0, 80.0), top, top + 10, 10)
    >>> pages = [[line("统计月报", 20), line("产值5亿元。", 100), line(f"- {n} -", 780)] for n in (1, 2)]
    >>> [sorted(found) for found in margins(pages, [800, 800])]
    [[0, 2], [0, 2]]

Only the outermost lines of a page are asked. A number alone in the margin is a page number when it has the form of one
or counts on from page to page; other words run when they come back on another page in the same place, or stand at the
very edge in small type.
"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final

from liantu.page.line import Line

__all__ = ["margins"]

_ZONE: Final = 0.13
_DEEP: Final = 3
_EDGE: Final = 0.07
_SMALL: Final = 0.85
_SAME_PLACE: Final = 0.02
_DIGITS: Final = re.compile(r"[0-9０-９]+")
_SIGNED: Final = re.compile(
    r"[-—–―─·•.\s]+[0-9０-９]{1,4}[-—–―─·•.\s]+"
    r"|第?\s*[0-9０-９]{1,4}\s*页?\s*(?:[/／，,]\s*)?(?:共\s*[0-9０-９]{1,4}\s*页|[/／]\s*[0-9０-９]{1,4}(?:\s*页)?)"
    r"|第\s*[0-9０-９]{1,4}\s*页|[Pp]age\s*[0-9]{1,4}(?:\s*of\s*[0-9]{1,4})?"
)
_BARE: Final = re.compile(r"[0-9０-９]{1,4}|[ivxlcIVXLC]{1,6}")


def margins(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[set[int]]:
    """For each page, which of its lines stand in the margin."""
    near = [_outermost(lines, height) for lines, height in zip(pages, heights, strict=True)]
    said = Counter(
        key for page, lines in enumerate(pages) for key in {_key(lines[i], heights[page]) for i in near[page]}
    )
    numbered = _counting(pages, near)
    needed = 2 if len(pages) < 8 else 3
    found: list[set[int]] = []
    usual = median([line.size for lines in pages for line in lines for _ in line.text] or [1.0])
    for page, lines in enumerate(pages):
        own = set()
        for i in near[page]:
            runs = len(pages) > 1 and _times(said, _key(lines[i], heights[page])) >= needed
            small = lines[i].size < _SMALL * usual and not _inside(lines[i], heights[page])
            if small or _SIGNED.fullmatch(lines[i].text.strip()) or runs or (page, i) in numbered:
                own.add(i)
        found.append(own)
    return found


def _inside(line: Line, height: float) -> bool:
    return line.top > _EDGE * height and line.bottom < (1 - _EDGE) * height


def _outermost(lines: Sequence[Line], height: float) -> list[int]:
    order = sorted(range(len(lines)), key=lambda i: lines[i].top)
    tops = sorted({round(line.top) for line in lines})
    upper, lower = set(tops[:_DEEP]), set(tops[-_DEEP:])
    return [
        i
        for i in order
        if (round(lines[i].top) in upper and lines[i].bottom < _ZONE * height)
        or (round(lines[i].top) in lower and lines[i].top > (1 - _ZONE) * height)
    ]


def _key(line: Line, height: float) -> tuple[str, int]:
    """Its words without their figures, and how high it stands."""
    return "".join(_DIGITS.sub("#", line.text).split()), round((line.top + line.bottom) / 2 / height / _SAME_PLACE)


def _times(said: Counter[tuple[str, int]], key: tuple[str, int]) -> int:
    return sum(said[key[0], key[1] + step] for step in (-1, 0, 1))


def _counting(pages: Sequence[Sequence[Line]], near: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Bare numbers of the margin that count on as the pages do, or, in Roman letters, stand on each."""
    held: dict[int | str, list[tuple[int, int]]] = {}
    for page, lines in enumerate(pages):
        for i in near[page]:
            word = lines[i].text.strip()
            if _BARE.fullmatch(word):
                held.setdefault(int(word) - page if word.isdecimal() else "roman", []).append((page, i))
    return {place for offset, places in held.items() for place in places if len(places) > 1 or offset == 1}
