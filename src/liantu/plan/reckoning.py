"""推算 Reckoning: what is worked out from told figures, exactly, and refused where it would compare unlike things.

    >>> from datetime import date
    >>> output = Figure(Decimal(53), "亿元", "产值", date(2023, 1, 1), date(2023, 11, 30))
    >>> goal = Figure(Decimal(100), "亿元", "产值", date(2025, 1, 1), date(2025, 12, 31))
    >>> half_up(required_growth(annualise(output), goal))
    Decimal('31.5')

Plain values in and out; nothing here knows of a database. Decimals throughout, 28 digits, rounded only by `half_up` and
half up, as the trade rounds.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from liantu.errors import NotComparable
from liantu.figure import Period
from liantu.figure.amount import EXACT

__all__ = [
    "Figure",
    "annualise",
    "half_up",
    "implied_base_rate",
    "months",
    "paid_in_rate",
    "prior_from_growth",
    "required_growth",
    "years_between",
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A told value: what it counts (`measure`), of whom (`subject`, where it matters), its unit and its days."""

    value: Decimal
    unit: str
    measure: str
    start: date | None
    end: date | None
    subject: str = ""


def half_up(value: Decimal, places: int = 1) -> Decimal:
    """Rounded half up, as a bulletin writes it.

    >>> half_up(Decimal("22.65")), half_up(Decimal("-0.05"))
    (Decimal('22.7'), Decimal('-0.1'))
    """
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT)


def months(start: date | None, end: date | None) -> int:
    """How many whole months a flow runs over; a moment or a broken month is refused.

    >>> months(date(2023, 1, 1), date(2023, 10, 31))
    10
    """
    count = Period(start, end).months
    if count is None:
        raise NotComparable(
            "这个数没有完整月份的时期，不能折算。", "This figure has no period of whole months to go by."
        )
    return count


def annualise(figure: Figure) -> Figure:
    """折全年: the figure of January to some month at that pace over twelve months, seasons left aside.

    >>> told = Figure(Decimal("72.6"), "亿元", "营业收入", date(2023, 1, 1), date(2023, 10, 31))
    >>> annualise(told).value
    Decimal('87.12')
    """
    count = months(figure.start, figure.end)
    if figure.start is None or figure.end is None or figure.start.month != 1 or count > 12:
        raise NotComparable(
            "只有从1月起、不超过一年的累计数可以折全年。", "Only a running total since January can be annualised."
        )
    year = figure.end.year
    return replace(figure, value=figure.value * 12 / count, start=date(year, 1, 1), end=date(year, 12, 31))


def years_between(base: Figure, target: Figure) -> int:
    """Whole years from the base's year to the target's."""
    if base.end is None or target.end is None or target.end.year <= base.end.year:
        raise NotComparable("目标年份不晚于现有数的年份。", "The target's year is not later than the figure's.")
    return target.end.year - base.end.year


def required_growth(base: Figure, target: Figure) -> Decimal:
    """达标所需年均增速: the yearly growth in per cent that takes a whole year's `base` to `target`.

        (target / base) ^ (1 / years) - 1

    >>> revenue = Figure(Decimal("137.6"), "亿元", "营业收入", date(2022, 1, 1), date(2022, 12, 31))
    >>> goal = Figure(Decimal(200), "亿元", "营业收入", date(2025, 1, 1), date(2025, 12, 31))
    >>> half_up(required_growth(revenue, goal))
    Decimal('13.3')
    >>> required_growth(revenue, replace(goal, measure="产值"))
    Traceback (most recent call last):
    ...
    liantu.errors.NotComparable: 口径不同：营业收入 与 产值，不能相比。
    """
    _alike(base, target)
    _one_measure(base, target)
    years = years_between(base, target)
    if base.start is not None and months(base.start, base.end) != 12:
        raise NotComparable("不足一年的数要先折全年，再与目标相比。", "Annualise a part of a year before comparing it.")
    if target.start is not None and months(target.start, target.end) != 12:
        raise NotComparable("目标不是一整年的数，推不出年均增速。", "The target is not of one whole year.")
    if base.value <= 0 or target.value <= 0:
        raise NotComparable("增速只能在两个正数之间推算。", "Growth is reckoned between positive figures only.")
    return ((target.value / base.value) ** (Decimal(1) / years) - 1) * 100


def prior_from_growth(figure: Figure, yoy: Decimal) -> Figure:
    """上年同期, worked back from the growth reported in per cent; the published figure of that year may differ.

    >>> told = Figure(Decimal("45.5"), "亿元", "营业收入", date(2023, 1, 1), date(2023, 11, 30))
    >>> half_up(prior_from_growth(told, Decimal(106)).value)
    Decimal('22.1')
    """
    if yoy <= -100:
        raise NotComparable("同比下降不小于100%，无法倒推。", "A fall of 100 % or more cannot be worked back.")
    return replace(
        figure,
        value=figure.value / (1 + yoy / 100),
        start=_a_year_before(figure.start),
        end=_a_year_before(figure.end),
    )


def paid_in_rate(paid: Figure, contracted: Figure) -> Decimal:
    """资金到位率 in per cent: money paid in against money contracted, of the same subject and the same period.

    >>> span = (date(2023, 1, 1), date(2023, 11, 30))
    >>> signed = Figure(Decimal("10.6"), "亿元", "合同投资额", *span)
    >>> half_up(paid_in_rate(Figure(Decimal("2.4"), "亿元", "到位资金", *span), signed))
    Decimal('22.6')
    """
    _alike(paid, contracted)
    if (paid.start, paid.end) != (contracted.start, contracted.end):
        raise NotComparable("到位与合同的时期不同，不能相比。", "Paid in and contracted are of different periods.")
    if paid.measure == contracted.measure:
        raise NotComparable("到位率要用到位资金比合同投资额。", "The rate needs money paid in and money contracted.")
    if contracted.value <= 0:
        raise NotComparable("合同投资额为零，无法计算到位率。", "Nothing was contracted, so there is no rate.")
    return paid.value / contracted.value * 100


def implied_base_rate(rate: Decimal, change_pp: Decimal) -> Decimal:
    """The earlier rate that a rate and its change in percentage points imply.

    >>> implied_base_rate(Decimal("7.3"), Decimal("7.2"))
    Decimal('0.1')
    """
    return rate - change_pp


def _alike(one: Figure, other: Figure) -> None:
    if one.unit != other.unit:
        raise NotComparable(
            f"单位不同：{one.unit} 与 {other.unit}，不能相比。", f"Different units: {one.unit}, {other.unit}."
        )
    if one.subject != other.subject:
        raise NotComparable(
            f"主体不同：{one.subject} 与 {other.subject}，不能相比。",
            f"Different subjects: {one.subject}, {other.subject}.",
        )


def _one_measure(one: Figure, other: Figure) -> None:
    if one.measure != other.measure:
        raise NotComparable(
            f"口径不同：{one.measure} 与 {other.measure}，不能相比。",
            f"Different measures: {one.measure} and {other.measure} are not compared.",
        )


def _a_year_before(day: date | None) -> date | None:
    if day is None:
        return None
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
