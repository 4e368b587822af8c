"""地 Place: whose bulletin this is, found from the words themselves.

全区, 我市 and 该县 mean the place of the document; 全市 in a district's bulletin means the city above it, and a figure
told of it must never be given to the district. Nothing here knows a place by name except the provinces.

    >>> found = find("甲河市乙山区快报", "今年，乙山区产值增长，全区签约。甲河市公布名单。")
    >>> found.name, found.parent, found.resolve("全区"), found.resolve("全市")
    ('乙山区', '甲河市', '乙山区', '甲河市')
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

__all__ = ["SCOPE", "Place", "find"]

_LEVELS: Final = "省 自治区 市 州 自治州 盟 新区 高新区 经开区 开发区 示范区 区 县 自治县 旗 镇 乡 街道".split()
_SUFFIX = re.compile(r"自治区|自治州|自治县|高新区|经开区|开发区|示范区|新区|省|市|州|盟|区|县|旗|镇|乡|街道")
_STOP = frozenset(
    "的在于到与和及从向为年月日市省区县州镇了是等全各我该本据由进驻对让以至后前中上下内外个强百千万亿部大路号乡、，。"
)
# A sign that opens another word (市场, 区域, 市级) ends no name.
_JOINED: Final = {
    "区": tuple("域间位块级别内外分段"), "市": tuple("场级委价值面容民内外境辖"), "县": tuple("域级内"),
    "镇": tuple("村化"), "乡": tuple("村镇亲愁"),
}  # fmt: skip
_STOP_SOFT = frozenset("大")
_VERBS: Final = re.compile(
    r"完成|实现|占|主要|按照|根据|商品|消费|加快|推动|支持|促进|成为|建设|打造|走进|来到|在|整个|其他|各地|多个"
)
_GENERIC: Final = {
    "区": re.compile(
        r"(?:工业|产业|商业|园|社|景|地|辖|片|库|郊|集聚|保税|试验|自贸|合作|功能|核心|都市|林|牧|厂|灾|校|"
        r"街|战|军|站|生活|消费|住宅|示范|先行|引领|集聚|样板)$"
    ),
    "市": re.compile(r"(?:城|都|股|超|夜|集|楼|车|菜|国际|地级|直辖|门|上|中心城|按照)$"),
    "镇": re.compile(r"(?:城|乡|特色小|小|古|重|名|集)$"),
    "乡": re.compile(r"(?:城|下|家|返|老)$"),
}
_PROVINCES: Final = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 "
    "陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾"
).split()
_MUNICIPAL: Final = frozenset("北京 天津 上海 重庆".split())
_ZONE: Final = re.compile(r"(?:高新区|经开区|开发区)$")
# Cities whose zones are called by the city's name: 全区 is there the zone, not a district of the city.
_CITIES: Final = frozenset(
    "成都 西安 武汉 南京 杭州 苏州 无锡 常州 宁波 合肥 长沙 郑州 济南 青岛 大连 沈阳 长春 哈尔滨 石家庄 太原 南昌 福州 厦门 广州 深圳 珠海 "
    "佛山 东莞 惠州 南宁 海口 贵阳 昆明 拉萨 兰州 西宁 银川 呼和浩特 乌鲁木齐 重庆 上海 北京 天津 昆山 绵阳 宜昌 襄阳 洛阳 "
    "烟台 潍坊 徐州 南通 嘉兴 绍兴 泉州 温州".split()
)
_NAMELESS: Final = ("示范区", "高新区", "经开区", "开发区", "新区")
_FAR: Final = 100_000
# 全市 counts as a text's own level where it opens a clause; 高于全市 or 居全市第一 only compare.
_OWN: Final = re.compile(r"(?:(?<![^，。,；;:“\n月度年份底来前日])全|[我该])([省市州区县旗镇])(?!\d+\.\d)")
SCOPE: Final = re.compile(
    r"(?:全|我|该|本)(?:省|市|区|县|州|旗|镇|乡|盟|域)|(?:省|市|州|盟|区|县|旗|镇|乡)(?:内|域|里(?!程|面))|(?:省|市|县|区)级|当地|全国|国内|全球"
)
_RANK: Final = {"全球": 9, "国": 8, "省": 7, "市": 5, "州": 5, "盟": 5, "区": 3, "县": 3, "旗": 3, "镇": 1, "乡": 1}


@dataclass(frozen=True, slots=True)
class Place:
    """The document's place in canonical form (with 区, 县, 市), the city above it and the province, '' if unknown."""

    name: str
    parent: str
    province: str

    @property
    def stem(self) -> str:
        """The short name people use.

        >>> Place("乙山区", "甲河市", "").stem
        '乙山'
        """
        return _stem(self.name)

    @property
    def rank(self) -> int:
        return _RANK.get(self.name[-1:], 0)

    @property
    def zone(self) -> str:
        """The word a zone goes by at home, '' for any other place.

        >>> Place("乙山示范区", "", "").zone, Place("乙山区", "", "").zone
        ('示范区', '')
        """
        return next((word for word in _NAMELESS if self.name.endswith(word) and self.name != word), "")

    @property
    def is_open(self) -> bool:
        """Whether the text calls the place only 全区 or 示范区 and never by its name.

        >>> Place("全区", "", "").is_open, Place("乙山区", "", "").is_open
        (True, False)
        """
        return not self.name or self.name in _NAMELESS or (len(self.name) == 2 and self.name[0] == "全")

    def resolve(self, word: str) -> str:
        """The canonical name a scope word stands for here; the word itself where nothing is known."""
        level = next(
            (sign for sign in ("国", "省", "市", "州", "盟", "区", "县", "旗", "镇", "乡") if sign in word), ""
        )
        rank = _RANK.get(level, 0)
        if word in ("国内", "全球") or level == "国":
            return "全国" if level == "国" and word != "国内" else word
        own = level == "" or word[0] == "本" or self.name.endswith(level) or (word[0] in "该我" and rank <= self.rank)
        if own or not self.name:
            return self.name or word
        above = self.province if level == "省" else self.parent if level in "市州" and self.rank < rank else ""
        return above or (self.name if rank == self.rank else word)


