"""However much the ledger holds, a page asks the database the same number of questions."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.addresses import Address, addresses
from tests.town import Town, build

pytestmark = pytest.mark.django_db
WRITES = {"sign-out", "document-reread", "decide", "undo", "correct", "api:api-root"}
ASKED = [each for each in addresses() if each.name not in WRITES and "/decisions" not in each.route]


def filled(address: Address, town: Town) -> str:
    entry = f"e{town.mine.entries.get(superseded_by=None).pk}"
    blanks = {
        "cluster": {"code": "noodle"},
        "api:cluster": {"code": "noodle"},
        "relation": {"key": str(town.relation.pk)},
        "figure": {"key": entry},
        "api:figure": {"key": entry},
        "fact": {"pk": str(town.mine.pk)},
        "api:series": {},
        "search": {},
    }
    more = {
        "api:series": "?subject=cluster/noodle&indicator=revenue",
        "api:search": "?q=%E5%B0%8F",
        "search": "?q=%E5%B0%8F",
    }
    return address.path(**blanks.get(address.name, {"key": town.document.pk})) + more.get(address.name, "")


def questions(client: Client, path: str) -> list[str]:
    client.get(path)  # content types and the like are asked once for a process
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(path)
    missing = {404} if "/pages/" in path else set()  # a plain text has no printed pages
    assert response.status_code in {200, 302, 405} | missing, path
    return [each["sql"] for each in asked.captured_queries]


@pytest.mark.parametrize("address", ASKED, ids=str)
def test_more_documents_mean_no_more_questions(address: Address) -> None:
    town = build()
    for number in range(2):
        town.publish(date(2023, 11, 1 + number), f"13.{number}1")
    client = Client()
    client.force_login(town.people["admin"])
    path = filled(address, town)
    before = questions(client, path)
    for number in range(5):
        town.publish(date(2023, 10, 1 + number), f"14.{number}2")
    after = questions(client, path)
    grown = [sql for sql in after if sql not in before]
    assert len(after) == len(before), "\n".join(grown)[:3000]


def test_the_cockpit_asks_few_questions() -> None:
    town = build()
    client = Client()
    client.force_login(town.people["zhaoju"])
    assert len(questions(client, "/")) <= 25
