"""Amounts are exact, say what they read, and refuse to be added to what they are not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.errors import CannotRead, NotComparable
from liantu.figure import Amount, base_of

UNITS = st.sampled_from(
    ["元", "万元", "亿元", "万美元", "家", "万家", "个", "人次", "万吨", "亩", "平方公里", "万千瓦时"]
)
VALUES = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False)
BOUNDS = st.sampled_from([None, "over", "below", "about", "level"])


@given(VALUES, UNITS, BOUNDS)
def test_what_is_said_reads_back_the_same(value, unit, bound):
    amount = Amount(value, unit, bound)
    again = Amount.read(amount.say())
    assert (again.value, again.unit, again.bound) == (value, unit, bound)
    assert again.base == amount.base


@given(st.lists(VALUES, min_size=1, max_size=6), st.randoms())
def test_adding_in_another_order_gives_the_same_sum(values, random):
    amounts = [Amount(value, unit) for value, unit in zip(values, ["元", "万元", "亿元"] * 2, strict=False)]
    shuffled = random.sample(amounts, len(amounts))
    assert sum(amounts[1:], amounts[0]).base == sum(shuffled[1:], shuffled[0]).base


@given(VALUES, VALUES, UNITS)
def test_taking_away_what_was_added_leaves_what_was_there(one, other, unit):
    assert (Amount(one, unit) + Amount(other, unit) - Amount(other, unit)).base == Amount(one, unit).base


@pytest.mark.parametrize(
    ("written", "base", "bound"),
    [
        ("450多家", (450, "家"), "over"),
        ("近2亿元", (200_000_000, "元"), "below"),
        ("２万多家", (20_000, "家"), "over"),
        ("约1.5万平方公里", (15_000_000_000, "平方米"), "about"),
        ("两千亿元", (200_000_000_000, "元"), None),
        ("300亩", (300, "亩"), None),
        ("100家以上", (100, "家"), "over"),
        ("-3亿元", (-300_000_000, "元"), None),
        ("10万人份", (100_000, "人份"), None),
        ("5000多万元", (50_000_000, "元"), "over"),
        ("1,234.5万元", (12_345_000, "元"), None),
    ],
)
def test_amounts_as_bureaus_write_them(written, base, bound):
    amount = Amount.read(written)
    assert amount.base == (Decimal(base[0]), base[1])
    assert amount.bound == bound


def test_a_range_has_two_ends_and_no_value():
    amount = Amount.read("3000—5000元")
    assert (amount.value, amount.low, amount.high) == (None, 3000, 5000)
    with pytest.raises(NotComparable, match="区间"):
        _ = amount.base


def test_the_ends_of_a_range_may_each_have_their_unit():
    amount = Amount.read("9000万元至1.5亿元")
    assert (amount.unit, amount.low, amount.high) == ("亿元", Decimal("0.9"), Decimal("1.5"))


@pytest.mark.parametrize("written", ["若干", "", "元", "数十家", "5000-3000元", "3.6%", "12号"])
def test_what_is_no_amount_is_refused_with_an_example(written):
    with pytest.raises(CannotRead) as refusal:
        Amount.read(written)
    assert refusal.value.en


def test_yuan_and_dollars_are_never_added():
    with pytest.raises(NotComparable, match="单位不同"):
        Amount.read("1亿元") + Amount.read("1亿美元")
    with pytest.raises(NotComparable):
        _ = Amount.read("3家") < Amount.read("3个")


def test_a_sum_with_more_than_is_more_than():
    assert (Amount.read("450多家") + Amount.read("50家")).bound == "over"
    assert (Amount.read("100家") - Amount.read("10多家")).bound == "below"
    assert (Amount.read("450多家") + Amount.read("近50家")).bound == "about"


@pytest.mark.parametrize(("value", "said"), [("0.05", "0.1"), ("0.15", "0.2"), ("2.25", "2.3"), ("-0.05", "-0.1")])
def test_rounding_is_half_up(value, said):
    assert Amount(Decimal(value), "亿元").say(places=1) == f"{said}亿元"


def test_a_figure_is_told_in_another_unit_of_its_kind_only():
    assert Amount.read("12430000000元").say("亿元", 1) == "124.3亿元"
    with pytest.raises(NotComparable):
        Amount.read("3家").say("亿元")


@given(UNITS)
def test_the_base_of_a_base_is_itself(unit):
    _, base = base_of(unit)
    assert base_of(base) == (1, base)
