"""他处 Elsewhere: a place a clause begins with that is not the document's own: a neighbour, a part, a zone.

    >>> from liantu.bulletin.place import Place
    >>> home = Place("璧山区", "重庆市", "")
    >>> at_head("沙坪坝区产值", home), at_head("丙川县签约项目", home)
    (('沙坪坝区', 4), ('丙川县', 3))
    >>> at_head("高新区亩均税收", home), at_head("城区改造", home)
    (('璧山高新区', 3), None)

A name spelled with its sign may be unknown to the gazetteer; a bare short name must be known, and stand before a figure's
words (榕江实现产值).
"""

import re
from typing import Final

from liantu.bulletin import gazetteer
from liantu.bulletin.place import Place

__all__ = ["at_head", "listed", "opens", "town"]

_SIGNED: Final = re.compile(
    r"(?:[一-龥]{2,4}?(?:自治县|高新区|经开区|开发区|示范区|新区|都市区|[县区市镇乡])|市开发区)(?![场域级委价值面容民间内外别块段位村政县])"
)
_GENERIC: Final = re.compile(
    r"[全各我该占了的在]|^(?:联合|协同|对接|携手|来自|赴|落户|入驻|来到|位于|签约|高于|低于|快于|慢于|好于|优于|领先|比|较|居)|亿区$|[库林牧矿灾]区$|[陵别巴困深半丘部寒远]山区$|城镇$|省市$|^[紧由]|人均|(?:上|城|股|都|门|超|夜|楼|车)市$|[和与及]地区$|^(?:[一二三四五六七八九十]|省市|大城|城|本|两[个大区县镇]|多|个|这|按照|根据|主要|工业园|园|社|景|消费|超|上|地|老旧小|"
    r"小|试验|示范|自贸|保税|上市|都|股|楼|夜|集|乡|城镇|村|特色小|开发|产业|集聚|农村|批|新|重点|棚户|中心城)"
)
# 甲东北山区城镇群, 三峡库区: a stretch of several places is told as one.
_REGION: Final = re.compile(
    r"(?![全各该本两我])(?:[一-龥]{2,12}?(?:城镇群|城市群|都市圈|经济圈)|[一-龥]{2,7}库区(?=累计|共|已|实现|完成|引入|签约|市级|重[大点]))"
)
_NO_REGION: Final = re.compile(
    "随着|推动|推进|促进|建设|打造|形成|融入|紧盯|围绕|聚焦|构建|加快|发展|带动|[的在为是和与]"
)
_TOWN: Final = re.compile(r"(?:[一-龥]{2,3}(?:镇|乡|街道)|[一-龥]{3,9}族乡)(?![村上里内])")
_KIND_OF_TOWN: Final = re.compile(r"建制|中心|强镇|名镇|美丽|卫生|文明|历史|示范|乡镇|有|等")
_ZONE: Final = re.compile(
    r"(?P<zone>高新区|经开区|开发区|高新技术产业开发区|经济技术开发区|经济开发区)(?!管委会|党工委|内|级|的?企业)"
)
# Several places told at once: what may join them, what may count them, and how their words go on.
_JOINT: Final = re.compile("、|和|与|及|以及")
_ONE: Final = re.compile(
    r"(?![全各我该本这其他两三四五等])[一-龥]{2,10}?(?:自治县|高新区|经开区|开发区|示范区|新区|[县区市州])(?=[、和与及等]|分别|均|都|各|共|上榜|入围|完成|实现|累计|新增|签约|占|新?引进|投资|固定|工业|规上|规模|产值|到位|财政|社会|地区|GDP)"
)
_COUNTED: Final = re.compile(
    r"(?:等?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?(?:县市区|区县|县区|省份|省市|城市|[县区市州地]))?"
    r"(?=分别|均|都|各|共|合计|上榜|入围|入选|完成|实现|达|累计|新增|签约|引进|增长|下降|增速|[一-龥]{2,10}(?:均|都|分别|各)|[一-龥]{0,8}(?:投资|产值|增加值|收入|总额|GDP)$)"
)
_TOGETHER: Final = re.compile(r"(?P<which>[两三四五六七八九十][省市区县州])(?:合计|共计|一共|共|累计)")
_SHORT: Final = {"高新技术产业开发区": "高新区", "经济技术开发区": "经开区", "经济开发区": "经开区"}
_TELLS: Final = re.compile(
    r"$|实现|完成|共有|拥有|新增|签约|引进|开工|产值|规上|规模以上|地区生产总值|固定资产投资|工业|占|达|有?[\d]|增长"
)
_NO_SIGN: Final = frozenset("场域级委价值面容民间内外别块段位村政")


