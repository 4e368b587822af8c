"""A cluster's page: its own figures apart from its firms', each with its source."""

import pytest
from django.test import Client

from liantu.ledger.models import Entry
from liantu.web.hue import hue_class, rules
from tests.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    built = build()
    built.open_to_all()
    return built


def test_the_page_shows_the_figures_and_leads_to_each(town: Town, client: Client) -> None:
    page = client.get("/clusters/noodle/").content.decode()
    entry = Entry.objects.current().get(fact=town.mine)
    assert "小面产业" in page
    assert f'href="/figures/e{entry.pk}/"' in page
    assert f'href="/documents/{town.document.pk}/"' in page


def test_the_line_joins_last_year_reckoned_to_this_year_told(town: Town, client: Client) -> None:
    page = client.get("/clusters/noodle/").content.decode()
    drawn = page.split('class="trend"')[1].split("</svg>")[0]
    assert drawn.count("c-hol") == 1
    assert drawn.count("c-sol") == 1
    assert "2022年1–10月" in drawn


def test_what_the_source_contradicts_is_said(town: Town, client: Client) -> None:
    assert "矛盾" in client.get("/clusters/noodle/").content.decode()
    assert "自相矛盾" not in client.get("/clusters/matter/").content.decode()


def test_a_cluster_that_is_not_there_is_a_sentence(town: Town, client: Client) -> None:
    answer = client.get("/clusters/nowhere/")
    assert answer.status_code == 404
    assert "没有产业集群" in answer.content.decode()


def test_the_list_holds_every_cluster_in_order(town: Town, client: Client) -> None:
    page = client.get("/clusters/").content.decode()
    assert 0 < page.index('href="/clusters/noodle/"') < page.index('href="/clusters/matter/"')


def test_hues_come_from_the_ledger_as_a_sheet_of_their_own(town: Town, client: Client) -> None:
    sheet = client.get("/clusters.css")
    assert sheet["Content-Type"].startswith("text/css")
    assert ".hue-noodle{--hue:#C2471B" in sheet.content.decode()


def test_a_hue_that_is_no_colour_writes_nothing_into_the_sheet(town: Town) -> None:
    cluster = Entry.objects.current().get(fact=town.mine).subject.cluster
    cluster.hue = "red}body{display:none"
    assert "display" not in rules([cluster])
    assert hue_class("a}b{") == "hue-a-b-"
