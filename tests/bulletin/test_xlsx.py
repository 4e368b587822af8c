"""Workbooks are read as they are seen, every cell keeps its address, and hostile ones end in one sentence."""

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from liantu.bulletin.document import Document
from liantu.bulletin.read import read
from liantu.bulletin.shown import shown
from liantu.errors import CannotRead
from tests.bulletin.sheets_of import book, by_hand, saved

DAY = date(2023, 12, 28)


def text_of(data: bytes) -> str:
    return Document.open(data, "表.xlsx").text


def refused(data: bytes) -> str:
    with pytest.raises(CannotRead) as refusal:
        Document.open(data, "表.xlsx")
    assert refusal.value.zh.count("。") == 1
    assert refusal.value.en.count(".") >= 1
    return refusal.value.zh


def test_a_sheet_is_a_heading_and_lines_with_tabs() -> None:
    data = book(投资=[["乙山区2023年1-10月投资情况"], ["产业", "投资额（亿元）"], ["新材料", 5.5], ["软件", 3]])
    document = Document.open(data, "表.xlsx")
    assert document.text == "## 投资\n# 乙山区2023年1-10月投资情况\n产业\t投资额（亿元）\n新材料\t5.5\n软件\t3\n"
    assert document.title == "乙山区2023年1-10月投资情况"


def test_from_a_figure_back_to_its_cell() -> None:
    data = book(投资=[["乙山区2023年1-10月投资情况"], ["产业", "投资额（亿元）"], ["新材料", 5.5], ["软件", 3]])
    document = Document.open(data, "表.xlsx")
    for fact in read(document, DAY).facts:
        (anchor,) = [each for each in document.anchors if each.span == fact.span]
        assert anchor.say() == {Decimal("5.5"): "投资!B3", Decimal(3): "投资!B4"}[fact.value or Decimal(0)]
    assert all(anchor.span.of(document.text) for anchor in document.anchors)


def test_a_workbook_says_what_the_same_table_typed_as_text_says() -> None:
    rows = [
        ["指标", "单位", "绝对量", "同比增长（%）"],
        ["地区生产总值", "亿元", 325.1, 5.2],
        ["规上工业企业数", "家", 140, -3],
    ]
    typed = "# 乙山区2023年1—10月统计月报\n" + "".join("\t".join(map(str, row)) + "\n" for row in rows)
    sheet = Document.open(book(Sheet1=[["乙山区2023年1—10月统计月报"], *rows]), "表.xlsx")
    assert sheet.text == typed
    assert read(sheet, DAY).facts == read(Document.from_text(typed), DAY).facts
    assert len(read(sheet, DAY).facts) == 2


def test_numbers_are_read_as_they_are_shown() -> None:
    made = Workbook()
    page = made.active
    for at, (value, code) in enumerate(
        [
            (0.1 + 0.2, "General"),
            (0.123, "0.0%"),
            (1234567.891, "#,##0.00"),
            (date(2023, 11, 30), "yyyy/m/d"),
            (date(2023, 11, 1), 'yyyy"年"m"月"'),
            (59, '0.0"亿元"'),
            (-3.2, "0.0;[Red]0.0"),
            (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '),
            (123456, "0!.0,"),
            (True, "General"),
        ],
        1,
    ):
        page.cell(1, at, value).number_format = code
    assert text_of(saved(made)).split() == [
        "0.3", "12.3%", "1,234,567.89", "2023年11月30日", "2023年11月", "59.0亿元", "-3.2", "-", "12.3", "TRUE",
    ]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9).map(lambda x: round(x, 4))), min_size=2))
def test_plain_numbers_agree_with_another_reader(values: list[float]) -> None:
    data = book(表=[["甲", *values]])
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()[0][1:]
    ours = text_of(data).split("\n")[0].split("\t")[1:]
    assert [float(each) for each in ours] == theirs
    assert [Decimal(each) for each in ours] == [Decimal(str(each)) for each in values]


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 4))
def test_a_format_shows_the_number_rounded_as_a_person_would(value: Decimal, places: int) -> None:
    code = "#,##0" + ("." + "0" * places if places else "")
    seen = Decimal(shown(str(value), code).replace(",", ""))
    assert abs(seen - value) <= Decimal(5).scaleb(-places - 1)
    assert -seen.as_tuple().exponent == places or not places


def test_hidden_sheets_rows_and_columns_are_left_out_and_said_to_be() -> None:
    made = Workbook()
    page = made.active
    for row in (["产业", "产值（亿元）", "底数"], ["新材料", 59, 71], ["软件", 6, 72]):
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["C"].hidden = True
    made.create_sheet("底稿").append(["密", 99])
    made["底稿"].sheet_state = "hidden"
    document = Document.open(saved(made), "表.xlsx")
    assert not any(word in document.text for word in ("软件", "71", "72", "99"))
    asides = [quote.of(document.text) for quote in document.aside]
    assert asides == [
        "［有 1 行是隐藏的，没有读］",
        "［隐藏的列里有 2 格，没有读］",
        "［工作表「底稿」是隐藏的，没有读］",
    ]
    assert [fact.value for fact in read(document, DAY).facts] == [59]


def test_a_formula_gives_its_stored_result_and_one_without_is_said() -> None:
    sheet = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>HYPERLINK("x")</f></c></row>'
    assert text_of(by_hand(sheet)) == (
        "## 投资\n2\n［有 1 个公式没有存下结果，没有读；请在表格软件里打开、保存一次］\n"
    )


def test_an_error_cell_is_kept_in_sight_and_is_no_figure() -> None:
    cells = '<c r="A2" t="inlineStr"><is><t>新材料</t></is></c><c r="B2" t="e"><v>#DIV/0!</v></c>'
    head = '<c r="A1" t="inlineStr"><is><t>产业</t></is></c><c r="B1" t="inlineStr"><is><t>产值（亿元）</t></is></c>'
    more = '<c r="A3" t="inlineStr"><is><t>软件</t></is></c><c r="B3"><v>6</v></c>'
    document = Document.open(
        by_hand(f'<row r="1">{head}</row><row r="2">{cells}</row><row r="3">{more}</row>'), "表.xlsx"
    )
    reading = read(document, DAY)
    assert [fact.value for fact in reading.facts] == [6]
    assert [use.reason for use in reading.numbers if use.span.of(document.text) == "0"] == ["这一格是公式的错误"]


def test_readings_above_characters_and_rich_text_do_not_double_the_words() -> None:
    strings = "<sst><si><r><t>新</t></r><r><t>材料</t></r><rPh><t>xincailiao</t></rPh></si></sst>"
    assert text_of(by_hand('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings)) == "## 投资\n# 新材料\n"


def test_an_empty_workbook_is_refused() -> None:
    assert "空" in refused(book(Sheet1=[]))


@pytest.mark.parametrize(
    "data",
    [
        by_hand("<row><c><v>1</v></c>"),
        by_hand("", workbook="<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>"),
        by_hand("", workbook="<workbook><sheets>"),
        book(表=[["甲", 1]])[:900],
    ],
)
def test_a_damaged_workbook_is_refused(data: bytes) -> None:
    assert "损坏" in refused(data)


def test_entities_that_multiply_are_never_opened() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    assert "损坏" in refused(by_hand('<row><c t="s"><v>0</v></c></row>', laughs))
