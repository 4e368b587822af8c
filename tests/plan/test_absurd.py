"""A slip of the finger or a silly text never takes the cockpit down."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from liantu.errors import CannotRead
from liantu.review import desk
from liantu.review.models import Document, Fact
from tests.district import District
from tests.paper import Paper, Said

PAGES = ("/", "/clusters/", "/clusters/mat/", "/figures/", "/figures.csv", "/figures.xlsx", "/desk/", "/api/cockpit")


@pytest.fixture
def client(district: District) -> Client:
    person = User.objects.create_user("chen")
    person.groups.add(Group.objects.get(name="reviewer"))
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    "correction",
    [
        {"value": "999999999999999999", "unit": "万亿元"},
        {"value": "0"},
        {"value": "-5"},
        {"value": "0.00000001", "unit": "元"},
        {"yoy": "-100"},
        {"yoy": "-99.99999999"},
        {"yoy": "999999999999"},
        {"period_start": "0001-01-01", "period_end": "0001-11-30"},
        {"period_start": "9999-01-01", "period_end": "9999-11-30"},
        {"period_start": None, "period_end": None},
        {"period_end": None},
    ],
    ids=str,
)
def test_every_page_stands_after_an_absurd_correction(correction: dict[str, Any], client: Client) -> None:
    aim = Said("100亿元", "新材料产业", "产值", "100", span=(date(2025, 1, 1), date(2025, 12, 31)), modality="target")
    Paper("新材料产业产值53亿元，要到100亿元。", (Said("53亿元", "新材料产业", "产值", "53", yoy="6.1"), aim)).keep()
    fact = Fact.objects.get(value=53)
    with suppress(CannotRead):
        desk.decide([fact], "correct", by=User.objects.get(username="chen"), reason="核对", correction=correction)
    pages = (*PAGES, f"/desk/facts/{fact.pk}/", f"/figures/e{fact.entries.latest('pk').pk}/")
    assert [page for page in pages if client.get(page).status_code != 200] == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_document_of_no_day_anybody_saw_is_refused(day: str, client: Client) -> None:
    text = "今年1-10月新材料产业产值5亿元，同比增长5%，去年同期3亿元。"
    sent = {"file": SimpleUploadedFile("a.txt", text.encode()), "published": day}
    assert client.post("/api/documents", sent).status_code == 422
    assert not Document.objects.exists()
