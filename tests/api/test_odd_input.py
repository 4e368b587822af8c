"""Odd input is refused in words; none of it is a crash."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from liantu.review.models import Decision
from tests.town import Town

HUGE = 10**30


@pytest.mark.parametrize(
    "path",
    [
        f"/desk/facts/{HUGE}/",
        f"/relations/{HUGE}/",
        f"/figures/e{HUGE}/",
        f"/figures/need-{HUGE}-1/",
        f"/api/figures/e{HUGE}",
        f"/api/figures/need-1-{HUGE}",
        "/clusters/没有/",
        "/documents/zzzzzzzz/",
        "/api/cockpit?taxonomy=none",
        "/api/clusters/none",
    ],
)
def test_what_is_not_there_is_a_404(as_: Callable[..., Client], town: Town, path: str) -> None:
    assert as_("admin").get(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "offset=-1",
        "limit=0",
        "limit=100000",
        f"year={HUGE}",
        "kind=maybe",
        "subject=nothing",
        "as_of=2023-13-01",
        "as_of=99999-01-01T00:00:00Z",
        "status=x",
    ],
)
def test_a_parameter_out_of_bounds_is_named(as_: Callable[..., Client], town: Town, query: str) -> None:
    refused = as_("admin").get(f"/api/figures?{query}")
    assert refused.status_code == 422, refused.content
    assert query.split("=", maxsplit=1)[0] in refused.json()["error"]


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31", "2023-06-01T00:00:00", "2023-06-01T00:00:00-14:00"])
def test_any_moment_of_the_calendar_may_be_asked_for(as_: Callable[..., Client], town: Town, as_of: str) -> None:
    for path in ("/api/cockpit", "/api/clusters/noodle", "/api/figures"):
        assert as_("zhaoju").get(path, {"as_of": as_of}).status_code == 200, path


@pytest.mark.parametrize(
    "path", ["/figures/?q=%27%22%3B--&cluster=%25&year=99999&on=9999-12-31&page=-1", "/search/?q=%5C%27%25_"]
)
def test_a_filter_of_odd_signs_finds_nothing_and_breaks_nothing(
    as_: Callable[..., Client], town: Town, path: str
) -> None:
    assert as_("zhaoju").get(path).status_code == 200


def test_a_word_on_an_impossible_id_or_with_a_null_in_it_is_refused(as_: Callable[..., Client], town: Town) -> None:
    client = as_("admin")
    for word in (
        {"verdict": "accept", "facts": [HUGE]},
        {"verdict": "accept", "facts": [-1]},
        {"verdict": "reject", "facts": [town.mine.pk], "reason": "a\x00b"},
        {"verdict": "correct", "facts": [town.mine.pk], "reason": "a", "correction": {"subject": "a\x00b"}},
        {"verdict": "correct", "facts": [town.mine.pk], "reason": "a", "correction": {"value": "9" * 400}},
        {"verdict": "correct", "facts": [town.mine.pk], "reason": "a", "correction": {"indicator_code": "none"}},
    ):
        refused = client.post("/api/desk/decisions", word, content_type="application/json")
        assert refused.status_code in {404, 422}, (word, refused.content)
    for form in (
        {"verdict": "accept", "fact": str(HUGE)},
        {"verdict": "reject", "fact": town.mine.pk, "reason": "a\x00b"},
    ):
        assert client.post("/desk/decide/", form).status_code in {400, 404, 422}, form
    assert not Decision.objects.exists()


@pytest.mark.parametrize("digits", [23, 31, 60, 400])
def test_a_document_with_an_absurdly_long_number_is_received_all_the_same(
    as_: Callable[..., Client], town: Town, digits: int
) -> None:
    text = f"2023年1-10月，小面产业营业收入{'9' * digits}亿元，同比增长{'8' * digits}%。企业{'7' * digits}家。"
    file = SimpleUploadedFile("long.txt", text.encode())
    received = as_("admin").post("/api/documents", {"file": file, "published": "2023-12-01", "title": "长数"})
    assert received.status_code == 201, received.content
