"""The cockpit: every figure leads to its sentence, shapes are honest, what is missing is said."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from liantu import web
from liantu.plan.standing import Standing
from liantu.web.pages.cockpit import card_of, page_of
from tests.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    built = build()
    built.open_to_all()
    return built


def shown(standing: Standing, language: str = "zh-hans") -> str:
    """The page's body as made of a standing."""
    with translation.override(language):
        return render_to_string("web/_cards.html", {"page": page_of(standing)})


def card(page: str, code: str) -> str:
    return page.split(f'aria-labelledby="c-{code}"')[1].split("</article>", maxsplit=1)[0]


def test_every_number_in_bold_is_a_link_to_its_source(sample: Standing) -> None:
    page = shown(sample)
    bare = re.findall(r'<span class="n">', page)
    linked = re.findall(r'<a class="fig [^"]*" href="/figures/[\w-]+/"[^>]*><span class="n">', page)
    assert len(bare) == len(linked) >= 20


def test_last_year_is_hollow_this_year_solid_the_target_a_dashed_diamond(sample: Standing) -> None:
    eco = card(shown(sample), "eco")
    assert eco.count("c-hol") == 1
    assert eco.count('class="c-sol" cx') == 1
    assert eco.count("c-dash") == eco.count("c-dia") == 1
    assert eco.count("c-tick") == 1


def test_without_last_year_nothing_hollow_is_drawn(sample: Standing) -> None:
    bio = card(shown(sample), "bio")
    assert "c-hol" not in bio
    assert "c-area" not in bio
    assert "同比未披露" in bio


def test_without_a_target_the_bar_is_hatched_and_has_no_per_cent(sample: Standing) -> None:
    data = card(shown(sample), "data")
    assert "c-hatch" in data
    assert "c-dia" not in data
    assert "百亿级" in data
    assert "原文未设目标" in card(shown(sample), "svc")


def test_a_cluster_without_a_figure_says_so_and_whom_to_ask(sample: Standing) -> None:
    tour = card(shown(sample), "tour")
    assert "traj" not in tour
    assert "4号仓库影视产业园" in tour
    assert "文化休闲旅游产业办" in tour
    assert 'href="/documents/receive/"' in tour


def test_only_a_leader_the_sources_name_gets_the_star(sample: Standing) -> None:
    page = shown(sample)
    assert "#star" in card(page, "data")
    assert 'href="/relations/1/"' in card(page, "data")
    assert "#star" not in card(page, "eco")
    assert "重点" in card(page, "eco")


def test_the_per_cent_of_the_target_is_rounded_half_up(sample: Standing) -> None:
    reached = {one.code: card_of(one).percent for one in sample.clusters}
    assert str(reached["eco"]) == "73"
    assert str(reached["bio"]) == "69"
    assert reached["data"] is None


def test_the_steepest_need_stands_first_and_an_unknown_now_is_said(sample: Standing) -> None:
    growth = page_of(sample).growth
    assert [row.of.code for row in growth] == ["mat", "bio", "eco"]
    assert "c-hol" not in growth[1].plot
    assert "无</span>" in shown(sample)
    assert [one.code for one in page_of(sample).left_out] == ["data", "noo", "tour", "svc"]


def test_english_turns_yi_into_billions_exactly(sample: Standing) -> None:
    page = shown(sample, "en")
    assert '<span class="n">¥9.22</span><span class="u">bn</span>' in page
    assert '<span class="n">¥20</span><span class="u">m</span>' in page
    assert "亿元" not in page
    assert '<span class="n">20,000+</span><span class="u">firms</span>' in page


def test_the_page_stands_on_a_real_ledger(town: Town, client: Client) -> None:
    page = client.get("/").content.decode()
    assert "二产业" in page
    assert '<span class="n">12.5</span>' in page
    assert "<script>alert" not in page


def test_the_number_of_queries_does_not_grow_with_the_ledger(
    town: Town, client: Client, django_assert_max_num_queries
) -> None:
    client.get("/")
    with django_assert_max_num_queries(30):
        client.get("/")


def test_no_page_carries_an_inline_style_or_script(town: Town, client: Client) -> None:
    for path in ("/", "/clusters/", "/clusters/noodle/", "/sign-in/", "/nothing/"):
        page = client.get(path).content.decode()
        assert " style=" not in page, path
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), path
        assert not re.search(r"\son\w+=", page.replace("x onerror=alert", "")), path


def test_every_place_of_the_side_bar_is_there(town: Town, client: Client) -> None:
    page = client.get("/").content.decode()
    places = re.findall(r'<a href="([^"]+)"[^>]* data-go="\w"', page)
    assert len(places) == 5  # 核稿 is for those signed in
    for place in places:
        assert client.get(place).status_code == 200, place


def test_sheets_and_scripts_stay_small_and_speak_to_old_kernels(town: Town) -> None:
    folder = Path(web.__file__).parent / "static" / "web"
    sheets = "".join(each.read_text() for each in folder.glob("*.css"))
    scripts = "".join(each.read_text() for each in folder.glob("*.js") if each.name != "htmx.min.js")
    assert len(sheets.encode()) < 44 * 1024
    assert len(scripts.encode()) < 13 * 1024
    for new in (":has(", "color-mix(", "@container", "@layer", "popover", "inset:"):
        assert new not in sheets, new
    for new in ("?.", "??", "=>", ".at(", "replaceAll", "structuredClone"):
        assert new not in scripts, new
