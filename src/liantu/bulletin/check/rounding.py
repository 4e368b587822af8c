"""舍入 rounding: how exact a written figure is, and whether two figures are the same once rounded.

    >>> agree(Decimal("9220000000"), Decimal(10**7), Decimal("9216000000"), Decimal(10**6))
    True

Rounding is no difference: 92.2亿元 against 92.16亿元 is the same, 92.2 against 92.3 is not.
"""

import re
from decimal import Decimal
from typing import Final

from liantu.bulletin.reading import Fact
from liantu.figure.amount import EXACT, plain
from liantu.figure.unit import COUNTS, base_of

__all__ = ["agree", "bounds_of", "say", "slack", "slip", "step_of", "step_of_fact", "words"]

_ONE: Final = Decimal(1)
_COUNTS: Final = frozenset(COUNTS.split())
_CHINESE: Final = re.compile(r"[零〇一二三四五六七八九十百千两]")
_POWERS: Final = tuple(Decimal(10) ** power for power in range(1, 9))


def step_of(value: Decimal | None, unit: str, written: str = "", base: str = "") -> Decimal:
    """The size of the last place written, in the base unit; a number in Chinese words is as rough as its zeros.

    What is counted one by one (家, 个, 人) is exact: nothing. With the base % a 倍 is a hundred.

    >>> step_of(Decimal("92.20"), "亿元"), step_of(Decimal(2000), "亿元", "两千亿元")
    (Decimal('1000000'), Decimal('100000000000'))
    """
    if value is None:
        return Decimal(0)
    exponent = int(value.as_tuple().exponent)
    if exponent >= 0 and unit in _COUNTS and not _CHINESE.search(written):
        return Decimal(0)
    step = _ONE.scaleb(exponent)
    if _CHINESE.search(written) and exponent >= 0:
        step = _ONE.scaleb(int(value.normalize().as_tuple().exponent))
    factor = ({"倍": 100, "成": 10, "番": 100}.get(unit, 0) if base == "%" else 0) or base_of(unit)[0]
    return plain(EXACT.multiply(step, Decimal(factor)))


def step_of_fact(fact: Fact, text: str) -> Decimal:
    """The last place of a fact's figure as the document writes it."""
    return step_of(fact.value, fact.unit, fact.span.of(text), fact.unit_base)


def agree(one: Decimal, step: Decimal, other: Decimal, other_step: Decimal) -> bool:
    """Whether two values are the same within half of the coarser last place."""
    return abs(one - other) <= max(step, other_step) / 2


def slack(*steps: Decimal) -> Decimal:
    """How far a sum of rounded figures may be off: half a last place for each.

    >>> slack(Decimal("0.1"), Decimal("0.1"), Decimal("0.1"))
    Decimal('0.15')
    """
    return sum(steps, Decimal()) / 2


def slip(one: Decimal, step: Decimal, other: Decimal, other_step: Decimal) -> int:
    """By how many powers of ten two values of the same digits differ: 4 for 万元 told as 亿元; 0 where they do not.

    >>> slip(Decimal(9216), Decimal(1), Decimal("92160000"), Decimal(10000))
    4
    """
    if not one or not other or (one < 0) != (other < 0):
        return 0
    for power, size in enumerate(_POWERS, 1):
        if agree(one * size, step * size, other, other_step) and abs(one * size - other) <= abs(other) / 20:
            return power
        if agree(one, step, other * size, other_step * size) and abs(one - other * size) <= abs(one) / 20:
            return power
    return 0


def bounds_of(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, step: Decimal
) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most a figure can be as written, None where nothing is said."""
    if low is not None or high is not None:
        return low, high
    if value is None:
        return None, None
    return value - step / 2, value + step / 2


def say(value: Decimal, unit: str, places: int = 2) -> str:
    """A base value as a bulletin writes it.

    >>> say(Decimal(9216000000), "元"), say(Decimal("5.239"), "%", 1), say(Decimal(-3), "pp"), say(Decimal(450), "家")
    ('92.16亿元', '5.2%', '-3个百分点', '450家')
    """
    if unit == "pp":
        return f"{_short(value, places)}个百分点"
    if unit == "%":
        return f"{_short(value, places)}%"
    for size, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(value) >= size and (unit == "元" or size > 10**4 or value % 100 == 0):
            return f"{_short(value / size, places)}{name}{unit}"
    return f"{_short(value, places)}{unit}"


def words(value: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """A value with its bound in words: 超过450家, 不到60个, 30—50亿元."""
    if value is None and low is not None and high is not None:
        return f"{say(low, '')}—{say(high, unit)}"
    if value is None:
        value = low if low is not None else high
    if value is None:
        return ""
    before = "超过" if low is not None else "不到" if high is not None else ""
    return before + say(value, unit, 4)


def _short(value: Decimal, places: int) -> str:
    return f"{plain(round(value, places)):f}"
