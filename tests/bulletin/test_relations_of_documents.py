"""The relations of our own documents against what a careful person finds in them, all documents together."""

import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from liantu.bulletin.reading import Relation
from liantu.bulletin.relation import PREDICATES
from tests.bulletin.gold import Paper, Row, papers

PAPERS = [paper for paper in papers() if paper.relations]


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


def scored(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every relation of a document that is found, missed or false, with its predicate."""
    left = list(paper.read().relations)
    for row in paper.relations:
        hit = next((each for each in left if same(each, row)), None)
        if hit is not None:
            left.remove(hit)
        if hit is not None or not row.get("optional"):
            yield ("found" if hit else "missed", f"{row['relation']} {row['subject']} {row['object']}")
    for each in left:
        yield "false", f"{each.predicate} {each.subject} {each.object}"


def test_relations_of_all_documents_are_found_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    told = [(paper.name, *each) for paper in PAPERS for each in scored(paper)]
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
    assert {row["relation"] for paper in PAPERS for row in paper.relations} <= set(PREDICATES)


def test_a_page_of_wishes_bears_no_relation() -> None:
    wishes = next(paper for paper in papers() if paper.name == "project-wishes")
    assert wishes.read().relations == ()
