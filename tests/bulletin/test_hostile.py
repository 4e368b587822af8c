"""Files made to hurt end in one clear sentence, within 500 MB and 20 seconds; nothing they hold is ever run."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from liantu.bulletin.document import Document
from liantu.errors import CannotRead
from tests.bulletin.bytes_of import ole, package
from tests.bulletin.sheets_of import by_hand

CHILD = """
import re, sys, time
from pathlib import Path
from liantu.bulletin.document import Document
from liantu.errors import CannotRead
start = time.process_time()
try:
    said = "read " + str(len(Document.open(sys.argv[1]).text))
except CannotRead as refused:
    said = refused.zh
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
print(time.process_time() - start, peak, said)
"""


def opened(data: bytes, name: str, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    seconds, megabytes, said = ran.stdout.strip().split(" ", 2)
    assert float(seconds) < 20
    assert int(megabytes) < 500
    return said


def rows(count: int) -> str:
    cell = '<row r="{0}"><c r="A{0}"><v>{0}</v></c><c r="B{0}" t="inlineStr"><is><t>项目{0}</t></is></c></row>'
    return "".join(cell.format(at) for at in range(1, count + 1))


def strings(count: int) -> str:
    return "<sst>" + "".join(f"<si><t>文字{at}文字文字</t></si>" for at in range(count)) + "</sst>"


def nested() -> bytes:
    data = b"0" * 20_000_000
    for _ in range(3):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
            for at in range(3):
                made.writestr(f"{at}.zip", data)
        data = stream.getvalue()
    return data


WORKBOOKS = {
    "three hundred thousand cells": (lambda: by_hand(rows(150_000)), "5 万格"),
    "rows without end": (lambda: by_hand('<row r="17179869184"><c r="XFD17179869184"><v>1</v></c></row>'), "read"),
    "strings without end": (lambda: by_hand('<row><c t="s"><v>0</v></c></row>', strings(600_000)), "5 万格"),
    "a cell without end": (
        lambda: by_hand(f'<row><c t="inlineStr"><is><t>{"产" * 9_000_000}</t></is></c></row>'),
        "巨大",
    ),
    "empty cells without end": (lambda: by_hand('<row><c s="1"/><c s="1"/></row>' * 1_000_000), "巨大"),
    "archives in archives": (nested, "压缩包"),
    "a path that climbs out": (
        lambda: by_hand(
            "", links='<Relationships><Relationship Id="r1" Target="../../../etc/passwd"/></Relationships>'
        ),
        "空",
    ),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_made_to_hurt_ends_in_one_sentence(name: str, tmp_path: Path) -> None:
    make, word = WORKBOOKS[name]
    said = opened(make(), "表.xlsx", tmp_path)
    assert word in said
    assert said.count("。") <= 1


def test_a_csv_of_too_many_lines_is_refused(tmp_path: Path) -> None:
    data = "产业,产值（亿元）\n" + "".join(f"项目{at},{at}\n" for at in range(150_000))
    assert "5 万格" in opened(data.encode(), "表.csv", tmp_path)


def test_a_web_page_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    data = "<html><body>" + "<p>产值5亿元，增长3%。</p>" * 100_000
    assert "100 万字" in opened(data.encode(), "页.html", tmp_path)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (ole("Workbook"), ".xlsx"),
        (ole("WordDocument"), ".docx"),
        (package(**{"OFD.xml": b"<ofd/>"}), ".ofd"),
        (package(**{"ppt/presentation.xml": b"<p/>"}), ".pptx"),
        (package(**{"content.xml": b"<office/>"}), "OpenDocument"),
        (package(**{"xl/workbook.bin": b"1"}), ".xlsb"),
        (package(**{"a.doc": b"1"}), "解压"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"Rar!\x1a\x07\x00", "压缩包"),
        (b"From: a@b.cn\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n1", ".eml"),
        (b'<?xml version="1.0"?><Workbook/>', "XML"),
    ],
)
def test_a_kind_that_is_not_read_is_refused_with_the_way_out(data: bytes, word: str) -> None:
    with pytest.raises(CannotRead, match=word) as refusal:
        Document.open(data, "a.bin")
    assert refusal.value.zh.count("。") == 1
    assert "请" in refusal.value.zh


def test_a_formula_in_a_cell_is_text_and_is_never_run() -> None:
    cell = '<c t="inlineStr"><is><t>=cmd|0!A0</t></is></c><c><f>WEBSERVICE("http://a")</f><v>5</v></c>'
    assert Document.open(by_hand(f"<row>{cell}</row>"), "表.xlsx").text == "## 投资\n=cmd|0!A0\t5\n"
