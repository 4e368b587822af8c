"""Drawings: honest shapes, inside their frame, nothing invented."""

import re
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from liantu.web import charts

VALUES = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10**6), places=2)


@given(VALUES)
def test_the_scale_line_is_round_and_at_most_a_tenth_above(value: Decimal) -> None:
    top = charts.nice_top(value)
    assert str(top.normalize().as_tuple().digits[0]) in "125"
    assert len(top.normalize().as_tuple().digits) == 1
    assert top <= value * Decimal("1.1") < top * Decimal("2.5")


@given(st.one_of(st.none(), VALUES), VALUES, st.one_of(st.none(), VALUES))
def test_a_trajectory_never_leaves_its_frame(prior: Decimal | None, now: Decimal, target: Decimal | None) -> None:
    drawn = charts.trajectory(prior, now, target, "1", charts.nice_top(now))
    for height in re.findall(r'(?:cy|y1|y2)="([\d.-]+)"', drawn):
        assert 0 <= float(height) <= 64
    assert ("c-hol" in drawn) == (prior is not None)
    assert ("c-dash" in drawn) == (target is not None)


@given(
    st.decimals(min_value=-1, max_value=3, places=3),
    st.one_of(st.none(), st.decimals(min_value=0, max_value=3, places=3)),
)
def test_a_bar_is_never_longer_than_its_track(part: Decimal, pace: Decimal | None) -> None:
    drawn = charts.progress(part, pace, "目标")
    for percent in re.findall(r'(?:width|x)="([\d.]+)%"', drawn):
        assert 0 <= float(percent) <= 100


def test_no_target_is_hatched_never_zero() -> None:
    drawn = charts.progress(None, None, "")
    assert "c-hatch" in drawn
    assert "%" not in drawn.replace("100%", "")


def test_a_row_without_a_present_growth_draws_only_what_is_needed() -> None:
    drawn = charts.dumbbell(None, Decimal("13.2"), [0, 10], Decimal(20))
    assert "c-hol" not in drawn
    assert 'cx="66%"' in drawn


def test_periods_of_different_length_are_not_joined() -> None:
    ten = charts.Point(date(2023, 10, 31), Decimal(92), "reported", "92", "1–10月", "1–10月")
    year = charts.Point(date(2022, 12, 31), Decimal(110), "reported", "110", "全年", "全年")
    before = charts.Point(date(2022, 10, 31), Decimal(90), "derived", "90", "1–10月", "1–10月")
    assert charts.trend([year, ten]).count('class="c-ln"') == 0
    assert charts.trend([year, ten, before]).count('class="c-ln"') == 1
    assert charts.trend([ten]).count("c-sol") == 1
    assert charts.trend([]) == ""


def test_labels_are_escaped() -> None:
    point = charts.Point(date(2023, 1, 1), Decimal(1), "reported", "<b>", "<i>")
    assert "<b>" not in charts.trend([point])
