"""The desk: what waits, who may decide it, many at once, taking it back, and two people at one figure."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Decision, Fact, Relation
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db
As = Callable[..., Client]

OUTPUT = Said("53亿元", "新材料产业", "产值", "53", yoy="9.8")
REVENUE = Said("59亿元", "新材料产业", "营业收入", "59", yoy="6.1")
NOODLES = Said("45.5亿元", "重庆小面产业", "营业收入", "45.5", rule="other")
NOWHERE = Said("7亿元", "月球基地", "营业收入", "7")
PAPER = Paper(
    "新材料产业营收59亿元，产值53亿元；小面营收45.5亿元；月球基地7亿元。海康威视是链主。",
    (OUTPUT, REVENUE, NOODLES, NOWHERE),
    relations=(("海康威视", "role", "链主"),),
    conflicts=(("period", (0, 1), "两个数的时期不同。"),),
)


@pytest.fixture
def facts(district: District) -> dict[str, Fact]:
    PAPER.keep()
    return {fact.measure if fact.subject == "新材料产业" else fact.subject: fact for fact in Fact.objects.all()}


def rows(client: Client, query: str = "") -> list[int]:
    body = client.get(f"/desk/{query}").content.decode()
    return [int(key) for key in re.findall(r'id="row-(\d+)"', body)]


def ticked(client: Client, *found: Fact, verdict: str = "accept", **more: Any) -> Any:
    return client.post("/desk/decide/", {"fact": [one.pk for one in found], "verdict": verdict, **more})


def state(fact: Fact) -> str:
    return desk.state(Fact.objects.get(pk=fact.pk))


def test_a_row_shows_the_sentence_with_the_figure_lit(as_: As, facts: dict[str, Fact]) -> None:
    body = as_("chenshen").get("/desk/").content.decode()
    assert "<mark>53亿元</mark>" in body
    assert "新材料 · 产值" in body
    assert "2023年1–11月" in body


def test_the_heaps_part_placed_unplaced_contradictions_and_relations(as_: As, facts: dict[str, Fact]) -> None:
    client = as_("chenshen")
    assert set(rows(client)) == {facts[key].pk for key in ("产值", "营业收入", "重庆小面产业")}
    assert rows(client, "?tab=unplaced") == [facts["月球基地"].pk]
    assert set(rows(client, "?tab=conflicts")) == {facts["产值"].pk, facts["营业收入"].pk}
    assert "两个数的时期不同。" in client.get("/desk/?tab=conflicts").content.decode()
    assert "海康威视" in client.get("/desk/?tab=relations").content.decode()


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?cluster=noo", {"重庆小面产业"}),
        ("?cluster=mat", {"产值", "营业收入"}),
        ("?rule=other", {"重庆小面产业"}),
        ("?sure=no", set()),
        ("?sure=yes", {"产值", "营业收入", "重庆小面产业"}),
        (f"?document={PAPER.id[:12]}", {"产值", "营业收入", "重庆小面产业"}),
        ("?document=ffffffff", set()),
    ],
)
def test_the_heap_is_narrowed(as_: As, facts: dict[str, Fact], query: str, left: set[str]) -> None:
    assert set(rows(as_("chenshen"), query)) == {facts[key].pk for key in left}


def test_accepting_many_at_once_and_taking_them_back(as_: As, facts: dict[str, Fact]) -> None:
    client = as_("wangmin")
    answer = ticked(client, facts["产值"], facts["营业收入"], next="/desk/?tab=facts")
    assert answer.status_code == 302
    body = client.get(answer["Location"]).content.decode()
    assert "已接受 2 条" in body
    assert rows(client) == [facts["重庆小面产业"].pk]
    assert Entry.objects.current().filter(decision__isnull=False).count() == 2
    batch = Decision.objects.latest("pk").batch
    assert f'value="{batch}"' in body
    back = client.post("/desk/undo/", {"batch": batch, "next": "/desk/"})
    assert "已撤销 2 条" in client.get(back["Location"]).content.decode()
    assert state(facts["产值"]) == state(facts["营业收入"]) == "open"
    assert Decision.objects.count() == 4


def test_the_toast_is_for_the_one_who_acted(as_: As, facts: dict[str, Fact]) -> None:
    where = ticked(as_("wangmin"), facts["产值"])["Location"]
    assert "已接受 1 条" in as_("wangmin").get(where).content.decode()
    assert "已接受 1 条" not in as_("chenshen").get(where).content.decode()


def test_rejecting_needs_a_reason_and_keeps_what_was_ticked(as_: As, facts: dict[str, Fact]) -> None:
    client = as_("wangmin")
    answer = ticked(client, facts["产值"], verdict="reject", reason=" ", next="/desk/?cluster=mat")
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "更正或退回要写明理由。" in body
    assert re.search(rf'value="{facts["产值"].pk}" form="bulk" checked', body)
    assert not Decision.objects.exists()
    assert ticked(client, facts["产值"], verdict="reject", reason="重复").status_code == 302
    assert state(facts["产值"]) == "rejected"
    assert not Entry.objects.current().filter(fact=facts["产值"]).exists()


def test_nothing_ticked_is_said_in_words(as_: As, facts: dict[str, Fact]) -> None:
    answer = as_("wangmin").post("/desk/decide/", {"verdict": "accept", "next": "/desk/"})
    assert answer.status_code == 422
    assert "请先勾选" in answer.content.decode()


def test_a_verdict_is_never_guessed(as_: As, facts: dict[str, Fact]) -> None:
    assert ticked(as_("chenshen"), facts["产值"], verdict="", next="/desk/").status_code == 422
    assert ticked(as_("chenshen"), facts["产值"], verdict="correct", next="/desk/").status_code == 422
    assert not Decision.objects.exists()


def test_an_officer_decides_the_own_and_reads_the_rest_with_who_can(as_: As, facts: dict[str, Fact]) -> None:
    client = as_("wangmin")
    assert rows(client)[-1] == facts["重庆小面产业"].pk
    body = client.get("/desk/?cluster=noo").content.decode()
    assert "重庆小面由其产业办人员、复核员或管理员核定。" in body
    assert 'data-key="a"' not in body
    assert f'name="fact" value="{facts["重庆小面产业"].pk}"' not in body


@pytest.mark.parametrize("who", ["liqiang", "zhaoju", ""])
def test_nobody_else_decides(as_: As, facts: dict[str, Fact], who: str) -> None:
    client = as_(who)
    answer = ticked(client, facts["产值"], next="/desk/")
    assert answer.status_code == (403 if who else 302)
    if not who:
        assert answer["Location"].startswith("/sign-in/")
    batch = desk.decide([facts["产值"]], "accept", by=District().person("chenshen"))
    assert client.post("/desk/undo/", {"batch": batch, "next": "/desk/"}).status_code == (403 if who else 302)
    assert state(facts["产值"]) == "accepted"
    assert Decision.objects.count() == 1


def test_one_of_many_that_is_not_ones_own_stops_all(as_: As, facts: dict[str, Fact]) -> None:
    assert ticked(as_("wangmin"), facts["产值"], facts["重庆小面产业"], next="/desk/").status_code == 403
    assert not Decision.objects.exists()


def test_a_leader_reads_and_sees_no_button(as_: As, facts: dict[str, Fact]) -> None:
    body = as_("zhaoju").get("/desk/").content.decode()
    assert "53亿元" in body
    assert "接受所选" not in body
    assert 'name="verdict"' not in body


def test_two_people_at_one_figure_the_second_learns_of_the_first(as_: As, facts: dict[str, Fact]) -> None:
    seen = desk.last()
    ticked(as_("wangmin"), facts["产值"])
    answer = ticked(as_("chenshen"), facts["产值"], verdict="reject", reason="不对", seen=seen, next="/desk/")
    assert answer.status_code == 409
    assert "王敏刚刚已作出" in answer.content.decode()
    assert state(facts["产值"]) == "accepted"


def test_relations_are_accepted_like_figures(as_: As, facts: dict[str, Fact]) -> None:
    one = Relation.objects.get()
    client = as_("chenshen")
    assert client.post("/desk/decide/", {"relation": one.pk, "verdict": "accept"}).status_code == 302
    assert "海康威视" not in client.get("/desk/?tab=relations").content.decode().split('class="rows"')[1]


def test_a_form_never_leads_to_another_site(as_: As, facts: dict[str, Fact]) -> None:
    for there in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil"):
        assert ticked(as_("chenshen"), facts["产值"], next=there)["Location"].startswith("/desk/?done=")


def test_the_number_of_queries_does_not_grow(as_: As, facts: dict[str, Fact]) -> None:
    client = as_("wangmin")

    def asked(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as held:
            client.get(path)
        return len(held)

    paths = ["/desk/", "/desk/?tab=unplaced", "/desk/?tab=conflicts", "/desk/?tab=relations", "/desk/history/"]
    judge = District().person("chenshen")
    desk.decide([facts["产值"]], "accept", by=judge)
    before = {path: asked(path) for path in paths}
    for year in range(4):
        text = f"{PAPER.text}{year}"
        Paper(text, PAPER.said, PAPER.relations, PAPER.conflicts, published=date(2023, 12, 1)).keep()
    for fact in Fact.objects.filter(measure="产值").exclude(pk=facts["产值"].pk):
        desk.decide([fact], "accept", by=judge)
    assert {path: asked(path) for path in paths} == before


def test_history_tells_who_when_why_and_offers_the_way_back(as_: As, facts: dict[str, Fact]) -> None:
    ticked(as_("wangmin"), facts["产值"], verdict="reject", reason="原文写错")
    body = as_("wangmin").get("/desk/history/").content.decode()
    assert all(words in body for words in ("王敏", "退回 1 条", "原文写错", "新材料产业 产值"))
    assert body.count('action="/desk/undo/"') == 1
    assert 'action="/desk/undo/"' not in as_("liqiang").get("/desk/history/").content.decode()
    assert "原文写错" not in as_("chenshen").get("/desk/history/?by=liqiang").content.decode()


def test_what_was_decided_over_cannot_be_taken_back(as_: As, facts: dict[str, Fact]) -> None:
    ticked(as_("wangmin"), facts["产值"])
    first = Decision.objects.latest("pk").batch
    ticked(as_("chenshen"), facts["产值"], verdict="reject", reason="不对")
    answer = as_("wangmin").post("/desk/undo/", {"batch": first, "next": "/desk/"})
    assert answer.status_code == 409
    assert state(facts["产值"]) == "rejected"
