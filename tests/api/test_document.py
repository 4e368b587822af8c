"""Documents through the API: the shape `liantu read` prints, and receiving one."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from liantu.review.models import Document
from tests.town import Town


def upload(client, data: bytes = "全区企业5家。".encode(), name: str = "a.txt", **fields: str):
    return client.post(
        "/api/documents", {"file": SimpleUploadedFile(name, data), "published": "2023-12-01", "title": "简报", **fields}
    )


def test_a_document_comes_with_all_that_was_read_from_it(as_, town: Town) -> None:
    told = as_("zhaoju").get(f"/api/documents/{town.document.pk}").json()
    assert set(told) == {"document", "reader", "facts", "relations", "numbers", "conflicts", "hypotheses"}
    assert set(told["document"]) == {"id", "title", "published", "text"}
    text = told["document"]["text"]
    assert text == town.document.text
    assert set(told["facts"][0]) == {
        *("subject", "measure", "aspect", "value", "value_low", "value_high", "unit", "value_base", "unit_base"),
        *("qualifier", "period_text", "period_start", "period_end", "modality", "yoy", "base", "rule", "confidence"),
        *("id", "span", "quotes", "note"),
    }
    for fact in told["facts"]:
        assert any(start <= fact["span"][0] and fact["span"][1] <= end for start, end in fact["quotes"])
    ids = {fact["id"] for fact in told["facts"]}
    assert {number["fact"] for number in told["numbers"] if number["use"] == "fact"} == ids
    assert set(told["conflicts"][0]["facts"]) <= ids
    assert told["relations"][0]["predicate"] == "role"


def test_the_list_tells_no_text(as_, town: Town) -> None:
    (row,) = as_("zhaoju").get("/api/documents").json()
    assert row["id"] == town.document.pk
    assert "text" not in row
    assert "original" not in row


def test_a_document_that_is_not_there_is_a_404_in_words(as_, town: Town) -> None:
    missing = as_("zhaoju").get(f"/api/documents/{'0' * 64}", HTTP_ACCEPT_LANGUAGE="en")
    assert (missing.status_code, missing.json()["error"]) == (404, f"There is no document {'0' * 64}.")


def test_receiving_the_same_bytes_twice_adds_nothing(as_, town: Town) -> None:
    first, second = upload(as_("wangmin")), upload(as_("liqiang"))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]
    row = Document.objects.get(pk=first.json()["id"])
    assert (row.published, row.received_by) == (date(2023, 12, 1), town.people["wangmin"])


def test_another_day_of_publication_is_a_conflict(as_, town: Town) -> None:
    upload(as_("wangmin"))
    assert upload(as_("wangmin"), published="2023-12-02").status_code == 409


def test_a_file_that_cannot_be_read_leaves_nothing_behind(as_, town: Town) -> None:
    before = Document.objects.count()
    for data, name in (
        (b"", "a.txt"),
        (b"\x00\xff\xfe\x01", "a.txt"),
        (b"no word at all", "a.docx"),
        (b"%PDF-1.4", "a.exe"),
    ):
        refused = upload(as_("wangmin"), data, name)
        assert refused.status_code == 422, (name, refused.content)
        assert refused.json()["error"]
    assert Document.objects.count() == before


def test_a_file_over_the_limit_is_refused(as_, town: Town, settings) -> None:
    settings.UPLOAD_LIMIT = 1000
    refused = upload(as_("wangmin"), "字".encode() * 500)
    assert (refused.status_code, Document.objects.count()) == (422, 1)
