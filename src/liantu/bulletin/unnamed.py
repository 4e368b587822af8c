"""未名 Unnamed: the place of a text that never spells it with its sign, concluded from what the text does say.

Three witnesses, none of them sure: a short name told like a place's own (南川29个项目开工), the paper that signs the text,
and members that agree (榕江、从江、麻江 are counties of one prefecture). What they conclude is marked as inferred.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from liantu.bulletin import gazetteer
from liantu.bulletin.gazetteer import Division

__all__ = ["called", "city", "whole_of", "zone"]

_BARE: Final = re.compile(r"(?<![一-龥A-Za-z])(?P<word>示范区|高新区|经开区|开发区|新区)(?![内外级])")
_BEARS: Final = re.compile(r"(?:^|[，。,\n])(?P<word>示范区|高新区|经开区|开发区|新区)(?=规上|规模以上|实现|完成|地区)")
_OPENING: Final = re.compile(r"(?:^|[\s，。,;；:：)”日月年])$")
_EARLY: Final = 120
_ENOUGH: Final = 5
_MEMBERS: Final = 3


def zone(text: str, wanted: str) -> str:
    """The bare word a zone goes by in its own paper, '' where the text is about something else.

    >>> zone("上半年，经开区规上工业产值3亿元。", "区"), zone("其中，产业园在建。", "区")
    ('经开区', '')
    """
    if wanted not in ("", "区"):
        return ""
    if bears := _BEARS.search(text):
        return bears["word"]
    told = Counter(m["word"] for m in _BARE.finditer(text))
    word, often = max(told.items(), key=lambda item: item[1], default=("", 0))
    return word if often > 1 else ""


def city(signed: Mapping[str, int]) -> str:
    """The short name of the one city whose paper signs the text, '' if none or several do.

    >>> city({"新乡": 2}), city({"新乡": 1, "开封": 1})
    ('新乡', '')
    """
    cities = {
        each.stem for name in signed for each in gazetteer.named(name) if each.name[-1] in "市州" and each.parent == ""
    }
    return cities.pop() if len(cities) == 1 else ""


def called(title: str, whole: str, wanted: str, signed: Mapping[str, int]) -> str:
    """A place told by its short name as the text's own: often, first of all, by its own paper, beside its city.

    >>> called("", "1月27日，南川29个项目开工，重庆南川汽车轮毂项目投产。", "", {})
    '南川区'
    >>> called("", "推动新兴产业和资源加工，东方公司投产。", "", {})
    ''
    """
    scores: Counter[Division] = Counter()
    for mention in gazetteer.mentions(whole):
        opens = mention.start < len(title) + _EARLY and _OPENING.search(
            whole[max(0, mention.start - 1) : mention.start]
        )
        for each in mention.divisions:
            if _fits(each, wanted):
                scores[each] += 1 + (2 if opens else 0)
    for each in scores:
        short = [gazetteer.named(name)[0].stem for name in gazetteer.above(each)]
        kin = sum(2 for name in short if name in whole)
        own = 4 if {each.stem, each.name} & signed.keys() else 0
        scores[each] = (
            min(scores[each], 6) + kin + own - each.former - (0 if kin or own or opens_with(each, whole) else 3)
        )
    best = scores.most_common(2)
    if not best or best[0][1] < _ENOUGH or (len(best) > 1 and best[1][1] == best[0][1]):
        return ""
    return best[0][0].name


def opens_with(each: Division, whole: str) -> bool:
    """Whether a text begins, but for a date, with the short name of a place."""
    return bool(re.match(rf"\s*(?:[\d年月日]+[，,])?{re.escape(each.stem)}", whole))


def whole_of(text: str, wanted: str, signed: Mapping[str, int]) -> str:
    """The city, prefecture or province whose members a text tells of one after the other, '' where they disagree.

    >>> whole_of("榕江、从江为主的百香果，麻江、丹寨县的蓝莓，全州向好。", "州", {})
    '黔东南州'
    """
    if wanted == "区":
        return _region(text, signed)
    if wanted not in ("市", "州", "省"):
        return ""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for mention in gazetteer.mentions(text):
        for each in mention.divisions:
            above = each.province if wanted == "省" and not each.parent else each.parent
            if above and above[-1] == wanted:
                told[above].add(each.stem)
    for name in signed:
        for each in gazetteer.named(name):
            if each.name[-1] == wanted:
                told[each.name] |= {name, "署名"}
    best = sorted(told, key=lambda name: len(told[name]), reverse=True)[:2]
    if not best or len(told[best[0]]) < (2 if "署名" in told[best[0]] else _MEMBERS):
        return ""
    return best[0] if len(best) == 1 or len(told[best[0]]) >= 2 * len(told[best[1]]) else ""


def _region(text: str, signed: Mapping[str, int]) -> str:
    """全区 of an autonomous region that a text names only by its short name."""
    regions = Counter(
        each.name
        for mention in gazetteer.mentions(text)
        for each in mention.divisions
        if each.name.endswith("自治区") and (mention.start < _EARLY or text.count(each.stem) > 1)
    )
    return max(regions, key=lambda name: regions[name]) if len(regions) == 1 else ""


def _fits(each: Division, wanted: str) -> bool:
    """Whether a place stands at the level a text calls its own; without one, a city, district or county."""
    return each.name[-1] == wanted if wanted else bool(each.parent) or each.name[-1] in "市州盟"