def find(title: str, text: str) -> Place:
    """The place of a document from its title and folded text."""
    whole = f"{title}\n{text[:_FAR]}"
    counted = _counted(whole)
    head = f"{title}\n{text[:200]}"
    wanted = _wanted(whole)
    scored = {
        name: n + 6 * (name in title) + 3 * (_stem(name) in head) + (8 if name[-1] == wanted else 0)
        for name, n in counted.items()
        if not wanted or name[-1] == wanted or (_stem(name) in title and _RANK.get(name[-1], 0) <= _RANK.get(wanted, 9))
    }
    name = max(scored, key=lambda each: (scored[each], -_RANK.get(each[-1], 0), -whole.find(each)), default="")
    if not name and (
        zone := re.search(
            r"(?:^|[，。,\n])(?P<word>示范区|高新区|经开区|开发区|新区)(?=规上|规模以上|实现|完成|地区)", whole
        )
    ):
        name = zone["word"]
    if not name and not counted:
        found = _from_province(whole)
        return Place(*found) if found[0] else Place(f"全{wanted}" if wanted else "", "", "")
    name = name or (f"全{wanted}" if wanted else "")
    rank = _RANK.get(name[-1:] or wanted, 0)
    above = {each: n for each, n in counted.items() if _RANK.get(each[-1], 0) > rank and each[-1] in "市州盟"}
    province = next((p for p in _PROVINCES if f"{p}省" in whole or p in head), "")
    parent = max(above, key=lambda each: above[each], default=f"{province}市" if province in _MUNICIPAL else "")
    prefix = whole[max(0, whole.find(name) - 4) : whole.find(name)]
    if (
        rank == 3
        and name[:-1]
        and name.endswith(("高新区", "新区", "经开区", "开发区"))
        and (m := re.search(r"([一-龥]{2})市?$", prefix))
    ):
        name = name if len(_stem(name)) > 1 else m[1] + name
    if (zone := _ZONE.search(name)) and wanted == "区" and _is_district(whole, name[: zone.start()], zone[0]):
        name = name[: zone.start()] + "区"
    return Place(
        name, "" if parent == name else parent, "" if province in _MUNICIPAL else (f"{province}省" if province else "")
    )


def _is_district(text: str, stem: str, zone: str) -> bool:
    """Whether 全区 means a district that has a zone of its own name: the short name also stands without the zone."""
    alone = len(re.findall(rf"{re.escape(stem)}(?!{zone}|市)", text)) if len(stem) > 1 else 0
    return alone > 0 and stem not in _CITIES


def _from_province(whole: str) -> tuple[str, str, str]:
    for province in _PROVINCES:
        if whole.count(province) > 2:
            return (f"{province}市" if province in _MUNICIPAL else f"{province}省", "", "")
    return "", "", ""


def _wanted(text: str) -> str:
    """The sign of the level the text speaks of as its own: the lowest that 全X or 我X uses with some weight."""
    told = Counter(m[1] for m in _OWN.finditer(text))
    if not told:
        return ""
    most = max(told.values())
    weighty = [sign for sign, n in told.items() if n >= max(2, most / 4) or n == most]
    return min(weighty, key=lambda sign: _RANK.get(sign, 0))


def _stem(name: str) -> str:
    return (_SUFFIX.sub("", name[1:]) and name[0] + _SUFFIX.sub("", name[1:])) or name


def _counted(text: str) -> dict[str, int]:
    """Every name that ends in a level sign, with how often its short form stands in the text."""
    found: Counter[str] = Counter()
    often = cache(text.count)
    for sign in _SUFFIX.finditer(text):
        stem = _before(text, sign.start(), often)
        generic = _GENERIC.get(sign[0])
        joined = _JOINED.get(sign[0], ())
        if (
            stem
            and not _VERBS.search(stem)
            and not (generic and generic.search(stem))
            and text[sign.end() : sign.end() + 1] not in joined
        ):
            found[stem + sign[0]] += 1
    return {name: max(n, min(40, often(_stem(name)))) for name, n in found.items()}


def _before(text: str, end: int, often: Callable[[str], int]) -> str:
    """The two to four characters before a level sign that stand together elsewhere too, the longest such run."""
    start = end
    while start > max(0, end - 4) and re.match(r"[一-龥]", text[start - 1]):
        named = start == end and text[start - 1] in "州乡"
        if text[start - 1] in _STOP - _STOP_SOFT and not named:
            break
        start -= 1
    stem = text[start:end]
    if len(stem) < 2:
        return ""
    usual = often(stem[-2:])
    for length in range(len(stem), 2, -1):
        longer = stem[-length:]
        if often(longer) >= 0.7 * usual and (usual > 1 or start == 0 or not re.match(r"[一-龥]", text[start - 1])):
            return longer
    return stem[-2:]
