"""The marked-up copy: its text is the draft's, its formatting too, and each comment stands at its figure."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn

from liantu.bulletin import Document
from liantu.bulletin.check import Checked, check
from liantu.bulletin.check.marked import AUTHOR, marked
from tests.bulletin.check.drafts import clean, planted
from tests.bulletin.check.forms import FORMS

DAY = date(2023, 11, 20)


def word_draft() -> bytes:
    """A draft as offices set it: a bold figure cut over three runs, a table, a figure at a paragraph's end."""
    word = docx.Document()
    word.add_heading("青禾县简报", 1)
    line = word.add_paragraph("1-10月，青禾县完成进出口总额10")
    line.add_run("0亿").bold = True
    line.add_run("元，其中出口70亿元、进口40亿元。")
    word.add_paragraph("三次产业结构调整为8.4:45.1:48.5", style="List Bullet")
    table = word.add_table(rows=4, cols=2)
    for row, cells in zip(
        table.rows, (("镇街", "签约（个）"), ("东岭镇", "3"), ("西坪镇", "4"), ("合计", "8")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    word.add_paragraph("1-10月，青禾县工业投资增长5.2%，降幅比1-9月收窄1.1个百分点。")
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def checked(data: bytes) -> Checked:
    return check(Document.open(data, "draft.docx", published=DAY), published=DAY)


def commented(word: Word) -> list[tuple[str, str]]:
    """The words each comment is put to, with its text."""
    texts: dict[str, str] = {}
    open_: set[str] = set()
    for element in word.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(element.get(qn("w:id")))
            texts[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for one in open_:
                texts[one] += element.text or ""
    return [(texts[str(comment.comment_id)], comment.text) for comment in word.comments]


def formatting(word: Word) -> list[tuple[str, bool]]:
    """Each character with whether it is bold."""
    return [(c, bool(run.bold)) for paragraph in word.paragraphs for run in paragraph.runs for c in run.text]


def test_a_word_draft_keeps_its_text_and_its_formatting() -> None:
    data = word_draft()
    copy = marked(checked(data), data)
    assert Document.open(copy, "copy.docx").text == Document.open(data, "draft.docx").text
    before, after = docx.Document(BytesIO(data)), docx.Document(BytesIO(copy))
    assert formatting(after) == formatting(before)
    assert [p.style.name for p in after.paragraphs if p.style] == [p.style.name for p in before.paragraphs if p.style]


def test_each_finding_has_a_comment_at_its_figure_and_the_first_sums_up() -> None:
    data = word_draft()
    found = checked(data)
    told = commented(docx.Document(BytesIO(marked(found, data))))
    assert told[0][1].startswith("读到")
    assert [words for words, _ in told[1:]] == [one.spans[0].of(found.document.text) for one in found.wrong]
    assert {"100亿元", "8.4:45.1:48.5", "8", "5.2%"} <= {words for words, _ in told[1:]}
    assert all(comment.author == AUTHOR for comment in docx.Document(BytesIO(marked(found, data))).comments)


def test_two_findings_at_one_figure_both_have_their_comment() -> None:
    data = word_draft()
    found = checked(data)
    doubled = Checked(found.document, found.reading, (*found.wrong, *found.wrong))
    told = commented(docx.Document(BytesIO(marked(doubled, data))))
    assert sorted(words for words, _ in told[1:]) == sorted(
        [one.spans[0].of(found.document.text) for one in found.wrong] * 2
    )


def test_comments_speak_english_where_asked() -> None:
    data = word_draft()
    told = commented(docx.Document(BytesIO(marked(checked(data), data, "en"))))
    assert "figures read" in told[0][1]
    assert any(text.startswith("wrong · parts and whole") for _, text in told)


@pytest.mark.parametrize("seed", range(0, len(FORMS), 4))
def test_a_plain_draft_becomes_a_word_file_with_the_same_text(seed: int) -> None:
    draft = planted(seed, seed)
    document = Document.from_text(draft.text, published=draft.day)
    copy = marked(check(document, published=draft.day))
    assert Document.open(copy, "copy.docx").text == draft.text


def test_a_clean_draft_gets_the_summary_alone() -> None:
    text, day = clean(3)
    told = commented(docx.Document(BytesIO(marked(check(Document.from_text(text), published=day)))))
    assert len(told) == 1


def test_characters_no_xml_can_hold_do_not_stop_the_copy() -> None:
    document = Document.from_text("简报\n1-10月，进出口总额100亿元，其中出口70亿元、进口40亿元。\x00\x0c\n完。\n")
    assert len(commented(docx.Document(BytesIO(marked(check(document)))))) == 2


def test_a_word_file_with_macros_gets_a_plain_copy_with_the_same_text() -> None:
    plain, macro = "wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"
    out = BytesIO()
    with ZipFile(BytesIO(word_draft())) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(f"vnd.openxmlformats-officedocument.{plain}".encode(), f"vnd.{macro}".encode())
            new.writestr(name, data)
    found = check(Document.open(out.getvalue(), "draft.docm", published=DAY), published=DAY)
    copy = marked(found, out.getvalue())
    assert Document.open(copy, "copy.docx").text.strip() == found.document.text.strip()
    assert len(commented(docx.Document(BytesIO(copy)))) == len(found.wrong) + 1
