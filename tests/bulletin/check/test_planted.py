"""Two hundred and more contradictions planted in drafts: every one is found, at its place; clean drafts raise nothing."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from liantu.bulletin import Document
from liantu.bulletin.check import check
from liantu.bulletin.check.finding import Finding, Kind, Severity
from tests.bulletin.check.drafts import Planted, clean, found_in, planted
from tests.bulletin.check.forms import FORMS

ROUNDS = 4
BULLETINS = Path(__file__).parents[2] / "bulletins"
# What these texts do contradict in themselves, found by hand; no other finding is a true one.
KNOWN = {
    # The heading promises a cluster of 百亿级产值, the text forecasts 营收 beyond 100亿元.
    "goal": [Kind.OTHER_MEASURE],
    "weaving-goal": [Kind.OTHER_MEASURE],
}
# The newspaper page: 1-11月 beside 全年 in one sentence; a 产值 headline over a 营收 body; a growth of 7.3 % that is
# said to be 7.2 points above the first half.
NEWSPAPER = Counter({Kind.WHOLE_YEAR: 1, Kind.OTHER_MEASURE: 1, Kind.CHANGE: 1})
OUTSIDE = (Kind.SAME, Kind.DIFFERS, Kind.OTHER_PERIOD, Kind.UNKNOWN)


def is_hit(found: Finding, draft: Planted) -> bool:
    """Whether a finding is of the planted kind and covers the planted figure, inside the planted passage."""
    end = draft.start + len(draft.passage.planted)
    inside = [span for span in found.spans if draft.start <= span.start < end]
    return found.kind is draft.passage.kind and any(draft.passage.at in span.of(draft.text) for span in inside)


def is_elsewhere(found: Finding, draft: Planted) -> bool:
    """Whether a finding speaks only of figures outside the planted passage."""
    end = draft.start + len(draft.passage.planted)
    return not any(draft.start <= span.start < end for span in found.spans)


@pytest.mark.parametrize("form", range(len(FORMS)), ids=[made.__name__ for made in FORMS])
def test_every_planted_contradiction_is_found_at_its_place_and_nothing_else(form: int) -> None:
    for turn in range(ROUNDS):
        draft = planted(1000 * turn + form, form)
        found = found_in(draft.text, draft.day)
        assert any(is_hit(one, draft) for one in found), (draft.passage, [(one.kind, one.zh) for one in found])
        assert not [one.zh for one in found if is_elsewhere(one, draft)], draft.text


def test_the_planted_are_many_of_many_forms_and_of_every_kind_inside_a_draft() -> None:
    drafts = [planted(1000 * turn + form, form) for turn in range(ROUNDS) for form in range(len(FORMS))]
    assert len(drafts) >= 200
    assert len({draft.form for draft in drafts}) >= 25
    assert {draft.passage.kind for draft in drafts} == set(Kind) - set(OUTSIDE) - {Kind.OTHER_MEASURE}
    assert len({draft.text for draft in drafts}) == len(drafts)


@pytest.mark.parametrize("block", range(10))
def test_no_clean_draft_raises_an_alarm(block: int) -> None:
    for seed in range(24 * block, 24 * block + 24):
        text, day = clean(5000 + seed)
        assert [one.zh for one in found_in(text, day)] == [], text


def test_the_same_seed_gives_the_same_draft() -> None:
    assert clean(77) == clean(77)
    assert planted(78, 3) == planted(78, 3)


@pytest.mark.parametrize("name", sorted(path.stem for path in BULLETINS.glob("*.txt")))
def test_our_own_bulletins_raise_nothing_but_what_is_known(name: str) -> None:
    told = json.loads((BULLETINS / f"{name}.facts.jsonl").read_text(encoding="utf8").splitlines()[0])
    document = Document.from_text((BULLETINS / f"{name}.txt").read_text(encoding="utf8"))
    checked = check(document, published=date.fromisoformat(told["published"]), place=told.get("place", ""))
    assert [one.kind for one in checked.wrong] == KNOWN.get(name, []), [one.zh for one in checked.wrong]


def test_the_newspaper_page_raises_its_known_contradictions_and_no_other(shared: Path) -> None:
    document = Document.open(shared / "seed" / "dadukou-2023.txt")
    checked = check(document, published=date(2023, 12, 22))
    assert Counter(one.kind for one in checked.wrong) == NEWSPAPER, [one.zh for one in checked.wrong]


def test_without_a_source_no_figure_is_called_unknown() -> None:
    text, day = clean(1)
    assert not [one for one in check(Document.from_text(text), published=day).findings if one.severity is Severity.NOTE]
