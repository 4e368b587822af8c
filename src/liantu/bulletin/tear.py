"""Signs that a line was torn: it stops before its sentence does, or opens in the middle of one.

Only grammar and quotation marks speak here; what the lines are about is weighed in `order`.
"""

import re
from functools import lru_cache

__all__ = ["head_strength", "junction_fits", "lacks_opening", "leaves_open", "number_fits", "stops_midway"]

_SIGNS = re.compile("[“”]")
_ENDS = tuple("。！？!?；;…：:")
_DOTTED = re.compile(r"[%一-龥]\.")
_CLOSING = '”’」』）)"'
_PARTICLE = re.compile(r"^(?:[，,。；;、：:”’）)》]|了|着|过[^去程]|的|地[^区处方铁]|得[^知益到]|以来|之一|等[^待]|们)")
_VERB_HEAD = re.compile(
    r"^(?:是|为[^了进推加贯落]|实现|达到?|增长|同比|占[^地]|较|成为|从而|并[^非]|而[^且今]|也|以及|和[^谐]|与[^会此]|及[^时]|或[^许]"
    r"|至[今此]?|突破|完成|分别|下降|上升)"
)
_OPENERS = (
    "目前 如今 同时 此外 其中 近年来 据悉 今年 当前 另外 据介绍 据了解 接下来 下一步 日前 近日 去年 随后 比如 例如 首先 其次 最后 "
    "与此同时 截至目前 今年以来 近年 未来 今后 去年底 年初 年底 一方面 另一方面 不仅如此 在此基础上 事实上 上半年 前三季度 全年 本月初 "
    "前不久 今天 昨日 昨天 当天 当日 会上 现场 不久前 去年来 截至今 按计划 数据上 据统计 据统计 值得注意 春节 冬日 夏日 数据显示 活动现场 会议指出 会议强调"
).split()
_WHEN = re.compile(r"[里来后前时天年月日初底中上下黑账]$")
_VERB_TAIL = re.compile(
    r"(?:引进|培育|实现|达到|建成|形成|获得|引入|推动|打造|完成|吸引|成为|发展|建设|签约|集聚|推进|开展)$"
)
_NOUN_HEAD = re.compile(r"^[一-龥A-Za-z0-9“《]")
_TIME_HEAD = re.compile(r"^(?:在?今年|目前|去年|近年|日前|近日|截至|如今|前不久|20\d\d年|\d+月)")


def stops_midway(text: str) -> bool:
    """Whether a line stops before its sentence is over.

    >>> stops_midway("近年全区引进培育"), stops_midway("签约3个项目。”")
    (True, False)
    """
    told = text.rstrip().rstrip(_CLOSING)
    return not (told.endswith(_ENDS) or _DOTTED.fullmatch(told, max(0, len(told) - 2)))


def leaves_open(text: str) -> bool:
    """Whether a line opens a quotation and does not close it.

    >>> leaves_open("他说：“今年"), leaves_open("形成“一核”格局")
    (True, False)
    """
    return _depth(text)[0] > 0


def lacks_opening(text: str) -> bool:
    """Whether a line closes a quotation that was opened elsewhere.

    >>> lacks_opening("实现产值5亿元。”他说")
    True
    """
    return _depth(text)[1] < 0


@lru_cache(maxsize=1024)
def _depth(text: str) -> tuple[int, int]:
    depth = lowest = 0
    for sign in _SIGNS.findall(text):
        depth += 1 if sign == "“" else -1
        lowest = min(lowest, depth)
    return depth, lowest


_NUMBER_TAIL = re.compile(r"\d[\d.,]{0,30}$")
_SCALE_TAIL = re.compile(r"\d[万亿]$")
_COUNTED = "万亿千百余多元个家户亩吨件项条人台套辆倍所座名位次年月日%‰"
_NUMBER_HEAD = re.compile(
    rf"^(?:[.,]?\d+(?:\.\d+)?(?:[{_COUNTED}]|公里|平方)|[.,]\d|[%‰]|个百分点|[万亿]+(?:[元美吨人亩平千立套件只辆台户度支条标株]|以上|多)"
    r"|(?:[元家亩吨辆户]|年|月|余[家个万人]|多[家个万人])(?=[，。；、,;底末初全]|$))"
)
_DATE_HEAD = re.compile(r"^20\d\d年|^1?\d(?:月|-1?\d月)")
_DATE_TAIL = re.compile(r"(?<!\d)(?:20|1?\d-)$")


@lru_cache(maxsize=1024)
def _tail(text: str) -> tuple[bool, bool, bool, bool]:
    """Whether a line ends in a number, in a number's scale, in the middle of a date, in a verb that wants its object."""
    return (
        _NUMBER_TAIL.search(text) is not None,
        _SCALE_TAIL.search(text) is not None,
        _DATE_TAIL.search(text) is not None,
        _VERB_TAIL.search(text) is not None,
    )


def number_fits(tail: str, head: str) -> float:
    """Whether a number goes on over a seam: 3 where both halves want each other, below 0 where one wants in vain.

    >>> number_fits("营收4", ".9亿元，同比增长4%。"), number_fits("营收4", "今年，全县签约。"), number_fits("营收", "今年")
    (3.0, -3.0, 0.0)
    """
    number, scale, dated, _ = _tail(tail)
    if scale:
        return 3.0 if head[0] in "元吨美平千人户亩" and _NUMBER_HEAD.match(head) else 0.0
    if _DATE_HEAD.match(head):
        return 2.0 if dated else -3.0 if number else 0.0
    wants = bool(_NUMBER_HEAD.match(head))
    if number:
        return 3.0 if wants else 0.0 if head[0] in "，。；、,;)个家户条名项" else -3.0
    return -4.0 if wants and not head[0].isdigit() else 0.0


@lru_cache(maxsize=1024)
def head_strength(text: str) -> float:
    """How plainly a line opens in the middle of a sentence, 0 to 1.

    >>> head_strength("了两家企业，形成集群。"), head_strength("今年，全县签约3个项目。")
    (1.0, 0.0)
    >>> head_strength("飘香，处处是人。"), head_strength("一年里，全县签约。")
    (0.9, 0.0)
    """
    if _PARTICLE.match(text) or lacks_opening(text) or (_NUMBER_HEAD.match(text) and not _DATE_HEAD.match(text)):
        return 1.0
    clause = re.split(r"[，,]", text, maxsplit=1)[0]
    if 0 < len(clause) <= 3 and len(clause) < len(text) and clause not in _OPENERS and "。" not in clause:
        return 0.0 if _WHEN.search(clause) else 0.9
    return 0.7 if _VERB_HEAD.match(text) else 0.0


def junction_fits(tail: str, head: str) -> float:
    """How well the last words of one line and the first of another make one phrase, about -1.5 to 1.5.

    >>> junction_fits("近年引进培育", "了两家企业") > junction_fits("近年引进培育", "今年以来，")
    True
    """
    return number_fits(tail, head) or _phrase_fits(tail, head)


def _phrase_fits(tail: str, head: str) -> float:
    if tail[-1] == "、":
        return -1.0 if _PARTICLE.match(head) or _VERB_HEAD.match(head) or _TIME_HEAD.match(head) else 1.0
    if tail[-1] in "，,":
        return 0.0 if _PARTICLE.match(head) else 0.5
    if _TIME_HEAD.match(head):
        return -1.5
    if _tail(tail)[3]:
        return 1.5 if head[0] in "了着" else (0.3 if _NOUN_HEAD.match(head) else 0.0)
    if head_strength(head) >= 0.7:
        return 0.5
    return 0.0
