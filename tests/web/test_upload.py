"""Receiving a document: a file or pasted text, read at once; what is wrong is said beside the field and nothing is lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from liantu.review.models import Document, Fact
from tests.district import District

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
TEXT = "今年1—10月，全区新材料产业产值48亿元，同比增长6.5%。"
PASTED = {"title": "十月运行", "published": "2023-11-20", "issuer": "新材料产业办", "text": TEXT, "note": "传真"}


def send(client: Client, **sent: Any) -> Any:
    return client.post("/documents/receive/", {key: value for key, value in sent.items() if value is not None})


def file(data: bytes, name: str = "月报.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_pasted_text_is_read_and_the_page_says_what_was_found(as_: As, district: District) -> None:
    client = as_("wangmin")
    answer = send(client, **PASTED)
    document = Document.objects.get()
    assert answer["Location"] == f"/documents/{document.pk[:12]}/"
    assert (document.title, document.issuer, document.note) == ("十月运行", "新材料产业办", "传真")
    assert document.received_by == district.person("wangmin")
    assert Fact.objects.get().value == 48
    assert "读到 1 个数字，0 处矛盾，0 处未读" in client.get(answer["Location"]).content.decode()


def test_the_same_file_again_is_said_to_be_there_already(as_: As, district: District) -> None:
    client = as_("wangmin")
    first = client.get(send(client, **PASTED)["Location"]).content.decode()
    again = send(client, **PASTED | {"title": "另一个标题"})
    body = client.get(again["Location"]).content.decode()
    assert ("先前已经收录" in first, "先前已经收录" in body) == (False, True)
    assert Document.objects.get().title == "十月运行"


def test_what_found_no_place_is_counted_beside_what_waits(as_: As, district: District) -> None:
    client = as_("wangmin")
    there = send(client, **PASTED | {"text": TEXT + "晨岭纳米科技有限公司投资1.2亿元。"})["Location"]
    body = client.get(there).content.decode()
    assert "其中 1 个待核对" in body
    assert f'?tab=unplaced&amp;document={there.split("/")[2]}">1 个待归位' in body


def test_a_file_is_kept_byte_for_byte(as_: As, district: District) -> None:
    data = f"\ufeff{TEXT}\r\n".encode()
    answer = send(as_("chenshen"), title="月报", published="2023-11-20", file=file(data))
    assert answer.status_code == 302
    assert bytes(Document.objects.get().original) == data


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"title": None}, "请写标题"),
        ({"published": None}, "请选发布日期"),
        ({"published": "去年"}, "请选发布日期"),
        ({"published": (timezone.localdate() + timedelta(days=2)).isoformat()}, "不能晚于今天"),
        ({"text": None}, "请选一个文件"),
        ({"file": lambda: file(TEXT.encode())}, "只能给一样"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_stays(
    as_: As, district: District, sent: dict[str, Any], said: str
) -> None:
    given = PASTED | {key: value() if callable(value) else value for key, value in sent.items()}
    answer = send(as_("wangmin"), **given)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert said in body
    kept = [value for key, value in PASTED.items() if key not in sent]
    assert all(value in body for value in kept)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.txt"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "noise.txt"),
        (b"PK\x03\x04broken", "a.docx"),
        (b"%PDF-1.7", "a.pdf"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_and_leaves_nothing(
    as_: As, district: District, data: bytes, name: str
) -> None:
    answer = send(as_("wangmin"), title="月报", published="2023-11-20", file=file(data, name))
    assert answer.status_code == 422
    body = answer.content.decode()
    assert 'id="file-e"' in body
    assert 'aria-invalid="true"' in body
    assert not Document.objects.exists()


def test_errors_speak_the_reader_s_language(as_: As, district: District) -> None:
    client = as_("wangmin")
    client.cookies["liantu_language"] = "en"
    assert "Please give a title" in send(client, **PASTED | {"title": None}).content.decode()


def test_too_large_is_refused_before_it_is_read(as_: As, district: District) -> None:
    client = as_("wangmin")
    answer = client.post(
        "/documents/receive/", b"x", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH=str(50 * 2**20)
    )
    assert answer.status_code == 413
    assert "文件超过 20 MB，没有读取" in answer.content.decode()


def test_a_file_just_over_the_limit_is_refused_beside_its_field(as_: As, district: District, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1000
    answer = send(as_("wangmin"), title="月报", published="2023-11-20", file=file(b"x" * 1001))
    assert answer.status_code == 422
    assert not Document.objects.exists()


def test_the_same_file_on_another_day_is_a_conflict_said_in_words(as_: As, district: District) -> None:
    client = as_("wangmin")
    send(client, **PASTED)
    answer = send(client, **PASTED | {"published": "2023-11-21"})
    assert answer.status_code == 422
    assert "已按发布日期 2023-11-20 收录" in answer.content.decode()
    assert Document.objects.count() == 1
    assert send(client, **PASTED).status_code == 302
    assert Document.objects.count() == 1


@pytest.mark.parametrize("who", ["zhaoju", ""])
def test_only_officers_reviewers_and_administrators_hand_in(as_: As, district: District, who: str) -> None:
    client = as_(who)
    assert send(client, **PASTED).status_code == (403 if who else 302)
    refused = client.get("/documents/receive/")
    assert refused.status_code == 403
    assert ('href="/sign-in/?next=%2Fdocuments%2Freceive%2F"' in refused.content.decode()) is not bool(who)
    assert not Document.objects.exists()


def test_a_form_of_another_site_is_refused(as_: As, district: District) -> None:
    assert send(as_("wangmin", enforce_csrf_checks=True), **PASTED).status_code == 403
    assert not Document.objects.exists()
