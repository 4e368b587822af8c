"""Twenty-three short documents in our own words, each with the facts a careful person finds in it."""

import json
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.reading import Fact

FOLDER = Path(__file__).parents[1] / "bulletins"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
FIELDS = ("subject", "measure", "aspect", "value", "unit", "low", "high", "yoy", "start", "end", "modality")


def told(fact: Fact) -> dict[str, str | None]:
    def say(value: Decimal | None) -> str | None:
        return None if value is None else f"{value:f}"

    def day(value: date | None) -> str | None:
        return None if value is None else value.isoformat()

    return {
        "subject": fact.subject,
        "measure": fact.measure,
        "aspect": fact.aspect.value,
        "value": say(fact.value_base),
        "unit": fact.unit_base,
        "low": say(fact.value_low),
        "high": say(fact.value_high),
        "yoy": say(fact.yoy),
        "start": day(fact.period_start),
        "end": day(fact.period_end),
        "modality": fact.modality.value,
    }


def wanted(name: str) -> tuple[dict[str, str], list[dict[str, str | int | None]]]:
    """What is told of a document itself, and its facts; its relations are scored by a test of their own."""
    first, *rows = (FOLDER / f"{name}.facts.jsonl").read_text(encoding="utf8").splitlines()
    told_rows = [json.loads(row) for row in rows]
    return json.loads(first), [row for row in told_rows if "relation" not in row]


def facts_of(name: str) -> tuple[dict[int, Fact], list[dict[str, str | int | None]]]:
    about, rows = wanted(name)
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf8")
    reading = read(Document.from_text(text), date.fromisoformat(about["published"]), about.get("place", ""))
    return {fact.span.start: fact for fact in reading.facts}, rows


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_found_and_no_other(name: str) -> None:
    found, rows = facts_of(name)
    assert sorted(found) == sorted(int(row["at"] or 0) for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_value_unit_sign_and_growth_are_right(name: str) -> None:
    found, rows = facts_of(name)
    for row in rows:
        fact = told(found[int(row["at"] or 0)])
        assert [fact[key] for key in ("value", "unit", "low", "high", "yoy")] == [
            row[key] for key in ("value", "unit", "low", "high", "yoy")
        ], row["figure"]


def test_most_facts_are_right_in_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    right: Counter[str] = Counter()
    total = 0
    wrong = []
    for name in NAMES:
        found, rows = facts_of(name)
        for row in rows:
            total += 1
            fact = told(found[int(row["at"] or 0)]) if int(row["at"] or 0) in found else {}
            for key in FIELDS:
                right[key] += fact.get(key) == row[key]
                if fact.get(key) != row[key]:
                    wrong.append((name, row["figure"], key, row[key], fact.get(key)))
    with capsys.disabled():
        lines = [" ".join(f"{key}={right[key]}/{total}" for key in FIELDS), *map(str, wrong)]
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert all(right[key] >= 0.95 * total for key in FIELDS)


def test_a_city_figure_is_not_given_to_the_district() -> None:
    found, _ = facts_of("city-and-district")
    city = next(fact for fact in found.values() if fact.value_base == Decimal(51_200_000_000))
    assert not city.subject.startswith("东湖区")


def test_a_firms_figure_is_not_given_to_its_cluster() -> None:
    found, _ = facts_of("firm-in-cluster")
    owners = {fact.subject for fact in found.values() if fact.measure == "营收"}
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
