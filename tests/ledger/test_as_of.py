"""What the ledger held then: before and after decisions, undoing, new readings; and who is said to have done it."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from liantu.ledger.known import known, moment
from liantu.ledger.models import Entry
from liantu.ledger.search import search
from liantu.plan.cockpit import standing
from liantu.review import desk, receive
from liantu.review.models import Document, Fact, Reading
from tests.district import PACK, District
from tests.paper import Paper, Said

OUTPUT = Said("53亿元", "新材料产业", "产值", "53")
PAPER = Paper("新材料产业产值53亿元。", (OUTPUT,))


@pytest.fixture
def reviewer(district: District) -> User:
    person = User.objects.create_user("chen", first_name="陈审")
    person.groups.add(Group.objects.get(name="reviewer"))
    return person


def values(at: datetime) -> list[Decimal]:
    return [one.value for one in known(at)]


def test_each_moment_holds_what_was_held_then(reviewer: User) -> None:
    moments = [timezone.now()]
    PAPER.keep()
    fact = Fact.objects.get()
    moments.append(timezone.now())
    batch = desk.decide([fact], "correct", by=reviewer, reason="笔误", correction={"value": "54"})
    moments.append(timezone.now())
    desk.undo(batch, reviewer)
    moments.append(timezone.now())
    desk.decide([fact], "reject", by=reviewer, reason="不是产值")
    moments.append(timezone.now())
    desk.decide([fact], "accept", by=reviewer)
    moments.append(timezone.now())
    PAPER.again(Said("新材料产业产值53亿元", "新材料产业", "产值", "55")).keep()
    moments.append(timezone.now())
    assert [values(at) for at in moments] == [[], [53], [54], [53], [], [53], [55]]
    assert [standing(as_of=at).figures for at in moments] == [0, 1, 1, 1, 0, 1, 1]
    assert [hit.subtitle.split("亿")[0] for hit in search("新材料产值") if hit.kind == "figure"] == ["55"]


def test_a_day_ends_in_the_office_s_time() -> None:
    end = moment(date(2024, 3, 1))
    assert end is not None
    assert end.isoformat() == "2024-03-01T23:59:59.999999+08:00"


def test_what_a_new_reading_withdraws_is_not_put_down_to_who_once_accepted_it(reviewer: User) -> None:
    PAPER.keep()
    desk.decide(list(Fact.objects.all()), "accept", by=reviewer)
    PAPER.again().keep()
    gone = Entry.objects.get(withdrawn=True)
    assert gone.recorded_by is None


def test_the_list_of_a_day_speaks_of_the_contradictions_of_that_day(reviewer: User) -> None:
    Paper("新材料产业产值53亿元。", (OUTPUT,), conflicts=(("torn", (0,), "矛盾"),)).keep()
    then = timezone.now()
    PAPER.keep()
    client = Client()
    client.force_login(reviewer)
    told = client.get("/api/figures", {"as_of": then.isoformat()}).json()["figures"]
    assert [one["figure"]["status"] for one in told] == ["conflict"]


@pytest.mark.parametrize("path", sorted((PACK / "documents").iterdir()), ids=lambda path: path.suffix)
def test_the_stored_text_is_read_as_the_file_was(path: Path, reviewer: User) -> None:
    first = receive.receive(path.read_bytes(), path.name, published=date(2023, 12, 29))
    receive.reread(Document.objects.get())
    assert Reading.objects.count() == 1
    assert receive.receive(path.read_bytes(), path.name, published=date(2023, 12, 29)).new_facts == 0
    assert Reading.objects.get() == first.reading
