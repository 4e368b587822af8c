"""Relations of the newspaper page of 2023 against its hand-made gold; both are read where the shared papers lie."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.reading import Relation

SHARED = Path(os.environ.get("LIANTU_SHARED", Path(__file__).parents[3] / "shared")) / "seed"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of shared papers (LIANTU_SHARED) is not here")

# The gold's words for what the closed list of predicates calls otherwise; what is not here is outside the list.
PREDICATES = {
    **dict.fromkeys(["企业角色", "项目角色", "链主"], "role"),
    **dict.fromkeys(["产品", "主要产品"], "product"),
    **dict.fromkeys(["所在园区", "入驻园区", "所在地", "注册/来源地"], "located_in"),
    **dict.fromkeys(["引进企业", "引进项目", "引进培育企业"], "introduced"),
    **dict.fromkeys(["排名", "排名/唯一性"], "rank"),
    "获得称号": "honour",
    "获得许可": "licence",
    "上市": "listing",
    "入选名单": "list_entry",
    "主导标准": "standard",
    "建成载体": "carrier",
    "规模级别": "scale",
    "目标定位": "target_position",
    "项目状态": "project_status",
}


@pytest.fixture(scope="module")
def relations() -> tuple[Relation, ...]:
    return read(Document.open(SHARED / "dadukou-2023.txt"), date(2023, 12, 22)).relations


@pytest.fixture(scope="module")
def gold() -> list[tuple[str, str, str]]:
    rows = map(json.loads, (SHARED / "gold_seed.jsonl").read_text(encoding="utf8").splitlines())
    return [
        (
            row["subject"],
            PREDICATES[row["predicate"]],
            f"{row['object']}{row['predicate'] * (row['predicate'] == '链主')}",
        )
        for row in rows
        if row["kind"] == "relation" and row["predicate"] in PREDICATES and not row["optional"]
    ]


def pairs(text: str) -> set[str]:
    signs = "".join(sign for sign in text if sign.isalnum())
    return {signs[i : i + 2] for i in range(len(signs) - 1)}


def alike(one: str, other: str) -> bool:
    """Most of the shorter name's pairs of characters stand in the longer one."""
    return len(pairs(one) & pairs(other)) >= 0.6 * min(len(pairs(one)), len(pairs(other)))


def matching(row: tuple[str, str, str], relations: tuple[Relation, ...]) -> Iterator[Relation]:
    subject, predicate, told = row
    for each in relations:
        if each.predicate == predicate and alike(each.subject, subject) and alike(each.object, told):
            yield each


def test_four_in_five_relations_of_the_page_are_found(
    relations: tuple[Relation, ...], gold: list[tuple[str, str, str]]
) -> None:
    assert len(gold) == 65
    assert sum(any(matching(row, relations)) for row in gold) >= 53


def test_no_relation_is_found_that_is_none(relations: tuple[Relation, ...], gold: list[tuple[str, str, str]]) -> None:
    right = {each for row in gold for each in matching(row, relations)}
    assert [each for each in relations if each not in right] == []


def test_the_evidence_names_the_firm_the_relation_is_said_of(relations: tuple[Relation, ...]) -> None:
    text = Document.open(SHARED / "dadukou-2023.txt").text
    firms = [each for each in relations if each.predicate in {"role", "licence", "standard", "listing", "product"}]
    assert len(firms) >= 15
    assert all(each.subject in "".join(quote.of(text) for quote in each.quotes) for each in firms)
