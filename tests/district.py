"""The district of the tests: the nouns of the region pack that ships with Liantu, without its documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import prefetch_related_objects

from liantu.ledger import search
from liantu.ledger.models import Indicator, Subject
from liantu.ledger.pack.known import Known
from liantu.ledger.pack.nouns import load_nouns
from liantu.ledger.pack.people import load_people
from liantu.ledger.pack.sheet import read_head

__all__ = ["PACK", "District", "district", "settle", "settled"]

PACK = Path(__file__).parents[1] / "regions" / "dadukou"


@dataclass(frozen=True)
class District:
    """The district's people and things by name."""

    def person(self, username: str) -> User:
        return User.objects.get(username=username)

    def cluster(self, code: str) -> Subject:
        return Subject.objects.get(kind="cluster", code=code)

    def indicator(self, code: str) -> Indicator:
        return Indicator.objects.get(code=code)


def settle() -> District:
    """Load the pack's nouns and people into the test's database."""
    head, known = read_head(PACK), Known()
    load_nouns(PACK, head, known)
    load_people(head, known)
    prefetch_related_objects(known.subjects, "aliases")
    search.index_subjects(known.subjects)
    search.index_indicators(Indicator.objects.all())
    return District()


@pytest.fixture(scope="module")
def settled(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[District]:
    """The district, settled once for the tests of a file inside a transaction that ends with them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield settle()
        transaction.set_rollback(True)


@pytest.fixture
def district(settled: District, db: None) -> District:
    """The district as it was settled; what a test adds is gone after it."""
    return settled
