"""Words of a document stay words: markup in a title, a text, an issuer or a conflict is shown, never run."""

import csv
import html
import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from tests.addresses import Address, addresses
from tests.town import EVIL, Town, build

pytestmark = pytest.mark.django_db
DOWNLOADS = {"figures-csv", "figures-xlsx", "document-original", "document-page"}


@pytest.fixture
def town() -> Town:
    return build()


@pytest.fixture
def reader(town: Town) -> Client:
    client = Client()
    client.force_login(town.people["admin"])
    return client


def filled(address: Address, town: Town) -> str:
    entry = town.mine.entries.get()
    blanks = {
        "cluster": {"code": "noodle"},
        "relation": {"key": str(town.relation.pk)},
        "figure": {"key": f"e{entry.pk}"},
        "fact": {"pk": str(town.mine.pk)},
    }
    return address.path(**blanks.get(address.name, {"key": town.document.pk}))


def pages() -> list[Address]:
    return [each for each in addresses() if not each.route.startswith("api/") and each.name not in DOWNLOADS]


@pytest.mark.parametrize("address", pages(), ids=str)
def test_no_page_runs_a_document_s_words(reader: Client, town: Town, address: Address) -> None:
    for more in ("", "?view=numbers", "?q=%3Cscript%3Ealert(1)%3C/script%3E", "?tab=conflicts", "?tab=relations"):
        shown = reader.get(filled(address, town) + more).content.decode()
        assert "<script>alert(1)" not in shown
        assert "<img src=x" not in shown
        assert "<b>是</b>" not in shown


@pytest.mark.parametrize(
    ("name", "more"), [("documents", ""), ("document", ""), ("figure", ""), ("fact", ""), ("desk", ""), ("cluster", "")]
)
def test_the_words_are_shown_all_the_same(reader: Client, town: Town, name: str, more: str) -> None:
    address = next(each for each in addresses() if each.name == name)
    shown = reader.get(filled(address, town) + more).content.decode()
    assert html.escape(EVIL) in shown or html.escape(EVIL, quote=False) in shown


def test_the_api_carries_the_words_as_data(reader: Client, town: Town) -> None:
    told = reader.get(f"/api/documents/{town.document.pk}")
    assert told.headers["Content-Type"].startswith("application/json")
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert told.json()["document"]["title"].endswith(EVIL)


def test_the_original_is_saved_and_never_shown(reader: Client, town: Town) -> None:
    told: Any = reader.get(f"/documents/{town.document.pk}/original/")
    assert told.headers["Content-Type"] == "application/octet-stream"
    assert told.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(told.streaming_content) == town.document.text.encode()


def test_an_export_s_words_are_no_formulas(reader: Client, town: Town) -> None:
    from liantu.ledger.models import Subject

    Subject.objects.filter(code="noodle").update(name="=HYPERLINK(1)", name_en="@SUM(1)")
    rows = list(csv.reader(io.StringIO(reader.get("/figures.csv").content.decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))] == []
    book = zipfile.ZipFile(io.BytesIO(reader.get("/figures.xlsx").content))
    sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert sheets
    assert not any("<f>" in sheet for sheet in sheets)
