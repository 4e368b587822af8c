"""地 Place: whose bulletin this is, found from the words themselves.

全区, 我市 and 该县 mean the place of the document; 全市 in a district's bulletin means the city above it, and a figure
told of it must never be given to the district. A name spelled with its sign counts whether the gazetteer knows it or
not; the gazetteer knows the parents, and speaks up where a text never names its own place (`liantu.bulletin.unnamed`).

    >>> found = find("甲河市乙山区快报", "今年，乙山区产值增长，全区签约。甲河市公布名单。")
    >>> found.name, found.parent, found.resolve("全区"), found.resolve("全市")
    ('乙山区', '甲河市', '乙山区', '甲河市')
    >>> found = find("", "榕江县快报：今年，全县产值增长，居全州第二、全省前列。")
    >>> found.resolve("全县"), found.resolve("全州"), found.resolve("全省")
    ('榕江县', '黔东南州', '贵州省')
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from liantu.bulletin import byline, gazetteer, unnamed
from liantu.bulletin.toponym import counted, stem

__all__ = ["SCOPE", "Place", "certain", "find"]

_PROVINCES: Final = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 "
    "陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾"
).split()
_MUNICIPAL: Final = frozenset("北京 天津 上海 重庆".split())
_ZONE: Final = re.compile(r"(?:高新区|经开区|开发区)$")
_NAMELESS: Final = ("示范区", "高新区", "经开区", "开发区", "新区")
_NAMED_ZONE: Final = re.compile(r"(?:高新区|经开区|开发区|示范区|新区)$")
_FAR: Final = 100_000
_LONG: Final = 60
# 全市 counts as a text's own level where it opens a clause; 高于全市 or 居全市第一 only compare.
_OWN: Final = re.compile(r"(?:(?<![^，。,；;:“\n月度年份底来前日])全|[我该])([省市州区县旗镇])(?!\d+\.\d)")
_PASSING: Final = ("来自", "前往", "赴", "考察", "对标")
SCOPE: Final = re.compile(
    r"(?:全|我|该|本)(?:省|市|区|县|州|旗|镇|乡|盟|域)|(?:省|市|州|盟|区|县|旗|镇|乡)(?:内|域|里(?!程|面))|(?:省|市|县|区)级|当地|全国|国内|全球"
)
_RANK: Final = {"全球": 9, "国": 8, "省": 7, "市": 5, "州": 5, "盟": 5, "区": 3, "县": 3, "旗": 3, "镇": 1, "乡": 1}


@dataclass(frozen=True, slots=True)
class Place:
    """The document's place in canonical form (with 区, 县, 市), the city above it and the province, '' if unknown.

    `inferred` is a place the text never names; it was concluded from its members, its byline or a bare short name.
    """

    name: str
    parent: str
    province: str
    inferred: bool = False

    @property
    def stem(self) -> str:
        """The short name people use.

        >>> Place("乙山区", "甲河市", "").stem
        '乙山'
        """
        return stem(self.name)

    @property
    def rank(self) -> int:
        return _RANK.get(self.name[-1:], 0)

    @property
    def zone(self) -> str:
        """The word a zone goes by at home, '' for any other place.

        >>> Place("乙山示范区", "", "").zone, Place("乙山区", "", "").zone
        ('示范区', '')
        """
        return _zone_word(self.name)

    @property
    def is_open(self) -> bool:
        """Whether the text calls the place only 全区 or 示范区 and never by its name.

        >>> Place("全区", "", "").is_open, Place("乙山区", "", "").is_open
        (True, False)
        """
        return not self.name or self.name in _NAMELESS or (len(self.name) == 2 and self.name[0] == "全")

    def resolve(self, word: str) -> str:
        """The canonical name a scope word stands for here; the word itself where nothing is known."""
        level = next((sign for sign in ("国", *_RANK) if sign in word), "")
        rank = _RANK.get(level, 0)
        if word in ("国内", "全球") or level == "国":
            return "全国" if level == "国" and word != "国内" else word
        own = level == "" or word[0] == "本" or self.name.endswith(level) or (word[0] in "该我" and rank <= self.rank)
        if own or not self.name:
            return self.name or word
        if rank < self.rank:
            return word
        return next((each for each in self.line if each.endswith(level)), self.name if rank == self.rank else word)

    @property
    def line(self) -> tuple[str, ...]:
        """What stands above the place, from below: the city, what the gazetteer knows above it, the province.

        >>> Place("丙石镇", "璧山区", "").line
        ('璧山区', '重庆市')
        """
        return _line(self.parent, self.province)


@lru_cache(maxsize=1024)
def _line(parent: str, province: str) -> tuple[str, ...]:
    found = (parent, *gazetteer.ancestors(parent), province)
    return tuple(dict.fromkeys(each for each in found if each))


@lru_cache(maxsize=1024)
def _zone_word(name: str) -> str:
    return next((word for word in _NAMELESS if name.endswith(word) and name != word), "")


_NOWHERE: Final = Place("", "", "")


def find(title: str, text: str, told: str = "", file: str = "") -> Place:
    """The place of a document from its title and folded text.

    Where the text names no place of its own, the name of its `file` is asked, then `told`, whose paper it is; only then
    is a place inferred.
    """
    whole = f"{title}\n{text[:_FAR]}"
    title = title if len(title) < _LONG else ""
    names, wanted, signed = counted(whole), _wanted(whole), byline.signed(whole)
    home = _whole_zone(find(told, ""), told) if told else _NOWHERE
    if name := _named(title, whole, names, wanted, signed) or _lone(title, whole, names, wanted):
        if _is_told(home, name, wanted, whole):
            return home
        return _above(_city_s(_district(name, wanted, whole), whole), whole, names, home, signed)
    filed = find(f"{file} {title}", text) if file else _NOWHERE
    if not (filed.is_open or filed.inferred):
        return filed
    if own := _told(home, wanted, whole):
        return own
    zone = unnamed.zone(whole, wanted)
    city = (home.stem if home.name[-1:] == "市" else unnamed.city(signed)) if zone else ""
    name = city + zone or unnamed.called(title, whole, wanted, signed) or unnamed.whole_of(whole, wanted, signed)
    if not name:
        return _province(whole, wanted, home, bool(names))
    return replace(_above(name, whole, names, home, signed), inferred=True)


def certain(name: str, text: str) -> Place:
    """The place called `name`, for a text somebody says is of it; its parents are the gazetteer's, else the text's.

    >>> certain("乙山区", "甲河市乙山区今年签约。甲河市平稳。").parent
    '甲河市'
    """
    alone = find(name, "")
    if alone.name == name and alone.parent:
        return alone
    within = find(name, text)
    return within if within.name == name else Place(name, alone.parent, alone.province or within.province)


def _told(home: Place, wanted: str, whole: str) -> Place | None:
    """The place a text was told to be of, where it can be what the text calls its own; 我市 in it is the city above."""
    if home.is_open or home.rank > _RANK.get(wanted, 9):
        return None
    if f"我{wanted}" in whole and (over := next((each for each in home.line if each[-1] == wanted), "")):
        return home if home.name[-1] == wanted else find(over, "", home.province)
    return home


def _whole_zone(home: Place, told: str) -> Place:
    """A told zone with the city that its name begins with, where its own word is no place (丁阳医药高新区)."""
    zone, city = _NAMED_ZONE.search(home.name), told.removesuffix(home.name)
    if zone is None or city == told or gazetteer.named(home.name[: zone.start()]):
        return home
    return next(
        (replace(home, name=told, parent=each.name) for each in gazetteer.named(city) if each.stem == city), home
    )


def _is_told(home: Place, name: str, wanted: str, whole: str) -> bool:
    """Whether the place found is only what stands above the told one, or the bare word and a piece of the zone told."""
    if not wanted and name in home.line and home.stem in whole:
        return True
    zone = _NAMED_ZONE.search(name)
    return zone is not None and home.name.endswith(zone[0]) and not gazetteer.named(name[: zone.start()])


def _named(title: str, whole: str, names: Mapping[str, int], wanted: str, signed: Mapping[str, int]) -> str:
    """The place spelled with its sign that the text speaks of most, at the level it calls its own."""
    head = whole[: len(title) + 201]

    def weight(name: str) -> int:
        known = gazetteer.named(name)
        passing = sum(whole.count(word + name) for word in _PASSING)
        owned = (
            (12 if f"我{name[-1]}" in whole else 6)
            if any(each.name == name for sign in signed for each in gazetteer.named(sign))
            else 0
        )
        told = 6 * (name in title) + 3 * (stem(name) in head) + (8 if name[-1] == wanted else 0)
        return names[name] - 2 * passing + told + owned + (2 if known else 0)

    scored = {
        name: weight(name)
        for name in names
        if (
            not wanted or name[-1] == wanted or (stem(name) in title and _RANK.get(name[-1], 0) <= _RANK.get(wanted, 9))
        )
        and not (names[name] == 1 and name not in title and _only_listed(name, whole))
    }
    return max(scored, key=lambda each: (scored[each], -_RANK.get(each[-1], 0), -whole.find(each)), default="")


def _lone(title: str, whole: str, names: Mapping[str, int], wanted: str) -> str:
    """The one known place a text names, where it opens with it and only compares with 全市; '' where it says 我市."""
    known = [name for name in names if gazetteer.named(name)]
    if len(known) != 1 or not wanted or f"我{wanted}" in whole or _RANK.get(known[0][-1], 9) >= _RANK[wanted]:
        return ""
    return known[0] if re.search(rf"(?:^|[，。,\n年月日度]){known[0]}", whole[: len(title) + 100]) else ""


def _only_listed(name: str, whole: str) -> bool:
    """Whether a name told once is one of a list, or a zone's bare word that other words ran into (发布会经开区专场)."""
    at = whole.find(name)
    if at > 0 and (whole[at - 1] == "、" or whole[at + len(name) : at + len(name) + 1] == "、"):
        return True
    zone = next((word for word in _NAMELESS if name.endswith(word)), "")
    return bool(zone) and not gazetteer.named(stem(name)) and whole.count(zone) > 2


