"""“规上企业由2016年的30家增加到56家。” “城镇化率从50%提高到62%。” What it was, and what it has become.

The new figure is the level of the time in force; the old one belongs to the time told with it, or to none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import UNTOLD, Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.telling import Telling
from liantu.bulletin.when import Mention

__all__ = ["find"]

_BECAME: Final = re.compile(
    r"^(?:以上|左右|[一-龥]{0,4})[，,]?(?:再|已|又)?(?:大幅|进一步|快速|稳步|逐步|迅速|持续|成功)?"
    r"(?:增加|增长|提高|提升|上升|扩大|发展|壮大|下降|降低|减少|降|增|升|优化|调整|跃升|攀升|回落|缩小|压减|拓展|变|提|缩短|跨越|改善)"
    r"(?:到|至|为|成)了?(?:[^，,；;。\d]{0,8}|\d{4}年[底末]?)的?(?:约|近|超过?|突破|逾)?$"
)
_FROM: Final = re.compile(r"(?:由|从)(?P<was>[^，,；;。]{0,14})$")
_BEFORE_NOW: Final = re.compile(
    r"^(?:原来|最初|当初|过去|以前|起初|当年|刚开始|成立之初|建[园区场]之初|不足|不到|仅)?(?:的|有)?$"
)
_SHARE: Final = re.compile(r"占比|比重|份额")
_OF: Final = re.compile(r"占(?P<of>[^，,占]{1,20}?)的?(?:比重|比例|份额)$")


def find(line: Line) -> Iterator[Candidate]:
    """Both ends of each rise or fall told from one level to another."""
    for was, now in zip(line.tellings, line.tellings[1:], strict=False):
        if was.unit != now.unit or was.unit == "pp" or not _BECAME.search(line.between(was, now)):
            continue
        told = _FROM.search(line.text[: was.quantity.around[0] or was.quantity.start], was.left)
        if told is None:
            continue
        start = told.start("was")
        time = next((m for m in reversed(line.mentions) if start <= m.start < was.quantity.start), None)
        words = told["was"].replace(time.text, "", 1) if time is not None else told["was"]
        if not _BEFORE_NOW.search(words):
            continue
        yield from _both(was, now, time)


def _both(was: Telling, now: Telling, time: Mention | None) -> Iterator[Candidate]:
    measure = was.measure if was.named else now.measure
    if not measure:
        return
    aspect = Aspect.SHARE if was.unit == "%" and _SHARE.search(measure) else Aspect.LEVEL
    if aspect is Aspect.SHARE and (of := _OF.search(measure)):
        measure = f"{measure[: of.start()]}占{of['of']}比重"
    yield Candidate(was, aspect, "risen", Decimal("0.85"), was.subject, measure, when=time or UNTOLD)
    yield Candidate(now, aspect, "risen", Decimal("0.85"), was.subject, measure)
