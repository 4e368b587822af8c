"""地名录 Gazetteer: the divisions of China down to the county, with their parents, and whoever bears a name.

A name gives candidates, never certainty: 鼓楼区 stands in four cities, and 和平 or 东方 are words before they are places.

    >>> [(each.name, each.parent, each.province) for each in named("榕江县")]
    [('榕江县', '黔东南州', '贵州省')]
    >>> sorted(each.parent for each in named("鼓楼区"))
    ['南京市', '开封市', '徐州市', '福州市']
    >>> [(m.start, m.end, m.whole) for m in mentions("涪陵区和黔东南的企业")]
    [(0, 3, True), (4, 7, False)]

Names are canonical: 黔东南州 and 江华县 for 黔东南苗族侗族自治州 and 江华瑶族自治县, provinces in full. The list, its
edition and its licence stand at the head of `data/divisions.txt`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

__all__ = ["Division", "Mention", "above", "ancestors", "mentions", "named", "names", "opening"]

_PEOPLES: Final = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    "布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS: Final = re.compile(
    rf"^(?P<stem>.{{2,}}?)(?:(?:{_PEOPLES})族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)*自治(?P<sign>[州县旗])$"
)
_REGION: Final = re.compile(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$")
_SIGN: Final = re.compile(r"(?:(?<=架)林区|矿区|新区|地区|[省市区县州盟旗])$")
# What follows a short name where it is part of another name (南京路, 重庆银行, 浙江大学).
_OTHER: Final = re.compile(r"路|街|大道|大桥|大学|学院|银行|证券|保险|集团|股份|公司|酒店|宾馆|牌|籍|人(?!均|口|民)")

# Short names that are words first; bare, they say nothing.
_WORDS: Final = frozenset(
    "全州 市中 城中 城关 城东 城西 城北 城南 城区 郊区 矿区 江南 江北 海港 港口 港北 港南 河口 河东 河西 新城 老城 新华 新建 和平 平安 东方 解放 "
    "复兴 向阳 前进 东风 友好 红旗 铁东 铁西 站前 市北 市南 兴业 新兴 互助 共和 平和 太和 同心 富民 通道 南部 中方 资源 公安 商城 大安 光明 "
    "古城 温泉 清水 爱民 工农 安居 丰满 清新 高明 三水 全南 新市 大方 南县 民主 民乐 安定 新区 长寿 永和 利民 建设 海洋 大通 富源 民和 东安 西安区 "
    "南海 东海 黄河 长江 泰山 中山 中原 南山 宝山 金山 大同区 新民 新和 合作 大东 西区 东区 北区 南区 上街 集美 万全 开平区 江城 海城区 阳光 "
    "洋县 凤凰 神木 桥东 桥西 路南 路北 双桥 双塔 高新 龙头 龙城 龙门 龙山 金水 金平 白云 青山 青云 红花岗 大城 大厂 新河 新会 新平 新宁 新安 新昌 "
    "新丰 新田 长安 长治县 永安 泰安区 东乡 南郑 中江 中宁 台前 台江 香河 石台 三台 天台 平台 昌平区 嘉禾 尚志 高邑 高要 临高".split()
)


@dataclass(frozen=True, slots=True)
class Division:
    """One division or zone: its canonical name, the prefecture or municipality above it, its province.

    `parent` is '' for provinces and for what stands straight under one, but the municipality for its districts.
    """

    name: str
    parent: str
    province: str
    full: str
    former: bool = False
    zone: bool = False

    @property
    def stem(self) -> str:
        """The short name people use; the whole name where only one character would be left.

        >>> [each.stem for each in (*named("黔东南州"), *named("歙县"), *named("内蒙古自治区"))]
        ['黔东南', '歙县', '内蒙古']
        """
        return _stem(self.name)


@cache
def _stem(name: str) -> str:
    short = (_REGION if _REGION.search(name) else _SIGN).sub("", name)
    return short if len(short) > 1 else name


class Mention(NamedTuple):
    """A name in a text; `whole` tells whether it stands with its sign (涪陵区) or bare (涪陵)."""

    start: int
    end: int
    whole: bool
    divisions: tuple[Division, ...]


class _Book(NamedTuple):
    names: dict[str, tuple[Division, ...]]
    keys: dict[str, tuple[str, ...]]


def named(name: str) -> tuple[Division, ...]:
    """Everything that bears a name, full or short; today's before former ones."""
    return _book().names.get(name, ())


