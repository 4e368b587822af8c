"""A document keeps its text as stored, and what cannot be read is refused in one sentence."""

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.document import LARGEST, Document
from liantu.errors import CannotRead

PAGE = "# 甲区工业快报\n\n今年1-10月，甲区实现营收92.2亿元，同比增长1.89%。\n企业数量达到450多家，发展势头良好。\n"
TRADITIONAL = "今年上半年，全區實現產值三十億元，企業數量達到兩百家，經濟發展情況良好，產業鏈不斷完善。"
SAID = (
    "今年1-10月，甲区实现营收92.2亿元，同比增长1.89%。",
    "企业数量达到四百多家，发展势头良好，产业链不断完善。",
    "签约项目12个，计划总投资30亿元，主要是新材料和装备制造。",
    "固定资产投资增长5%，高于全市平均水平。",
)


def refused(data: bytes, name: str = "a.txt") -> CannotRead:
    with pytest.raises(CannotRead) as refusal:
        Document.open(data, name)
    said = refusal.value
    assert said.zh.endswith("。")
    assert said.zh.count("。") == 1
    assert said.en.endswith(".")
    return said


def test_the_text_of_a_file_is_what_python_reads(tmp_path):
    path = tmp_path / "快报.txt"
    path.write_text(PAGE, encoding="utf8")
    document = Document.open(path, published=date(2023, 12, 22))
    assert document.text == path.open(encoding="utf8").read()
    assert (document.id, document.name) == (hashlib.sha256(path.read_bytes()).hexdigest(), "快报.txt")
    assert document.title == "甲区工业快报"


def test_windows_line_ends_and_a_byte_order_mark_stay_where_they_are():
    stored = "\ufeff" + PAGE.replace("\n", "\r\n")
    document = Document.open(stored.encode(), "a.txt")
    assert document.text == stored
    assert document.title == "甲区工业快报"
    assert [line.of(stored) for line in document.lines()][1].startswith("今年1-10月")


@pytest.mark.parametrize(
    "encoding",
    "utf-8 utf-8-sig gb18030 gbk gb2312 hz utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be".split(),
)
def test_a_page_reads_alike_in_every_encoding_of_the_trade(encoding):
    assert Document.open(PAGE.encode(encoding), "a.txt").text.strip("\ufeff") == PAGE


def test_a_traditional_page_in_big5_is_not_taken_for_mainland_text():
    assert Document.open(TRADITIONAL.encode("big5"), "a.txt").text == TRADITIONAL
    assert Document.open(TRADITIONAL.encode("gb18030"), "a.txt").text == TRADITIONAL


@given(
    st.lists(st.sampled_from(SAID), min_size=1, max_size=12),
    st.sampled_from(
        "utf-8-sig gb18030 gbk big5 big5hkscs utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be hz".split()
    ),
)
def test_our_own_sentences_come_back_whole_from_every_encoding(said, encoding):
    text = "\n".join(said)
    if encoding.startswith("big5"):
        text = "\n".join(TRADITIONAL for _ in said)
    assert Document.open(text.encode(encoding), "a.txt").text.strip("\ufeff") == text


def test_characters_of_four_bytes_and_beyond_the_first_plane_are_kept():
    text = "今年，䶮𠮷镇实现产值5亿元，企业数量达到450多家，发展势头良好。\n"
    for encoding in ("gb18030", "utf-16-le", "utf-16-be", "utf-32-be", "utf-8"):
        assert Document.open(text.encode(encoding), "a.txt").text == text


@given(
    st.text(
        alphabet="今年全区实现营收亿元同比增长企业数量达到的一是在不了有和人这中大为上个国，。、\n0123456789.%-",
        min_size=12,
    )
)
def test_what_is_stored_is_what_is_read(text):
    if not text.strip():
        return
    assert Document.open(text.encode(), "a.txt").text == text


@given(st.text(min_size=1), st.data())
def test_lines_and_quotes_are_exact_slices(text, data):
    document = Document.from_text(text)
    assert (
        "".join(line.of(text) for line in document.lines()) == text.replace("\r\n", "").replace("\n", "")
        or "\r" in text
    )
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert document.quote(start, end).of(document.text) == text[start:end]


def test_a_quote_beyond_the_text_is_a_mistake():
    with pytest.raises(ValueError, match="no quote"):
        Document.from_text("营收").quote(1, 1)


@pytest.mark.parametrize("data", [b"", b"  \n\t ", "\ufeff\n".encode()])
def test_an_empty_file_is_refused(data):
    assert "空" in refused(data).zh


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "大.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024**2)
    with pytest.raises(CannotRead, match="50 MB"):
        Document.open(path)
    assert "20 MB" in refused(b"a" * (LARGEST + 1)).zh


def test_a_text_as_long_as_a_book_is_refused():
    assert "100 万字" in refused("今年营收增长。".encode() * 150_000).zh


def test_a_missing_file_is_refused_by_its_name(tmp_path):
    with pytest.raises(CannotRead, match=r"没有\.txt"):
        Document.open(tmp_path / "没有.txt")


def test_lines_in_two_encodings_are_refused_with_the_line():
    line = "今年全区实现营收九十亿元，同比增长百分之五，企业数量达到四百家。\n"
    assert "第 3 行" in refused(line.encode() * 2 + line.encode("gb18030")).zh


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\n<!DOCTYPE html><html><body><nav>1</nav></body></html>", "网页"),
        (b'<?xml version="1.0"?><data>1</data>', "XML"),
        (hashlib.shake_256(b"rubbish").digest(4000), "编码"),
        (b"\x00\x01\x02\xff" * 100, "编码"),
        (bytes(range(256)) * 8, "编码"),
        ("今年营收".encode() + b"\x00\x01\x02", "编码"),
    ],
)
def test_what_is_no_text_is_refused(data, named):
    assert named in refused(data).zh


def test_the_same_bytes_make_the_same_document():
    assert Document.open(PAGE.encode(), "a.txt") == Document.open(PAGE.encode(), "a.txt")
    assert Document.from_text(PAGE).id == Document.open(PAGE.encode(), "b.txt").id
