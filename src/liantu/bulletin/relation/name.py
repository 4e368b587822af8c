"""名 Name: the real names at the head or the end of a clause, or none.

A time, an adverb or 区内企业 that runs into a name is taken off; where what is left is not plainly a name, nothing is
returned: one doubtful name in a list spoils the list.

    >>> from liantu.bulletin.cast import Cast
    >>> nobody = Cast((), (), ())
    >>> names("目前，区内企业东石科技、北云今年已", nobody), names("下一步重点", nobody), names("东石科技将", nobody)
    (['东石科技', '北云'], [], [])
"""

import re
from functools import lru_cache
from typing import Final

from liantu.bulletin.cast import Cast
from liantu.bulletin.trade import is_trade

__all__ = ["FACILITY", "bare", "is_facility", "is_name", "names", "one_name", "split", "without_role"]

_DAY = r"(?:\d{4}年|\d{1,2}月(?:份|底|初|末|[上中下]旬|\d{1,2}日)?|\d{1,2}日|[上下]半年|[前第]?[一二三四]季度)"
_NOW = r"今年以来|今年|去年|前年|本月|近日|日前|前不久|目前|眼下|如今|现如今|现在|当前|当下|近年来?|近几年来?|这些年来?|年内|年初|年底"
_LEAD: Final = re.compile(
    rf"^(?:[^，。]{{2,40}}(?:元|亩|平方米|平米)的|其中|{_NOW}|截至(?:目前|当前|{_DAY}+底?)|{_DAY}|同时|此外|另外|另|并且?|而且|以及|比如|例如|譬如|据悉|据了解|据介绍|说起来|"
    r"可喜的是|值得一提的是|(?:全|我|该|本)[省市区县州](?:的|内|里)?|(?:区|市|县|省|州|园区|辖区|当地|本地|本土)(?:内|里)?的?(?=[^，]*(?:企业|公司))|"
    r"来自[一-龥]{2,6}的|落户[一-龥]{2,6}的|也|还|又|则|[,，:：;；“”\s](?![^“”]*”))"
)
_OWN: Final = re.compile(
    r"^(?:[一-龥]{1,8}?(?:[省市区县州城园镇]|内|里|地|土)的?)?(?:重点|龙头|骨干|“?链主”?|上市|头部|知名|优质|国有|民营|外资|本土|本地|科技型?|制造业?)*"
    r"(?:企业|公司)(?![家数负的园集产们总类群在是已还也要有达间所自对不和与及])(?=[一-龥A-Za-z]{2,})"
)
_TAIL: Final = re.compile(
    rf"(?:{_NOW}|{_DAY}|先后|接连|相继|陆续|双双|分别|共同|一起|一道|成功|正式|率先|首批|最早|最先|首先|早先|早已|现已|已经|已|均|(?<![成首新三])都|皆|"
    r"也|还|又|则|便|就|同样|同时|再次|再度|再|仍|依然|一直|始终|现|连续|一举|顺利|也是|(?:等)?(?:[一两二三四五六七八九十\d多几]+家)(?:企业|公司)?|"
    r"等(?:企业|公司)?|(?<=[一-龥])[,，:：\s])$"
)
# No list of names runs longer; a page without stops must not make the reader slow.
_LONGEST: Final = 160
_SHAPE: Final = re.compile(r"[一-龥A-Za-z0-9·“”()&-]{2,26}")
_SMALL: Final = re.compile(
    r"[的了着是在把被将从向这那哪们我你他她它其各等并但而最很已曾不没只还仍由于让使给对跟该每某另谁]"
)
# A company's full name may hold such a character (万向), words of a sentence never.
_LIMITED: Final = re.compile(r"(?:有限公司|股份公司|有限责任公司)$")
_SENTENCE: Final = re.compile(r"[的了着是被这那我你他她它其]|位于|来自|正在|已经")
_HARMLESS: Final = re.compile(r"有限责任公司|有限公司|未来|成都|首都")
_TIME: Final = re.compile(
    rf"{_NOW}|{_DAY}|以来|以后|之后|后来|随后|正在|已经|即将|有望|预计|力争|计划|希望|不断|积极|大力|全力|先后|接连|相继|陆续|纷纷|双双|率先|成功|正式|同时|其中|"
    r"包括|以及|共有|现有|已有|一批|多家|一家|几家|两家|部分|全区|全市|全省|全国|全县|区里|区内|市内|负责人|相关|有关|所有|众多"
)
_VERB: Final = re.compile(
    r"成为|作为|认为|表示|介绍|认定|入选|获得|获评|引进|引入|落户|签约|建成|投产|开工|实现|完成|增长|推动|带动|加快|打造|培育|聚焦|围绕|形成|构建|"
    r"推进|促进|提升|支持|通过|坚持|集聚|聚集|吸引|招引|走访|寻找|依托|做大|做强|壮大|发布|组建|签署|举办|举行|参加|来到|走进"
)
_COMPANY: Final = re.compile(
    r"(?:公司|集团|股份|实业|药业|重工|工厂|总厂|银行|研究院|科学院|设计院|大学|学院|医院|事务所|合作社)$"
)
_COMMON: Final = re.compile(
    r"(?:企业|单位|项目|产业|产业链|链条|(?<![冷应])链|行业|领域|集群|园区|产品|技术|人才|团队|设备|资金|资本|外资|资源|政策|体系|品牌|市场|规模|数量|办公室|"
    r"产业办|发改委|政府|负责人|主任|局长|市长|区长|县长|书记|市|区|县|镇|乡|街道|省|国|方面|环节|方向|城市|产值|营收|数|量|额|率|工作|任务|目标|"
    r"机制|情况|关系|伙伴|队伍|名片|底气|代表|样本|缩影|桥梁|渠道|纽带|注脚|选择|答案|方法|问题|短板|建设|发展|水平|能力|优势|对象|主体|力量|支撑|主力|引擎|基础|关键|重点|之一|所在|根本|抓手|特色|亮点|难点|核心|龙头|链主|定位|模式|路径|"
    r"举措|思路|格局|生态|环境好|经济|工业|农业|服务业|制造业|业态|载体|平台|机构|院校|厂房|生产线|条件|前提|保障|标准|名单|需求|订单|客户|群众|产能|机制)$"
)
_BARE: Final = re.compile(
    r"(?:这|那|一|两|多|几|数|子|分|总|母|上市|大型|外地|本地|头部|新|老|小|大)*(?:家|个)?(?:公司|集团|工厂|银行|大学|医院|学院|研究院)"
)
_AND: Final = re.compile(r"(?<=[一-龥A-Za-z0-9”])(?:以及|和|及|与)(?=[一-龥A-Za-z“])")
_LEGAL: Final = re.compile(r"有限公司|股份公司|有限责任公司")
_WHOLE: Final = re.compile(r"(?:公司|集团|厂|院|所|社|行|中心|大学|学院|”)$")
# What stands in brackets behind a name, and what tells of a company before its name (位于南湖园的, 此次入选的).
_EXPLAINED: Final = re.compile(r"\((?:以下简称|简称|下称|证券代码|股票代码|[A-Z]{0,2}:?\d{6}|一|二|三)[^()]{0,20}\)")
_OF_COMPANY: Final = re.compile(r"[^，。；、]{2,24}的(?=[一-龥A-Za-z0-9()]{4,24}(?:公司|集团)(?:[、和与及]|$))")
_OTHERS: Final = re.compile(r"公司|企业|集团|不|未|没|将|拟|计划|旗下|子|负责人")
FACILITY: Final = (
    r"(?:产业园|工业园|科技园|博览园|公园|乐园|园区|[一-龥]园|馆|中心|基地|工厂|厂|总部|研究院|医院|学院|枢纽|综合体|大厦|广场|电站|街区|"
    r"厂房|实验室|孵化器|平台|项目|工程|市场|学校|酒店|民宿|营地|[一二三四五]期|[A-Z]区)"
)
_NAMELESS: Final = re.compile(
    r"(?:第?[一二三四]期|新建?|老|主体|配套|基础|扩建|整个)*(?:工程|项目|厂房|园区|生产线|车间)+(?:[一二三四]期)?"
)
_FACILITY: Final = re.compile(rf"{FACILITY}$")


