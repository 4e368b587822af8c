"""范围 Scope: the words for the document's own place, or for one above it, that a clause begins with.

>>> home = Place("剑河县", "黔东南州", "贵州省")
>>> at_head("全县签约", home), at_head("黔东南州剑河县签约", home), at_head("贵州剑河签约", home)
(('剑河县', 2), ('剑河县', 7), ('剑河县', 4))
>>> at_head("黔东南州签约", home), at_head("全省签约", home), at_head("签约", home)
(('黔东南州', 4), ('贵州省', 2), None)
>>> park("剑河工业园区入驻企业", home), park("县工业园区入驻企业", home), park("剑河签约", home)
(('剑河工业园区', 6), ('剑河县工业园区', 5), ('', 0))
"""

import re
from functools import lru_cache
from typing import Final

from liantu.bulletin import gazetteer
from liantu.bulletin.place import SCOPE, Place

__all__ = ["at_head", "park"]

_OTHER: Final = (
    "全域",
    "国内外",
    "国内市场",
    "全国市场",
    "全球市场",
    "市级",
    "省级",
    "县级",
    "区级",
    "县域",
    "区域经济",
    "区域性",
)
# 全国医药100强企业6家 counts firms of the place by a list of others.
_RANKED: Final = re.compile(r"(?:全国|全球|国内)[一-龥]{0,8}(?:\d{2,4}|百)强")
_PARK: Final = re.compile(
    r"(?:工业园区|产业园区|工业园|产业园|工业集中区|产业集聚区|产业聚集区|集聚区|集中区|科技园|物流园|化工园区|工业区|高新区|经开区|开发区|新区)(?![内域])"
)


def at_head(words: str, place: Place) -> tuple[str, int] | None:
    """The place meant by the scope words or the names of home that a clause begins with, and their length."""
    at, over = 0, ""
    if place.name and words.startswith(place.name):
        return place.name, _again(words, len(place.name), place)
    for name in reversed(place.line):
        if words.startswith(_forms(name), at):
            at, over = at + len(next(form for form in _forms(name) if words.startswith(form, at))), name
    for form in (place.name, place.stem):
        if form and words.startswith(form, at):
            return place.name, _again(words, at + len(form), place)
    if over:
        again = SCOPE.match(words, at)
        return over, again.end() if again and place.resolve(again[0]) == over else at
    if place.zone and words.startswith(place.zone):
        return place.name, len(place.zone)
    m = None if words.startswith(_OTHER) or _RANKED.match(words) else SCOPE.match(words)
    return (place.resolve(m[0]), m.end()) if m else None


def _again(words: str, at: int, place: Place) -> int:
    """Where the name of home ends, a 全区 that only repeats it included (椒江全区)."""
    again = SCOPE.match(words, at)
    return again.end() if again and place.resolve(again[0]) == place.name else at


def park(words: str, place: Place) -> tuple[str, int]:
    """A park called by the place it lies in (剑河工业园区, 县工业园区) and its length, '' if a clause begins with none."""
    above = [form for name in place.line for form in _forms(name)]
    for form in (place.name, place.stem, *above, place.name[-1:]):
        if form and words.startswith(form) and (m := _PARK.match(words, len(form))):
            called = (place.name if len(form) == 1 else form) + m[0]
            return (called if called != place.name else ""), m.end()
    return "", 0


@lru_cache(maxsize=1024)
def _forms(name: str) -> tuple[str, str]:
    """A name with its sign and bare."""
    known = gazetteer.named(name)
    return name, known[0].stem if known else name[:-1] if len(name) > 2 else name