def names() -> tuple[str, ...]:
    """Every name known, full and short."""
    return tuple(_book().names)


def mentions(text: str) -> Iterator[Mention]:
    """Every name of the gazetteer in a text, the longest at each place, left to right."""
    keys = _book().keys
    at, last = 0, len(text) - 1
    while at < last:
        if text[at : at + 2] in keys and (key := _key(text, at)):
            if mention := _mention(text, at, key):
                yield mention
            at += len(key) - 1
        at += 1


def opening(text: str) -> Mention | None:
    """The name a text begins with, None if it begins with none.

    >>> opening("涪陵区的企业")[:3], opening("在涪陵区")
    ((0, 3, True), None)
    """
    key = _key(text, 0)
    return _mention(text, 0, key) if key else None


def _key(text: str, at: int) -> str:
    """The longest name that stands here, be it a place or not."""
    key = next((each for each in _book().keys.get(text[at : at + 2], ()) if text.startswith(each, at)), "")
    return "" if len(key) == 2 and key[1] in "区县旗市" and not _alone(text, at, key) else key


def _mention(text: str, at: int, key: str) -> Mention | None:
    found = _book().names[key]
    whole = key != found[0].stem or len(found[0].stem) == len(found[0].name)
    told = whole or (key not in _WORDS and not _OTHER.match(text, at + len(key)))
    return Mention(at, at + len(key), whole, found) if told else None


def _alone(text: str, at: int, key: str) -> bool:
    """Whether two characters can only be a place (和县, not 市和县级): at a word's beginning, and no 城区 or 郊区."""
    return key[1] != "区" and (at == 0 or not "一" <= text[at - 1] <= "龥" or text[at - 1] in "省市州")


def ancestors(name: str) -> tuple[str, ...]:
    """What stands above a name that only one place bears, from below; () where it is unknown or shared.

    >>> ancestors("榕江县"), ancestors("鼓楼区"), ancestors("璧山区")
    (('黔东南州', '贵州省'), (), ('重庆市',))
    """
    found = [each for each in named(name) if each.name == name and not each.former]
    return above(found[0]) if len(found) == 1 else ()


def above(division: Division) -> tuple[str, ...]:
    """The prefecture and the province above a division, without '' and without the same name twice."""
    return tuple(dict.fromkeys(each for each in (division.parent, division.province) if each and each != division.name))


@cache
def _book() -> _Book:
    names: defaultdict[str, list[Division]] = defaultdict(list)
    for division in sorted(_divisions(), key=lambda each: each.former):
        for key in dict.fromkeys((division.full, division.name, division.stem)):
            names[key].append(division)
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda each: -len(each)):
        keys[name[:2]].append(name)
    return _Book(
        {name: tuple(found) for name, found in names.items()}, {head: tuple(each) for head, each in keys.items()}
    )


def _divisions() -> Iterator[Division]:
    province = ""
    for line in files("liantu.bulletin").joinpath("data/divisions.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("="):
            province = line[1:]
            yield Division(province, "", province, province)
            continue
        first, *below = line.split()
        city = (province if province.endswith("市") else "") if first == "-" else _canonical(first)
        if first != "-":
            yield Division(city, "", province, first)
        for word in below:
            full = word.lstrip("~+")
            yield Division(_canonical(full), city, province, full, word[0] == "~", word[0] == "+")


def _canonical(full: str) -> str:
    found = _AUTONOMOUS.match(full)
    return found["stem"] + found["sign"] if found else full
