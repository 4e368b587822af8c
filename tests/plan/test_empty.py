"""A ledger before any pack is loaded."""

import pytest

from liantu.errors import NotFound
from liantu.ledger.search import search
from liantu.plan.cockpit import standing

pytestmark = pytest.mark.django_db


def test_before_a_pack_is_loaded_the_cockpit_says_what_to_do() -> None:
    with pytest.raises(NotFound, match="make demo"):
        standing()


def test_before_a_pack_is_loaded_nothing_is_found() -> None:
    assert search("产业") == []
