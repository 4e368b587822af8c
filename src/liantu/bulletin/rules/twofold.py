"""“城乡居民收入达到3万元和1.5万元，分别增长4%和6%。” One name for two, townspeople first, country people second."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_BOTH: Final = re.compile(r"^城乡(?P<what>(?:常住)?居民.+)$")
_JOINED: Final = re.compile(r"^(?:以上|左右)?[、和与及](?:约|近)?$")
_THEN: Final = re.compile(
    r"^[，,、]?(?:(?:同比|年均|比上年)?分别|分别(?:同比|年均|比上年)?)(?:增长|提高|下降|实际增长)(?:了|约)?$"
)


def find(line: Line) -> Iterator[Candidate]:
    """The two facts of each pair, with their growth where it is told as a pair too."""
    for i, (town, country) in enumerate(zip(line.tellings, line.tellings[1:], strict=False)):
        both = _BOTH.match(town.measure)
        if both is None or town.unit != country.unit or not _JOINED.match(line.between(town, country)):
            continue
        rate = town.quantity.rate is not None
        if rate and not town.change:
            continue
        growths = [] if rate else _growths(line, i + 2, country)
        for n, (who, telling) in enumerate((("城镇", town), ("农村", country))):
            yield Candidate(
                telling,
                Aspect.GROWTH if rate else Aspect.LEVEL,
                "twofold",
                Decimal("0.85"),
                town.subject,
                who + both["what"],
                sign_of(town.change) if rate else 1,
                yoy=growths[n] if growths else None,
            )


def _growths(line: Line, at: int, last: Telling) -> list[tuple[Telling, int]]:
    """The two growths that follow two levels, [] where there are not two."""
    pair = line.tellings[at : at + 2]
    if len(pair) != 2 or any(t.unit != "%" for t in pair) or not _THEN.match(line.between(last, pair[0])):
        return []
    return [(t, sign_of(pair[0].change)) for t in pair] if _JOINED.match(line.between(*pair)) else []
