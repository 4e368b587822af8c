"""归属 Owner: whose figure it is where the words at its head do not settle it."""

import re
from typing import Final

from liantu.bulletin import project, stranger
from liantu.bulletin.dating import OPENED
from liantu.bulletin.measure import is_local
from liantu.bulletin.memory import Memory
from liantu.bulletin.naming import CURRENT
from liantu.bulletin.quantity import Quantity
from liantu.bulletin.subject import Named, after_lead_in
from liantu.bulletin.told import Telling
from liantu.bulletin.when import Mention

__all__ = ["by_words_around", "doubt", "settle_owner"]

_NO_FIRMS: Final = re.compile(
    r"企业数|主体数|引进|招引|引资|签约|入驻|落户|集群数|园区数|产业链数|项目数|合同|到位资金"
)
# What an industry told before does not measure: another one's output, goods of their own name.
_OTHER_THAN: Final = re.compile(
    r"(?:业|活动|类|部门|园区)(?:总产值|产值|增加值|投资|营业收入|零售额|销售额)|[一-龥]{2}产量$|"
    r"^(?:规上|规模以上)工业企业数|^(?:全社会)?研发(?:经费|投入)[^占]*占(?:GDP|地区生产总值)|^城镇化率|^地区生产总值"
)
_OF_PLACE: Final = re.compile(
    r"固定资产投资|(?:民间|工业|房地产开发|基础设施|技改|交通运输|水利|教育|卫生|民生|社会领域|高技术)投资|商品房|民营经济|^规(?:模以)?上工业.*率$|"
    r"社会消费品|财政|预算|生产总值|招商引资|进出口|居民人均"
)
# A sentence that opens with the whole of industry speaks of no branch told before.
_WHOLE_TRADE: Final = re.compile(r"(?:规上|规模以上|全部|全社会)工业(?!企业)")
_PAIRED: Final = re.compile(
    r"(?P<size>总?投资)(?:额)?(?:为|约|超)?[\d.]{1,8}[万亿]{0,2}元的[^，。；、\d]{2,24}[、和及与]$"
)
_CROP: Final = re.compile(
    r"^(?:以[^的]{2,24}的)?(?P<what>[一-龥]{2,8}?)(?:产业)?(?P<measure>种植面积|栽培面积|养殖面积|存栏|出栏|种植面积)$"
)
_OF_INDUSTRY: Final = re.compile(
    r"产值|营收|业务收入|营业收入|增加值|利润|利税|产量|销售|销量|占|比重|增速|贡献率|人员|人数|企业数|规模|投资|到位|合同|主体数|"
    r"产能|出口|税收$|研发|就业|拉动|配套|链上|链主|上下游"
)
_CORE: Final = re.compile(r"产值|营收|业务收入|营业收入|增加值|利润|利税|产量|销售|占|比重|增速|拉动|^出口")
# 8条产业链实现产值: the money is theirs that were counted.
_OF_COUNTED: Final = re.compile(
    r"(?P<what>(?!规上|规模以上|限上|限额以上|企业)[一-龥]{0,10}(?:产业链|产业集群|集群|项目|企业|开发区|经开区|高新区|园区))(?:共|累计|合计|均|已)*(?=(?:实现|完成|新增|贡献|达成)[一-龥])"
)
# 待7个新签项目达产后: the projects counted before are the place's, so is what they will yield.
_THEIR_PROJECTS: Final = re.compile(
    r"(?:\d|[一二三四五六七八九十]|这些|上述|这批|全部|所有)[个只项]?(?:[一-龥]{0,6})项目[^，。]{0,6}(?:建成|投产|达产|投用|竣工|落地)"
)


def by_words_around(text: str, q: Quantity, np: str, left: int, memory: Memory) -> tuple[Named, str] | None:
    """Whose size or money it is by the words on both sides (总投资9亿元的某项目, 某集团投资5亿元建设), and the measure."""
    if (of := _OF_COUNTED.match(np)) and re.search(r"\d[条个家户]$", text[:left]):
        return Named(memory.place.name + of["what"], "park", of.end("what")), np[of.end("what") :]
    if (size := project.measured(np)) and (name := project.behind(text, q.end)):
        return Named(name, "park", 0), size
    # 投资18亿元的甲项目、9亿元的乙项目: the second of a pair has its measure from the first.
    pair = _PAIRED.search(text[max(0, q.start - 48) : q.start]) if q.base_unit in CURRENT else None
    if pair and (name := project.behind(text, q.end)):
        return Named(name, "park", 0), pair["size"]
    if q.base_unit in CURRENT and (who := project.investor(np, text[q.end : q.end + 8])):
        return Named(who, "firm", 0), "投资"
    return None


def settle_owner(t: Telling, memory: Memory) -> None:
    """Give a figure to its place, its industry or its section's industry by what it measures."""
    name, passed_on = t.measure, t.kind == "industry" and not t.explicit
    if (not t.explicit or t.kind == "place") and (grown := _CROP.match(name)):
        t.subject, t.kind, t.measure, t.explicit = memory.local(grown["what"]), "industry", grown["measure"], True
    elif (
        (passed_on and _OF_PLACE.search(name))
        or (passed_on and (not _OF_INDUSTRY.search(name) or (t.unit != "pp" and _OTHER_THAN.search(name))))
        or (passed_on and memory.opening and not memory.section_industry and _WHOLE_TRADE.match(name))
        or (passed_on and t.group > memory.group and not _CORE.search(name) and memory.place.name)
    ):
        t.subject, t.kind = memory.place.name, "place"
    own_place = t.kind == "place" and t.subject == memory.place.name
    if own_place and memory.section_industry and is_local(name):
        t.subject, t.kind = memory.local(memory.section_industry), "industry"
    if (
        memory.loose
        and not t.explicit
        and t.kind in ("firm", "firms")
        and (_NO_FIRMS.search(name) or not is_local(name))
    ):
        t.subject, t.kind = memory.at_home()


def doubt(text: str, t: Telling, times: list[Mention], memory: Memory) -> None:
    """A figure is not its industry's where somebody unknown is named before its time, or where something must open first."""
    if t.explicit or t.kind not in ("industry", "place"):
        return
    before = next((m.start for m in reversed(times) if t.left < m.start < t.quantity.start and not m.is_base), t.left)
    who = stranger.somebody(text[t.left : before].strip("“” "))
    if who and stranger.is_firm(who):
        t.subject, t.kind, t.measure = who, "firm", t.measure.removeprefix(who)
    elif (OPENED.search(text[: t.quantity.start]) and not _THEIR_PROJECTS.search(text[: t.quantity.start])) or (
        who or stranger.is_stranger(after_lead_in(t.rest), t.measure)
        if t.kind == "industry"
        else stranger.is_maker(who, after_lead_in(t.rest), t.measure)
    ):
        t.subject, t.kind = "", ""
        memory.subject, memory.kind, memory.loose = "", "firms", True
