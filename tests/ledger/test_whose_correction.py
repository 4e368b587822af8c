"""An officer corrects the own office's figures, and neither a correction nor its undoing moves one into another's."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from liantu.ledger.models import ClusterMember, Entry, Membership, Subject
from liantu.review import desk
from liantu.review.models import Decision
from tests.district import District
from tests.paper import Paper, Said


@pytest.fixture
def entry(district: District) -> Entry:
    Paper("新材料产业产值53亿元。", (Said("53亿元", "新材料产业", "产值", "53"),)).keep()
    return Entry.objects.current().get()


@pytest.fixture
def officer(entry: Entry) -> User:
    person = User.objects.create_user("wm", first_name="王敏")
    person.groups.add(Group.objects.get(name="officer"))
    Membership.objects.create(user=person, office=entry.subject.cluster.office)
    return person


@pytest.fixture
def stranger(entry: Entry) -> Subject:
    """A firm of another office's cluster."""
    others = ClusterMember.objects.exclude(cluster__office=entry.subject.cluster.office)
    return others.exclude(cluster__office=None).first().enterprise.subject


def send(person: User, path: str, **sent: Any) -> int:
    client = Client()
    client.force_login(person)
    return client.post(path, sent, content_type="application/json").status_code


def test_a_measure_that_names_another_office_s_firm_does_not_move_the_figure_there(
    entry: Entry, officer: User, stranger: Subject
) -> None:
    told = {"verdict": "correct", "facts": [entry.fact_id], "reason": "口径"}
    assert send(officer, "/api/desk/decisions", **told, correction={"measure": f"{stranger.name}产值"}) == 403
    assert not Decision.objects.exists()
    assert Entry.objects.current().get() == entry
    assert send(officer, "/api/desk/decisions", **told, correction={"measure": "营业收入"}) == 200


def test_taking_back_does_not_move_a_figure_into_another_office(entry: Entry, officer: User, stranger: Subject) -> None:
    reviewer = User.objects.create_user("chen")
    away = {"subject_code": f"enterprise/{stranger.code}"}
    desk.decide([entry.fact], "correct", by=reviewer, reason="归位", correction=away)
    back = desk.decide(
        [entry.fact],
        "correct",
        by=reviewer,
        reason="看错",
        correction={"subject_code": f"cluster/{entry.subject.code}"},
    )
    assert send(officer, "/api/desk/undo", batch=str(back)) == 403
    assert Entry.objects.current().get().subject == entry.subject
