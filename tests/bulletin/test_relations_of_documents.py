"""The relations of our own documents against what a careful person finds in them, all documents together."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.reading import Relation
from liantu.bulletin.relation import PREDICATES

FOLDER = Path(__file__).parents[1] / "bulletins"
Row = dict[str, str]


def gold(name: str) -> tuple[Row, list[Row]]:
    """What is told of a document itself, and its relations; none where nobody has written them down."""
    first, *rows = (FOLDER / f"{name}.facts.jsonl").read_text(encoding="utf8").splitlines()
    return json.loads(first), [row for row in map(json.loads, rows) if "relation" in row]


NAMES = sorted(path.stem for path in FOLDER.glob("*.txt") if gold(path.stem)[1])


def found(name: str) -> tuple[Relation, ...]:
    about, _ = gold(name)
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf8")
    return read(Document.from_text(text), date.fromisoformat(about["published"]), about.get("place", "")).relations


def pairs(text: str) -> set[str]:
    signs = "".join(sign for sign in text if sign.isalnum())
    return {signs[i : i + 2] for i in range(len(signs) - 1)} or {signs}


def alike(one: str, other: str) -> bool:
    """Most of the shorter wording's pairs of characters stand in the longer one."""
    return len(pairs(one) & pairs(other)) >= 0.6 * min(len(pairs(one)), len(pairs(other)))


def same(relation: Relation, row: Row) -> bool:
    return (
        relation.predicate == row["relation"]
        and alike(relation.subject, row["subject"])
        and alike(relation.object, row["object"])
    )


def scored(name: str) -> Iterator[tuple[str, str]]:
    """Every relation of a document that is found, missed or false, with its predicate."""
    left = list(found(name))
    for row in gold(name)[1]:
        hit = next((each for each in left if same(each, row)), None)
        if hit is not None:
            left.remove(hit)
        if hit is not None or not row.get("optional"):
            yield ("found" if hit else "missed", f"{row['relation']} {row['subject']} {row['object']}")
    for each in left:
        yield "false", f"{each.predicate} {each.subject} {each.object}"


def test_relations_of_all_documents_are_found_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    told = [(name, *each) for name in NAMES for each in scored(name)]
    counted = Counter(outcome for _, outcome, _ in told)
    recall = counted["found"] / (counted["found"] + counted["missed"])
    precision = counted["found"] / (counted["found"] + counted["false"])
    wrong = [f"  {name} {outcome} {what}" for name, outcome, what in told if outcome != "found"]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{counted['found'] + counted['missed']} relations  recall {recall:.3f} precision {precision:.3f}\n"
        )
        sys.stdout.write("\n".join([*wrong, ""]))
    assert precision >= 0.95
    assert recall >= 0.75


def test_every_relation_written_down_is_of_the_closed_list() -> None:
    assert {row["relation"] for name in NAMES for row in gold(name)[1]} <= set(PREDICATES)
