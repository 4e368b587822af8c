"""意向 Aim: whether a passage tells what is wanted, though its figures carry no verb that says so.

A work report turns from the year done to the year to come with one heading (2024年工作安排) or one sentence
(主要预期目标是：…); everything after it is a goal until a time already past is told again.

    >>> aims("二、2024年主要目标"), aims("一、2023年工作回顾"), aims("主要目标完成情况")
    (True, False, False)
    >>> opens("今年主要预期目标是：产值增长6%左右。"), opens("产值完成年度目标的80%。")
    (True, False)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from liantu.bulletin.quote import Quote
from liantu.bulletin.when import Mention

__all__ = ["Aim", "aims", "opens", "plans"]

_AHEAD: Final = re.compile(
    r"(?:工作|总体|发展|主要|预期|行动|具体|规划|建设|阶段|奋斗|重点)(?:目标|任务|安排|打算|部署|计划|思路|举措)|"
    r"(?:重点|主要)工作|工作(?:重点|要点)|(?:目标|指标)(?:任务|体系)?$|展望|下一步|下步|今后|未来"
)
_BEHIND: Final = re.compile(r"完成|回顾|总结|成效|成绩|成就|落实|进展|实现了|现状|基础|情况|来$|以来")
_TOLD: Final = re.compile(
    r"(?:预期|主要|发展|奋斗|总体|具体|工作|年度|规划|量化|细化)的?(?:工作)?(?:目标|指标)(?:任务)?(?:建议)?(?:分别)?(?:是|为(?!导)|如下|包括|安排|设定|定为|[:：])|"
    r"(?:提出|明确|确定|设定|制定)了?[^，。；]{0,30}?(?:目标(?!任务完成|完成)|愿景)|"
    r"(?:拟|将|要)(?:继续)?(?:从|做好|实施|抓好|围绕|重点抓好)以?下|"
    r"(?:今后|未来)[一二三四五六七八九十两\d]{1,2}(?:个月|年)|"
    r"(?:20\d\d年|今年|新的一年|下一步|下一阶段|接下来)[，,]?我[们市县区州省镇](?:将|要|会)"
)
# The work to come is told in bare verbs, clause by clause; what is done has its 已, 了 or growth.
_BIDDEN: Final = re.compile(
    r"(?:^|[，,；;。])(?:深入|全面|加快|大力|积极|持续|扎实|着力|充分|统筹|协同|有序|稳步|努力)*"
    r"(?:推动|推进|实施|打造|建设|培育|优化|突破|健全|完善|强化|办好|争创|支持|抓好|整合|做好|加快|开展|弘扬|发挥|构建|锚定|新增|提升|融入|抢抓|培植|挖掘|活化|带动|引进|发展|落实|实现|确保)"
)
_MEANT: Final = re.compile(r"我们(?:将|要)|力争|争取(?!到)|确保|努力(?:实现|打造|建成)")
_HAPPENED: Final = re.compile(
    r"同比|环比|[成到立现创破动过]了|已[经建成投完实开有达]|先后|截至|目前|今年以来|以来|日前|近日|去年|上年|累计|记者|据悉|据了解|举行|召开|介绍"
)
_MANY: Final = 8
_CLAUSE: Final = re.compile(r"[，,；;。:]")
_DONE: Final = re.compile(r"完成|实现了|超额|兑现|回顾")


def aims(heading: str) -> bool:
    """Whether a heading stands over what is wanted."""
    return bool(_AHEAD.search(heading)) and not _BEHIND.search(heading)


def opens(text: str) -> bool:
    """Whether a sentence turns to what is wanted."""
    m = _TOLD.search(text)
    return m is not None and _DONE.search(_CLAUSE.split(text[: m.start()])[-1]) is None


def plans(text: str) -> tuple[Quote, ...]:
    """Where a page says that it only lists work to come, as an excerpt of a work report does; nowhere if it tells what has happened."""
    meant = _MEANT.search(text)
    if meant is None or _HAPPENED.search(text):
        return ()
    bidden = sum(1 for _ in _BIDDEN.finditer(text))
    listed = bidden >= _MANY and 3 * bidden >= len(_CLAUSE.findall(text))
    return (Quote(*meant.span()),) if listed else ()


@dataclass(slots=True)
class Aim:
    """Whether the sentence in hand is told as a goal; `published` parts what is past from what is to come.

    `heading` and `told` are the places in the document that say so; `whole` that all of the document lists work to come.
    """

    published: date | None
    heading: tuple[Quote, ...] = ()
    told: tuple[Quote, ...] = ()
    start: int = -1
    whole: tuple[Quote, ...] = ()

    def enter_section(self, headings: Iterable[tuple[str, tuple[Quote, ...]]]) -> None:
        """The nearest of the headings above that says which way it looks decides."""
        self.heading = self.told = ()
        for heading, quotes in headings:
            if aims(heading):
                self.heading = quotes
            elif _BEHIND.search(heading):
                self.heading = ()

    def enter_sentence(self, text: str, mentions: Iterable[Mention], quotes: tuple[Quote, ...]) -> None:
        """A time already past ends what was wanted; a sentence that opens goals starts it."""
        self.start = 0 if self.told or self.heading or self.whole else -1
        if (m := _TOLD.search(text)) and opens(text):
            self.told, self.start = quotes, m.start() if self.start < 0 else 0
        elif self._past(next((m for m in mentions if not m.is_base), None)):
            self.told, self.start = (), -1

    def at(self, place: int) -> bool:
        """Whether the figure at `place` of the sentence is a goal by what was said before it."""
        return 0 <= self.start <= place

    @property
    def said(self) -> tuple[Quote, ...]:
        """Where it says that these are goals: a sentence before, the heading, or any place of a page of goals."""
        return self.told or self.heading or self.whole

    def _past(self, m: Mention | None) -> bool:
        if m is None or m.period.end is None or self.published is None:
            return False
        return m.period.end <= self.published and m.kind in ("interval", "until", "point", "since")
