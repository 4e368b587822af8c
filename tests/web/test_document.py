"""A document's page: the text with every mark at its place, the number account, contradictions, the file itself."""

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from liantu.review import desk
from liantu.review.models import Document, Fact, Reading
from liantu.review.receive import receive
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
TEXT = "新材料产业运行\n今年1—10月，全区新材料产业产值48亿元，同比增长6.5%。\n首批8个，全市独此一家。<b>第二</b>次会议在4号仓库，另挂起两块牌子。\n"


@pytest.fixture
def page(as_: As, district: District) -> Callable[..., str]:
    received = receive(
        TEXT.encode(), "月报.txt", published=date(2023, 11, 20), title="月报", by=district.person("wangmin")
    )

    def get(query: str = "", who: str = "zhaoju", key: str = received.document.pk[:12]) -> str:
        return as_(who).get(f"/documents/{key}/{query}").content.decode()

    return get


def words(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_the_text_stands_whole_and_unchanged(page: Callable[..., str]) -> None:
    for view in ("facts", "numbers", "order"):
        lines = re.findall(r'<p id="p\d+".*?</a><span>(.*?)</span></p>', page(f"?view={view}"))
        assert [words(line) for line in lines] == TEXT.split("\n")[:3]


def test_a_figure_is_a_link_to_its_desk_at_its_place(page: Callable[..., str]) -> None:
    fact = Fact.objects.get(measure="产值")
    assert f'<a class="fl" href="/desk/facts/{fact.pk}/" id="f{fact.pk}">' in page()
    assert 'class="lit"' not in page()
    assert "lit" in page(f"?fact={fact.pk}").split('class="paper"')[1]


def test_every_numeral_of_the_account_is_marked_with_a_word(page: Callable[..., str]) -> None:
    reading = Reading.objects.get()
    paper = page("?view=numbers").split('class="paper')[1].split("</section>")[0]
    assert len(reading.numbers) >= 7
    for number in reading.numbers:
        assert f'id="n{number["span"][0]}"' in paper
    assert paper.count("data-w=") == len(reading.numbers)


def test_what_stayed_unread_is_listed_first_and_jumps_to_its_place(page: Callable[..., str]) -> None:
    unread = [number for number in Reading.objects.get().numbers if number["use"] == "review"]
    body = page()
    side = body.split('class="docside"')[1]
    assert unread
    assert side.index("未读") < side.index("矛盾")
    for number in unread:
        anchor = f"n{number['span'][0]}"
        assert f'href="#{anchor}"' in side
        assert f'id="{anchor}"' in body
    assert f"{len(unread)} 处未读" in body


def test_contradictions_are_told_with_their_quotes(as_: As, district: District) -> None:
    paper = Paper(
        "新材料产值53亿元，又说59亿元。",
        (Said("53亿元", "新材料产业", "产值", "53"), Said("59亿元", "新材料产业", "产值", "59")),
        conflicts=(("value", (0, 1), "同一时期两个数。"),),
    )
    paper.keep()
    body = as_("zhaoju").get(f"/documents/{paper.id[:8]}/").content.decode()
    assert "同一时期两个数。" in body
    assert 'href="#p1">新材料产值53亿元，又说59亿元。</a>' in body
    assert 'id="c0"' in body


def test_the_file_comes_back_byte_for_byte_and_is_never_shown(as_: As, page: Callable[..., str]) -> None:
    key = Document.objects.get().pk
    answer = as_("zhaoju").get(f"/documents/{key}/original/")
    assert b"".join(answer.streaming_content) == TEXT.encode()  # type: ignore[attr-defined]
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_an_id_is_found_by_its_beginning_and_nothing_else_is(as_: As, page: Callable[..., str]) -> None:
    key = Document.objects.get().pk
    client = as_("zhaoju")
    assert client.get(f"/documents/{key[:8]}/").status_code == 200
    for wrong in (key[:7], "0" * 64, "nonsense", f"{key}0"):
        assert client.get(f"/documents/{wrong}/").status_code == 404


def test_reading_again_is_for_reviewers_and_adds_nothing(as_: As, page: Callable[..., str]) -> None:
    key = Document.objects.get().pk
    assert "重新读取" in page(who="chenshen")
    assert "重新读取" not in page(who="wangmin")
    for who, status in (("", 302), ("zhaoju", 403), ("wangmin", 403), ("chenshen", 302)):
        assert as_(who).post(f"/documents/{key}/reread/").status_code == status
    assert Reading.objects.count() == 1


def test_a_long_text_takes_no_more_queries_than_a_short_one(as_: As, district: District) -> None:
    client, asked = as_("chenshen"), []
    for lines in (1, 400):
        said = tuple(Said(f"{at}.5亿元", "新材料产业", "产值", f"{at}.5") for at in range(1000, 1000 + lines))
        paper = Paper("\n".join(f"产值{one.words}。" for one in said), said)
        paper.keep()
        client.get(f"/documents/{paper.id}/")
        with CaptureQueriesContext(connection) as held:
            body = client.get(f"/documents/{paper.id}/").content.decode()
        asked.append(len(held))
        assert ("paper long" in body) is (lines > 200)
    assert asked[0] == asked[1]


def test_the_account_tells_the_unread_and_the_unverified_first(page: Callable[..., str], district: District) -> None:
    told = page("?view=numbers")
    legend = re.findall(r'class="n n-(\w+)"', told.split('class="uses"')[1].split("</ul>")[0])
    assert legend[:2] == [use for use in ("review", "waiting") if use in legend][:2]
    assert "waiting" in legend
    fact = Fact.objects.get(measure="产值")
    desk.decide([fact], "accept", by=district.person("chenshen"))
    after = page("?view=numbers")
    start = fact.span_start
    assert re.search(rf'class="[^"]*n-waiting[^"]*" id="n{start}"', told)
    assert re.search(rf'class="[^"]*n-fact[^"]*" id="n{start}"', after)


def test_the_signs_of_headings_stay_in_the_text_and_are_marked(page: Callable[..., str], district: District) -> None:
    got = receive(b"# \xe5\xbf\xab\xe6\x8a\xa5\n", "b.txt", published=date(2023, 11, 20), by=district.person("wangmin"))
    assert '<span class="sign">#</span> 快报' in page(key=got.document.pk[:12])
