"""核稿 on a page: every figure marked, the worst first, a way to each source, a Word copy, and nothing kept."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from liantu.bulletin import Document as Paper
from liantu.review.models import Document, Fact
from liantu.review.receive import receive
from tests.district import District

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
SOURCE = "今年1—10月，全区新材料产业产值48.16亿元，同比增长6.5%。"
DRAFT = """大渡口区简报
今年1—10月，全区新材料产业产值48.2亿元，同比增长7.1%。
1-10月，全区完成进出口总额100亿元，其中出口70亿元、进口40亿元。
"""


@pytest.fixture
def ledger(district: District) -> Fact:
    """A ledger with one figure in it."""
    from datetime import date

    receive(SOURCE.encode(), "月报.txt", published=date(2023, 11, 20), title="十月运行", by=district.person("wangmin"))
    return Fact.objects.get()


def send(client: Client, **sent: Any) -> Any:
    given = {"published": "2023-11-25", "place": "大渡口区", "text": DRAFT} | sent
    return client.post("/check/", {key: value for key, value in given.items() if value is not None})


def word(text: str = DRAFT) -> bytes:
    made = docx.Document()
    for line in text.strip().split("\n"):
        made.add_paragraph().add_run(line).bold = True
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_each_figure_is_marked_with_sign_word_and_colour_and_the_worst_stands_first(as_: As, ledger: Fact) -> None:
    body = send(as_("zhaoju")).content.decode()
    assert re.search(r'class="ck ck-fine k-same" data-w="✓一致">48.2亿元<', body)
    assert re.search(r'class="ck ck-wrong k-differs" data-w="✗有误">7.1%<', body)
    assert re.search(r'class="ck ck-wrong k-parts" data-w="✗有误">100亿元<', body)
    order = re.findall(r'<li class="fd fd-(\w+)"', body)
    assert order == sorted(order, key=["wrong", "doubt", "note", "fine"].index)
    assert order[0] == "wrong"


def test_a_difference_names_the_expected_value_and_leads_to_its_source(as_: As, ledger: Fact) -> None:
    client = as_("zhaoju")
    body = send(client).content.decode()
    assert "《十月运行》是6.5%，多0.6个百分点" in body
    link = re.search(r'class="src" href="(/figures/e\d+/)"', body)
    assert link is not None
    assert "48.16" in client.get(link[1]).content.decode()


def test_a_draft_is_not_kept(as_: As, ledger: Fact) -> None:
    client = as_("zhaoju")
    assert "核完即弃" in client.get("/check/").content.decode()
    before = (Document.objects.count(), Fact.objects.count())
    assert send(client).status_code == 200
    assert (Document.objects.count(), Fact.objects.count()) == before


def test_pasted_text_comes_back_as_a_word_file_with_comments(as_: As, ledger: Fact) -> None:
    answer = send(as_("zhaoju"), **{"as": "docx"})
    assert "核稿.docx" in unquote(answer["Content-Disposition"])
    assert Paper.open(answer.content, "a.docx").text == DRAFT
    assert any("相加为110亿元" in comment.text for comment in docx.Document(BytesIO(answer.content)).comments)


def test_a_word_draft_rides_along_and_comes_back_with_its_own_formatting(as_: As, ledger: Fact) -> None:
    client, data = as_("zhaoju"), word()
    body = send(client, text=None, file=SimpleUploadedFile("初稿.docx", data)).content.decode()
    carried = re.search(r'name="original" value="([^"]+)"', body)
    assert carried is not None
    answer = send(client, text=None, original=carried[1], name="初稿.docx", **{"as": "docx"})
    assert "初稿-核稿.docx" in unquote(answer["Content-Disposition"])
    copy = docx.Document(BytesIO(answer.content))
    assert all(run.bold for paragraph in copy.paragraphs for run in paragraph.runs if run.text)
    assert Paper.open(answer.content, "a.docx").text == Paper.open(data, "b.docx").text


def test_a_damaged_carried_file_is_refused_in_words(as_: As, ledger: Fact) -> None:
    refused = send(as_("zhaoju"), text=None, original="%%%", name="初稿.docx")
    assert refused.status_code == 422
    assert "请重新选择文件" in refused.content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": None}, "请选一个文件，或在下面粘贴文字"),
        ({"published": ""}, "请选稿子的日期"),
        ({"file": SimpleUploadedFile("a.txt", b"x")}, "只能给一样"),
        ({"text": None, "file": SimpleUploadedFile("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")}, "另存为 .docx"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(as_: As, ledger: Fact, sent: dict[str, Any], words: str) -> None:
    refused = send(as_("zhaoju"), **sent)
    assert refused.status_code == 422
    assert words in refused.content.decode()


def test_a_request_too_large_is_refused_before_it_is_read(as_: As, district: District) -> None:
    refused = as_("zhaoju").post(
        "/check/", b"x", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH=str(50 * 2**20)
    )
    assert refused.status_code == 413
    assert "请求太大" in refused.content.decode()


def test_markup_in_a_draft_is_shown_as_words(as_: As, ledger: Fact) -> None:
    body = send(
        as_("zhaoju"), text="<script>alert(1)</script>\n1-10月，进出口总额100亿元，其中出口70亿元、进口40亿元。"
    )
    assert "<script>alert" not in body.content.decode()


def test_the_page_is_in_the_side_bar_and_the_palette(as_: As, district: District) -> None:
    client = as_("zhaoju")
    assert '<a href="/check/"' in client.get("/").content.decode()
    assert 'href="/check/"' in client.get("/search/?q=核稿").content.decode()


def test_the_findings_speak_english(as_: As, ledger: Fact) -> None:
    client = as_("zhaoju")
    client.cookies["liantu_language"] = "en"
    body = send(client).content.decode()
    assert "differs from the source" in body
    assert "more by 0.6" in body