def _district(name: str, wanted: str, whole: str) -> str:
    """全区 in a text about 乙山高新区 is the district where 乙山 is one, and the zone where it is a city."""
    zone = _ZONE.search(name)
    if not zone or wanted != "区" or zone.start() < 2:
        return name
    short = name[: zone.start()]
    known = gazetteer.named(short)
    if known:
        return short + "区" if any(each.name == short + "区" for each in known) else name
    return short + "区" if re.search(rf"{re.escape(short)}(?!{zone[0]}|市)", whole) else name


def _city_s(name: str, whole: str) -> str:
    """A zone's name with its city's before it where the text spells it so: 绍兴滨海新区 is not the one of Tianjin."""
    if not _NAMED_ZONE.search(name):
        return name
    before = re.findall(rf"([一-龥]{{2,3}}?)市?{re.escape(name)}", whole)
    city = max(set(before), key=before.count, default="")
    return city + name if city and any(each.name[-1] in "市州" for each in gazetteer.named(city)) else name


def _above(name: str, whole: str, names: Mapping[str, int], home: Place, signed: Mapping[str, int]) -> Place:
    """The city and the province above a place: the gazetteer's, else what the text and its issuer say."""
    known = [each for each in gazetteer.named(name) if each.name == name]
    if not known and (zone := _ZONE.search(name) or re.search(r"(?:新区|示范区)$", name)):
        known = list(gazetteer.named(name[: zone.start()]))
        known = [replace(each, parent=each.name if each.name[-1] in "市州盟" else each.parent) for each in known]
    if known and (sure := _likeliest(known, whole, home, signed)):
        return Place(name, sure.parent, "" if sure.province[:2] in _MUNICIPAL else sure.province)
    rank = _RANK.get(name[-1:], 0)
    above = {each: n for each, n in names.items() if _RANK.get(each[-1], 0) > rank and each[-1] in "市州盟"}
    head = whole[:201]
    province = next((p for p in _PROVINCES if f"{p}省" in whole or p in head), "")
    parent = max(above, key=lambda each: above[each], default=f"{province}市" if province in _MUNICIPAL else "")
    inside = home.name and home.rank >= rank and not (parent or province)
    if inside:
        parent = home.parent if home.name == name else home.name
    over = home.province if inside else f"{province}省" if province and province not in _MUNICIPAL else ""
    return Place(name, "" if parent == name else parent, over)


