"""核稿 through the API: the findings as JSON, a file or a text, nothing kept."""

from django.core.files.uploadedfile import SimpleUploadedFile

from liantu.review.models import Document
from tests.town import Town

DRAFT = "2023年1-10月，小面产业营业收入12.9亿元，同比增长6.1%。"


def send(client, **fields):
    return client.post("/api/check", {"published": "2023-12-01", **fields})


def test_a_draft_is_held_against_the_ledger(as_, town: Town) -> None:
    told = send(as_("zhaoju"), text=DRAFT).json()
    assert set(told) == {"draft", "against", "wrong", "findings"}
    assert told["draft"]["text"] == DRAFT
    assert told["against"] == ["台账"]
    differs = next(one for one in told["findings"] if one["kind"] == "differs")
    start, end = differs["spans"][0]
    assert DRAFT[start:end] == "12.9亿元"
    assert (differs["severity"], differs["expected"]) == ("wrong", "12.5亿元")
    assert as_("zhaoju").get(f"/api/figures/{differs['source']['figure']}").status_code == 200
    assert told["wrong"] == 1


def test_a_file_is_checked_as_a_text_is(as_, town: Town) -> None:
    file = SimpleUploadedFile("稿.txt", DRAFT.encode())
    told = send(as_("zhaoju"), file=file).json()
    assert told["findings"] == send(as_("zhaoju"), text=DRAFT).json()["findings"]
    assert Document.objects.count() == 1


def test_a_draft_without_words_or_with_two_is_refused_in_a_sentence(as_, town: Town) -> None:
    for fields in ({}, {"text": DRAFT, "file": SimpleUploadedFile("稿.txt", DRAFT.encode())}):
        refused = send(as_("zhaoju"), **fields)
        assert (refused.status_code, refused.json()["error"]) == (422, "请给文件或正文，只给一样。")
