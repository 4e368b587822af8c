"""A decision and a new reading of the same document, truly at the same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from liantu.errors import Conflict
from liantu.ledger.models import Alias, Entry, Indicator, Subject
from liantu.review import desk
from liantu.review.models import Decision, Fact
from tests.paper import Paper, Said

OUTPUT = Said("53亿元", "某产业", "产值", "53")
INCOME = Said("59亿元", "某产业", "产值", "59", span=(None, None))
PAPER = Paper("产值53亿元，产值59亿元。", (OUTPUT,))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kept", [True, False], ids=["read as before", "read otherwise"])
def test_a_decision_waits_for_the_reading_and_neither_is_thrown_out(kept: bool) -> None:
    subject = Subject.objects.create(kind="event", code="some", name="某产业")
    Alias.objects.create(subject=subject, name="某产业", folded="某产业")
    Indicator.objects.create(code="output", name="产值", unit="元", nature="flow")
    PAPER.keep()
    fact, person, read = Fact.objects.get(), User.objects.create_user("wm"), Event()

    def decide() -> str:
        try:
            read.wait(10)
            desk.decide([fact], "accept", by=person)
        except Conflict as told:
            return told.zh
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(1) as screen:
        heard = screen.submit(decide)
        with transaction.atomic():
            PAPER.again(OUTPUT, INCOME).keep() if kept else PAPER.again(INCOME).keep()
            read.set()
            sleep(0.5)
        told = heard.result(10)
    assert bool(told) is not kept
    assert Decision.objects.count() == (1 if kept else 0)
    assert Entry.objects.current().count() == (2 if kept else 1)
