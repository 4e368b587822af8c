import sys
from datetime import date

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.block import Kind, split
from liantu.bulletin.order import arrange
from tests.bulletin.tearing import Torn, tear

PUBLISHED = date(2023, 12, 1)
Told = set[tuple[str, str, str, str]]


def facts(text: str) -> Told:
    reading = read(Document.from_text(text), PUBLISHED)
    return {(f.subject, f.measure, str(f.value_base), str(f.yoy)) for f in reading.facts}


def test_a_whole_page_needs_no_repair() -> None:
    text = tear(1, far=False).whole
    assert arrange(split(text), text).hypotheses == ()


@pytest.mark.parametrize("seed", range(8))
def test_a_sentence_torn_where_it_stands_gives_the_same_facts(seed: int) -> None:
    torn = tear(seed, far=False)
    assert torn.torn != torn.whole
    assert facts(torn.torn) == facts(torn.whole)


def test_most_facts_survive_columns_torn_far_apart(capsys: pytest.CaptureFixture[str]) -> None:
    kept = total = pages = 0
    for seed in range(30):
        torn: Torn = tear(seed, far=True)
        want, got = facts(torn.whole), facts(torn.torn)
        kept += len(want & got)
        total += len(want)
        pages += want == got
    with capsys.disabled():
        sys.stdout.write(f"\nfacts kept {kept}/{total}, whole pages {pages}/30\n")
    assert kept >= 0.9 * total


def test_a_repair_is_told_with_its_places_and_its_reason() -> None:
    torn = tear(3, far=False).torn
    told = arrange(split(torn), torn).hypotheses
    assert told
    first = told[0]
    assert [quote.of(torn)[-2:] for quote in first.pieces[:1]] == ["培育"]
    assert first.reason
    assert 0 < first.confidence < 1


def test_a_duplicate_fragment_is_read_once() -> None:
    text = (
        "# 甲业 提速\n\n甲业车间很忙。\n\n“今年1-9月，全区甲业共\n\n# 乙业 平稳\n\n乙业车间也忙。\n\n"
        "实现营收5亿元。”负责人说，甲业车间还要扩大。\n\n“今年1-9月，全区甲业共\n"
    )
    order = arrange(split(text), text)
    read_once = [block.text for run in order.runs for block in run.blocks]
    assert read_once.count("“今年1-9月，全区甲业共") == 1
    assert any("重复" in each.reason for each in order.hypotheses)


def test_a_caption_belongs_to_no_sentence() -> None:
    text = "# 快报\n\n夜色里，全区处处洋溢着书\n\n文旅产业\n\n香，人流如织。\n"
    assert Kind.CAPTION in [block.kind for block in split(text)]
    order = arrange(split(text), text)
    assert "".join(b.text for run in order.runs for b in run.blocks) == "夜色里，全区处处洋溢着书香，人流如织。"
