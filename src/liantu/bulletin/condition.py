"""条件 amounts that choose what is counted and are not themselves counted: 投资1亿元以上项目63个, 超10亿元企业6家.

    >>> is_condition("投资1亿元以上项目63个", 2, 5), is_condition("投资1亿元以上。", 2, 5)
    (True, False)

A label of size (百亿级产业, 千亿园区) is neither condition nor value: `is_label`.
"""

import re

__all__ = ["is_condition", "is_criterion", "is_label", "is_reached"]

_NOUN = (
    "项目|企业|产业|集群|单位|团队|工程|平台|公司|园区|楼宇|产品|合同|订单|商户|品牌|市场主体|主体|大户|人才|客商|签约|"
    "工业|农户|家庭|法人|县|镇|村|强|经营户|外资|设备|机组|重点|制造业|服务业|楼宇|楼(?![市面层上])"
)
_GAP = r"(?:(?![建完实现推引达投用支带是])[一-鿿]){0,8}?"
_NEAR_GAP = r"(?:(?![建完实现推引达投用支带是])[一-鿿]){0,5}?"
_FROM = re.compile(rf"\s?(?:及以上|以上|及以下|以下|级)的?{_GAP}(?:{_NOUN})")
_FROM_COUNT = re.compile(r"\s?(?:及以上|以上|以下)的?(?:有|达|共|为)?\d+(?:多|余)?[个家户人名项笔栋]")
_BELOW = re.compile(r"\s?(?:及以下|以下)(?:的)?(?:固定资产|工业|民间|项目)?投资")
_RATE_FROM = re.compile(rf"\s?(?:及以上|以上|以下)的?{_NEAR_GAP}(?:{_NOUN})(?:[一-鿿]{{0,4}}\d)")
_OVER = re.compile(r"(?:超过?|过|逾|破|不低于|不少于)$")
_OVER_NOUN = re.compile(rf"(?:投资)?(?:{_NOUN})|的?{_NEAR_GAP}(?:{_NOUN})(?:[一-鿿]{{0,4}}|\([一-鿿]{{1,6}}\))\d")
_OVER_COUNT = re.compile(r"(?:以上)?的(?:有|达|共|为)?\d+(?:多|余)?[个家户人名项笔栋]")
_EACH = re.compile(
    r"\d[家个户](?:企业|项目|公司|集群|园区|产业)?(?:年度?)?(?:主?营?业?务?收入|产值|总产值|营收|销售收入|销售额|税收|纳税|总?投资额?|规模)?"
    r"(?P<how>均?(?:超过?|突破|过|破)|达到?|在)$"
)
_END = re.compile(r"(?:以上)?(?:[，,。；;、()（）]|$)")
_COUNTED = re.compile(rf"(?:{_NOUN})(?:有|达|共|为|数)?\d")
_LABEL = re.compile(r"元?(?:级|产业|园区|集群|企业|工程|项目|强|俱乐部|赛道|市场|板块|军团|阵营|镇|县|村|斤)")
_CRITERION = re.compile(
    r"(?:需|须|应|应当|还要)(?:同时)?(?:满足|具备|符合|突出)|(?:认定|评选|申报|准入|入选)(?:的)?(?:标准|条件|门槛)(?![的化])"
)
_OVER_LIST = re.compile(rf"(?:[、和或][\d.]{{1,8}}[百千万亿]{{0,2}}元){{1,4}}(?:以上)?的{_NEAR_GAP}(?:{_NOUN})")
_REACHED = re.compile(r"(?:达到?|突破|超过?|迈上|跨越|跃上|站上|破|过|近|冲刺|约)了?$")


def is_condition(text: str, start: int, end: int, rate: bool = False) -> bool:
    """Whether the amount at `start`:`end` only chooses which projects or firms are counted.

    >>> is_condition("超10亿元企业有6家", 1, 5), is_condition("增长10%以上企业5家", 2, 5, rate=True)
    (True, True)
    """
    if rate:
        return _RATE_FROM.match(text, end) is not None
    if _FROM.match(text, end) or _FROM_COUNT.match(text, end) or _COUNTED.match(text, end) or _BELOW.match(text, end):
        return True
    if _is_of_each(text, start, end):
        return True
    over = _OVER_NOUN.match(text, end) or _OVER_COUNT.match(text, end) or _OVER_LIST.match(text, end)
    return _OVER.search(text[max(0, start - 3) : start]) is not None and over is not None


def _is_of_each(text: str, start: int, end: int) -> bool:
    """Whether the amount only says which of those counted right before are meant: 其中12家产值超10亿元."""
    each = _EACH.search(text[max(0, start - 24) : start])
    if each is None or not _END.match(text, end):
        return False
    return each["how"] not in ("达", "达到", "在") or text.startswith("以上", end)


def is_criterion(sentence: str) -> bool:
    """Whether a sentence sets out what must be met and so tells of nobody.

    >>> is_criterion("申报企业须满足营收1亿元以上。"), is_criterion("企业营收1亿元。")
    (True, False)
    """
    return _CRITERION.search(sentence) is not None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the number at `start`:`end`, ending in 万 or 亿, labels a size instead of stating one.

    >>> is_label("百亿级产业", 0, 2), is_label("余额达10000亿级规模", 3, 9)
    (True, False)
    """
    return text[end - 1] in "万亿" and _LABEL.match(text, end) is not None and not is_reached(text, start)


def is_reached(text: str, start: int) -> bool:
    """Whether a word of attainment stands right before `start`: 突破, 达到, 迈上.

    >>> is_reached("营收突破百亿", 4)
    True
    """
    return _REACHED.search(text[max(0, start - 4) : start]) is not None
