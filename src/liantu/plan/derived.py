"""Figures worked out from entries: each with its formula, its inputs and its caveat, never stored.

The id says what was reckoned from which entries: `annual-12`, `prior-12`, `need-12-15`, `rate-13-14`, `implied-12-16`.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from liantu.errors import NotComparable
from liantu.figure.amount import plain
from liantu.ledger.models import Entry, Indicator
from liantu.ledger.period import months_of, say
from liantu.plan import reckoning
from liantu.plan.quoted import Torn, money, of_entry
from liantu.plan.reckoning import Figure, half_up
from liantu.plan.shown import Shown, Status

__all__ = ["KINDS", "annual", "implied", "need", "prior", "rate"]

YEAR = 12


def annual(entry: Entry, torn: Torn) -> Shown:
    """折全年: the running total at this pace over twelve months."""
    told = of_entry(entry, torn)
    worked = reckoning.annualise(_figure(entry))
    shown = _made(f"annual-{entry.pk}", (told,), worked.value, worked)
    return replace(
        shown,
        name=f"{told.name}折全年",
        name_en=f"{told.name_en}, annualised",
        formula=_annual_formula(entry, told),
        note_zh=f"{_even_zh(told)}。",
        note_en=f"{_even_en(told)}.",
    )


def prior(entry: Entry, torn: Torn) -> Shown:
    """上年同期, worked back from the reported growth."""
    if entry.yoy is None:
        raise NotComparable("这个数没有同比，推不出上年同期。", "This figure has no growth, so last year is not known.")
    told = of_entry(entry, torn)
    worked = reckoning.prior_from_growth(_figure(entry), entry.yoy)
    shown = _made(f"prior-{entry.pk}", (told,), worked.value, worked)
    return replace(
        shown,
        name=f"{told.name}上年同期",
        name_en=f"{told.name_en}, same period last year",
        formula=f"{told.value:f} ÷ (1 + {plain(entry.yoy):f}%)",
        note_zh="由公布的同比倒推，不是上年公布的数；同比的基数可能重新核定过。",
        note_en="Worked back from the reported growth; the figure published last year may differ.",
    )


def need(entry: Entry, target: Entry, torn: Torn) -> Shown:
    """达标所需年均增速 from a figure, annualised where it is part of a year, to a target of the same indicator."""
    told, goal = of_entry(entry, torn), of_entry(target, torn)
    base = _figure(entry)
    whole = entry.indicator.nature == Indicator.Nature.STOCK or months_of(entry.period_start, entry.period_end) == YEAR
    if not whole:
        base = reckoning.annualise(base)
    aim = replace(_figure(target), unit=base.unit)
    worked = reckoning.required_growth(base, aim)
    years = reckoning.years_between(base, aim)
    inner = f"{told.value:f}" if whole else f"({_annual_formula(entry, told)})"
    span = f"{base.end.year if base.end else ''}→{aim.end.year if aim.end else ''}"
    return Shown(
        id=f"need-{entry.pk}-{target.pk}",
        name="达标所需年均增速",
        name_en="Growth needed a year",
        value=half_up(worked),
        unit="%",
        mark="",
        value_base=half_up(worked),
        unit_base="%",
        period_zh=span,
        period_en=span,
        period_end=target.period_end,
        status=_status((told, goal)),
        derived=True,
        entries=(*told.entries, *goal.entries),
        formula=f"({goal.value:f} ÷ {inner}) ^ (1/{years}) − 1",
        note_zh="" if whole else f"{_even_zh(told)}。",
        note_en="" if whole else f"{_even_en(told)}.",
    )


def rate(paid: Entry, contracted: Entry, torn: Torn) -> Shown:
    """资金到位率: money paid in against money contracted in the same period."""
    told, signed = of_entry(paid, torn), of_entry(contracted, torn)
    worked = half_up(reckoning.paid_in_rate(_figure(paid), _figure(contracted)))
    return Shown(
        id=f"rate-{paid.pk}-{contracted.pk}",
        name="资金到位率",
        name_en="Paid-in ratio",
        value=worked,
        unit="%",
        mark="",
        value_base=worked,
        unit_base="%",
        period_zh=told.period_zh,
        period_en=told.period_en,
        period_end=told.period_end,
        status=_status((told, signed)),
        derived=True,
        entries=(*told.entries, *signed.entries),
        formula=f"{told.value:f} ÷ {signed.value:f}",
        note_zh="到位资金与合同投资额都照原文，不由一个推出另一个。",
        note_en="Both amounts stand as the documents give them; neither is worked out from the other.",
    )


def implied(entry: Entry, change: Entry, torn: Torn) -> Shown:
    """The earlier growth that a growth and its change in percentage points imply."""
    if entry.yoy is None or change.value is None or change.aspect != "pp_change":
        raise NotComparable("要有同比和增速变动才能倒推。", "It takes a growth and its change to work this back.")
    if entry.subject_id != change.subject_id or entry.indicator_id != change.indicator_id:
        raise NotComparable("两个数的主体或口径不同，不能倒推。", "The two are of different subjects or indicators.")
    if (entry.period_start, entry.period_end) != (change.period_start, change.period_end):
        raise NotComparable("增速与增速变动的时期不同，不能倒推。", "Growth and its change are of different periods.")
    told, moved = of_entry(entry, torn), of_entry(change, torn)
    worked = plain(reckoning.implied_base_rate(entry.yoy, change.value))
    return Shown(
        id=f"implied-{entry.pk}-{change.pk}",
        name=f"倒推的{change.base or '前期'}增速",
        name_en="Implied earlier growth",
        value=worked,
        unit="%",
        mark="",
        value_base=worked,
        unit_base="%",
        period_zh=change.base or "前期",
        period_en="the period before",
        period_end=None,
        status=_status((told, moved)),
        derived=True,
        entries=(*told.entries, *moved.entries),
        formula=f"{plain(entry.yoy):f} − {plain(change.value):f}",
        note_zh="由同比与增速变动倒推，请与统计部门核对。",
        note_en="Worked back from growth and its change; check it with the statistics office.",
    )


KINDS: dict[str, tuple[int, Callable[..., Shown]]] = {
    "annual": (1, annual),
    "prior": (1, prior),
    "need": (2, need),
    "rate": (2, rate),
    "implied": (2, implied),
}


def _figure(entry: Entry) -> Figure:
    if entry.value_base is None:
        raise NotComparable("一个区间没有单一数值，不能推算。", "A range has no single value to reckon with.")
    return Figure(
        entry.value_base,
        entry.indicator.unit,
        entry.indicator.name,
        entry.period_start,
        entry.period_end,
        entry.subject.name,
    )


def _made(key: str, inputs: tuple[Shown, ...], value: Decimal, worked: Figure) -> Shown:
    """A derived level in base units, shown in the unit of its input."""
    first = inputs[0]
    exact = half_up(value, 0)
    shown, unit = money(exact) if worked.unit == "元" else (exact, worked.unit)
    zh, en = say(worked.start, worked.end)
    return Shown(
        id=key,
        name=first.name,
        name_en=first.name_en,
        value=half_up(shown),
        unit=unit,
        mark="",
        value_base=exact,
        unit_base=worked.unit,
        period_zh=zh,
        period_en=en,
        period_end=worked.end,
        status=_status(inputs),
        derived=True,
        entries=tuple(entry for one in inputs for entry in one.entries),
    )


def _status(inputs: tuple[Shown, ...]) -> Status:
    """A derived figure is as far checked as the least checked of its inputs."""
    told = {one.status for one in inputs}
    return next((one for one in (Status.CONFLICT, Status.WAITING) if one in told), Status.ACCEPTED)


def _annual_formula(entry: Entry, told: Shown) -> str:
    return f"{told.value:f} ÷ {reckoning.months(entry.period_start, entry.period_end)} × 12"


def _even_zh(told: Shown) -> str:
    return f"按{told.period_zh}的月均值折算全年，假设各月均匀，未考虑季节性"


def _even_en(told: Shown) -> str:
    return f"Annualised from the monthly average of {told.period_en}; seasons are left aside"
