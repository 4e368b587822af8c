"""A page walked through sentence by sentence says what it says whole, and no wording for a time is passed over."""

import random
import re
from pathlib import Path

import pytest

from liantu.bulletin.fold import fold
from liantu.bulletin.quantity import Quantity, scan, walk
from liantu.figure import phrase

PAGES = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "bulletins").glob("*.txt"))]
JOINTS = ["。", "。”", "。\n", "\n", " ", "一是", "一则", "-3%", "1、", "（一）", "《", "》", "第", "近", "其一", "3"]


def _walked(text: str) -> list[Quantity]:
    return [
        q._replace(start=at + q.start, end=at + q.end, around=(at + q.around[0], at + q.around[1]))
        for at, found in walk(text)
        for q in found.figures
    ]


def test_a_page_walked_through_says_what_it_says_whole() -> None:
    for page in PAGES:
        assert _walked(fold(page)) == scan(fold(page))


def test_pieces_put_together_anyhow_say_what_they_say_whole() -> None:
    pieces = [piece for page in PAGES for piece in re.split(r"(?<=[，。、\n])|(?=[0-9])", page)] + JOINTS * 40
    chance = random.Random(4)  # noqa: S311 (no secret)
    for _ in range(1500):
        text = fold("".join(chance.choices(pieces, k=chance.randint(3, 12))))
        assert _walked(text) == scan(text)


@pytest.mark.parametrize("name", list(phrase._GRAMMAR))
def test_a_look_at_the_first_characters_passes_over_no_time(name: str) -> None:
    whole = re.compile("|".join(f"(?P<g_{each}>{form})" for each, form in phrase._GRAMMAR.items()))
    form = re.compile(phrase._GRAMMAR[name])
    for page in PAGES:
        text = fold(page)
        for m in form.finditer(text):
            near = text[max(0, m.start() - 3) : m.end() + 3]
            assert [found.span() for found in whole.finditer(near)] == phrase.spans(near)
