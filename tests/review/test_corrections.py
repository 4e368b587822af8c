"""Corrections as people type them: whatever is typed is kept exactly or refused in a sentence, never a crash."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from liantu.errors import CannotRead
from liantu.ledger import posting
from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Decision, Fact
from tests.district import District
from tests.paper import Paper, Said

OUTPUT = Said("53亿元", "新材料产业", "产值", "53", yoy="6.1")
PAPER = Paper("新材料产业产值53亿元。", (OUTPUT,))


@pytest.fixture
def reviewer(district: District) -> User:
    return User.objects.create_user("chen")


@pytest.mark.parametrize(
    "correction",
    [
        {"period_start": "2024-02-01"},
        {"period_end": "2022-12-31"},
        {"yoy": "NaN"},
        {"yoy": "Infinity"},
        {"yoy": "1e999"},
        {"yoy": "6.123456789"},
        {"value": "1e999", "unit": "%"},
        {"value": "53.123456789", "unit": "亿元"},
        {"value": "1e17", "unit": "万亿亿元"},
        {"base": "某" * 101},
        {"period_text": "某" * 101},
        {"value": "5", "unit": "某" * 41},
        {"note": "空\x00符"},
        {"measure": "某" * 3000},
    ],
    ids=str,
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(correction: dict[str, Any], reviewer: User) -> None:
    PAPER.keep()
    with pytest.raises(CannotRead):
        desk.decide([Fact.objects.get()], "correct", by=reviewer, reason="核对", correction=correction)
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    "correction",
    [{"yoy": "6.12345678"}, {"value": "53.12345678"}, {"value": "999999999999999999", "unit": "万亿元"}],
    ids=str,
)
def test_what_is_kept_is_kept_to_the_last_digit(correction: dict[str, Any], reviewer: User) -> None:
    PAPER.keep()
    desk.decide([Fact.objects.get()], "correct", by=reviewer, reason="核对", correction=correction)
    assert posting.post_all() == []


def test_a_correction_of_both_days_may_move_the_period_whole(reviewer: User) -> None:
    PAPER.keep()
    moved = {"period_start": "2024-01-01", "period_end": "2024-01-31"}
    desk.decide([Fact.objects.get()], "correct", by=reviewer, reason="核对", correction=moved)
    assert Entry.objects.current().get().period_start == date(2024, 1, 1)


def test_posting_never_fetches_the_file_and_asks_no_more_for_many_than_for_one(reviewer: User) -> None:
    def asked(names: str) -> int:
        said = tuple(
            Said(f"{n}{names}亿元", "新材料产业", "产值", f"{n}0", span=(date(2000 + n, 1, 1), date(2000 + n, 12, 31)))
            for n in range(1, 1 + len(names))
        )
        text = "，".join(one.words for one in said)
        held = Paper(text, said).keep()
        facts = list(held.reading.facts.all())
        with CaptureQueriesContext(
            connection,
        ) as told:
            desk.decide(facts, "accept", by=reviewer)
        assert not any("original" in query["sql"] for query in told.captured_queries)
        return len(told)

    assert asked("甲") == asked("甲乙丙丁戊")
