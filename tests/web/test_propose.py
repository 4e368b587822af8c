"""Asking a model about a document's unread figures: who may, what is sent, and what never is."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from liantu.review.models import Document, Fact, Reading
from liantu.review.receive import receive
from tests.district import District
from tests.recorded import Service, service

__all__ = ["service"]

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
TEXT = "# 快报\n今年1-10月，全区新材料产业产值48亿元。集采平台常年伙伴，一数，450家。\n"
ANSWER: dict[str, object] = {
    "sentence": 1, "figure": "q1", "subject": "n1", "measure": "常年伙伴", "aspect": "level", "modality": "actual",
    "period": None,
}  # fmt: skip


def received(district: District, *, internal: bool = False) -> Document:
    by = district.person("wangmin")
    return receive(TEXT.encode(), "a.txt", published=date(2023, 11, 20), internal=internal, by=by).document


def path(document: Document) -> str:
    return f"/documents/{document.pk[:12]}/propose/"


@pytest.fixture
def model(service: Service, monkeypatch: pytest.MonkeyPatch) -> Service:
    monkeypatch.setenv("LIANTU_MODEL_URL", service.endpoint.url)
    monkeypatch.setenv("LIANTU_MODEL", "recorded")
    service.says(ANSWER)
    return service


def test_without_a_model_nothing_is_offered_and_asking_says_so(as_: As, district: District) -> None:
    found = received(district)
    assert "propose/" not in as_("chenshen").get(f"/documents/{found.pk[:12]}/").content.decode()
    answer = as_("chenshen").post(path(found))
    assert answer.status_code == 503
    assert "LIANTU_MODEL_URL" in answer.content.decode()


def test_a_reviewer_asks_and_the_proposal_waits_on_the_desk_under_the_models_name(
    as_: As, district: District, model: Service
) -> None:
    found = received(district)
    assert "propose/" in as_("chenshen").get(f"/documents/{found.pk[:12]}/").content.decode()
    assert as_("chenshen").post(path(found)).status_code == 302
    fact = Fact.objects.get(rule="model:recorded")
    assert (fact.measure, fact.value_base) == ("常年伙伴", 450)
    assert Reading.objects.filter(document=found).count() == 2
    assert "模型 recorded 提议" in as_("chenshen").get(f"/desk/facts/{fact.pk}/").content.decode()
    assert len(model.asked) == 1


def test_an_internal_document_is_never_sent(as_: As, district: District, model: Service) -> None:
    found = received(district, internal=True)
    page = as_("chenshen").get(f"/documents/{found.pk[:12]}/").content.decode()
    assert "propose/" not in page
    assert "内部" in page
    assert as_("chenshen").post(path(found)).status_code == 403
    assert model.asked == []


def test_only_a_reviewer_may_ask(as_: As, district: District, model: Service) -> None:
    found = received(district)
    for who in ("zhaoju", "wangmin"):
        page = as_(who).get(f"/documents/{found.pk[:12]}/").content.decode()
        allowed = as_(who).post(path(found)).status_code == 302
        assert allowed == ("propose/" in page)
    assert Client().post(path(found)).status_code in (302, 403)
    assert as_("zhaoju").post(path(found)).status_code == 403


def test_a_model_that_fails_changes_nothing(as_: As, district: District, model: Service) -> None:
    found = received(district)
    model.reply = lambda _: (500, b"")
    answer = as_("chenshen").post(path(found))
    assert answer.status_code == 503
    assert "模型服务" in answer.content.decode()
    assert Reading.objects.filter(document=found).count() == 1


def test_a_file_received_through_the_form_may_be_marked_internal(as_: As, district: District) -> None:
    form = {"title": "快报", "published": "2023-11-20", "text": TEXT, "internal": "on"}
    assert as_("wangmin").post("/documents/receive/", form).status_code == 302
    assert Document.objects.get(title="快报").internal
