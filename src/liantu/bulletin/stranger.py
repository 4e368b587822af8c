"""陌生 Stranger: signs that a figure belongs to somebody the document never introduced.

An industry's section tells of firms by their short names; a figure that may be such a firm's is never the industry's.

    >>> is_stranger("东石机械产值", "东石机械产值"), is_stranger("网络零售额", "网络零售额")
    (True, False)
"""

import re
from typing import Final

from liantu.bulletin.measure import ends_as_measure

__all__ = ["built", "is_firm", "is_maker", "is_speaker", "is_stranger", "is_visited", "somebody"]

# The words firms are called by; only some of them are never the name of goods too.
_TRADE: Final = (
    "股份 控股 集团 公司 重工 药业 制药 实业 酒业 乳业 茶业 铝业 锂业 管业 种业 牧业 传媒 科技 环境 环保 水务 燃气 电子 微电子 光电 电气 电器 "
    "电源 电缆 机械 农机 机床 精工 精密 精机 智能 智造 装备 汽车 航空 航天 动力 能源 新能源 材料 新材 新材料 化工 生物 医药 医疗 器械 仪器 "
    "软件 信息 数据 网络 通信 通讯 视讯 半导体 食品 园艺 农业 农牧 纺织 服饰 家居 陶瓷 建材 钢铁 包装 印务 物流 商贸 贸易 超市 文化 轴承 模具"
).replace(" ", "|")
_FIRM: Final = re.compile(r"(?:股份|控股|集团|公司|重工|药业|制药|实业|酒业|乳业|茶业|传媒|科技)$")
_NAME: Final = rf"[一-龥A-Za-z]{{2,4}}(?:{_TRADE})"
_CALLED: Final = re.compile(rf"{_NAME}(?!产业|行业|企业|项目|集群|领域|园)[一-龥]")
_VISITED: Final = re.compile(rf"(?:[^，,。]{{0,20}}的|走进|来到|在)?{_NAME}")
_SPEAKER: Final = re.compile(rf"(?:{_TRADE}|企业|厂)$")
_ACHIEVED: Final = re.compile(r"(?P<who>[一-龥A-Za-z]{3,10}?)(?:实现|完成|达成|取得|创造)了?[一-龥]")
_KIND: Final = re.compile(
    r"企业|规上|规模以上|限上|限额以上|产业|行业|集群|全部|整体|项目|园区|工业|农业|经济|领域|主体|民营|外资|业$"
)
_GOODS: Final = re.compile(r"产量|销量|产能|出口")
_TAKEN: Final = re.compile(r"(?:产值|营收|营业收入|销售收入|净利润)$")
_BEFORE_TIME: Final = re.compile(r"(?![全我该本各这其])[一-龥A-Za-z0-9·]{3,8}(?<![业品目体口区县市省镇园链群])")
_BUILT: Final = re.compile(
    r"(?![全我该本各这其])(?P<what>[一-龥A-Za-z0-9]{3,14}?)自?(?:建成|开业|开园|开街|投用|投运|成立)(?:投用|运营)?(?:至今|以来)[，,]?"
)


def is_stranger(words: str, measure: str) -> bool:
    """Whether the words of a figure begin with a name (某某机械产值, 某某实现产值); products have no revenue of their own."""
    if _CALLED.match(words) and not _GOODS.search(measure):
        return True
    achieved = _ACHIEVED.match(words)
    return bool(achieved and not _KIND.search(achieved["who"]) and not ends_as_measure(achieved["who"]))


def somebody(words: str) -> str:
    """Who is named right before a time (某厂今年产值), '' if the words are the measure's own.

    >>> somebody("远帆股份"), somebody("固定资产投资")
    ('远帆股份', '')
    """
    return words if _BEFORE_TIME.fullmatch(words) and not ends_as_measure(words) else ""


def is_maker(who: str, words: str, measure: str) -> bool:
    """Whether it is a firm, and no part of the place, that takes in what is told of `who` or by the words themselves.

    >>> is_maker("青石岭", "产值", "产值"), is_maker("规上企业", "产值", "产值"), is_maker("", "青石岭完成产值", "产值")
    (True, False, True)
    """
    if not _TAKEN.search(measure):
        return False
    return bool(who and not _KIND.search(who)) or is_stranger(words, measure)


def is_firm(name: str) -> bool:
    """Whether a name ends in a word that only firms are called by."""
    return bool(_FIRM.search(name))


def is_visited(clause: str) -> bool:
    """Whether a clause does no more than bring such a name in (走进某某机械, 位于南岸的某某机械)."""
    return bool(_VISITED.fullmatch(clause))


def is_speaker(who: str, post: str) -> bool:
    """Whether a firm speaks, by its speaker's post or by its name."""
    return post in ("董事长", "总经理", "厂长", "总裁") or bool(_SPEAKER.search(who))


def built(text: str, start: int, end: int) -> str:
    """The thing a clause says has stood since it was built, no industry (南街开业至今), '' if none.

    >>> built("南码头开园至今，入驻商户40家", 0, 8)
    '南码头'
    """
    m = _BUILT.match(text, start, end)
    return m["what"] if m else ""
