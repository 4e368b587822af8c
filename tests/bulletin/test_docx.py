"""Word files are read in the order a person reads them; bombs, locks and fakes stay outside."""

import io
import tracemalloc
import zipfile

import pytest
from docx import Document as Word
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.bulletin.document import Document
from liantu.errors import CannotRead
from tests.bulletin.bytes_of import W, body, ole, package, run, saved, word

NAME = "月报.docx"


def text_of(data: bytes) -> str:
    return Document.open(data, NAME).text


def refused(data: bytes, name: str = NAME) -> str:
    with pytest.raises(CannotRead) as refusal:
        Document.open(data, name)
    assert refusal.value.zh.count("。") == 1
    assert refusal.value.en
    return refusal.value.zh


def test_paragraphs_headings_and_tables_keep_their_order():
    made = Word()
    made.add_heading("工业快报", 0)
    made.add_heading("新材料产业", 2)
    made.add_paragraph("今年1-10月，营收92.2亿元。")
    table = made.add_table(2, 2)
    for i, words in enumerate(["指标", "数值", "产值", "53亿元"]):
        table.cell(i // 2, i % 2).text = words
    made.add_paragraph("以上由统计员提供。")
    assert text_of(saved(made)) == (
        "# 工业快报\n## 新材料产业\n今年1-10月，营收92.2亿元。\n指标\t数值\n产值\t53亿元\n以上由统计员提供。\n"
    )
    assert Document.open(saved(made), NAME).title == "工业快报"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="营收亿元增长1234567890.%，。", min_size=1, max_size=40), min_size=1, max_size=5))
def test_what_was_typed_is_what_is_read(paragraphs):
    assert text_of(word(*paragraphs)) == "\n".join(paragraphs) + "\n"


def test_inserted_text_counts_and_deleted_text_does_not():
    inner = f"<w:p>{run('营收')}<w:ins>{run('92.2')}</w:ins><w:del><w:r><w:delText>88</w:delText></w:r></w:del>{run('亿元')}</w:p>"
    assert text_of(package(body=body(inner))) == "营收92.2亿元\n"


def test_text_boxes_and_content_controls_are_read_once():
    box = f"<w:txbxContent><w:p>{run('框内产值5亿元')}</w:p></w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    control = f"<w:sdt><w:sdtContent><w:p>{run('控件内企业3家')}</w:p></w:sdtContent></w:sdt>"
    inner = f"<w:p>{run('正文')}<w:r>{shape}</w:r></w:p>{control}<w:p>{run('末段')}</w:p>"
    assert text_of(package(body=body(inner))) == "正文\n框内产值5亿元\n控件内企业3家\n末段\n"


def test_a_cell_of_several_paragraphs_stays_one_cell():
    cell = f"<w:tc><w:p>{run('产值')}</w:p><w:p>{run('（亿元）')}</w:p></w:tc>"
    inner = f"<w:tbl><w:tr>{cell}<w:tc><w:p>{run('5')}</w:p></w:tc></w:tr></w:tbl><w:p>{run('完')}</w:p>"
    assert text_of(package(body=body(inner))) == "产值 （亿元）\t5\n完\n"


def test_the_cells_after_a_merged_one_keep_their_column():
    document = Word()
    table = document.add_table(rows=2, cols=4)
    head = table.cell(0, 1).merge(table.cell(0, 2))
    head.text = "累计"
    table.cell(0, 0).text, table.cell(0, 3).text = "产业", "同比"
    for column, text in enumerate(("甲", "1", "2", "3%")):
        table.cell(1, column).text = text
    held = io.BytesIO()
    document.save(held)
    assert text_of(held.getvalue()).strip() == "产业\t累计\t\t同比\n甲\t1\t2\t3%"


def test_an_empty_word_file_is_refused():
    assert "空" in refused(word())


def test_a_file_with_a_password_is_refused_for_that():
    assert "密码" in refused(ole("EncryptionInfo", "EncryptedPackage"))


def test_an_old_word_file_is_refused_with_the_way_out():
    assert "另存为 .docx" in refused(ole("WordDocument"), "月报.doc")
    assert "另存为 .docx" in refused(ole("WpsCustomData"), "月报.wps")


