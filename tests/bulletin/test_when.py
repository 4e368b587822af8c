"""Times are dated by the day of publication, and comparison bases are told apart."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.fold import fold
from liantu.bulletin.when import scan

PUBLISHED = date(2023, 12, 22)


def only(text, published=PUBLISHED):
    (mention,) = scan(fold(text), published)
    return mention


def days(text, published=PUBLISHED):
    period = only(text, published).period
    return tuple(d and d.isoformat() for d in (period.start, period.end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("今年1-10月", "2023-01-01", "2023-10-31"),
        ("1—10月份", "2023-01-01", "2023-10-31"),
        ("1至10月", "2023-01-01", "2023-10-31"),
        ("１－１０月", "2023-01-01", "2023-10-31"),
        ("2023年 1 - 10 月", "2023-01-01", "2023-10-31"),
        ("前10个月", "2023-01-01", "2023-10-31"),
        ("上半年", "2023-01-01", "2023-06-30"),
        ("前三季度", "2023-01-01", "2023-09-30"),
        ("三季度", "2023-07-01", "2023-09-30"),
        ("今年一至三季度", "2023-01-01", "2023-09-30"),
        ("1—3季度", "2023-01-01", "2023-09-30"),
        ("四季度", "2023-10-01", "2023-12-31"),
        ("全年", "2023-01-01", "2023-12-31"),
        ("2021年", "2021-01-01", "2021-12-31"),
        ("二〇二一年", "2021-01-01", "2021-12-31"),
        ("2023年度", "2023-01-01", "2023-12-31"),
        ("10月当月", "2023-10-01", "2023-10-31"),
        ("10月份", "2023-10-01", "2023-10-31"),
        ("截至11月底", None, "2023-11-30"),
        ("截至目前", None, "2023-12-22"),
        ("目前", None, "2023-12-22"),
        ("当前", None, "2023-12-22"),
        ("建成至今", None, "2023-12-22"),
        ("今年以来", "2023-01-01", "2023-12-22"),
        ("近年来", None, "2023-12-22"),
        ("五年来", None, "2023-12-22"),
        ("到2025年", "2025-01-01", "2025-12-31"),
        ("到2025年底", "2025-01-01", "2025-12-31"),
        ("三年内", "2024-01-01", "2026-12-31"),
        ("未来三年", "2024-01-01", "2026-12-31"),
        ("10年前", None, "2013-12-31"),
        ("去年底", None, "2022-12-31"),
        ("2022年末", None, "2022-12-31"),
        ("一季度末", None, "2023-03-31"),
        ("本月初", "2023-12-01", "2023-12-10"),
        ("今年4月", "2023-04-01", "2023-04-30"),
        ("12月13日", "2023-12-13", "2023-12-13"),
        ("3月5日至8日", "2023-03-05", "2023-03-08"),
        ("6日", "2023-12-06", "2023-12-06"),
        ("2023-12-01", "2023-12-01", "2023-12-01"),
        ("明年年初", "2024-01-01", "2024-03-31"),
        ("“十四五”期间", "2021-01-01", "2025-12-31"),
        ("2021—2023年", "2021-01-01", "2023-12-31"),
        ("2022年12月—2023年3月", "2022-12-01", "2023-03-31"),
        ("去年同期", None, None),
    ],
)
def test_times_as_bulletins_write_them(text, start, end):
    assert days(text) == (start, end)


def test_a_year_left_unsaid_is_the_latest_not_after_publication():
    january = date(2024, 1, 23)
    assert days("1-10月", january) == ("2023-01-01", "2023-10-31")
    assert days("12月", january) == ("2023-12-01", "2023-12-31")
    assert days("1月", january) == ("2024-01-01", "2024-01-31")
    assert days("去年", january) == ("2023-01-01", "2023-12-31")


def test_in_january_the_full_year_is_the_last_one_unless_it_is_wanted():
    january = date(2024, 1, 23)
    assert days("全年", january) == ("2023-01-01", "2023-12-31")
    assert days("力争全年", january) == ("2024-01-01", "2024-12-31")


@pytest.mark.parametrize("text", ["去年底", "2022年末", "去年12月底"])
def test_the_end_of_last_year_means_the_whole_year_to_a_flow(text):
    mention = only(text)
    assert mention.year_end_of == 2022
    assert mention.whole_year.say() == "2022年全年"


@pytest.mark.parametrize(
    "text", ["较上半年提升", "比1-9月回落", "高于去年", "与2022年相比", "同去年持平", "是2012年的3倍", "去年同期"]
)
def test_a_comparison_base_is_told_apart(text):
    assert only(text).is_base


@pytest.mark.parametrize("text", ["1-9月", "今年上半年，全区", "到2025年", "预计2024年", "截至2022年"])
def test_a_plain_time_is_no_comparison_base(text):
    assert not only(text).is_base


@pytest.mark.parametrize("text", ["1月至今年", "3家企业", "450多家", "10号仓库", "第3届", "百分之五", "20年代表作"])
def test_names_and_counts_are_no_months(text):
    assert all(m.period.months != 1 for m in scan(text, PUBLISHED) if m.text != "1月")


def test_without_a_date_of_publication_an_unsaid_year_stays_open():
    assert days("1-10月", None) == (None, None)
    assert days("目前", None) == (None, None)
    assert days("2021年", None) == ("2021-01-01", "2021-12-31")


@given(
    st.text(alphabet="0123456789一二三十年月日季度上半下前至到-截底末初今去同期内来起第全个 ，、“”五四", max_size=60),
    st.dates(),
)
def test_any_text_is_read_and_every_mention_is_an_exact_slice(text, published):
    mentions = scan(text, published if 1900 < published.year < 2100 else None)
    assert all(m.text == text[m.start : m.end] for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.integers(2015, 2030), st.integers(1, 12), st.integers(1, 12), st.dates(date(2014, 1, 1), date(2031, 1, 1)))
def test_a_stated_year_is_never_overruled_by_the_day_of_publication(year, one, other, published):
    first, last = sorted((one, other))
    period = only(f"{year}年{first}-{last}月" if first < last else f"{year}年{last}月", published).period
    assert (period.start.year, period.start.month, period.end.month) == (year, first, last)
