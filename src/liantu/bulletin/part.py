"""分项 Part: a kind of projects counted right before money keeps its name in the money's measure.

“先进制造业项目17个，总投资144亿元”: the 144亿元 are that kind's, and the place has more. The whole needs no such word.

    >>> of_part("总投资", "先进制造业项目数"), of_part("总投资", "集中签约项目数")
    ('先进制造业项目总投资', '总投资')
    >>> of_part("税收", "先进制造业项目数")
    '税收'
"""

import re
from typing import Final

__all__ = ["is_part", "of_part"]

_WHOLE: Final = re.compile(
    r"(?:共|累计|新|已|集中|现场|全年|引进|招引|签约|开工|竣工|开竣工|投产|落地|落户|实施|列入|入库|招商引资|招商|重大|重点|产业|拟|建设|在建|安排|铺排|"
    r"推介|合同|正式|优质|好|大|省市|省|市|级)*项目数"
)
_MONEY: Final = re.compile(
    r"(?:计划|协议|正式|合同|年度|拟|签约|当年|年度计划|总)*(?:投资|投资额|投资总额|总投资额|总额|金额|资金|引资额|引资)"
)

_ALL_IN: Final = frozenset("总投资 投资总额 总投资额 投资额".split())
_STATE: Final = re.compile(r"(?:开工|在建|续建|竣工|投产|实施|储备|重点|重大)[^数]{0,6}项目数$")


def is_part(measure: str) -> bool:
    """Whether a count is of a kind of projects and not of all of them."""
    return measure.endswith("项目数") and _WHOLE.fullmatch(measure) is None


def of_part(measure: str, counted: str, event: bool = False) -> str:
    """The measure of money told right behind a count, with the kind that was counted.

    Projects by their state (在建, 新开工) are a kind of a place's projects too; an event has no others.
    """
    kind = is_part(counted) or (not event and measure in _ALL_IN and bool(_STATE.search(counted)))
    return counted.removesuffix("数") + measure if kind and _MONEY.fullmatch(measure) else measure
