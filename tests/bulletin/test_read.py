import time
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.bulletin import Document, read
from liantu.bulletin.fold import fold
from liantu.bulletin.numeral import scan as numerals
from liantu.bulletin.quantity import scan as quantities
from liantu.bulletin.reading import Use

PUBLISHED = date(2023, 12, 22)
PAGE = "# 乙山区快报\n今年1-10月，全区茶产业实现营收5.2亿元，同比增长3%。引进投资1亿元以上项目6个。"

PIECES = st.sampled_from(
    (
        "今年1-10月， 全区 茶产业 实现营收 5.2亿元 ， 同比增长 3% 。 引进项目 6个 投资1亿元以上 近 200多家 企业 “ ” 1-11月 全年 "
        "分别 下降 1.2个百分点 高于全市 占全市 两千亿元 、 "
        "三成 \n \n\n ## 一、 第三届 4号仓库 到2025年 预计 突破 3000-5000元 去年底 万亿级 ； ( ) 五分之一 增长1.5倍 其中"
    ).split(" ")
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(lambda text: text.strip() != "")


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_every_quote_is_a_slice_that_reads_back_to_its_value(text: str) -> None:
    reading = read(Document.from_text(text), PUBLISHED)
    for fact in reading.facts:
        assert any(q.start <= fact.span.start and fact.span.end <= q.end for q in fact.quotes)
        assert all(0 <= q.start < q.end <= len(text) for q in fact.quotes)
        again = quantities(fold(text))
        same = [q for q in again if (q.start, q.end) == tuple(fact.span)]
        assert same, fact
        base = same[0].base[0]
        assert (base is None) == (fact.value_base is None)
        assert base is None or abs(base) == abs(fact.value_base or Decimal(0))


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_the_account_holds_every_numeral_once(text: str) -> None:
    reading = read(Document.from_text(text), PUBLISHED)
    assert [tuple(use.span) for use in reading.numbers] == [(n.start, n.end) for n in numerals(fold(text))]
    ids = {fact.id for fact in reading.facts}
    for use in reading.numbers:
        assert (use.fact in ids) == (use.use in (Use.FACT, Use.YOY))
        assert use.use is not Use.REVIEW or use.reason


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    document = Document.from_text(text)
    assert read(document, PUBLISHED) == read(document, PUBLISHED)


def test_every_fact_has_an_id_of_its_own() -> None:
    reading = read(Document.from_text(PAGE), PUBLISHED)
    assert len({fact.id for fact in reading.facts}) == len(reading.facts) == 2


def test_a_growth_number_is_booked_as_growth_and_a_condition_as_a_filter() -> None:
    reading = read(Document.from_text(PAGE), PUBLISHED)
    uses = {use.span.of(PAGE): use.use for use in reading.numbers}
    assert uses["5.2亿"] is Use.FACT
    assert uses["3"] is Use.YOY
    assert uses["1亿"] is Use.FILTER
    assert uses["6"] is Use.FACT


def test_a_number_no_rule_claims_waits_for_a_person_with_the_reason() -> None:
    text = "乙山区今年热闹了12回又34样。"
    reading = read(Document.from_text(text), PUBLISHED)
    assert not reading.facts
    assert [use.use for use in reading.numbers] == [Use.REVIEW, Use.REVIEW]
    assert all(use.reason for use in reading.numbers)


def test_without_a_day_of_publication_nothing_is_invented() -> None:
    reading = read(Document.from_text("今年1-10月，乙山区实现产值5亿元。"), None)
    assert reading.facts[0].period_text == "今年1-10月"
    assert reading.facts[0].period_end is None


def test_a_long_text_takes_time_in_proportion() -> None:
    lines = [PAGE.replace("5.2", f"{n}.{n % 9 + 1}").replace("乙山", "乙山") for n in range(1200)]
    text = "\n".join(lines)
    started = time.process_time()
    reading = read(Document.from_text(text), PUBLISHED)
    spent = time.process_time() - started
    assert len(reading.facts) >= 2 * 1200
    assert spent < len(text) / 1_000_000 * 120
