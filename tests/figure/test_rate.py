"""Per cent and percentage points are kept apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.errors import CannotRead, NotComparable
from liantu.figure import Rate

RATES = st.builds(Rate, st.decimals(-500, 500, places=2, allow_nan=False), st.sampled_from(["percent", "points"]))


@given(RATES)
def test_what_is_said_reads_back_the_same(rate):
    assert Rate.read(rate.say()) == rate


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("1.89%", "1.89", "%"),
        ("−3.6％", "-3.6", "%"),
        ("百分之五", "5", "%"),
        ("百分之三点五", "3.5", "%"),
        ("7.2个百分点", "7.2", "pp"),
        ("5成", "50", "%"),
        ("五分之一", "20", "%"),
        ("3.6倍", "360", "%"),
        ("翻番", "100", "%"),
        ("翻两番", "300", "%"),
        ("25个基点", "0.25", "pp"),
        ("2.5‰", "0.25", "%"),
    ],
)
def test_rates_as_bureaus_write_them(written, value, unit):
    assert Rate.read(written).base == (Decimal(value), unit)


def test_points_less_points_are_points_and_growth_less_points_is_growth():
    assert Rate.read("7.3%") - Rate.read("7.2个百分点") == Rate(Decimal("0.1"))
    assert Rate.read("1个百分点") + Rate.read("2个百分点") == Rate(Decimal(3), "points")


def test_two_percentages_are_never_added():
    with pytest.raises(NotComparable, match="不能相加"):
        Rate.read("5%") + Rate.read("6%")
    with pytest.raises(NotComparable):
        Rate.read("5个百分点") - Rate.read("6%")


@pytest.mark.parametrize("written", ["", "大幅", "5", "三四成的", "百分之"])
def test_what_is_no_rate_is_refused(written):
    with pytest.raises(CannotRead):
        Rate.read(written)
