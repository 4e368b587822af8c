"""定时 Dating: which of the times a page mentions a figure belongs to.

A time governs what follows until another is told, across sentences of a section, never across headings, and never as
a mere base of comparison. A day on which somebody visited a site dates no figure of the sentences after it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from liantu.bulletin.aim import Aim
from liantu.bulletin.anchoring import Anchor, is_aside, is_part, names_list
from liantu.bulletin.batch import goes_on, same_day, tells_batch
from liantu.bulletin.measure import flows
from liantu.bulletin.quote import Quote
from liantu.bulletin.when import Mention, scan

__all__ = ["OPENED", "Clock", "Dated", "names_event"]

_OF_PLAN: Final = re.compile(
    r"(?:[\d.,]{1,12}[万亿]{0,2}(?:美元|元|吨|家|个|亩|人|户|套|项|公里))?(?:的)?(?:目标|任务|计划(?!总?投资|引进|新|建设|完成|于|实施|安排|开|竣工|投产|投用|启动|签约|招引)|预算|时序进度|主要目标)|"
    r"[”’']?的?(?:良好|精彩|圆满|完美|胜利)?(?:开局|收官|规划|蓝图|目标|首年|开篇|起步|确定的)"
)
_YEARLY: Final = re.compile(r"(?:任务|目标|预算)(?:数|额)?$")
_STOP: Final = re.compile(r"[，,；;。:、]")
_CAME_ABOUT: Final = re.compile(
    r"[，,]?(?:正式|成功|顺利)?(?:登陆|上市|在[深上北港科创]|获得|取得|获批|获评|入选|投产|开工|动工|成立|揭牌|挂牌|开业|开园|建成投用|竣工)"
)
_HOPED: Final = re.compile(r"(?:预计|计划|将|拟|有望)[到在于]?$")
_OF_EVENT: Final = re.compile(
    r"(?:全[国省市区县])?[^，。,；;\d]{0,24}?(?:(?:签约|开工|竣工|开竣工|推介|洽谈|奠基)[^，。,；;\d]{0,14}?(?:仪式|活动|大会|现场会|推进会|推介会|洽谈会|会)"
    r"|集中(?:签约|开工|开竣工|竣工)(?=暨|在|[，,。”）)]|$))"
    r"(?!情况|通报|统计|进展|项目|的)"
)
_OF_SEVERAL: Final = re.compile("举[办行]|召开|开展|组织|[共已]|累计|计划|将|拟")
_HEAD: Final = 16  # how far from its beginning a sentence may name the time of its paragraph
_HELD: Final = re.compile(r"举行|举办|召开|开幕|启动|签约仪式|签约活动")
_RITE: Final = re.compile(r"[^，。,；;\d]{2,40}?(?:仪式|签约活动|开工活动)")
_OPENS: Final = re.compile(
    r"(?:前|前后|可|将|有望|内|全面|正式|建成)*(?:投产|投用|达产|建成|竣工|完工|开[业园街馆]|通车|启用|投入使用|投运)"
)
OPENED: Final = re.compile(
    r"(?:[投达][产用]|投入使用|投运|竣工|开[业园街馆]|通车|建成(?:投产|投用|达产)?)(?:以)?后(?!续)"
)
# What a project signed at an event is agreed to be, is agreed on the event's day.
_SIGNED_SIZE: Final = re.compile(r"(?:总?投资|投资额|投资总额|占地|占地面积|用地面积|建筑面积)$")
_OF_PAGE: Final = frozenset(("place", "industry", "several"))
# So are the parts told of what was signed there (根据行业划分，制造业项目4个，总投资4亿元).
_SIGNED: Final = re.compile(r"(?:项目数|项目总投资|^总投资|^总投资额|^投资总额|^协议投资|签约金额)$")
_CARRIED: Final = frozenset(("interval", "until", "point", "since"))
_RECORD: Final = re.compile(r"(?:、[\d一二三四五六七八九十]{1,3}年来)?(?:以来)?(?:的)?(?:首|最|新[高低]|第一)")
_VAGUE: Final = re.compile(r"近年|近几年|近些年|多年|几年|长期|一直|年代")


def names_event(text: str, mention: Mention) -> bool:
    """Whether a time only is part of an event's name (2025年一季度重大项目集中开工仪式) and governs nothing.

    >>> from liantu.bulletin.when import scan
    >>> [names_event(t, scan(t, date(2025, 3, 12))[0]) for t in ("一季度重大项目集中开工", "一季度集中开工情况通报")]
    [True, False]
    """
    named = _OF_EVENT.match(text, mention.end)
    return named is not None and _OF_SEVERAL.search(named[0]) is None


@dataclass(frozen=True, slots=True)
class Dated:
    """A period as told: `text` None where no time is told anywhere; `future` if it lies after publication."""

    text: str | None
    start: date | None
    end: date | None
    future: bool = False
    over: bool = False


def _nested(one: Mention, whole: Mention) -> bool:
    """Whether a bare 全年 follows a part of the same year at once: the part is what was counted."""
    a, b = one.period, whole.period
    same = a.start is not None and b.start is not None and a.start == b.start and a.end != b.end
    return (
        same
        and one.kind == "interval"
        and one.text not in ("今年", "去年", "本年")
        and 0 <= whole.start - one.end <= 24
    )


def _of_plan(dated: Dated, measure: str) -> Dated:
    """A plan told beside what is done so far (完成任务25亿元的80%) is the whole year's."""
    start, end = dated.start, dated.end
    if start is None or end is None or (start.month, start.day) != (1, 1) or start.year != end.year:
        return dated
    last = date(end.year, 12, 31)
    if end == last or not _YEARLY.search(measure):
        return dated
    return Dated(f"{dated.text}（全年）", start, last, dated.future, dated.over)