def opens(words: str) -> bool:
    """Whether words begin with a known name spelled with its sign, be its first character a small word elsewhere (从江县).

    >>> opens("从江县产值"), opens("从江苏引进")
    (True, False)
    """
    return _known(words, 0) is not None


def at_head(words: str, home: Place) -> tuple[str, int] | None:
    """The other place that words begin with and the length of its name there, None if they begin with none."""
    if (zone := _ZONE.match(words)) and not home.is_open and not home.zone and home.name[-1:] in "市区县旗":
        return home.stem + _SHORT.get(zone["zone"], zone["zone"]), zone.end()
    if together := _TOGETHER.match(words):
        return together["which"], together.end()
    end, name = 0, ""
    while found := _known(words, end):
        end, name = found.end, found.divisions[0].name
    if name:
        below = town(words[end:])
        return (below, end + len(below)) if below else (name, end)
    if (region := _REGION.match(words)) and not _NO_REGION.search(region[0]):
        return region[0], region.end()
    return _short(words, home) or _unknown(words)


def _unknown(words: str) -> tuple[str, int] | None:
    """A place the gazetteer does not hold: a town its projects are counted of, or a name with its sign."""
    if (below := town(words)) and words.startswith("项目", len(below)):
        return below, len(below)
    m = _SIGNED.match(words)
    return (m[0], m.end()) if m and not _GENERIC.search(m[0]) else None


def listed(words: str) -> tuple[list[str], int] | None:
    """The places a clause begins with, at least two, and the length of their list; None where it begins with no list.

    >>> listed("璧山区、涪陵区完成投资均已超"), listed("璧山区完成投资")
    ((['璧山区', '涪陵区'], 7), None)
    """
    found: list[str] = []
    at = end = 0
    while one := _one_of_list(words, at):
        found.append(one[0])
        end = one[1]
        joint = _JOINT.match(words, end)
        if joint is None:
            break
        at = joint.end()
    counted = _COUNTED.match(words, end) if len(found) > 1 else None
    return (found, counted.end()) if counted else None


def town(words: str) -> str:
    """The town, township or street that words begin with behind the place it lies in, '' if none.

    >>> town("丙石镇有茶园"), town("特色小镇有茶园")
    ('丙石镇', '')
    """
    m = _TOWN.match(words)
    return m[0] if m and not _GENERIC.search(m[0]) and not _KIND_OF_TOWN.search(m[0]) else ""


def _one_of_list(words: str, at: int) -> tuple[str, int] | None:
    """One place of a list, spelled with its sign or known by its short name."""
    if known := _known(words, at):
        return known.divisions[0].name, known.end
    if (m := _ONE.match(words, at)) and not _GENERIC.search(m[0]):
        return m[0], m.end()
    short = next(gazetteer.mentions(words[at : at + 12]), None)
    if short is None or short.start or short.whole:
        return None
    today = [each for each in short.divisions if not each.former]
    return (today[0].name if len(today) == 1 else words[at : at + short.end], at + short.end) if today else None


def _known(words: str, start: int) -> gazetteer.Mention | None:
    """The name with its sign that stands exactly here."""
    found = gazetteer.opening(words[start : start + 16])
    if found is None or not found.whole or words[start + found.end : start + found.end + 1] in _NO_SIGN:
        return None
    return found._replace(end=start + found.end)


def _short(words: str, home: Place) -> tuple[str, int] | None:
    """A bare short name before a figure's words: a neighbour's or a part's, or one that only one place bears."""
    found = gazetteer.opening(words[:12])
    if found is None or found.whole or not _TELLS.match(words, found.end):
        return None
    today = [each for each in found.divisions if not each.former and not each.zone]
    kin = [each for each in today if each.parent and each.parent in (home.name, home.parent)] or today
    return (kin[0].name, found.end) if len(kin) == 1 else None
