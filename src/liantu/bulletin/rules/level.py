"""“实现营收92亿元。” “种植面积8万亩。” “城镇化率70%。” A measure and its value."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.count import COUNT_UNITS

__all__ = ["find"]

_PART: Final = re.compile(r"(?:占比|比重|份额)$")
_LONG: Final = 12  # a bare number in 万 with more words around it counts somebody told of, not a measure
_RATE: Final = re.compile(
    r"(?:率|比例|比重|占比|强度|增长面|覆盖面|盈利面|亏损面|集中度|贡献度|满意度|程度|浓度|涨幅)(?:平均值|均值|平均)?$"
)


def find(line: Line) -> Iterator[Candidate]:
    """The values of named measures."""
    for telling in line.tellings:
        q = telling.quantity
        if not telling.named or telling.change or telling.unit in COUNT_UNITS or telling.unit == "pp":
            continue
        if (q.rate is None and (q.amount is None or not q.unit)) or line.is_base(telling) or line.unpaired(telling):
            continue
        if q.rate is not None and not _RATE.search(telling.measure):
            continue
        if not telling.unit and len(telling.measure) > _LONG:
            continue
        aspect = Aspect.SHARE if q.rate is not None and _PART.search(telling.measure) else Aspect.LEVEL
        yield Candidate(telling, aspect, "level", Decimal("0.90"), telling.subject, telling.measure)
