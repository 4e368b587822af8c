"""“生产总值增长5%，达92亿元。” A growth told first and the level it led to behind it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.sign import sign_of

__all__ = ["find"]

_TO: Final = re.compile(r"[，,、]?(?:总量|总额|总值|规模|总数)?(?:达到?了?|至|增至|升至)(?:约|近|超过?)?")


def find(line: Line) -> Iterator[Candidate]:
    """The levels told right behind their growth."""
    for rate, level in pairwise(line.tellings):
        if rate.unit != "%" or not rate.change or not rate.measure or level.quantity.rate is not None:
            continue
        if _TO.fullmatch(line.between(rate, level)):
            growth = (rate, sign_of(rate.change))
            yield Candidate(level, Aspect.LEVEL, "level_yoy", Decimal("0.90"), rate.subject, rate.measure, yoy=growth)
