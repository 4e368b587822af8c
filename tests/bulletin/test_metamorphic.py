"""Written otherwise, a document says the same: widths, characters, dashes, quotes, line ends, repeats and columns."""

import random
import sys
from datetime import date

import pytest

from liantu.bulletin import Document, Reading, read
from liantu.bulletin.reading import Use
from tests.bulletin.columns import pages
from tests.bulletin.disguise import DISGUISES, said
from tests.bulletin.gold import papers

HALF_LINES = frozenset(["project-chat-account"])


@pytest.fixture(scope="module")
def plain() -> dict[str, list[tuple[str, ...]]]:
    return {paper.name: said(paper) for paper in papers()}


@pytest.mark.parametrize("name", DISGUISES)
def test_another_way_of_writing_gives_the_same_facts(name: str, plain: dict[str, list[tuple[str, ...]]]) -> None:
    changed = 0
    differing = {}
    for paper in papers():
        if paper.name in HALF_LINES and name in ("spaced", "repeated"):  # there an empty line ends a sentence
            continue
        text = DISGUISES[name](paper.text, random.Random(paper.name))  # noqa: S311 (the same throws every time)
        changed += text != paper.text
        if text != paper.text and set(told := said(paper, text)) != set(plain[paper.name]):
            differing[paper.name] = set(told) ^ set(plain[paper.name])
    assert changed
    assert differing == {}


Told = set[tuple[str, str, str, str, str]]


def told(text: str, published: date) -> tuple[Told, Reading]:
    reading = read(Document.from_text(text), published)
    facts = {
        (fact.measure, str(fact.value_base), str(fact.yoy), str(fact.period_end), fact.subject)
        for fact in reading.facts
    }
    return facts, reading


def test_most_of_a_page_cut_anywhere_into_columns_is_put_together_again(capsys: pytest.CaptureFixture[str]) -> None:
    kept = other = wanted = joined = seams = 0
    for page in pages(60):
        want, _ = told(page.whole, page.published)
        got, reading = told(page.columns, page.published)
        kept += len(want & got)
        other += len(got - want)
        wanted += len(want)
        found = {tuple(piece.of(page.columns).strip() for piece in each.pieces) for each in reading.hypotheses}
        joined += sum(seam in found for seam in page.seams)
        seams += len(page.seams)
    with capsys.disabled():
        sys.stdout.write(
            f"\ncolumns cut anywhere: seams {joined}/{seams}, facts kept {kept}/{wanted}, others {other}\n"
        )
    assert joined >= 0.6 * seams
    assert kept >= 0.8 * wanted


def test_a_number_torn_in_two_is_one_figure_with_both_pieces_in_the_account() -> None:
    text = "# 快报\n\n今年1-10月，乙山区实现产值12\n\n# 别处\n\n甲业平稳。\n\n.6亿元，同比增长3%。\n"
    reading = read(Document.from_text(text), date(2024, 11, 20))
    assert [(fact.measure, str(fact.value_base), fact.span.of(text)) for fact in reading.facts] == [
        ("产值", "1260000000", "12")
    ]
    booked = {use.span.of(text): use.fact for use in reading.numbers if use.use is Use.FACT}
    assert booked == {"12": reading.facts[0].id, "6亿": reading.facts[0].id}
