"""署名 Byline: the papers, sites and bureaus that sign a text, and the places they are named for.

    >>> signed("来源：涪陵日报  产值5亿元。责任编辑：武隆网")
    {'涪陵': 1, '武隆': 1}
    >>> signed("记者从榕江县统计局获悉")
    {'榕江县': 1}

A signature tells where a text comes from, not whose figures it holds: it counts beside other evidence, or where the
text names no place at all.
"""

import re
from collections import Counter
from typing import Final

from liantu.bulletin import gazetteer

__all__ = ["signed"]

_PAPER: Final = (
    r"日报|晚报|晨报|时报|周报|早报|都市报|农村报|区报|县报|报(?=记者|讯|全媒体)|新闻网|新闻讯|新闻中心|政府网|网讯|网(?=[\s,，。)]|$)|"
    r"融媒|发布(?=[\s,，。)]|$)|广播电视|电视台|电台|信息港|全媒体|统计局|统计调查队|发改委|发展和改革|经信[局委]|经济和信息化|工信[局厅委]|工业和信息化|"
    r"商务局|投资促进|招商局|招商中心|人民政府|政府办|管委会|党工委|区委|县委|市委|州委"
)
_SIGNATURE: Final = re.compile(_PAPER)
_REACH: Final = 12


def signed(text: str) -> dict[str, int]:
    """The names of the gazetteer that papers and bureaus of a text carry, as written, with how often each signs."""
    found: Counter[str] = Counter()
    for paper in _SIGNATURE.finditer(text):
        before = text[max(0, paper.start() - _REACH) : paper.start()]
        named = [m for m in gazetteer.mentions(before) if m.end == len(before) or (m.whole and len(before) - m.end < 5)]
        if named and not re.search(r"[，。,、；\n]", before[named[-1].end :]):
            found[before[named[-1].start : named[-1].end]] += 1
    return dict(found)
