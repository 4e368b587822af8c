"""A PDF says what its text says: columns, tables, heads and page numbers change nothing; a hostile one is refused."""

import time
from datetime import date

import pytest
from playwright.sync_api import Browser

from liantu.bulletin import Document, read
from liantu.bulletin.anchor import boxes
from liantu.errors import CannotRead
from tests.bulletin import pdf_bytes
from tests.bulletin.gold import Paper, papers
from tests.bulletin.pdf_bytes import one_page, said
from tests.bulletin.printing import ONE, THREE, TWO, accounted, printed, sheet, told

LAYOUTS = {"one column": ONE, "two columns": TWO, "three columns": THREE}
DAY = date(2023, 12, 20)
TABLE = """乙山区主要指标
附表：1-11月主要指标
指标\t单位\t1-11月\t同比增长（%）
规上工业总产值\t亿元\t312.6\t7.4
社会消费品零售总额\t亿元\t86.4\t-5.2
一般公共预算收入\t万元\t98500\t3.6"""


def papers_named(*names: str) -> list[Paper]:
    return [paper for paper in papers() if paper.name in names]


def refused(data: bytes) -> str:
    with pytest.raises(CannotRead) as refusal:
        Document.open(data, "a.pdf")
    assert (refusal.value.zh[-1], refusal.value.en[-1], refusal.value.zh.count("。")) == ("。", ".", 1)
    return refusal.value.zh


@pytest.mark.browser
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["monthly-county", "battery-brief", "firm-in-cluster"])
def test_a_pdf_tells_the_facts_of_its_text(browser: Browser, name: str, layout: str) -> None:
    (paper,) = papers_named(name)
    pdf = Document.open(printed(browser, sheet(paper.text, LAYOUTS[layout]), head="统计信息快报"), f"{name}.pdf")
    reading, plain = read(pdf, paper.published, paper.place), paper.read()
    assert plain.facts
    assert told(reading) == told(plain)
    assert accounted(reading, pdf.text) == accounted(plain, paper.text)
    assert {place.of(pdf.text) for place in pdf.aside} == {"统计信息快报", "— 1 —"}


@pytest.mark.browser
def test_a_paragraph_goes_on_over_the_page_and_its_number(browser: Browser) -> None:
    text = "乙山区工业快报\n" + "今年1-11月，全区工业企业生产经营平稳，重点企业订单充足，用工保持稳定。" * 60
    text += "\n今年1-11月，全区规上工业总产值312.6亿元，同比增长7.4%。"
    pdf = Document.open(printed(browser, sheet(text), head="工业统计 2023年第11期"), "a.pdf")
    lines = [line for line in pdf.text.splitlines() if "工业统计" not in line and "—" not in line]
    assert lines == text.splitlines()
    assert {anchor.page for anchor in pdf.anchors} == {1, 2}
    assert len(pdf.aside) == 4


@pytest.mark.browser
def test_a_ruled_table_is_rows_of_cells_and_stands_nowhere_else(browser: Browser) -> None:
    pdf = Document.open(printed(browser, sheet(TABLE)), "a.pdf")
    assert pdf.text.splitlines() == TABLE.splitlines()
    reading, plain = read(pdf, DAY), read(Document.from_text(TABLE), DAY)
    assert len(plain.facts) == 3
    assert told(reading) == told(plain)


@pytest.mark.browser
def test_joined_cells_stand_once_and_a_table_goes_on_over_the_page(browser: Browser) -> None:
    head = "<tr><th rowspan=2>产业<th colspan=2>营业收入（亿元）<tr><th>本月<th>累计"
    rows = "".join(f"<tr><td>第{n}产业<td>{n}.5<td>{n * 7}.2" for n in range(1, 60))
    html = sheet("乙山区产业表").replace("<main>", f"<main><table><thead>{head}</thead>{rows}</table>")
    pdf = Document.open(printed(browser, html), "a.pdf")
    lines = pdf.text.splitlines()
    assert lines[1:4] == ["产业\t营业收入（亿元）\t", "\t本月\t累计", "第1产业\t1.5\t7.2"]
    assert sum("\t" in line for line in lines) == 59 + 2 * max(anchor.page or 0 for anchor in pdf.anchors)
    assert "第59产业\t59.5\t413.2" in lines


@pytest.mark.browser
def test_each_figure_stands_in_its_box(browser: Browser) -> None:
    (paper,) = papers_named("monthly-county")
    pdf = Document.open(printed(browser, sheet(paper.text, TWO)), "a.pdf")
    at = pdf.text.index("312.6亿元")
    ((page, box), *more) = boxes(pdf.anchors, pdf.text, at, at + 7)
    assert (page, more) == (1, [])
    assert 40 < box.right - box.left < 140
    assert 8 < box.bottom - box.top < 25


def test_unseen_and_slanted_text_is_left_out_and_white_on_dark_is_not() -> None:
    seen = said("Seen 5.2")
    page = seen + said("Hidden 9.9", (72, 600), how="1 1 1 rg") + said("Unseen 8.8", (72, 500), how="3 Tr")
    page += b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT 77) Tj ET\n" + said("Off 6.6", (900, 300))
    assert Document.open(one_page(page), "a.pdf").text == "Seen 5.2\n"
    band = b"0 0 0.5 rg 60 590 300 30 re f\n" + said("Band 9.9", (72, 600), how="1 1 1 rg")
    assert Document.open(one_page(seen + band), "a.pdf").text == "Seen 5.2\nBand 9.9\n"


def test_a_page_printed_sideways_is_read_sideways() -> None:
    pdf = Document.open(one_page(b"BT /F1 12 Tf 0 1 -1 0 200 300 Tm (Up 5.2 yuan) Tj ET"), "a.pdf")
    first, *_, last = (anchor.box for anchor in pdf.anchors if anchor.box)
    assert pdf.text == "Up 5.2 yuan\n"
    assert (first.left, first.top > last.bottom) == (last.left, True)


def test_a_scanners_invisible_layer_is_read_and_trusted_less() -> None:
    page = said("2023 output 5.2", how="3 Tr")
    assert Document.open(one_page(page), "a.pdf").unsure


def test_a_word_broken_by_a_hyphen_is_one_word() -> None:
    page = said("The smart manufac-") + said("turing park", (72, 686))
    assert Document.open(one_page(page), "a.pdf").text == "The smart manufacturing park\n"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (pdf_bytes.locked(), "密码"),
        (pdf_bytes.many_pages(10_000), "10000 页"),
        (pdf_bytes.deep_tree(5000), "损坏"),
        (one_page(said("a"), box=b"0 0 1000000000 1000000000"), "尺寸"),
        (one_page(b" " * 900_000_000, packed=True), "内存"),
        (pdf_bytes.many_pages(2), "没有文字"),
        (one_page(said("a"))[:-200], "不完整"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 100, "损坏"),
    ],
    ids=["locked", "10,000 pages", "deep tree", "giant page", "bomb", "blank", "cut short", "rubbish"],
)
def test_a_hostile_pdf_ends_in_one_sentence(data: bytes, named: str) -> None:
    began = time.monotonic()
    assert named in refused(data)
    assert time.monotonic() - began < 30


def test_a_broken_table_of_places_and_a_script_do_no_harm() -> None:
    words = said("Output 5.2")
    script = one_page(words, more=b"/OpenAction<</S/JavaScript/JS(while\\(1\\){})>>")
    broken = one_page(words).replace(b"startxref\n", b"startxref\n9")
    assert [Document.open(data, "a.pdf").text for data in (script, broken)] == ["Output 5.2\n"] * 2
