"""Two people at two screens, truly at the same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from liantu.errors import Conflict
from liantu.review import desk
from liantu.review.models import Decision, Fact
from tests.paper import Paper, Said


@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_stands_and_one_hears_of_it() -> None:
    Paper(
        "产值53亿元，营收59亿元。", (Said("53亿元", "某产业", "产值", "53"), Said("59亿元", "某产业", "营收", "59"))
    ).keep()
    people = [User.objects.create_user(name, first_name=called) for name, called in (("wm", "王敏"), ("lq", "李强"))]
    facts, seen, start = list(Fact.objects.all()), desk.last(), Barrier(2)

    def decide(person: User) -> str:
        try:
            start.wait(10)
            desk.decide(facts, "accept", by=person, seen=seen)
        except Conflict as told:
            return told.zh
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as screens:
        heard = sorted(screens.map(decide, people))
    assert heard[0] == ""
    assert "接受" in heard[1]
    assert Decision.objects.count() == 2
    assert len(set(Decision.objects.values_list("by", flat=True))) == 1
