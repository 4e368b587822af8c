"""Folding changes signs and characters, never places."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.fold import fold
from liantu.bulletin.traditional import SIMPLIFIED


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_each_character_is_folded_by_itself(one, other):
    assert fold(one + other) == fold(one) + fold(other)


def test_wide_signs_dashes_and_spaces_become_plain():
    assert fold("１－１０月　增长（５．５％）～—–") == "1-10月 增长(5.5%)---"


def test_a_chinese_comma_stays_apart_from_one_that_groups_digits():
    assert fold("5，234家") == "5，234家"
    assert fold("5,234家") == "5,234家"


def test_traditional_bulletins_read_like_simplified_ones():
    assert (
        fold("全區規上工業總產值達到１２億圓，較上年增長；簽約項目個數")
        == "全区规上工业总产值达到12亿圆，较上年增长；签约项目个数"
    )


def test_simplified_prose_is_left_as_it_is():
    prose = "全区实现营收，同比增长；企业数量达到，合同投资额；党委、发展、里程、后来、台账、干部、系统、制造"
    assert fold(prose) == prose


def test_the_table_maps_one_chinese_character_to_one_other():
    for old, new in SIMPLIFIED.items():
        assert len(old) == len(new) == 1
        assert all(unicodedata.name(c).startswith("CJK UNIFIED") for c in (old, new))
        assert new not in SIMPLIFIED
