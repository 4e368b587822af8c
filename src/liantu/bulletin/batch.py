"""当天的项目 Batch: sentences that go on with what was signed or begun at the event told before.

>>> tells_batch("当天签约的9个项目中，甲区3个。"), tells_batch("签约的9个项目，来自6个专班。"), tells_batch("今年签约9个项目。")
(True, True, False)
>>> goes_on("其中，甲区3个。"), goes_on("全市现有企业9家。")
(True, False)
"""

import re
from typing import Final

__all__ = ["goes_on", "same_day", "tells_batch"]

_BACK: Final = re.compile(
    r"(?:^|[，。,；;“])(?:据(?:介绍|了解|悉|统计)[，,])?(?:在)?(?:"
    r"(?:当[日天]|同[日天]|此次|本次|这次|此批|本批|这批|活动|现场|活动现场|仪式现场)(?:现场)?(?:共|集中|新)*(?:签约|签下|开工|竣工|投产|落地|活动|仪式|签订)"
    r"|(?:活动|仪式|现场|签约仪式|开工仪式)(?:上|中|现场)[，,]?"
    r"|(?:集中)?(?:签约|开工|竣工)的?(?:这)?\d{1,4}个(?:[一-龥]{0,6})项目)"
)
_ON: Final = re.compile(
    r"\s?(?:其中|从[^，,。；]{2,12}看|按[^，,。；]{2,12}[分看]|这些项目|上述项目|项目(?:涵盖|涉及|总投资|中))"
)
_SAME_DAY: Final = re.compile(r"(?:^|[，。,；;])\s?(?:同[一]?[日天]|当[日天])")


def tells_batch(text: str) -> bool:
    """Whether a sentence speaks of what was signed or begun on the day in hand."""
    return _BACK.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a sentence takes apart what the one before it told."""
    return _ON.match(text) is not None


def same_day(text: str) -> bool:
    """Whether a sentence tells of another event of the day in hand."""
    return _SAME_DAY.search(text) is not None
