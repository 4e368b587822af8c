"""A file of separated values is a table in any encoding, with any sign between its cells."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.document import Document
from liantu.bulletin.read import read
from liantu.errors import CannotRead

DAY = date(2023, 12, 28)
ROWS = [
    ["乙山区2023年1—10月主要指标", "", ""],
    ["指标", "绝对量（亿元）", "同比增长（%）"],
    ["规上工业总产值", "1,203.5", "-4.4"],
]


def test_a_csv_says_what_the_same_table_typed_as_text_says() -> None:
    held = StringIO()
    csv.writer(held).writerows(ROWS)
    document = Document.open(held.getvalue().encode("gb18030"), "月报.csv")
    typed = Document.from_text("# 乙山区2023年1—10月主要指标\n" + "".join("\t".join(row) + "\n" for row in ROWS[1:]))
    assert document.text == typed.text
    assert read(document, DAY).facts == read(typed, DAY).facts
    (fact,) = read(document, DAY).facts
    assert (fact.measure, str(fact.value), str(fact.yoy)) == ("规上工业总产值", "1203.5", "-4.4")
    assert [each.say() for each in document.anchors if each.span == fact.span] == ["B3"]


@pytest.mark.parametrize("sign", [",", "\t", ";", "；", "，", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16", "utf-16-le"])
def test_any_sign_and_any_encoding_give_the_same_cells(sign: str, encoding: str) -> None:
    lines = [["产业", "产值（亿元）", "企业数（家）"], ["新材料", "59", "63"], ["现代服务业", "12.5", "8"]]
    data = "".join(sign.join(line) + "\r\n" for line in lines).encode(encoding)
    assert Document.open(data, "表.csv").text == "".join("\t".join(line) + "\n" for line in lines)


@given(
    st.lists(
        st.lists(st.text(alphabet="新材料,\n1234567890.%；\t", max_size=6), min_size=2, max_size=4),
        min_size=2,
        max_size=6,
    )
)
def test_whatever_stands_in_a_cell_stays_in_one_cell(rows: list[list[str]]) -> None:
    held = StringIO()
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows([["产业", "产值"], *rows])
    document = Document.open(held.getvalue().encode(), "表.csv")
    seen = {anchor.cell: anchor.span.of(document.text) for anchor in document.anchors}
    wanted = {
        f"{'ABCD'[i]}{at}": " ".join(cell.split())
        for at, row in enumerate(rows, 2)
        for i, cell in enumerate(row)
        if cell.strip()
    }
    assert {cell: words for cell, words in seen.items() if cell not in ("A1", "B1")} == wanted


def test_cells_that_run_on_without_end_are_refused() -> None:
    with pytest.raises(CannotRead, match="引号"):
        Document.open(('甲,"' + "乙" * 200_000 + "\n").encode(), "表.csv")


def test_a_plain_text_with_commas_is_no_table() -> None:
    assert Document.open("产业,产值\n新材料,59\n".encode(), "文.txt").text == "产业,产值\n新材料,59\n"
