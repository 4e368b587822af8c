"""Search: two characters lead to clusters, firms, figures, documents and places; page and palette alike."""

from collections.abc import Callable

import pytest
from django.test import Client

from liantu.ledger.models import Entry
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
PAPER = Paper("新材料产业产值53亿元。", (Said("53亿元", "新材料产业", "产值", "53"),))


@pytest.fixture
def ledger(district: District) -> District:
    PAPER.keep()
    return district


@pytest.mark.parametrize(
    ("q", "href", "group"),
    [
        ("材料", "/clusters/mat/", "产业集群"),
        ("汇吉", "/clusters/bio/", "企业"),
        ("Noodles", "/clusters/noo/", "产业集群"),
        ("复核", "/desk/", "去往"),
        ("53亿", "/figures/e{entry}/", "数字"),
        ("材料产业产值", f"/documents/{PAPER.id}/", "文档"),
    ],
)
def test_two_characters_lead_there(as_: As, ledger: District, q: str, href: str, group: str) -> None:
    body = as_("zhaoju").get("/search/", {"q": q}).content.decode()
    hits = body.split('class="card hits"')[1]
    assert f'href="{href.format(entry=Entry.objects.current().get().pk)}"' in hits
    assert f"<h2>{group}</h2>" in hits


def test_nothing_found_says_what_to_try(as_: As, ledger: District) -> None:
    assert "没有找到“&lt;月球&gt;”" in as_("zhaoju").get("/search/", {"q": "<月球>"}).content.decode()


def test_asking_nothing_offers_the_places_the_reader_may_go(as_: As, ledger: District) -> None:
    officer = as_("wangmin").get("/search/").content.decode().split('class="card hits"')[1]
    leader = as_("zhaoju").get("/search/").content.decode().split('class="card hits"')[1]
    assert 'href="/documents/receive/"' in officer
    assert 'href="/documents/receive/"' not in leader
    assert 'href="/figures/?status=waiting"' in leader


def test_the_palette_and_its_results_are_fragments_of_the_same_page(as_: As, ledger: District) -> None:
    client = as_("zhaoju")
    palette = client.get("/search/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in palette
    assert 'hx-target="#hits"' in palette
    hits = client.get("/search/?q=材料", headers={"HX-Request": "true", "HX-Target": "hits"}).content.decode()
    assert 'href="/clusters/mat/"' in hits
    assert "<form" not in hits


def test_whatever_is_typed_is_answered(as_: As, ledger: District) -> None:
    for q in ("'", "\\", "%", "&|!():*", "a" * 500, "   ", "😀😀", "新 材料"):
        assert as_("zhaoju").get("/search/", {"q": q}).status_code == 200


def test_a_firm_with_figures_of_its_own_leads_to_them(as_: As, ledger: District) -> None:
    Paper("中元汇吉营收3亿元。", (Said("3亿元", "中元汇吉", "营收", "3"),)).keep()
    hits = as_("zhaoju").get("/search/", {"q": "汇吉"}).content.decode().split('class="card hits"')[1]
    assert 'href="/figures/?q=%E4%B8%AD%E5%85%83%E6%B1%87%E5%90%89"' in hits
