"""Addresses and forms at the edge are answered, or refused in words; none of them is a crash."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from liantu.review import desk
from liantu.review.models import Decision, Document
from tests.town import Town

As = Callable[..., Client]
HUGE = "9" * 5000


@pytest.mark.parametrize(
    "address",
    [
        "/api/figures?offset=99999999999999999999999",
        "/api/desk?offset=99999999999999999999999",
        "/api/figures?as_of=0001-01-01",
        "/api/cockpit?as_of=9999-12-31",
        "/api/cockpit?as_of=9999-12-31T23:59:59-10:00",
        "/api/cockpit?as_of=0001-01-01T00:00:00%2B10:00",
        "/figures/?year=0000",
        "/figures/?year=9999",
        "/figures/?on=0001-01-01",
        "/figures/?on=9999-12-31",
        "/figures.xlsx?on=0001-01-01",
        f"/figures/?page={HUGE}",
        "/figures/e999999999999999999/",
        "/desk/facts/99999999999999999999999999/",
    ],
)
def test_an_address_at_the_edge_is_answered(address: str, as_: As) -> None:
    assert as_("zhaoju").get(address).status_code in {200, 404, 422}


@pytest.mark.parametrize("sent", [{"fact": HUGE}, {"fact": "9" * 30}, {"relation": HUGE}])
def test_a_row_that_cannot_be_there_is_nothing_ticked(sent: dict[str, str], town: Town, as_: As) -> None:
    answer = as_("chenshen").post(reverse("decide"), {"verdict": "accept", "next": reverse("desk"), **sent})
    assert answer.status_code == 422
    assert not Decision.objects.exists()


def test_what_was_seen_may_be_rubbish(town: Town, as_: As) -> None:
    sent = {"verdict": "accept", "fact": town.mine.pk, "seen": HUGE}
    assert as_("chenshen").post(reverse("decide"), sent).status_code == 302


def test_the_list_begins_with_what_nobody_has_decided(town: Town, as_: As) -> None:
    desk.decide([town.other], "accept", by=town.people["chenshen"])
    told = as_("zhaoju").get("/api/figures").json()["figures"]
    assert [one["figure"]["status"] == "accepted" for one in told] == [False, True]


@pytest.mark.parametrize("field", ["title", "issuer"])
def test_a_name_too_long_to_keep_is_refused_in_words(field: str, town: Town, as_: As) -> None:
    before = Document.objects.count()
    file = SimpleUploadedFile("a.txt", "全区企业5家。".encode())
    sent = {"file": file, "published": "2023-12-01", "title": "简报"} | {field: "某" * 301}
    answer = as_("wangmin").post("/api/documents", sent)
    assert answer.status_code == 422
    assert "太长" in answer.json()["error"]
    assert Document.objects.count() == before


@pytest.mark.parametrize(
    "text",
    ["某" * 500 + "企业5家\n", f"新材料产业营业收入{'9' * 40}亿元。", "新材料产业营业收入0.1234567891234亿元。"],
    ids=len,
)
def test_a_text_of_any_shape_is_received(text: str, town: Town, as_: As) -> None:
    sent = {"file": SimpleUploadedFile("a.txt", text.encode()), "published": "2023-12-01"}
    assert as_("wangmin").post("/api/documents", sent).status_code == 201
