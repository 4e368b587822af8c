"""From the page back to the sentence: lit at its exact place, escaped, with who checked it and when."""

import html
import re

import pytest
from django.test import Client

from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Document
from liantu.web.source import source
from tests.town import TEXT, Town, build


@pytest.fixture
def town(db: None) -> Town:
    built = build()
    built.open_to_all()
    return built


def entry_of(town: Town) -> Entry:
    return Entry.objects.current().get(fact=town.mine)


def words(page: str) -> str:
    """The text between the tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_from_the_page_back_to_the_sentence(town: Town, client: Client) -> None:
    page = client.get(f"/figures/e{entry_of(town).pk}/").content.decode()
    lit = "".join(words(part) for part in re.findall(r'<span class="lit[^>]*>.*?</span>', page))
    start, end = town.mine.quotes[0]
    assert lit == TEXT[start:end]
    assert "12.50亿元" in lit


def test_the_figure_itself_is_marked_inside_its_sentence(town: Town, client: Client) -> None:
    page = client.get(f"/figures/e{entry_of(town).pk}/").content.decode()
    assert words(re.search(r'<span class="lit here">.*?</span>', page)[0]) == "12.50亿元"


def test_other_figures_of_the_text_are_links(town: Town, client: Client) -> None:
    other = Entry.objects.current().get(fact=town.other)
    page = client.get(f"/figures/e{entry_of(town).pk}/").content.decode()
    assert f'<a class="other" href="/figures/e{other.pk}/">30亿元</a>' in page


def test_words_of_a_document_are_never_markup(town: Town, client: Client) -> None:
    page = client.get(f"/figures/e{entry_of(town).pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page


def test_it_says_that_nobody_has_checked_it(town: Town, client: Client) -> None:
    other = Entry.objects.current().get(fact=town.other)
    page = client.get(f"/figures/e{other.pk}/").content.decode()
    assert "待核对" in page
    assert 'class="off"' in page


def test_it_says_who_checked_it(town: Town, client: Client) -> None:
    desk.decide([town.other], "accept", by=town.people["liqiang"])
    other = Entry.objects.current().get(fact=town.other)
    page = client.get(f"/figures/e{other.pk}/").content.decode()
    assert "已核对" in page
    assert "李强" in page


def test_a_contradiction_is_told_beside_the_figure(town: Town, client: Client) -> None:
    page = client.get(f"/figures/e{entry_of(town).pk}/").content.decode()
    assert "有冲突" in page
    assert "矛盾&lt;script&gt;" in page


def test_the_drawer_gets_the_same_without_the_frame(town: Town, client: Client) -> None:
    path = f"/figures/e{entry_of(town).pk}/"
    drawer = client.get(path, headers={"hx-request": "true"})
    assert "HX-Request" in drawer["Vary"]
    page = drawer.content.decode()
    assert "<html" not in page
    assert 'id="drawer-title"' in page
    assert "data-close" in page


def test_a_derived_figure_shows_its_formula_and_leads_to_its_inputs(town: Town, client: Client) -> None:
    entry = entry_of(town)
    page = client.get(f"/figures/prior-{entry.pk}/").content.decode()
    assert "12.5 ÷ (1 + 6.1%)" in page
    assert "推算" in page
    assert f'href="/figures/e{entry.pk}/"' in page
    assert "lit" in page


def test_the_citation_names_document_day_and_figure(town: Town, client: Client) -> None:
    page = html.unescape(client.get(f"/figures/e{entry_of(town).pk}/").content.decode())
    cited = re.search(r'data-copy="([^"]+)"', page.replace('alt"', ""))
    assert cited
    assert "12.5亿元" in cited[1]
    assert "2023年12月1日" in cited[1]


def test_wrong_leads_to_the_desk_on_this_fact(town: Town, client: Client) -> None:
    page = client.get(f"/figures/e{entry_of(town).pk}/").content.decode()
    assert f'href="/desk/facts/{town.mine.pk}/"' in page


@pytest.mark.parametrize("key", ["e999999", "x", "need-1", "prior-999999", "yoy-1"])
def test_a_figure_that_is_not_there_is_a_sentence_not_a_crash(town: Town, client: Client, key: str) -> None:
    assert client.get(f"/figures/{key}/").status_code == 404


def test_a_relation_leads_to_its_sentence(town: Town, client: Client) -> None:
    page = client.get(f"/relations/{town.relation.pk}/").content.decode()
    assert words(re.search(r'<span class="lit">.*?</span>', page)[0]) == "甲公司<b>是</b>小面产业链主企业"
    assert client.get("/relations/999999/").status_code == 404


def test_a_torn_sentence_is_numbered_in_reading_order_and_the_rest_is_folded(db: None) -> None:
    lines = [f"第{n}段。" for n in range(40)]
    text = "\n".join(lines)
    late, early = text.index("第30段"), text.index("第5段")
    found = source(Document(id="d", text=text), [(late, late + 4), (early, early + 3)])
    pages = "".join(str(line.html) for fold in found.folds for line in fold.paragraphs)
    assert pages.index('data-n="2"') < pages.index('data-n="1"')
    assert found.joined
    assert [fold.open for fold in found.folds] == [False, True, False, True, False]
    assert sum(len(fold.paragraphs) for fold in found.folds) == 40


def test_a_long_document_is_folded_and_cut_where_it_is_far_away(db: None) -> None:
    text = "\n".join(f"第{n}段。" for n in range(1000))
    at = text.index("第500段")
    found = source(Document(id="d", text=text), [(at, at + 5)])
    assert [fold.more for fold in found.folds] == [True, False, True]
    assert sum(len(fold.paragraphs) for fold in found.folds) < 140
