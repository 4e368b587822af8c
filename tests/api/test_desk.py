"""The desk through the API: what waits, a word on it, taking it back."""

import json

from liantu.review.models import Decision
from tests.town import Town

JSON = "application/json"


def test_what_waits_is_listed_with_its_evidence(as_, town: Town) -> None:
    desk = as_("zhaoju").get("/api/desk").json()
    assert (desk["facts_waiting"], desk["relations_waiting"], desk["seen"]) == (2, 1, 0)
    fact = next(each["fact"] for each in desk["facts"] if each["fact"]["id"] == str(town.mine.pk))
    assert (fact["value"], fact["unit"], fact["value_base"], fact["yoy"]) == ("12.5", "亿元", "1250000000", "6.1")
    start, end = fact["span"]
    assert town.document.text[start:end] == "12.50亿元"


def test_an_officer_accepts_the_own_office_s_figure_and_takes_it_back(as_, town: Town) -> None:
    client = as_("wangmin")
    batch = client.post("/api/desk/decisions", {"verdict": "accept", "facts": [town.mine.pk]}, content_type=JSON).json()
    assert client.get("/api/desk").json()["facts_waiting"] == 1
    assert client.post("/api/desk/undo", batch, content_type=JSON).status_code == 200
    assert client.get("/api/desk").json()["facts_waiting"] == 2
    assert [row.verdict for row in Decision.objects.all()] == ["accept", "reopen"]


def test_a_correction_needs_a_reason_and_says_so(as_, town: Town) -> None:
    word = {"verdict": "correct", "facts": [town.mine.pk], "correction": {"value": "12.6"}}
    refused = as_("wangmin").post("/api/desk/decisions", word, content_type=JSON)
    assert (refused.status_code, refused.json()) == (422, {"error": "更正或退回要写明理由。"})
    told = as_("wangmin").post("/api/desk/decisions", {**word, "reason": "原文笔误"}, content_type=JSON)
    assert told.status_code == 200, told.content


def test_a_correction_in_a_unit_of_another_kind_changes_nothing(as_, town: Town) -> None:
    changed = {"value": "12", "unit": "吨"}
    word = {"verdict": "correct", "facts": [town.mine.pk], "reason": "试", "correction": changed}
    refused = as_("wangmin").post("/api/desk/decisions", word, content_type=JSON)
    assert (refused.status_code, Decision.objects.exists()) == (422, False)
    assert "单位不合" in refused.json()["error"]


def test_a_figure_is_not_placed_under_another_office(as_, town: Town) -> None:
    word = {
        "verdict": "correct",
        "facts": [town.mine.pk],
        "reason": "归错",
        "correction": {"subject_code": "cluster/matter"},
    }
    assert as_("wangmin").post("/api/desk/decisions", word, content_type=JSON).status_code == 403
    assert as_("chenshen").post("/api/desk/decisions", word, content_type=JSON).status_code == 200


def test_two_people_deciding_the_same_figure_meet_a_conflict(as_, town: Town) -> None:
    seen = as_("wangmin").get("/api/desk").json()["seen"]
    word = {"verdict": "accept", "facts": [town.mine.pk], "seen": seen}
    assert as_("chenshen").post("/api/desk/decisions", word, content_type=JSON).status_code == 200
    late = as_("wangmin").post("/api/desk/decisions", word, content_type=JSON)
    assert late.status_code == 409
    assert "陈审" in late.json()["error"]


def test_an_unknown_id_changes_nothing(as_, town: Town) -> None:
    word = {"verdict": "accept", "facts": [town.mine.pk, 10**9]}
    assert as_("chenshen").post("/api/desk/decisions", word, content_type=JSON).status_code == 422
    assert not Decision.objects.exists()


def test_an_ill_formed_word_names_the_field(as_, town: Town) -> None:
    refused = as_("chenshen").post("/api/desk/decisions", {"verdict": "maybe"}, content_type=JSON)
    assert refused.status_code == 422
    assert "verdict" in refused.json()["error"]
    broken = as_("chenshen").post("/api/desk/decisions", "{", content_type=JSON)
    assert broken.status_code in {400, 422}
    assert json.loads(broken.content)["error"]
