"""The town, and a client for each of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    return build()


@pytest.fixture
def as_(town: Town) -> Callable[..., Client]:
    """A client signed in as one of the cast; nobody for the empty name."""

    def sign_in(name: str = "", **more: bool) -> Client:
        client = Client(**more)
        if name:
            client.force_login(town.people[name])
        return client

    return sign_in