def _likeliest(
    known: list[gazetteer.Division], whole: str, home: Place, signed: Mapping[str, int]
) -> gazetteer.Division | None:
    """The one of several places of a name whose city or province the text names, None where nothing tells."""

    def told(each: gazetteer.Division) -> int:
        above = [name for name in gazetteer.above(each) if name]
        short = [gazetteer.named(name)[0].stem for name in above if gazetteer.named(name)]
        near = any(name in (home.name, *home.line) for name in above)
        return 4 * near + sum(2 * (name in whole) + 3 * (name in signed) for name in short) + (not each.former)

    best = sorted(known, key=told, reverse=True)
    return best[0] if len(best) == 1 or told(best[0]) > told(best[1]) else None


def _province(whole: str, wanted: str, home: Place, named: bool) -> Place:
    """A text that names no place of its level: a province it keeps naming, else only its 全区."""
    if not named:
        for province in _PROVINCES:
            if whole.count(province) > 2:
                return Place(f"{province}市" if province in _MUNICIPAL else f"{province}省", "", "")
    return _above(f"全{wanted}", whole, {}, home, {}) if wanted else _NOWHERE


def _wanted(text: str) -> str:
    """The sign of the level the text speaks of as its own: the lowest that 全X or 我X uses with some weight."""
    told = Counter(m[1] for m in _OWN.finditer(text))
    if not told:
        return ""
    most = max(told.values())
    weighty = [sign for sign, n in told.items() if n >= max(2, most / 4) or n == most]
    return min(weighty, key=lambda sign: _RANK.get(sign, 0))
