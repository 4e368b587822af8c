"""候选 Candidate: what one rule makes of one figure, before period, modality and the gate have spoken."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from liantu.bulletin.place import Place
from liantu.bulletin.reading import Aspect
from liantu.bulletin.telling import Telling
from liantu.bulletin.when import Mention
from liantu.figure import Period

__all__ = ["UNTOLD", "Candidate", "Line", "Rule"]

_APIECE: Final = re.compile(r"分别[^，,。；;:\d]{0,12}$")
UNTOLD: Final = Mention(0, 0, "", Period(None, None, ""), "point")

_NEXT_TO: Final = re.compile(r"(?:的|实绩|完成|为|是|\s)*")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the rules see it: folded `text`, its times and its figures in order."""

    text: str
    tellings: tuple[Telling, ...]
    mentions: tuple[Mention, ...]
    published: date | None
    place: Place
    head: str = ""

    def between(self, one: Telling, other: Telling) -> str:
        """The words between two figures."""
        return self.text[one.quantity.end : other.quantity.start]

    def unpaired(self, telling: Telling) -> bool:
        """Whether a figure opens a list told with 分别, which belongs to names or times and never to one of them."""
        after = next((t for t in self.tellings if t.quantity.start >= telling.quantity.end), None)
        listed = after is not None and after.unit == telling.unit and self.between(telling, after) in ("、", "和", "及")
        return (
            listed
            and _APIECE.search(self.text[max(0, telling.quantity.start - 24) : telling.quantity.start]) is not None
        )

    def before(self, telling: Telling) -> str:
        """Everything in the sentence before a figure."""
        return self.text[: telling.quantity.start]

    def mention_before(self, at: int) -> Mention | None:
        """The last time told before a place of the sentence."""
        n = bisect_right(self.mentions, at, key=lambda m: m.end)
        return self.mentions[n - 1] if n else None

    def is_base(self, telling: Telling) -> bool:
        """Whether a figure only tells what is compared with (比上年同期3430万元增长, 由去年的5%升至)."""
        start = telling.quantity.start
        last = self.mention_before(start)
        return last is not None and last.is_base and _NEXT_TO.fullmatch(self.text, last.end, start) is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule's proposal; `telling` keeps the figure, the rest overrides what the telling says of it.

    `yoy` is the figure of the growth that goes with this level; `sign` turns a decline into a negative value. `when` is
    the time a rule has read itself, UNTOLD for one that is past and not said.
    """

    telling: Telling
    aspect: Aspect
    rule: str
    confidence: Decimal
    subject: str
    measure: str
    sign: int = 1
    yoy: tuple[Telling, int] | None = None
    base: str | None = None
    note: str | None = None
    when: Mention | None = None


Rule = Callable[[Line], Iterator[Candidate]]
