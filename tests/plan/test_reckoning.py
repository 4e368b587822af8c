"""Reckoning: exact, and refused where it would compare unlike things."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.errors import NotComparable
from liantu.plan.reckoning import (
    Figure,
    annualise,
    half_up,
    implied_base_rate,
    paid_in_rate,
    prior_from_growth,
    required_growth,
)

amounts = st.decimals("0.01", "99999.99", places=2)
month_ends = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def to_month(value: Decimal, month: int, year: int = 2023) -> Figure:
    return Figure(value, "亿元", "产值", date(year, 1, 1), date(year, month, month_ends[month]))


@given(amounts, amounts, st.integers(1, 12))
def test_a_larger_total_annualises_to_more(one: Decimal, other: Decimal, month: int) -> None:
    less, more = sorted((one, other))
    assert annualise(to_month(less, month)).value <= annualise(to_month(more, month)).value
    assert annualise(to_month(less, month)).value >= less


@given(amounts)
def test_a_whole_year_is_its_own_annual_figure(value: Decimal) -> None:
    assert annualise(to_month(value, 12)) == to_month(value, 12)


@given(amounts, amounts, st.integers(1, 12))
def test_growing_as_required_reaches_the_target(base: Decimal, target: Decimal, years: int) -> None:
    rate = required_growth(to_month(base, 12), to_month(target, 12, 2023 + years))
    reached = base * (1 + rate / 100) ** years
    assert abs(reached / target - 1) < Decimal("1e-18")


@given(amounts, st.decimals("-99", "999", places=2))
def test_last_year_grown_as_reported_is_this_year(value: Decimal, yoy: Decimal) -> None:
    before = prior_from_growth(to_month(value, 10), yoy)
    assert abs(before.value * (1 + yoy / 100) / value - 1) < Decimal("1e-20")
    assert (before.start, before.end) == (date(2022, 1, 1), date(2022, 10, 31))


@given(st.decimals("-999", "999", places=2), st.decimals("-99", "99", places=2))
def test_the_implied_rate_and_the_change_give_the_rate(rate: Decimal, change: Decimal) -> None:
    assert implied_base_rate(rate, change) + change == rate


@pytest.mark.parametrize(
    ("reckon", "why"),
    [
        (lambda f, t: required_growth(f, replace(t, measure="营业收入")), "口径不同：产值 与 营业收入"),
        (lambda f, t: required_growth(f, replace(t, unit="亿美元")), "单位不同"),
        (lambda f, t: required_growth(f, replace(t, subject="别处")), "主体不同"),
        (lambda f, t: required_growth(f, replace(t, end=date(2023, 12, 31))), "不晚于"),
        (lambda f, t: required_growth(to_month(f.value, 11), t), "先折全年"),
        (lambda f, t: required_growth(replace(f, value=Decimal(0)), t), "正数"),
        (lambda f, _: annualise(replace(f, start=None)), "完整月份"),
        (lambda f, _: annualise(replace(f, start=date(2023, 2, 1))), "1月起"),
        (lambda f, _: annualise(replace(f, end=date(2023, 11, 15))), "完整月份"),
        (lambda f, _: prior_from_growth(f, Decimal(-100)), "无法倒推"),
        (lambda f, t: paid_in_rate(f, replace(t, measure="合同投资额")), "时期不同"),
        (lambda f, _: paid_in_rate(f, f), "到位资金比合同投资额"),
        (lambda f, _: paid_in_rate(f, replace(f, measure="合同投资额", value=Decimal(0))), "合同投资额为零"),
    ],
)
def test_what_is_not_alike_is_not_reckoned(reckon, why: str) -> None:
    with pytest.raises(NotComparable, match=why):
        reckon(to_month(Decimal(53), 12), to_month(Decimal(100), 12, 2025))


@pytest.mark.parametrize(
    ("value", "rounded"), [("0.05", "0.1"), ("-0.05", "-0.1"), ("22.649", "22.6"), ("31.45", "31.5")]
)
def test_halves_round_up(value: str, rounded: str) -> None:
    assert half_up(Decimal(value)) == Decimal(rounded)
