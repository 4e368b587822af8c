"""Periods know their days, their names and their likes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.errors import CannotRead, NotComparable
from liantu.figure import Amount, Figure, Period
from liantu.figure.days import last_day

PUBLISHED = date(2023, 12, 22)
MONTHS = st.tuples(st.integers(2000, 2035), st.integers(1, 12), st.integers(1, 12)).filter(lambda t: t[1] <= t[2])


def period(first: str | None, last: str) -> Period:
    return Period(date.fromisoformat(first) if first else None, date.fromisoformat(last))


@given(MONTHS)
def test_the_name_of_a_period_reads_back_as_the_period(ends):
    year, first, last = ends
    told = Period(date(year, first, 1), last_day(year, last))
    assert Period.read(told.say(), PUBLISHED) == told
    assert told.months == last - first + 1


@given(st.dates(date(2000, 1, 1), date(2023, 12, 22)))
def test_the_name_of_a_stocks_day_reads_back(day):
    told = Period(None, day)
    assert Period.read(told.say(), PUBLISHED) == told
    assert not told.is_flow


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        ("2023-01-01", "2023-10-31", "2023年1–10月", "Jan–Oct 2023"),
        ("2022-01-01", "2022-12-31", "2022年全年", "2022"),
        (None, "2023-11-30", "截至2023年11月底", "as of end of Nov 2023"),
        ("2023-01-01", "2023-09-30", "2023年前三季度", "Q1–Q3 2023"),
        ("2023-01-01", "2023-06-30", "2023年上半年", "H1 2023"),
        ("2023-07-01", "2023-09-30", "2023年三季度", "Q3 2023"),
        ("2023-10-01", "2023-10-31", "2023年10月", "Oct 2023"),
        ("2021-01-01", "2025-12-31", "2021–2025年", "2021–2025"),
        ("2023-12-13", "2023-12-13", "2023年12月13日", "13 Dec 2023"),
        ("2023-01-01", "2023-12-22", "2023年1月1日–12月22日", "1 Jan – 22 Dec 2023"),
        (None, "2023-12-31", "截至2023年底", "as of end of 2023"),
    ],
)
def test_periods_are_named_as_the_trade_names_them(first, last, zh, en):
    assert (period(first, last).say(), period(first, last).say("en")) == (zh, en)


def test_ten_months_and_a_full_year_are_not_added():
    ten = Figure(Amount.read("92亿元"), period("2023-01-01", "2023-10-31"))
    year = Figure(Amount.read("100亿元"), period("2022-01-01", "2022-12-31"))
    with pytest.raises(NotComparable, match=r"时期不同：2023年1–10月 与 2022年全年，不能相加。"):
        ten + year
    assert (ten + ten).amount.base[0] == 18_400_000_000


def test_the_same_days_are_one_period_however_they_were_written():
    assert Period.read("前三季度", PUBLISHED) == Period.read("1—9月", PUBLISHED)
    assert len({Period.read("2023年1-6月"), Period.read("今年上半年", PUBLISHED)}) == 1


def test_periods_stand_in_order_of_their_ends():
    told = [Period.read(t, PUBLISHED) for t in ("1-11月", "2021年", "截至10月底", "前三季度")]
    assert [p.text for p in sorted(told)] == ["2021年", "前三季度", "截至10月底", "1-11月"]


def test_a_period_cannot_begin_after_it_ends():
    with pytest.raises(CannotRead):
        period("2023-02-01", "2023-01-31")


def test_a_broken_month_has_no_count_of_months():
    assert period("2023-01-01", "2023-12-22").months is None
    assert period(None, "2023-12-31").months is None


def test_a_year_before_a_leap_february_ends_on_the_28th():
    assert period("2024-02-01", "2024-02-29").year_before() == period("2023-02-01", "2023-02-28")


@pytest.mark.parametrize("text", ["", "营收", "1-10月和11月", "13月", "今年"])
def test_what_is_no_dated_period_is_refused(text):
    with pytest.raises(CannotRead):
        Period.read(text, None)