def _within(until: Mention, year: Mention) -> bool:
    """Whether 今年 right after 截至目前 only says since when: the figure ends where the first says."""
    a, b = until.period, year.period
    if a.end is None or b.start is None or b.end is None or year.start - until.end > 20:
        return False
    return year.text in ("今年", "本年", "当年") and b.start <= a.end <= b.end


def _tells_no_time(text: str, m: Mention) -> bool:
    """Whether a time only names a plan, a list or how long a record has stood (20年来首次)."""
    record = m.kind == "since" and _RECORD.match(text, m.end) is not None
    return record or names_event(text, m) or _OF_PLAN.match(text, m.end) is not None or names_list(text, m)


def _spans_years(m: Mention) -> bool:
    """Whether a time is longer than a year, so that something may grow by the year in it."""
    start, end = m.period.start, m.period.end
    return m.kind == "since" or (start is not None and end is not None and (end - start).days > 366)


def _happened(text: str, m: Mention) -> bool:
    """Whether a month only tells when one thing came about (今年4月登陆北交所)."""
    start, end = m.period.start, m.period.end
    month = start is not None and end is not None and (end - start).days < 31
    return month and _CAME_ABOUT.match(text, m.end) is not None


@dataclass(slots=True)
class Clock:
    """The time in force while a section is read; `title` is the period its document's title names.

    `lead` is the one part of a year a page tells, near its beginning; `batch` says that a sentence goes on with what was
    signed or begun at the event in hand.
    """

    published: date | None
    title: Mention | None = None
    held: Mention | None = field(default=None)
    event: Mention | None = field(default=None)
    planned: frozenset[int] = frozenset()
    ahead: Mention | None = field(default=None)
    opening: Mention | None = field(default=None)
    lead: Mention | None = None
    batch: bool = False
    plan: bool = False
    spans: list[Mention] = field(default_factory=list)
    headed: Mention | None = field(default=None)
    near: bool = False
    anchor: Anchor = field(init=False)
    aim: Aim = field(init=False)

    def __post_init__(self) -> None:
        self.anchor, self.aim = Anchor(self.published), Aim(self.published)
        if self.title is not None:
            self.anchor.settle(self.title.text, [self.title])

    def enter_section(self, headings: Iterable[tuple[str, tuple[Quote, ...]]] = ()) -> None:
        """A heading ends what was in force, and may name the year its section speaks of (2024年主要目标)."""
        self.held = self.event = self.ahead = self.opening = self.headed = None
        headings = tuple(headings)
        for heading, _ in headings:
            named = [m for m in scan(heading, self.published) if m.kind in ("interval", "future") and not m.is_base]
            named = [m for m in named if not names_event(heading, m)]
            self.headed = named[-1] if named else self.headed
            self.anchor.settle(heading, [m for m in named if self._is_past(m)])
        self.aim.enter_section(headings)

    def enter_paragraph(self) -> None:
        """A year to come told at the head of a sentence reaches to the end of its paragraph, a bare 年末 of a yearly page too."""
        self.near = self.batch = False
        if self.held is not None and self.held.text in ("年末", "年底") and self.anchor.told is not None:
            self.held = None

    def enter_sentence(self, text: str, mentions: list[Mention], quotes: tuple[Quote, ...] = ()) -> None:
        """Leave out times that only name a plan (全年目标); remember the day of an event the sentence tells of."""
        self.planned = frozenset(m.start for m in mentions if _tells_no_time(text, m))
        self.aim.enter_sentence(text, mentions, quotes)
        days = [m for m in mentions if m.kind == "event" and m.period.end is not None]
        if days and _HELD.search(text):
            self.event = days[-1]
        elif not days and not same_day(text) and any(_RITE.match(text, m.end) for m in mentions):
            self.event = None
        self.batch = self.event is not None and (tells_batch(text) or (self.batch and goes_on(text)))
        for m in mentions:
            if (
                _OPENS.match(text, m.end)
                and m.period.end is not None
                and self.published is not None
                and m.period.end > self.published
            ):
                self.opening = m

    def date(self, text: str, mentions: list[Mention], at: int, measure: str, kind: str) -> Dated:
        """The period of a figure at `at` of a sentence with these mentions."""
        before = [m for m in mentions if m.start < at and not m.is_base and m.start not in self.planned]
        governing = self.event if kind == "event" and self.event is not None else self._governing(before, kind)
        if self.batch and kind != "firm" and all(m.text == "当日" for m in before):
            governing = self.event
        if not before and OPENED.search(text[:at]):
            return self._opened(self.opening) if self.opening is not None else Dated(None, None, self.published)
        if governing is None or (governing.kind == "event" and kind != "event"):
            soon = next(
                (m for m in mentions if at <= m.start <= at + 24 and m.kind == "interval" and not m.is_base), None
            )
            if soon is not None and not _STOP.search(text, at, soon.start):
                governing = soon
        if "年均" in measure or "年平均" in measure:
            governing = next((m for m in reversed(before) if _spans_years(m)), governing)
        if governing is None and (_SIGNED_SIZE if kind == "park" else _SIGNED).search(measure):
            governing = self.event
        if governing is None:
            governing = self._flowing(self._standing(self.aim.at(at)), measure)
        if (
            governing is None
            and kind in _OF_PAGE
            and flows(measure.partition("占")[0]) is not False
            and not self.aim.at(at)
        ):
            governing = self.lead
        if governing is None:
            return Dated(None, None, self.published)
        return _of_plan(self._resolve(governing, before, measure), measure)

    def dated(self, told: Mention, mentions: list[Mention], measure: str) -> Dated:
        """The period of a figure whose own time a rule has read; none for one told without it.

        上年 after an older year means the year before that one, which no wording here gives: it stays untold.
        """
        ends = [m.period.end for m in mentions if not m.is_base and m.start < told.start]
        ends += [m.period.end for m in (self.held, self.headed, self.title) if m is not None]
        older = told.text == "上年" and told.period.end is not None and any(e and e <= told.period.end for e in ends)
        if not told.text or older:
            return Dated(None, None, None, over=True)
        return self._resolve(told, [told], measure)

    def _standing(self, wanted: bool) -> Mention | None:
        """The time in force for a figure told without one; a goal belongs to no time already past."""
        if self.ahead is not None and (self.plan or self.near or wanted):
            return self.ahead
        told = (self.held, self.headed, self.title, self.anchor.told)
        return next((m for m in told if m is not None and not (wanted and self._is_past(m))), None)

    def _flowing(self, m: Mention | None, measure: str) -> Mention | None:
        """What is counted over a time takes, after a stock of 3月末, the 一季度 that was told before it."""
        if m is None or m.kind != "point" or not flows(measure):
            return m
        return next((span for span in reversed(self.spans) if span.period.end == m.period.end), m)

    def _only_hoped(self, text: str, m: Mention) -> bool:
        """Whether a day to come is only what one thing waits for (预计年底试生产), no time of the next sentence."""
        ahead = self.published is not None and m.period.end is not None and m.period.end > self.published
        return ahead and _HOPED.search(text[max(0, m.start - 4) : m.start]) is not None

    def _is_past(self, m: Mention) -> bool:
        return self.published is not None and m.period.end is not None and m.period.end <= self.published

    def _opened(self, m: Mention) -> Dated:
        """What opens by the end of a year counts from that day; what opens in a span of time, from that span."""
        start, end = m.period.start, m.period.end
        if start is None:
            start, end = end, None
        return Dated(m.text, start, end, future=True)

    def finish(self, text: str, mentions: list[Mention]) -> None:
        """After a sentence: its last plain time stays in force, but not a month told only beside it."""
        first = next((m for m in mentions if not m.is_base), None)
        if first is not None and first.kind in _CARRIED and self._is_past(first):
            self.ahead = None
        for i, mention in enumerate(mentions):
            carried = mention.kind in _CARRIED and not mention.is_base and mention.start not in self.planned
            carried = carried and not _VAGUE.search(mention.text) and not names_event(text, mention)
            carried = carried and not self._only_hoped(text, mention) and not _happened(text, mention)
            if carried and (self.held is not None or "当月" in mention.text) and is_aside(text, mention):
                continue
            if carried and is_part(mention, mentions[max(0, i - 8) : i]):
                continue
            if mention.kind == "future" and not mention.is_base and mention.start not in self.planned:
                head = mention.start < _HEAD
                self.ahead, self.near = (mention if head else self.ahead or mention), self.near or head
            if carried and mention.period.end is not None:
                self.held = mention
                self.spans += [mention] if mention.period.start is not None else []

    def _governing(self, before: list[Mention], kind: str) -> Mention | None:
        if not before:
            return None
        last = before[-1]
        if len(before) > 1 and (until := before[-2]).kind == "until" and _within(until, last):
            return until
        if last.text == "全年" and len(before) > 1 and _nested(before[-2], last):
            return before[-2]
        if last.kind == "event" and kind != "event" and last is not self.event:
            plain = [m for m in before if m.kind != "event"]
            return plain[-1] if plain else (last if self.held is None else self.held)
        return last

    def _resolve(self, m: Mention, before: list[Mention], measure: str) -> Dated:
        period = m.whole_year if m.year_end_of is not None and flows(measure) else m.period
        start, end, text = period.start, period.end, m.text
        if (
            m.kind == "until"
            and before
            and before[-1] is not m
            and _within(m, before[-1])
            and flows(measure) is not False
        ):
            start, text = before[-1].period.start, f"{before[-1].text}…{m.text}"
        if (
            self.published is not None
            and self.published.month <= 3
            and m.text in ("过去一年", "一年来", "一年以来", "过去的一年")
        ):
            year = self.published.year - 1
            return Dated(f"{m.text}（{year}年）", date(year, 1, 1), date(year, 12, 31), over=True)
        if m.kind == "since" and start is not None and self.published is not None and start.year < self.published.year:
            start = None
        if start is None and m.kind == "until" and flows(measure) is not False:
            told = next(
                (b for b in reversed(before) if b is not m and b.period.start and b.period.end and not b.is_base), None
            )
            first = told.period.start if told is not None else None
            if told is not None and first is not None and end is not None and first <= end and first.year == end.year:
                start, text = first, f"{told.text}…{m.text}"
        if end is None and start is None:
            end = self.published
        future = bool(
            self.published and ((start or end) is not None) and (start or end or self.published) > self.published
        )
        if m.kind == "future" and end is not None and self.published is not None:
            future = end > self.published
        over = bool(self.published and end is not None and end <= self.published)
        return Dated(text, start, end, future, over)
