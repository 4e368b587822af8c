"""限定词 the words that bound a figure: 近, 不到, 超, 突破 before it, 以上, 左右, 级 behind it.

>>> bounds("营收突破100亿元", 4, 9)
Bounds(word='突破', kind='over', start=2, end=9)
"""

import re
from typing import NamedTuple

from liantu.figure import Bound

__all__ = ["Bounds", "bounds"]


class Bounds(NamedTuple):
    """The word that bounds a figure, what it says, and the stretch of figure and word together."""

    word: str | None
    kind: Bound | None
    start: int
    end: int


_BELOW = ["将近", "接近", "近", "不到", "不足", "不超过", "不高于", "低于", "少于", "小于", "不大于", "至多", "≤", "<"]
_OVER = [
    "超过",
    "超出",
    "超",
    "突破",
    "破",
    "逾",
    "过",
    "不低于",
    "不少于",
    "不小于",
    "高于",
    "大于",
    "多于",
    "至少",
    "≥",
    ">",
]
_KINDS: dict[str, Bound] = dict.fromkeys(_BELOW, "below")
_KINDS |= dict.fromkeys(_OVER, "over")
_KINDS |= dict.fromkeys(("大约", "约为", "约", "大概"), "about")
_GUARDS = {"约": "签合节契预公履特邀相违大", "过": "超通经不", "破": "突打", "近": "最附接邻远将", "超": "高"}
_BEFORE = re.compile(
    "("
    + "|".join(f"(?<![{_GUARDS[w]}]){w}" if w in _GUARDS else w for w in sorted(_KINDS, key=len, reverse=True))
    + r")(?:了|到|达|人民币)?\s?$"
)
# What such words end in; most figures have something else before them.
_LAST = frozenset((*(word[-1] for word in _KINDS), *"了到达币"))
_AFTER_KINDS: dict[str, Bound] = {"以上": "over", "及以上": "over", "左右": "about", "上下": "about", "以内": "below"}
_AFTER_KINDS |= {"之内": "below", "以下": "below", "级": "level"}
_AFTER = re.compile(r"\s?(及以上|以上|左右|上下(?!游)|以内|之内|以下|级(?!别))")


def bounds(text: str, start: int, end: int, more: str | None = None) -> Bounds:
    """What bounds the figure at `start`:`end`; `more` is a 多 or 余 written inside it, which says most."""
    base = max(0, start - 8)
    last = text[start - 1 : start]
    before = _BEFORE.search(text[base:start]) if last in _LAST or last.isspace() else None
    after = _AFTER.match(text, end)
    wide = (base + before.start() if before else start, after.end() if after else end)
    if more in ("多", "余", "有余", "上"):
        return Bounds(more, "over", *wide)
    if before:
        return Bounds(before[1], _KINDS[before[1]], *wide)
    if after:
        return Bounds(after[1], _AFTER_KINDS[after[1]], *wide)
    return Bounds(None, None, *wide)
