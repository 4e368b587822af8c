"""Nothing passes the gate that its own quotes do not bear out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.document import Document
from liantu.bulletin.gate import admit
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Fact, Modality

PUBLISHED = date(2023, 12, 22)
TEXT = "今年1-10月，甲区实现营收92.2亿元，同比下降1.89%，占全市比重为45%，其中出口20亿元；预计到2025年突破200亿元。"
DOCUMENT = Document.from_text(TEXT, published=PUBLISHED)


def at(words: str, text: str = TEXT) -> Quote:
    return Quote(text.index(words), text.index(words) + len(words))


REVENUE = Fact(
    id="f1",
    subject="甲区",
    measure="营收",
    aspect=Aspect.LEVEL,
    value=Decimal("92.2"),
    value_low=None,
    value_high=None,
    unit="亿元",
    value_base=Decimal(9_220_000_000),
    unit_base="元",
    qualifier=None,
    period_text="今年1-10月",
    period_start=date(2023, 1, 1),
    period_end=date(2023, 10, 31),
    modality=Modality.ACTUAL,
    yoy=Decimal("-1.89"),
    base=None,
    rule="level",
    confidence=Decimal("0.9"),
    span=at("92.2亿元"),
    quotes=(Quote(0, len(TEXT)),),
)
SHARE = replace(
    REVENUE,
    aspect=Aspect.SHARE,
    value=Decimal(45),
    unit="%",
    value_base=Decimal(45),
    unit_base="%",
    yoy=None,
    span=at("45%"),
)
AIM = replace(
    REVENUE,
    value=Decimal(200),
    value_low=Decimal(200),
    value_base=Decimal(20_000_000_000),
    qualifier="突破",
    yoy=None,
    period_text="到2025年",
    period_start=date(2025, 1, 1),
    period_end=date(2025, 12, 31),
    modality=Modality.FORECAST,
    span=at("200亿元"),
)


def why(fact: Fact, document: Document = DOCUMENT) -> str | None:
    admitted, refused = admit(document, [fact])
    assert [*admitted, *(f for f, _ in refused)] == [fact]
    return refused[0][1] if refused else None


@pytest.mark.parametrize("fact", [REVENUE, SHARE, AIM])
def test_a_fact_borne_out_by_its_quotes_passes(fact):
    assert why(fact) is None


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (replace(REVENUE, quotes=()), "没有引文"),
        (replace(REVENUE, quotes=(Quote(0, len(TEXT) + 1),)), "引文超出原文"),
        (replace(REVENUE, quotes=(at("今年1-10月"),)), "数字不在引文之内"),
        (replace(REVENUE, span=at("营收")), "引文处读不出数字"),
        (replace(REVENUE, span=at("92.2")), "引文处读不出数字"),
        (replace(REVENUE, value=Decimal("92.3")), "数值或单位与原文不符"),
        (replace(REVENUE, unit="万元"), "数值或单位与原文不符"),
        (replace(REVENUE, value_base=Decimal(922_000_000)), "数值或单位与原文不符"),
        (replace(REVENUE, value_low=Decimal("92.2")), "数值或单位与原文不符"),
        (replace(AIM, value_low=None), "数值或单位与原文不符"),
        (replace(REVENUE, yoy=Decimal("1.98")), "引文里没有这个同比"),
        (replace(REVENUE, period_end=date(2023, 11, 30)), "时期与原文不符"),
        (replace(REVENUE, period_start=date(2022, 1, 1), period_end=date(2022, 10, 31)), "时期与原文不符"),
        (replace(REVENUE, period_start=date(2024, 1, 1)), "时期的起止颠倒"),
        (replace(REVENUE, modality=Modality.COMPARISON), "比较口径与语气不一致"),
        (replace(AIM, modality=Modality.ACTUAL), "发布之后的时期不能是已发生的数"),
    ],
)
def test_a_fact_its_quotes_do_not_bear_out_is_turned_away(fact, reason):
    assert why(fact) == reason


def test_a_fall_needs_a_word_for_falling():
    rise = "今年1-10月，甲区实现营收92.2亿元，同比增长1.89%。"
    risen = replace(REVENUE, quotes=(Quote(0, len(rise)),), span=at("92.2亿元", rise))
    document = Document.from_text(rise, published=PUBLISHED)
    assert why(risen, document) == "原文没有下降的说法，同比却为负"
    assert why(replace(risen, yoy=Decimal("1.89")), document) is None


def test_a_target_needs_a_word_for_wanting_or_a_time_to_come():
    plain = "甲区实现营收92.2亿元。"
    aimed = replace(
        REVENUE, yoy=None, modality=Modality.TARGET, quotes=(Quote(0, len(plain)),), span=at("92.2亿元", plain)
    )
    assert why(aimed, Document.from_text(plain, published=PUBLISHED)) == "原文没有目标或预计的说法"


def test_a_share_lies_between_nothing_and_all():
    text = "占全市比重为145%。"
    share = replace(
        SHARE, value=Decimal(145), value_base=Decimal(145), span=at("145%", text), quotes=(Quote(0, len(text)),)
    )
    assert why(share, Document.from_text(text, published=PUBLISHED)) == "占比不在0到100之间"


def test_a_part_larger_than_its_whole_is_turned_away():
    text = "甲区实现营收12亿元，其中出口20亿元。"
    quotes = (Quote(0, len(text)),)
    twelve, twenty = (
        replace(
            REVENUE,
            value=Decimal(n),
            value_base=Decimal(n * 10**8),
            yoy=None,
            period_text=None,
            span=at(f"{n}亿元", text),
            quotes=quotes,
        )
        for n in (12, 20)
    )
    document = Document.from_text(text, published=PUBLISHED)
    assert admit(document, [twelve, twenty]) == ([twelve], [(twenty, "部分大于整体")])
    part = replace(twelve, value=Decimal(20), value_base=Decimal(20 * 10**8), yoy=None, span=at("20亿元"))
    assert admit(DOCUMENT, [REVENUE, replace(part, quotes=REVENUE.quotes)])[1] == []


def test_a_sentence_torn_apart_is_read_in_the_order_of_its_quotes():
    torn = "亿元，高于全省3.7、\n其他内容。\n甲区增速高于全国4.3、全市3.3个百分点，营收9亿元"
    head, tail = at("甲区增速高于全国4.3、", torn), at("全市3.3个百分点", torn)
    gap = replace(
        REVENUE,
        aspect=Aspect.GAP,
        modality=Modality.COMPARISON,
        value=Decimal("4.3"),
        unit="个百分点",
        value_base=Decimal("4.3"),
        unit_base="pp",
        yoy=None,
        period_text=None,
        span=at("4.3", torn),
        quotes=(head, tail),
    )
    assert why(gap, Document.from_text(torn, published=PUBLISHED)) is None
    assert why(replace(gap, value=Decimal("3.4"), value_base=Decimal("3.4")), Document.from_text(torn)) is not None


def test_traditional_and_wide_text_is_quoted_as_stored():
    text = "今年１－１０月，甲區實現營收９２．２億元，同比下降１．８９％。"
    fact = replace(REVENUE, period_text="今年１－１０月", span=at("９２．２億元", text), quotes=(Quote(0, len(text)),))
    assert why(fact, Document.from_text(text, published=PUBLISHED)) is None


@given(st.decimals("0.1", 10**6, places=2, allow_nan=False), st.decimals("0.1", 10**6, places=2, allow_nan=False))
def test_only_the_value_in_the_text_passes(stated, claimed):
    text = f"甲区实现营收{stated}亿元。"
    fact = replace(
        REVENUE,
        value=claimed,
        value_base=claimed * 10**8,
        yoy=None,
        period_text=None,
        span=at(f"{stated}亿元", text),
        quotes=(Quote(0, len(text)),),
    )
    assert (why(fact, Document.from_text(text, published=PUBLISHED)) is None) == (stated == claimed)
