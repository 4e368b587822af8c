"""时间 every mention of a time in a text, with the days it stands for and whether it only serves comparison.

    >>> [(m.text, m.period.say(), m.is_base) for m in scan("1-10月增速较上半年回落", date(2023, 12, 22))]
    [('1-10月', '2023年1–10月', False), ('上半年', '2023年上半年', True)]

A comparison base (较上半年, 比1-9月, 去年同期, 是2012年的3倍) does not govern what follows. 去年底 names a day for a stock and
the whole year for a flow: `year_end_of` carries the year. Without a date of publication an unstated year stays open
and the period has no days.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from liantu.figure import Period
from liantu.figure.phrase import Phrase, find

__all__ = ["Kind", "Mention", "scan"]

Kind = Literal["point", "interval", "until", "since", "future", "event"]

_BASE_BEFORE = re.compile(
    r"(?:比|较|与|同|跟|低于|高于|快于|好于|优于|多于|少于|超过|超|相当于|对比|相比|之于|不及)(?:于|起|我?[区市省县])?$"
)
_REACHES = re.compile(r"(?:排到了?|排至|排期到|排产到|排产至|安排到)$")
_FROM_BEFORE = re.compile(r"[由从]$")
_BASE_AFTER = re.compile(r"(?:的)?(?:同期|相比|相较|的水平)|的\s?\d+(?:\.\d+)?倍|的[一二两三四五六七八九十]+倍")
_JOINED = re.compile(r"[、和及与]|以及")
_SAME_TIME = re.compile(r"同期")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention at `start`:`end`; `text` is the folded wording and `period` carries it too."""

    start: int
    end: int
    text: str
    period: Period
    kind: Kind
    is_base: bool = False
    year_end_of: int | None = None

    @property
    def whole_year(self) -> Period:
        """What a flow means by 去年底: the whole of that year; otherwise the period itself.

        >>> scan("去年底营收", date(2023, 12, 22))[0].whole_year.say()
        '2022年全年'
        """
        if self.year_end_of is None:
            return self.period
        return Period(date(self.year_end_of, 1, 1), date(self.year_end_of, 12, 31), self.text)


def scan(text: str, published: date | None) -> list[Mention]:
    """Every mention of a time in folded `text`, left to right; clock times are left to the number account."""
    mentions: list[Mention] = []
    previous: Phrase | None = None
    for phrase in find(text, published):
        if phrase.kind == "clock":
            continue
        mention = _mention(text, phrase)
        if (
            previous is not None
            and mentions
            and mentions[-1].is_base
            and _JOINED.fullmatch(text[previous.end : phrase.start])
        ):
            mention = _mention(text, phrase, is_base=True)
        mentions.append(mention)
        previous = phrase
    return mentions


def _mention(text: str, phrase: Phrase, is_base: bool = False) -> Mention:
    base = is_base or _compares(text, phrase)
    kind: Kind = phrase.kind if phrase.kind != "clock" else "event"
    period = Period(phrase.first, phrase.last, phrase.text)
    return Mention(phrase.start, phrase.end, phrase.text, period, kind, base, phrase.year_end_of)


def _compares(text: str, phrase: Phrase) -> bool:
    if _SAME_TIME.search(phrase.text):
        return True
    before = text[max(0, phrase.start - 6) : phrase.start]
    if _REACHES.search(before):
        return True
    if _FROM_BEFORE.search(before) and text.startswith("的", phrase.end):
        return True
    return _BASE_BEFORE.search(before) is not None or _BASE_AFTER.match(text, phrase.end) is not None
