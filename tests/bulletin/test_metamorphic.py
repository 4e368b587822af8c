"""Written otherwise, a document says the same: widths, characters, dashes, quotes, line ends, repeats and columns."""

import random

import pytest

from tests.bulletin.disguise import DISGUISES, said
from tests.bulletin.gold import papers


@pytest.fixture(scope="module")
def plain() -> dict[str, list[tuple[str, ...]]]:
    return {paper.name: said(paper) for paper in papers()}


@pytest.mark.parametrize("name", DISGUISES)
def test_another_way_of_writing_gives_the_same_facts(name: str, plain: dict[str, list[tuple[str, ...]]]) -> None:
    changed = 0
    differing = {}
    for paper in papers():
        text = DISGUISES[name](paper.text, random.Random(paper.name))  # noqa: S311 (the same throws every time)
        changed += text != paper.text
        if text != paper.text and set(told := said(paper, text)) != set(plain[paper.name]):
            differing[paper.name] = set(told) ^ set(plain[paper.name])
    assert changed
    assert differing == {}
