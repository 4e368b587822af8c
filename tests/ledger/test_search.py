"""Search: a few characters find what bears them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.ledger.models import SearchRow
from liantu.ledger.search import grams, search
from liantu.review import desk
from liantu.review.models import Fact
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db

PAPER = Paper("新材料产业月报（一）：产值53亿元。", (Said("53亿元", "新材料产业", "产值", "53"),))


def refs(q: str, **more: int) -> list[str]:
    return [hit.ref for hit in search(q, **more)]


def test_a_whole_name_comes_first(district: District) -> None:
    PAPER.keep()
    assert refs("新材料")[0] == "mat"
    assert refs("小面")[0] == "noo"
    assert refs("产值")[0] == "output"


def test_an_alias_a_former_spelling_and_english_find_the_same(district: District) -> None:
    for words in ("重庆国际复合材料股份有限公司", "国际复材", "chongqing polycomp", "ＰＯＬＹＣＯＭＰ"):
        assert refs(words)[0] == "cpic", words


def test_one_character_is_enough(district: District) -> None:
    assert "noo" in refs("面")
    assert "kuwan-camp" in refs("蒲")


def test_characters_must_stand_side_by_side(district: District) -> None:
    assert "mat" not in refs("新料")
    assert refs("料新") == []


def test_several_words_must_all_be_borne(district: District) -> None:
    PAPER.keep()
    assert [hit.kind for hit in search("新材料 产值")] == ["figure"]


@pytest.mark.parametrize(
    "q", ["", "  ", "“”", "''", "a'b & !c | (d)", "\\", "%", "_", ":*", "<->", "\t", "0' OR 1=1", "\x00", "新\x00材"]
)
def test_odd_words_find_nothing_and_break_nothing(district: District, q: str) -> None:
    assert isinstance(search(q), list)


def test_a_figure_is_found_as_it_stands_now(district: District) -> None:
    PAPER.keep()
    (old,) = search("53亿元")
    assert old.title == "新材料 产值"
    desk.decide(
        [Fact.objects.get()], "correct", by=district.person("wangmin"), reason="漏报", correction={"value": "54"}
    )
    assert search("53亿元") == []
    (new,) = search("54亿元")
    assert new.ref != old.ref
    desk.decide([Fact.objects.get()], "reject", by=district.person("wangmin"), reason="撤")
    assert search("54亿元") == []


def test_a_document_is_found_by_its_title(district: District) -> None:
    PAPER.keep()
    assert PAPER.id in refs("月报（一）")


def test_a_search_takes_one_query_and_keeps_its_limit(district: District, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert len(search("重庆", limit=5)) == 5


@given(st.text(alphabet="新材料产业重庆小面0ab", min_size=1, max_size=12))
def test_every_piece_of_a_name_is_among_its_grams(name: str) -> None:
    told = set(grams(name))
    assert all(name[at : at + 2] in told for at in range(len(name) - 1))
    assert set(name) <= told


def test_settling_twice_writes_no_second_row(district: District) -> None:
    from tests.district import settle

    before = SearchRow.objects.count()
    settle()
    assert SearchRow.objects.count() == before
