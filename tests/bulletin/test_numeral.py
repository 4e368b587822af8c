"""Every numeral is found, with its exact value where it has one."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.numeral import CHINESE, scan

MIXED = st.text(alphabet=CHINESE + "0123456789.,/点分之几数上半①第期元家亿万多-：年月 甲乙", max_size=60)


def found(text):
    return [(text[n.start : n.end], n.value) for n in scan(text)]


@given(st.one_of(MIXED, st.text(max_size=80)))
def test_no_digit_and_no_numeral_character_is_left_out(text):
    numerals = scan(text)
    covered = {place for n in numerals for place in range(n.start, n.end)}
    for place, c in enumerate(text):
        if re.match(f"[0-9{CHINESE}]", c):
            assert place in covered, (text, place)
    assert all(a.end <= b.start for a, b in pairwise(numerals))
    assert all(n.start < n.end for n in numerals)


@given(st.decimals(0, 10**9, places=3, allow_nan=False), st.sampled_from(["", ",", "家"]))
def test_written_decimals_come_back_exactly(value, tail):
    assert scan(f"约{value:,}{tail or '。'}")[0].value == value


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("1,234.5", [("1,234.5", Decimal("1234.5"))]),
        ("两千亿元", [("两千亿", Decimal(200_000_000_000))]),
        ("占五分之一", [("五分之一", Decimal("0.2"))]),
        ("约1/5的企业", [("1/5", Decimal("0.2"))]),
        ("数十家", [("数十", None)]),
        ("十几家", [("十几", None)]),
        ("上百家", [("上百", None)]),
        ("第三届", [("三", Decimal(3))]),
        ("2.0.1版", [("2.0.1", None)]),
        ("92.2亿元", [("92.2亿", Decimal(9_220_000_000))]),
        ("20万千瓦", [("20万", Decimal(200_000)), ("千", Decimal(1000))]),
        ("百万千瓦", [("百万", Decimal(1_000_000)), ("千", Decimal(1000))]),
        ("①②", [("①", None), ("②", None)]),
    ],
)
def test_numerals_as_they_stand_in_bulletins(text, numerals):
    assert found(text) == numerals


def test_a_run_longer_than_any_value_is_a_code():
    assert [n.kind for n in scan("7" * 200)] == ["code"]