def names(phrase: str, cast: Cast) -> list[str]:
    """The names a phrase consists of, or none where any part of it is no plain name."""
    phrase = _EXPLAINED.sub("", phrase)
    if (of := _OF_COMPANY.match(phrase)) and not _OTHERS.search(of[0]):
        phrase = phrase[of.end() :]
    found = split(without_role(bare(phrase))) if len(phrase) <= _LONGEST else [""]
    if len(found) == 1 and len(found[0]) < 3 and found[0] not in cast.firms:
        return []
    return found if all(is_name(name, cast) for name in found) else []


def one_name(phrase: str, cast: Cast) -> str:
    """The one name a phrase consists of, '' if none or several."""
    found = names(phrase, cast)
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=4096)
def bare(phrase: str) -> str:
    """A phrase without the times, adverbs and 企业 that run into the name."""
    before = None
    while before != phrase and len(phrase) <= _LONGEST:
        before = phrase
        phrase = _OWN.sub("", _TAIL.sub("", _LEAD.sub("", phrase)))
    return phrase


def without_role(phrase: str) -> str:
    """A project's name without the role before it (龙头项目云上算力中心)."""
    return re.sub(r"^(?:龙头|重点|重大)项目(?=[一-龥A-Za-z]{4})", "", phrase)


def split(listed: str) -> list[str]:
    """The parts of a list, quotation marks off; a part of one character keeps the list whole (沁和药业).

    >>> split("东石软件、“北云”和南山集团"), split("沁和药业")
    (['东石软件', '北云', '南山集团'], ['沁和药业'])
    """
    parts = [_unquoted(part) for item in listed.split("、") for part in _of_item(item)]
    if any(len(part) < 2 for part in parts):
        parts = [_unquoted(part) for part in listed.split("、")]
    return parts


