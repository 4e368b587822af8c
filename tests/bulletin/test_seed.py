"""The newspaper page of 2023, torn into columns: read where the shared papers lie, never copied here."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from liantu.bulletin import Document, Reading, read
from liantu.bulletin.reading import Fact, Use

SHARED = Path(os.environ.get("LIANTU_SHARED", Path(__file__).parents[3] / "shared")) / "seed"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of shared papers (LIANTU_SHARED) is not here")
PUBLISHED = date(2023, 12, 22)


@pytest.fixture(scope="module")
def document() -> Document:
    return Document.open(SHARED / "dadukou-2023.txt")


@pytest.fixture(scope="module")
def reading(document: Document) -> Reading:
    return read(document, PUBLISHED)


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    rows = (SHARED / "gold_seed.jsonl").read_text(encoding="utf8").splitlines()
    return [row for row in map(json.loads, rows) if row["kind"] == "indicator"]


def match(row: dict[str, Any], document: Document, reading: Reading) -> Fact | None:
    at = document.text.find(row["quote"])
    for fact in reading.facts:
        inside = at <= fact.span.start and fact.span.end <= at + len(row["quote"])
        same = fact.value_base is not None and abs(fact.value_base - Decimal(str(row["value_base"]))) < Decimal("0.001")
        if inside and same and fact.unit_base == row["unit_base"]:
            return fact
    return None


def test_every_core_figure_is_found_with_value_unit_and_sign(
    document: Document, reading: Reading, gold: list[dict[str, Any]]
) -> None:
    core = [row for row in gold if not row["optional"]]
    assert len(core) == 31
    assert all(match(row, document, reading) for row in core)


def test_no_figure_is_found_that_is_none(document: Document, reading: Reading, gold: list[dict[str, Any]]) -> None:
    matched = {fact.id for row in gold if (fact := match(row, document, reading))}
    assert [fact for fact in reading.facts if fact.id not in matched] == []


def test_growth_and_periods_are_right(document: Document, reading: Reading, gold: list[dict[str, Any]]) -> None:
    right = grown = 0
    for row in (row for row in gold if not row["optional"]):
        fact = match(row, document, reading)
        assert fact is not None
        end, start = row["period_end"] or "", row["period_start"] or ""
        right += str(fact.period_end or "").startswith(end) and str(fact.period_start or "").startswith(start)
        grown += row["yoy"] is not None and fact.yoy == Decimal(str(row["yoy"]))
    assert right >= 30
    assert grown == 6


def test_every_cluster_has_its_own_figures(reading: Reading) -> None:
    subjects = {fact.subject for fact in reading.facts if fact.value_base == Decimal(5_900_000_000)}
    assert len(subjects) == 1
    assert subjects.pop().endswith("新材料产业")


def test_the_citys_list_is_the_citys(reading: Reading) -> None:
    fact = next(fact for fact in reading.facts if fact.value == 8 and fact.unit == "个" and "集群" in fact.measure)
    assert not fact.subject.startswith("大渡口")


def test_slogans_ordinals_and_names_give_no_figure(document: Document, reading: Reading) -> None:
    traps = ("5+2", "33618", "第三届", "4号仓库", "33条", "1+3")
    for trap in traps:
        at = document.text.find(trap)
        assert at >= 0
        assert not any(at <= fact.span.start < at + len(trap) for fact in reading.facts)


def test_the_pages_own_contradictions_are_told(reading: Reading) -> None:
    kinds = {conflict.kind for conflict in reading.conflicts}
    assert {"two_times", "goal_measure", "implied_base", "paid_in_low", "mixed_times"} <= kinds


def test_all_eight_joins_of_the_torn_columns(document: Document, reading: Reading) -> None:
    def line(place: int) -> int:
        return document.text.count("\n", 0, place) + 1

    joins = {(line(h.pieces[0].start), line(h.pieces[1].start)) for h in reading.hypotheses if len(h.pieces) == 2}
    assert joins == {(46, 48), (74, 76), (92, 54), (118, 124), (138, 94), (96, 58), (144, 98), (102, 62)}


def test_the_account_leaves_hardly_a_number_unread(reading: Reading) -> None:
    assert sum(use.use is Use.REVIEW for use in reading.numbers) <= 2