def test_a_locked_entry_of_the_archive_is_a_password_too():
    data = bytearray(package(body=body(f"<w:p>{run('营收')}</w:p>")))
    data[6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "密码" in refused(bytes(data))


def test_a_zip_bomb_is_refused_without_being_unpacked():
    bomb = package(body=b"<w:document>" + b" " * 60 * 1024**2)
    assert len(bomb) < 100_000
    tracemalloc.start()
    assert "巨大" in refused(bomb)
    assert tracemalloc.get_traced_memory()[1] < 20 * 1024**2
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_either():
    data = bytearray(package(body=b"<w:document>" + b" " * 60 * 1024**2))
    central = data.index(b"PK\x01\x02")
    for place in (22, central + 24):
        data[place : place + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    assert refused(bytes(data))
    assert tracemalloc.get_traced_memory()[1] < 20 * 1024**2
    tracemalloc.stop()


def test_an_archive_of_thousands_of_entries_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for i in range(3000):
            made.writestr(f"{i}", b"")
    assert "巨大" in refused(stream.getvalue())


def test_a_zip_that_is_not_word_is_refused():
    assert "不是 Word" in refused(package(**{"notes.txt": b"1"}), "表.zip")


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(60), word("营收5亿元")[:800], package(body=b"<w:document")])
def test_a_damaged_word_file_is_refused(data):
    assert "损坏" in refused(data)


def test_text_that_only_bears_the_name_of_word_is_refused():
    assert "不是 Word" in refused("营收5亿元".encode())
    assert "不是 Word" in refused(b"<html><body>1</body></html>")


def test_entities_never_open_another_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("保密")
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
    assert "损坏" in refused(package(body=body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", doctype)))
    wide = body("<w:p/>", doctype).decode().replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16")
    assert "损坏" in refused(package(body=wide))


def test_moved_text_is_read_where_it_went_and_hidden_text_nowhere():
    moved = (
        f"<w:p><w:moveFrom>{run('产值5亿元')}</w:moveFrom>{run('今年')}<w:moveTo>{run('产值5亿元')}</w:moveTo></w:p>"
    )
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密：产值9亿元</w:t></w:r></w:p>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('删去的行')}</w:p></w:tc></w:tr>"
    kept = f"<w:tr><w:tc><w:p>{run('留下的行')}</w:p></w:tc></w:tr>"
    assert text_of(package(body=body(f"{moved}{hidden}<w:tbl>{row}{kept}</w:tbl>"))) == "今年产值5亿元\n\n留下的行\n"


def test_headers_and_footers_come_last_and_are_set_aside():
    made = Word()
    made.add_paragraph("今年1-10月，乙山区产值5亿元。")
    made.sections[0].header.paragraphs[0].text = "乙山区统计月报 2023年第10期"
    made.sections[0].footer.paragraphs[0].text = "第 3 页"
    document = Document.open(saved(made), NAME)
    assert document.text == "今年1-10月，乙山区产值5亿元。\n第 3 页\n乙山区统计月报 2023年第10期\n"
    assert [quote.of(document.text) for quote in document.aside] == ["第 3 页", "乙山区统计月报 2023年第10期"]
    assert document.title == "今年1-10月，乙山区产值5亿元。"


def test_footnotes_are_read_behind_the_body_and_comments_are_not():
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="1"><w:p>{run("产值按现价计算，共5亿元。")}</w:p></w:footnote></w:footnotes>'
    )
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0"><w:p>{run("待核9亿元")}</w:p></w:comment></w:comments>'
    parts = {"word/footnotes.xml": notes.encode(), "word/comments.xml": comments.encode()}
    document = Document.open(package(body=body(f"<w:p>{run('正文')}</w:p>"), **parts), NAME)
    assert document.text == "正文\n［脚注1］产值按现价计算，共5亿元。\n"
    assert [quote.of(document.text) for quote in document.aside] == ["［脚注1］"]


def test_numbers_that_word_puts_before_paragraphs_are_written_out():
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'
        for at, (form, words) in enumerate([("chineseCounting", "%1、"), ("decimal", "%2."), ("bullet", "·")])
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )

    def item(depth: int, words: str) -> str:
        number = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="2"/></w:numPr></w:pPr>'
        return f"<w:p>{number}{run(words)}</w:p>"

    inner = (
        item(0, "工业") + item(1, "5家企业投产") + item(1, "产值") + item(0, "商业") + item(1, "零售") + item(2, "其他")
    )
    data = package(body=body(inner), **{"word/numbering.xml": numbering.encode()})
    assert text_of(data) == "一、工业\n1. 5家企业投产\n2. 产值\n二、商业\n1. 零售\n其他\n"


def test_a_row_that_leaves_columns_out_keeps_the_others_in_place():
    before = "<w:trPr><w:gridBefore w:val='1'/></w:trPr>"
    row = f"<w:tr>{before}<w:tc><w:p>{run('5')}</w:p></w:tc></w:tr>"
    first = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("产业", "产值"))
    assert text_of(package(body=body(f"<w:tbl><w:tr>{first}</w:tr>{row}</w:tbl>"))) == "产业\t产值\n\t5\n"


def test_a_file_with_macros_is_read_and_its_macros_are_never_looked_at():
    data = package(body=body(f"<w:p>{run('产值5亿元')}</w:p>"), **{"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert Document.open(data, "月报.docm").text == "产值5亿元\n"
