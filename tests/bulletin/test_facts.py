"""What is a fact and what is none: every document of our own to the last figure, and single sentences."""

from datetime import date
from decimal import Decimal

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.reading import Fact
from tests.bulletin.gold import Paper, matched, papers

TUNED = [paper.name for paper in papers() if not paper.left_out]


def paper_of(name: str) -> Paper:
    return next(paper for paper in papers() if paper.name == name)


def facts_of(name: str) -> list[Fact]:
    return list(paper_of(name).read().facts)


@pytest.mark.parametrize("name", TUNED)
def test_every_figure_is_found_and_no_other(name: str) -> None:
    paper = paper_of(name)
    pairs, missed, more = matched(paper, paper.read())
    assert (missed, more) == ([], [])
    assert [found["value"] for _, found in pairs] == [row["value"] for row, _ in pairs]


def test_a_city_figure_is_not_given_to_the_district() -> None:
    found = facts_of("city-and-district")
    city = next(fact for fact in found if fact.value_base == Decimal(51_200_000_000))
    assert not city.subject.startswith("东浦区")


def test_a_firms_figure_is_not_given_to_its_cluster() -> None:
    found = facts_of("firm-in-cluster")
    owners = {fact.subject for fact in found if fact.measure == "营收"}
    assert owners == {"晨露环境科技有限公司"}


def test_growth_beside_a_level_is_no_second_fact() -> None:
    text = "今年1-10月，乙山区实现营收5亿元，同比增长3%。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert [(fact.measure, fact.yoy) for fact in reading.facts] == [("营收", Decimal(3))]


def test_a_condition_is_part_of_the_measure_and_never_a_value() -> None:
    text = "今年，乙山区引进投资1亿元以上项目63个。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert [(f.measure, f.value) for f in reading.facts] == [("引进投资1亿元以上项目数", Decimal(63))]


def test_a_scale_label_is_a_relation_and_never_a_value() -> None:
    text = "# 轻纺产业 提速\n乙山区全力打造百亿级轻纺产业集群。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert not reading.facts
    assert [(r.predicate, r.object) for r in reading.relations] == [("scale", "百亿级")]


def test_a_narrowing_decline_counts_as_a_rise_of_the_rate() -> None:
    text = "1-10月，乙山区工业投资下降5%，降幅比1-9月收窄1.2个百分点；出口下降3%，降幅比1-9月扩大0.4个百分点。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert [fact.value_base for fact in reading.facts if fact.unit_base == "pp"] == [Decimal("1.2"), Decimal("-0.4")]


def test_a_time_of_comparison_does_not_govern() -> None:
    text = "前三季度，乙山区工业增加值增长5%，增速较上半年提高1个百分点。出口额3亿元。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert {fact.period_end for fact in reading.facts} == {date(2023, 9, 30)}


def test_a_heading_ends_a_period() -> None:
    text = "# 乙山区快报\n## 工业\n上半年，乙山区工业投资3亿元。\n## 商业\n乙山区销售额2亿元。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert [fact.period_text for fact in reading.facts] == ["上半年", None]


def test_signed_money_is_a_fact_whatever_is_planned_with_it() -> None:
    text = "今年，乙山区签约项目5个，计划总投资30亿元。"
    reading = read(Document.from_text(text), date(2023, 12, 1))
    assert [(f.measure, f.modality.value) for f in reading.facts] == [
        ("签约项目数", "actual"),
        ("计划总投资", "actual"),
    ]
