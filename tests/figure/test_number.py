"""Numbers in Arabic and Chinese characters have one value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.figure.number import value_of

_DIGITS = "零一二三四五六七八九"


def written(n: int) -> str:
    """The full Chinese writing of a number below 10^12."""
    if n == 0:
        return "零"
    out, gap = "", False
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = n // power % 10**4
        if group == 0:
            gap = bool(out)
            continue
        if out and (gap or group < 1000):
            out += "零"
        out += _group(group) + name
        gap = False
    return out


def _group(n: int) -> str:
    out, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // power % 10
        if digit == 0:
            gap = bool(out)
            continue
        out += ("零" if gap else "") + _DIGITS[digit] + name
        gap = False
    return out


@given(st.integers(0, 10**12 - 1))
def test_every_whole_number_reads_back_from_its_chinese_writing(n):
    assert value_of(written(n)) == n


@given(st.decimals(0, 10**9, places=4, allow_nan=False))
def test_grouped_digits_read_back(value):
    assert value_of(f"{value:,}") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两千亿", "200000000000"),
        ("百亿", "10000000000"),
        ("万亿", "1000000000000"),
        ("十五", "15"),
        ("二〇二三", "2023"),
        ("两万五", "25000"),
        ("一百二", "120"),
        ("五分之一", "0.2"),
        ("百分之五", "0.05"),
        ("三点五", "3.5"),
        ("3亿5000万", "350000000"),
        ("5万3000", "53000"),
        ("伍佰万", "5000000"),
        ("一半", "0.5"),
    ],
)
def test_numbers_as_people_write_them(text, value):
    assert value_of(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "数十", "三四", "十几", "2.0.1", "营收", "点五", "一分之"])
def test_a_vague_number_has_no_exact_value(text):
    assert value_of(text) is None
