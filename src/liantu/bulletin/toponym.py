"""地名 Toponym: the names of places a text spells with their sign (乙山区, 丙县), known to the gazetteer or not.

>>> counted("甲河市乙山区快报：乙山区产值增长，来自丙川县的企业。距黔东南州不远。")
{'甲河市': 1, '乙山区': 2, '丙川县': 1, '黔东南州': 1}
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from liantu.bulletin import gazetteer

__all__ = ["counted", "stem"]

_SUFFIX: Final = re.compile(r"自治区|自治州|自治县|高新区|经开区|开发区|示范区|新区|省|市|州|盟|区|县|旗|镇|乡|街道")
_OWN_SIGN: Final = re.compile(rf"市(?:高新区|经开区|开发区)$|(?:{_SUFFIX.pattern})$")
_ZONES: Final = ("高新区", "经开区", "开发区", "示范区", "新区")
_STOP: Final = frozenset(
    "的在于到与和及从向为年季度月日市省区县州镇了是等全各我该本据由进驻对让以至后前中上下内外个强百千万亿部大路号乡、，。"
)
# A sign that opens another word (市场, 区域, 市级) ends no name.
_JOINED: Final = {
    "区": tuple("域间位块级别内外分段县"), "市": tuple("场级委价值面容民内外境辖政"), "县": tuple("域级内"),
    "镇": tuple("村化"), "乡": tuple("村镇亲愁"),
}  # fmt: skip
_STOP_SOFT: Final = frozenset("大")
_VERBS: Final = re.compile(
    r"完成|实现|占|主要|按照|根据|商品|消费|加快|推动|支持|促进|成为|建设|打造|走进|来到|在|整个|其他|各地|多个|获批|获评|"
    r"贯彻|落实|深入|召开|举行|开展|创建|争创|围绕|推进|坚持|示范(?!区$)|电商|科普|文明|卫生|园林|生态|先进|特色|质量|品牌|旅游|贸易|投资|安全"
)
# A place that opens the registered name of a firm (甲河市东石实业有限公司) tells only where that firm comes from.
_FIRM: Final = re.compile(r"[一-龥]{2,14}?(?:有限公司|公司|集团|大学|学院)")
_GENERIC: Final = {
    "区": re.compile(
        r"(?:工业|产业|商业|园|社|景|地|辖|片|库|郊|集聚|保税|试验|自贸|合作|功能|核心|都市|林|牧|厂|灾|校|小|主城|组团|"
        r"街|战|军|站|生活|消费|住宅|示范|先行|引领|集聚|样板|休闲|服务业发展|业发展|仓储|融合|度假|[一二三四五六七八九十两几])$"
    ),
    **dict.fromkeys(
        _ZONES,
        re.compile(r"(?:经济|经济技术|高新技术|产业|国家|省级|市级|国家级|全国|我国|各|部分|其他|东部|西部|中部)$"),
    ),
    "市": re.compile(r"(?:城|都|股|超|夜|集|楼|车|菜|国际|地级|直辖|门|上|中心城|按照|来自)$"),
    "镇": re.compile(r"(?:城|乡|示范|强|特色小|小|古|重|名|集)$"),
    "乡": re.compile(r"(?:城|下|家|返|老)$"),
    "县": re.compile(r"[局厅委办署处]$"),
}


@lru_cache(maxsize=4096)
def stem(name: str) -> str:
    """The short name people use.

    >>> stem("乙山区"), stem("乙山高新区"), stem("万州区"), stem("丁阳市高新区")
    ('乙山', '乙山', '万州', '丁阳')
    """
    short = _OWN_SIGN.sub("", name)
    return short if len(short) > 1 else name


def counted(text: str) -> dict[str, int]:
    """Every name that ends in a level sign, with how often its short form stands in the text."""
    found: Counter[str] = Counter()
    often = cache(text.count)
    for sign in _SUFFIX.finditer(text):
        if _FIRM.match(text, sign.end()):
            continue
        if known := _known(text, sign.end()):
            found[known] += 1
            continue
        short = _zoned(text, sign) or _before(text, sign.start(), often)
        short = short.rpartition("代表")[2]
        generic = _GENERIC.get(sign[0])
        joined = _JOINED.get(sign[0], ())
        if (
            short
            and not _VERBS.search(short)
            and not (generic and generic.search(short))
            and sign[0] not in ("省", "自治区")
            and text[sign.end() : sign.end() + 1] not in joined
        ):
            found[short + sign[0]] += 1
    return {name: max(n, min(40, often(stem(name)))) for name, n in found.items()}


def _known(text: str, end: int) -> str:
    """The longest name of the gazetteer that ends with this sign, '' if none."""
    if text[end : end + 1] in _JOINED.get(text[end - 1], ()):
        return ""
    for start in range(max(0, end - 12), end - 1):
        name = text[start:end]
        found = gazetteer.named(name)
        if (
            found
            and name[-1] == found[0].name[-1]
            and (len(name) > 2 or (name[1] != "区" and (start == 0 or not "一" <= text[start - 1] <= "龥")))
        ):
            return found[0].name
    return ""


def _zoned(text: str, sign: re.Match[str]) -> str:
    """The short name of the known place whose zone this is (歙县经开区, 绵阳市高新区), '' for any other sign."""
    if sign[0] not in _ZONES:
        return ""
    for start in range(max(0, sign.start() - 8), sign.start() - 1):
        if found := gazetteer.named(text[start : sign.start()]):
            return found[0].stem
    return ""


def _before(text: str, end: int, often: Callable[[str], int]) -> str:
    """The two to four characters before a level sign that stand together elsewhere too, the longest such run."""
    start = end
    while start > max(0, end - 4) and re.match(r"[一-龥]", text[start - 1]):
        own = start == end and text[start - 1] in "州乡"
        if text[start - 1] in _STOP - _STOP_SOFT and not own:
            break
        start -= 1
    short = re.sub(r"^(?:来自|前往|位于|地处|距|.?季度|上半年|半年|年度|年)(?=..)", "", text[start:end])
    if len(short) < 2:
        return ""
    usual = often(short[-2:])
    for length in range(len(short), 2, -1):
        longer = short[-length:]
        if often(longer) >= 0.7 * usual and (usual > 1 or start == 0 or not re.match(r"[一-龥]", text[start - 1])):
            return longer
    return short[-2:]
