"""Receiving files with the real reader: whole or not at all."""

import io
import zipfile
from datetime import date

import pytest

from liantu.errors import CannotRead, Conflict
from liantu.ledger import region
from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Document, Fact, Reading
from liantu.review.receive import receive, reread
from tests.district import PACK, District

pytestmark = pytest.mark.django_db
DAY = date(2023, 12, 28)
DATA = "# 大渡口区简报\n今年1-10月，大渡口区新材料产业产值53亿元，同比增长9.8%。".encode()


def counts() -> list[int]:
    return [model.objects.count() for model in (Document, Reading, Fact, Entry)]


def test_a_file_is_received_once(district: District) -> None:
    first = receive(DATA, "简报.txt", published=DAY, issuer="新材料产业办", by=district.person("wangmin"))
    assert (first.new_document, first.new_facts > 0) == (True, True)
    assert first.document.title == "大渡口区简报"
    before = counts()
    again = receive(DATA, "别名.txt", published=DAY, title="另一个题目")
    assert (again.new_document, again.new_facts) == (False, 0)
    assert (again.document, again.reading) == (first.document, first.reading)
    assert counts() == before


def test_every_quote_is_cut_out_of_the_stored_text(district: District) -> None:
    for path in sorted((PACK / "documents").iterdir()):
        document = receive(path.read_bytes(), path.name, published=DAY).document
        for fact in document.facts.all():
            spans = [(fact.span_start, fact.span_end), *fact.quotes]
            assert all(0 <= start < end <= len(document.text) for start, end in spans)
            assert any(start <= fact.span_start and fact.span_end <= end for start, end in fact.quotes)


def test_the_same_file_of_another_day_is_a_conflict_and_changes_nothing(district: District) -> None:
    receive(DATA, "简报.txt", published=DAY)
    before = counts()
    with pytest.raises(Conflict, match="2023-12-28"):
        receive(DATA, "简报.txt", published=date(2024, 1, 5))
    assert counts() == before


def test_rereading_with_the_same_reader_adds_nothing(district: District) -> None:
    for path in sorted((PACK / "documents").iterdir()):
        document = receive(path.read_bytes(), path.name, published=DAY, title="人写的题目").document
        before = counts()
        assert reread(document, by=district.person("chenshen")).new_facts == 0
        assert counts() == before


def test_a_received_figure_can_be_decided_and_stands_in_the_ledger(district: District) -> None:
    receive(DATA, "简报.txt", published=DAY)
    fact = Fact.objects.get(value=53)
    desk.decide([fact], "accept", by=district.person("wangmin"))
    entry = Entry.objects.current().get(fact=fact)
    assert (entry.subject.code, entry.indicator.code, entry.yoy) == ("mat", "output", fact.yoy)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/document.xml", bytes(150 * 1024 * 1024))
    return data.getvalue()


BAD = {
    "empty": lambda: b"",
    "blank": lambda: b"  \n ",
    "not text": lambda: bytes(range(256)) * 8,
    "too large": lambda: b"0" * (50 * 1024 * 1024),
    "no Word file": lambda: b"PK\x03\x04 is all",
    "another zip": lambda: zipped("a.txt"),
    "a bomb": bomb,
    "a picture": lambda: b"\x89PNG\r\n\x1a\n",
}


def zipped(name: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize("fault", BAD)
@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_bad_file_gets_one_sentence_and_nothing_is_stored(district: District, fault: str, name: str) -> None:
    with pytest.raises(CannotRead) as refused:
        receive(BAD[fault](), name, published=DAY)
    assert refused.value.zh.endswith("。")
    assert counts() == [0, 0, 0, 0]


NAMELESS = "# 一季度快报\n一季度，全区新材料产业产值53亿元，同比增长9.8%。全市工业投资90亿元。".encode()


def test_a_paper_that_only_says_the_whole_district_is_the_home_regions(district: District) -> None:
    place = region.told()
    document = receive(NAMELESS, "快报.txt", published=DAY, place=place).document
    assert document.place == "重庆市大渡口区"
    subjects = ["大渡口区新材料产业", "重庆市"]
    assert list(document.facts.order_by("span_start").values_list("subject", flat=True)) == subjects
    assert reread(document).new_facts == 0
    assert receive(NAMELESS, "快报.txt", published=DAY).new_facts == 0


def test_a_paper_of_another_district_keeps_its_own_name(district: District) -> None:
    document = receive(
        NAMELESS.replace("全区".encode(), "涪陵区".encode()), "a.txt", published=DAY, place="大渡口区"
    ).document
    assert document.facts.order_by("span_start")[0].subject == "涪陵区新材料产业"
