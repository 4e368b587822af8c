"""The text on the page is the text of the document, whatever is marked in it."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from liantu.web.paper import Mark, lit, paragraphs

TEXTS = st.text("甲乙1２.亿元<>&\"'=\n\r\u3000 #", max_size=60)


def words(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, max(0, len(text)))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=6))
    hrefs = draw(st.lists(st.sampled_from(["", "/a/", '/"><b>']), min_size=6, max_size=6))
    return text, [
        Mark(start, end, "k", href=href, number="1", word="字", id=f"i{at}")
        for at, ((start, end), href) in enumerate(zip(spans, hrefs, strict=False))
        if start < end
    ]


@given(marked())
def test_marks_change_no_character_and_lose_none(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    lines = paragraphs(text, marks)
    assert [words(line.html) for line in lines] == [text[line.start : line.end] for line in lines]
    assert "".join(" ".join(text[line.start : line.end] for line in lines).split()) == "".join(text.split())


@given(marked())
def test_links_are_never_nested_and_always_closed(given: tuple[str, list[Mark]]) -> None:
    for line in paragraphs(*given):
        tags = re.findall(r"<(/?)(a|span)\b", line.html)
        depth = 0
        for closing, name in tags:
            if name == "a":
                depth += -1 if closing else 1
                assert depth in {0, 1}
        assert depth == 0


@given(marked())
def test_every_address_is_given_once(given: tuple[str, list[Mark]]) -> None:
    ids = re.findall(r' id="(\w+)"', "".join(line.html for line in paragraphs(*given)))
    assert len(ids) == len(set(ids))


def test_a_figure_in_two_pieces_is_read_in_order_and_lit_in_one() -> None:
    text = "完成59亿元，增6.1%。\n全区新材料产业"
    found = lit(text, [(14, 21), (0, 13)], (2, 6))
    assert words(found) == "全区新材料产业 完成59亿元，增6.1%。"
    assert '<span class="ev" data-n="1">全区新材料产业</span>' in found
    assert "<mark>59亿元</mark>" in found


def test_a_megabyte_is_marked_in_a_moment() -> None:
    line = "全区规模以上工业总产值700亿元，同比增长4.2%。\n"
    text = line * 15_000
    marks = [Mark(at * len(line) + 11, at * len(line) + 14, "n") for at in range(15_000)]
    assert len(text.encode()) > 900_000
    assert len(paragraphs(text, marks)) == 15_000
