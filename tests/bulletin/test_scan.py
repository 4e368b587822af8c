"""A scan is recognised line by line, in its place, by models of our own machine; what is unclear is trusted less."""

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PIL import Image
from playwright.sync_api import Browser

from liantu.bulletin import Document, read
from liantu.bulletin.anchor import boxes
from liantu.bulletin.reading import Use
from liantu.errors import CannotRead
from liantu.page.scan import SURE, doubtful
from tests.bulletin.printing import TWO, sheet, told

DAY = date(2023, 12, 20)
TEXT = "乙山区工业快报\n今年1-11月，乙山区规上工业总产值312.6亿元，同比增长7.4%；工业投资同比下降2.3%。\n今年1-11月，乙山区新签约项目63个。"


@pytest.fixture(scope="module")
def picture(browser: Browser) -> bytes:
    page = browser.new_page(viewport={"width": 900, "height": 420}, device_scale_factor=2)
    page.set_content(sheet(TEXT, TWO + "body{padding:30px;background:#fff;font-size:16pt}"))
    taken = page.screenshot(type="png")
    page.close()
    return taken


@pytest.fixture(scope="module")
def scanned(picture: bytes) -> Document:
    return Document.open(picture, "扫描.png")


def refused(data: bytes) -> str:
    with pytest.raises(CannotRead) as refusal:
        Document.open(data, "a.png")
    return refusal.value.zh


@pytest.mark.browser
def test_a_picture_in_two_columns_tells_the_facts_of_its_text(scanned: Document) -> None:
    plain = read(Document.from_text(TEXT), DAY)
    assert (scanned.media_type, len(plain.facts)) == ("image/png", 3)
    assert told(read(scanned, DAY)) == told(plain)


@pytest.mark.browser
def test_each_figure_of_a_picture_stands_in_its_box(scanned: Document, picture: bytes) -> None:
    image = Image.open(io.BytesIO(picture)).convert("L")
    fact = next(fact for fact in read(scanned, DAY).facts if fact.value == Decimal("312.6"))
    found = boxes(scanned.anchors, scanned.text, *fact.span)
    assert found
    for page, box in found:
        across, down = image.width / 1000, image.height / 1000
        ink = image.crop((int(box.left * across), int(box.top * down), int(box.right * across), int(box.bottom * down)))
        assert (page, ink.getextrema()[0] < 80) == (1, True)


@pytest.mark.browser
def test_a_pdf_that_is_only_a_picture_is_recognised(picture: bytes) -> None:
    kept = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").save(kept, "PDF", resolution=200)
    pdf = Document.open(kept.getvalue(), "扫描.pdf")
    assert pdf.media_type == "application/pdf"
    assert told(read(pdf, DAY)) == told(read(Document.from_text(TEXT), DAY))


@pytest.mark.browser
def test_without_the_extra_one_sentence_says_how_to_get_it(picture: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert "liantu[ocr]" in refused(picture)


def test_the_confined_process_opens_no_connection() -> None:
    code = "import sys, socket, liantu.page.__main__ as m; sys.addaudithook(m._stay_home);"
    code += "socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "PermissionError: socket." in done.stderr


@pytest.mark.parametrize("line", ["营收1O.5亿元", "签约l23个", "产值1，234亿元", "产值3.12.6亿元", "增长5.S%"])
def test_look_alikes_in_a_number_are_doubtful_and_never_mended(line: str) -> None:
    assert doubtful(line)


@pytest.mark.parametrize("line", ["营收10.5亿元，增长3%", "1-10月，签约5G项目3个", "会议于9:30举行", "共1,234家"])
def test_plain_numbers_are_not_doubtful(line: str) -> None:
    assert not doubtful(line)


def test_a_figure_of_an_unsure_line_is_told_and_trusted_less() -> None:
    plain = Document.from_text("今年1-11月，乙山区产值5亿元。\n今年1-11月，乙山区签约项目3个。另有8。")
    document = replace(plain, unsure=(plain.quote(plain.text.index("\n") + 1, len(plain.text)),))
    (sure, unsure), before = read(document, DAY).facts, read(plain, DAY).facts
    assert (sure, unsure.value) == (before[0], before[1].value)
    assert unsure.confidence < before[1].confidence < SURE + 1
    assert "扫描" in (unsure.note or "")
    waiting = [use for use in read(document, DAY).numbers if use.use is Use.REVIEW]
    assert all("扫描" in (use.reason or "") for use in waiting)
    assert waiting


def test_hostile_pictures_end_in_one_sentence() -> None:
    kept = io.BytesIO()
    Image.new("1", (20_000, 4_000)).save(kept, "PNG")
    assert "万像素" in refused(kept.getvalue())
    whole = io.BytesIO()
    Image.new("1", (400, 400)).save(whole, "PNG")
    assert "损坏" in refused(whole.getvalue()[:60])
    assert "损坏" in refused(b"\xff\xd8\xff" + bytes(range(256)) * 20)
