"""年份与当月 Anchoring: which year 全年 and 年末 mean, and which month 当月 means, on a page that has told it before.

A yearly bulletin comes out in spring and says its year once, in its first sentence; every 全年 after it is that year.
当月 is the last month of the period just told, not the month the page came out in.

    >>> from datetime import date
    >>> from liantu.bulletin.when import scan
    >>> year = Anchor(date(2023, 4, 20))
    >>> year.settle("2022年，全县平稳。", scan("2022年，全县平稳。", date(2023, 4, 20)))[0].period.say()
    '2022年全年'
    >>> year.settle("全年粮食产量20万吨", scan("全年粮食产量20万吨", date(2023, 4, 20)))[0].period.say()
    '2022年全年'
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from liantu.bulletin.when import Mention
from liantu.figure import Period

__all__ = ["Anchor", "is_aside", "is_part", "lead", "names_list"]

_OF_LIST: Final = re.compile(r"度?(?!入选|列入|上榜|公布|发布|新|公示|以来)[^，。,；;\d的]{2,14}?名单")
_WHOLE: Final = frozenset("全年 年末 年底 年内".split())
_OWN_MONTH: Final = frozenset("当月 本月 当月份 本月份".split())
_WANTED: Final = re.compile(r"(?:预计|力争|确保|有望|目标|将|争取|计划|预期|任务|完成|占|为|超|达到?|[到至])$")
_PLAN: Final = re.compile(r"(?:的)?(?:目标|任务|计划|预算|时序进度|预期)")
_YEAR_LONG: Final = 364
_ASIDE: Final = re.compile(r"其中[，,:：]?$")
_TURNED: Final = re.compile(r"由[负降升正跌]转")


def names_list(text: str, m: Mention) -> bool:
    """Whether a time only is part of a list's name (2024年度绿色制造名单) and dates nothing."""
    return _OF_LIST.match(text, m.end) is not None


@dataclass(slots=True)
class Anchor:
    """The year a page is about, once it has said so (`told` is where), and the last month it has told.

    `near` is the year over that was told last, until the running year is named.
    """

    published: date | None
    year: int | None = None
    told: Mention | None = None
    asked: bool = False
    last: date | None = None
    near: int | None = None

    def settle(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """The mentions of a sentence with the page's own year and month put into the bare ones.

        A month in which something only turned (在11月份由负转正) dates no figure.
        """
        return [self._settle(text, m) for m in mentions]

    def _settle(self, text: str, m: Mention) -> Mention:
        if m.text in _WHOLE:
            return self._of_year(text, m)
        if _TURNED.match(text, m.end):
            return replace(m, is_base=True)
        if m.text in _OWN_MONTH and self.last is not None and not m.is_base:
            said = f"{self.last.month}月{m.text}"
            return replace(m, text=said, period=Period(self.last.replace(day=1), self.last, said))
        if not names_list(text, m):
            self._learn(m)
        return m

    def _learn(self, m: Mention) -> None:
        if m.is_base or m.kind not in ("interval", "until", "point") or m.period.end is None:
            return
        if m.kind == "interval" and m.period.start is not None and (m.period.end - m.period.start).days < 370:
            self.last = m.period.end
        past = self._past_year(m.period)
        if past is not None or (self.published is not None and m.period.end.year >= self.published.year):
            self.near = past
        if not self.asked:
            self.asked = True
            self.year = self._past_year(m.period)
            self.told = m if self.year is not None and not m.text.startswith(("去年", "上年", "前年")) else None

    def _past_year(self, period: Period) -> int | None:
        """The year of a whole year already over, None for any other period."""
        start, end = period.start, period.end
        if start is None or end is None or self.published is None or end >= self.published:
            return None
        whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
        return start.year if whole else None

    def _of_year(self, text: str, m: Mention) -> Mention:
        """The year told last before it; 预计全年 right after a year that is over means that year."""
        end, year = m.period.end, self.near or self.year
        if year is None or end is None or end.year == year:
            return m
        wanted = _WANTED.search(text[max(0, m.start - 6) : m.start])
        if (wanted and not (self.near and wanted[0] == "预计")) or _PLAN.match(text, m.end):
            return m
        if m.text == "全年":
            return replace(m, period=Period(date(year, 1, 1), date(year, 12, 31), m.text))
        return replace(m, period=Period(None, date(year, 12, 31), m.text), kind="point")


def lead(text: str, named: list[Mention], published: date | None, reach: int) -> Mention | None:
    """The one part of a year that a page tells, if it does so in its first `reach` characters: it dates what nothing else does.

    >>> from liantu.bulletin.when import scan
    >>> said, day = "前三季度，甲县产值5亿元。\\n服务业增长3%。", date(2023, 11, 2)
    >>> lead(said, scan(said, day), day, 14).text
    '前三季度'
    >>> said = "前三季度，甲县产值5亿元。\\n10月份服务业增长3%。"
    >>> lead(said, scan(said, day), day, 14) is None
    True
    """
    spans = [m for m in named if m.kind == "interval" and not m.is_base and not names_list(text, m) and _in_year(m)]
    first = spans[0] if spans else None
    if first is None or first.start > reach or published is None:
        return None
    one = all((m.period.start, m.period.end) == (first.period.start, first.period.end) for m in spans)
    return first if one and first.period.end is not None and first.period.end <= published else None


def _in_year(m: Mention) -> bool:
    start, end = m.period.start, m.period.end
    return start is not None and end is not None and (end - start).days < _YEAR_LONG


def is_part(m: Mention, told: list[Mention]) -> bool:
    """Whether a month or quarter is part of a longer time that the same sentence told before it (上半年…，6月…)."""
    start, end = m.period.start, m.period.end
    if start is None or end is None or m.kind != "interval":
        return False
    return any(
        w.period.start is not None
        and w.period.end is not None
        and w.period.start <= start
        and end <= w.period.end
        and (end - start).days < (w.period.end - w.period.start).days < _YEAR_LONG
        for w in told
        if w.start < m.start and w.kind == "interval" and not w.is_base
    )


def is_aside(text: str, m: Mention) -> bool:
    """Whether a single month is told only beside a longer time (…，其中10月当月…) and does not stay in force.

    >>> from liantu.bulletin.when import scan
    >>> said = "产值5亿元，其中10月当月1亿元"
    >>> is_aside(said, scan(said, date(2023, 12, 1))[0])
    True
    """
    start, end = m.period.start, m.period.end
    if start is None or end is None or (start.year, start.month) != (end.year, end.month) or start.day != 1:
        return False
    return m.text.endswith(("当月", "本月", "单月")) or _ASIDE.search(text[max(0, m.start - 4) : m.start]) is not None