def _of_item(item: str) -> list[str]:
    """The names one item of a list joins with 和; the 和 of 天和纸业有限公司 joins nothing."""
    parts = _AND.split(item)
    legal = len(parts) > 1 and _LEGAL.search(parts[-1]) and not all(_WHOLE.search(part) for part in parts[:-1])
    return [item] if legal else parts


def is_name(name: str, cast: Cast) -> bool:
    """Whether these characters are a name of somebody or something, and nothing but a name."""
    if not _SHAPE.fullmatch(name) or name[0] in "以由" or _BARE.fullmatch(name) or _TIME.search(name) or is_trade(name):
        return False
    small = _SENTENCE if _LIMITED.search(name) else _SMALL
    if name in cast.industries or small.search(_HARMLESS.sub("", name)):
        return False
    known = name in cast.firms or name in cast.parks or _COMPANY.search(name)
    return bool(known) or not (_COMMON.search(name) or _VERB.search(name))


def is_facility(name: str, cast: Cast) -> bool:
    """Whether a name is that of a building, park or project: it ends so and is not put together from trade words."""
    core = name.removesuffix("项目").removesuffix("工程")
    if (
        len(name) < 4
        or _NAMELESS.fullmatch(name)
        or not _SHAPE.fullmatch(name)
        or is_trade(core)
        or _TIME.search(name)
        or _SMALL.search(name)
    ):
        return False
    return name in cast.parks or bool(_FACILITY.search(name) and not _VERB.search(name))


def _unquoted(part: str) -> str:
    return part.strip("“”") if part.count("“") != part.count("”") or re.fullmatch(r"“[^“”]*”", part) else part
