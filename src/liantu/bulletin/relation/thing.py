"""载体与产品 Thing: what a place built and what a firm makes. 先后建成电商园、中央工厂等载体；主要产品是即食面。"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause, pointed
from liantu.bulletin.relation.name import bare, is_facility, one_name, split
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(
    "[建落]成|产品|[球国内界洲产业](?:首|第一|最大)|[产发造制]的|从事|专注|致力于|深耕|主营|专攻|聚焦"
)
_BUILT: Final = re.compile(
    r"(?:先后|相继|陆续|已|今年){0,4}建成了?(?P<names>[^，。；的]{3,90}?)(?P<etc>等[一-龥]{0,4}(?:载体|平台|园区))?$"
)
_STAND: Final = re.compile(r"^(?P<names>[^的]{4,90}?)(?:陆续|相继|先后|全部|均|都)(?:建成(?:投用|投产)?|落成)$")
_MAKES: Final = re.compile(
    r"(?P<name>[一-龥A-Za-z0-9()]{4,24}?(?:公司|集团|基地|厂))(?:生产|研发|制造)的(?P<what>[^，。；是]{2,24})(?=[，,]|是|$)"
)
_PRODUCT: Final = re.compile(
    r"^(?P<name>.*?)(?:的)?(?:主要|主打|核心|代表性?|拳头)产品(?:是|为|有|包括)(?P<what>[^，。；]{2,30})$"
)
_TRADE: Final = re.compile(
    r"^(?P<name>.*?)(?:[，,]|是(?:一家)?)?(?:主要|专业|长期|一直)*(?:从事|专注于?|致力于|深耕|主营|专攻|聚焦)(?:于)?(?P<what>[^，。；]{2,34}?)(?:等产品|等)?(?:的)?(?:专业)?(?:领域)?(?:的)?"
    r"(?:研发|设计|开发|制造|生产|加工)(?:(?:、|和|与|及|，)?(?:研发|设计|开发|生产|制造|销售|服务|加工|应用))*(?:的[一-龥]{0,12}企业|业务)?$"
)
# 先后研发出国内首台四车翻车机、全球首套铺轨机等产品: each is named as the first of its kind.
_DEVELOPED: Final = re.compile(
    r"^(?P<name>[^，。；]{0,30}?)(?:先后|成功|自主|已经?|陆续|相继|率先|还|并|又){0,3}(?:研发|研制|开发|制造|推出|生产)(?:出|成功)?了?(?P<list>(?:全球|国内|全国|世界|我国|国产|亚洲|行业)(?:首|第一|最大)[^，。；]{3,100}?)"
    r"(?:等(?:一?系列|多[款种项])?[一-龥]{0,8}产品)?$"
)
_FIRST_OF_KIND: Final = re.compile(
    r"(?:全球|国内|全国|世界|我国|国产|亚洲|行业)(?:首|第一)[台套款艘架辆种个条支片颗块代][^、]{3,36}"
)
# 东石生产的翻车机国内市场占有率第一: what a known firm makes, before what is told of it.
_MAKES_WHAT: Final = re.compile(
    r"(?:生产|研发|制造|研制)的(?P<what>[一-龥A-Za-z0-9-]{2,20}?)(?=(?:国内|全球|全国|世界|国际)?(?:市场占有率|市场份额|市占率|销量|产销量))"
)
_NO_PRODUCT: Final = re.compile(r"一批|即将|正在|这|该|我|很|更|[个台套件吨万亿]|\d|多种|各种|系列产品")


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """Carriers said to be built, products said to be made."""
    for clause in clauses:
        if not clause.planned and CUE.search(clause.text):
            yield from _built(clause, memory)
            yield from _made(clause, memory)
            yield from _developed(clause, memory)
    for m in _MAKES.finditer(text):
        if (name := one_name(m["name"], memory.cast)) and not _NO_PRODUCT.search(m["what"]):
            yield Said(name, "product", m["what"], m.start(), m.end(), "makes")


def _developed(clause: Clause, memory: Memory) -> Iterator[Said]:
    """先后研发出全球首套两用翻车机、国内首台铺轨机等产品；东石生产的翻车机市场占有率居首。"""
    for m in _MAKES_WHAT.finditer(clause.text):
        firm = bare(clause.text[: m.start()])
        if firm in memory.cast.firms:
            yield Said(firm, "product", m["what"], clause.start, clause.start + m.end(), "makes")
    told = _DEVELOPED.match(clause.text)
    if told is None:
        return
    things = re.split("、|和(?=全球|国内|全国|世界)", told["list"])
    name = (pointed(told["name"], clause, memory) or one_name(told["name"], memory.cast)) if bare(told["name"]) else ""
    name = name or ("" if bare(told["name"]) else clause.topic)
    if name and all(_FIRST_OF_KIND.fullmatch(thing) for thing in things):
        for thing in things:
            yield Said(name, "product", thing, clause.start, clause.start + told.end(), "developed")


def _built(clause: Clause, memory: Memory) -> Iterator[Said]:
    m = _BUILT.search(clause.text) or _STAND.match(clause.text)
    if m is None:
        return
    listed = split(bare(m["names"]))
    sure = [name for name in listed if is_facility(name, memory.cast)]
    if (
        len(listed) > 1
        and (len(sure) * 2 > len(listed) or m.groupdict().get("etc"))
        and all(_is_thing(name) for name in listed)
    ):
        for name in listed:
            yield Said(memory.place.name, "carrier", name, clause.start + m.start(), clause.start + m.end(), "built")


def _is_thing(name: str) -> bool:
    return bool(re.fullmatch(r"[一-龥A-Za-z0-9·“”-]{3,24}", name)) and not re.match(
        r"[\d一二三四五六七八九十多几两]+[个家座条]", name
    )


def _made(clause: Clause, memory: Memory) -> Iterator[Said]:
    m = _PRODUCT.match(clause.text) or _TRADE.match(clause.text)
    if m is None or _NO_PRODUCT.search(m["what"]):
        return
    name = (pointed(m["name"], clause, memory) or one_name(m["name"], memory.cast)) if m["name"] else clause.topic
    if name:
        yield Said(name, "product", m["what"], clause.start, clause.start + m.end(), "product")
