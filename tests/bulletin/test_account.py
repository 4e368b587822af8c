"""The number account holds every numeral of a document once and drops none in silence."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.account import account
from liantu.bulletin.fold import fold
from liantu.bulletin.numeral import scan as numerals
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Modality, Use

TEXT = "今年１-10月，全区签约投资1亿元以上项目63个，实现营收92.2亿元，同比增长1.89%，“5+2”集群第三次获评，另有34。"


def fact(text: str, figure: str, name: str = "f1") -> Fact:
    start = text.index(figure)
    return Fact(
        id=name,
        subject="甲区",
        measure="营收",
        aspect=Aspect.LEVEL,
        value=Decimal(1),
        value_low=None,
        value_high=None,
        unit="元",
        value_base=Decimal(1),
        unit_base="元",
        qualifier=None,
        period_text=None,
        period_start=None,
        period_end=date(2023, 10, 31),
        modality=Modality.ACTUAL,
        yoy=None,
        base=None,
        rule="r",
        confidence=Decimal(1),
        span=Quote(start, start + len(figure)),
        quotes=(Quote(0, len(text)),),
    )


def told(text, facts=(), yoys=None):
    return [(use.span.of(text), str(use.use), use.fact) for use in account(text, facts, yoys)]


def test_each_numeral_is_booked_under_what_became_of_it():
    rate = Quote(TEXT.index("1.89%"), TEXT.index("1.89%") + 5)
    booked = told(TEXT, [fact(TEXT, "63个", "f1"), fact(TEXT, "92.2亿元", "f2")], {"f2": [rate]})
    assert booked == [
        ("１", "date", None),
        ("10", "date", None),
        ("1亿", "filter", None),
        ("63", "fact", "f1"),
        ("92.2亿", "fact", "f2"),
        ("1.89", "yoy", "f2"),
        ("5", "name", None),
        ("2", "name", None),
        ("三", "ordinal", None),
        ("34", "review", None),
    ]


def test_what_nobody_claims_waits_with_a_reason():
    reasons = {use.span.of(TEXT): use.reason for use in account(TEXT, ())}
    assert reasons["34"] == "未读：没有认出单位"
    assert reasons["92.2亿"] == "未读：没有句式认领"
    assert reasons["1亿"] == "筛选条件"


def test_a_number_shared_by_two_facts_is_booked_once_under_the_first():
    shared = [fact(TEXT, "92.2亿元", "f1"), replace(fact(TEXT, "92.2亿元"), id="f2", subject="乙区")]
    assert Counter(fact for _, _, fact in told(TEXT, shared))["f1"] == 1
    assert "f2" not in {fact for _, _, fact in told(TEXT, shared)}


def test_a_fact_reads_before_an_exclusion():
    text = "“33条重点产业链”"
    assert told(text) == [("33", "name", None)]
    assert told(text, [fact(text, "33条")]) == [("33", "fact", "f1")]


@given(
    st.lists(
        st.sampled_from(
            [*"增长今年月第一三百亿万千家个元%，。、\n“”（）①5+-.:/ ", "2023年", "92.2亿元", "第三届", "1-10月"]
        ),
        max_size=40,
    ),
    st.data(),
)
def test_every_numeral_is_accounted_for_exactly_once(pieces, data):
    text = "".join(pieces)
    facts = []
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        facts = [replace(fact(text, text[start]), span=Quote(start, start + 1))]
    uses = account(text, facts)
    assert [tuple(use.span) for use in uses] == [(n.start, n.end) for n in numerals(fold(text))]
    for use in uses:
        assert (use.fact is not None) == (use.use in (Use.FACT, Use.YOY))
        assert use.fact is not None or use.reason


@given(st.text(max_size=200))
def test_any_text_has_an_account(text):
    assert len(account(text, ())) == len(numerals(fold(text)))


@pytest.mark.parametrize("page", ["营收92.2亿元\n" * 8_000, "一二三" * 20_000, "1,234" * 10_000, "(1" * 15_000])
def test_a_long_document_is_read_in_a_moment(page):
    import time

    began = time.process_time()
    account(page, ())
    assert time.process_time() - began < 10
