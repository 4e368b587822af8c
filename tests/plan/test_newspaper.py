"""From the newspaper page of 2023 to the cockpit, with the real reader; the page is read where it lies."""

from datetime import date
from pathlib import Path

import pytest

from liantu.ledger.models import Entry
from liantu.plan.cockpit import standing
from liantu.plan.figures import find, inputs
from liantu.plan.shown import Shown
from liantu.review.receive import receive
from tests.district import District

pytestmark = pytest.mark.django_db

MAIN = {
    "data": ("营业收入", "92.2", "亿元", "2023年1–10月", "1.89"),
    "bio": ("营业收入", "137.6", "亿元", "2022年全年", None),
    "eco": ("营业收入", "72.6", "亿元", "2023年1–10月", "5.5"),
    "mat": ("产值", "53", "亿元", "2023年1–11月", "9.8"),
    "noo": ("营业收入", "45.5", "亿元", "2023年1–11月", "106"),
    "svc": ("增加值", "124.3", "亿元", "2023年前三季度", "7.3"),
}


@pytest.fixture
def page(district: District, shared: Path) -> str:
    """The stored text of the page."""
    path = shared / "seed" / "dadukou-2023.txt"
    return receive(path.read_bytes(), path.name, published=date(2023, 12, 22)).document.text


def told(figure: Shown | None) -> tuple[str, str, str, str, str | None] | None:
    if figure is None:
        return None
    return figure.name, str(figure.value), figure.unit, figure.period_zh, str(figure.yoy) if figure.yoy else None


def test_every_cluster_stands_as_the_page_says(page: str) -> None:
    cards = {card.code: card for card in standing().clusters}
    assert {code: told(card.main) for code, card in cards.items() if card.main} == MAIN
    assert {code: str(card.needed.value) for code, card in cards.items() if card.needed} == {
        "bio": "13.3",
        "eco": "7.1",
        "mat": "31.5",
    }
    assert [(b.cluster, str(b.figure.value)) for b in standing().briefs] == [
        ("mat", "31.5"),
        ("noo", "22.6"),
        ("svc", "7.3"),
    ]


def test_every_shown_figure_leads_back_to_its_characters(page: str) -> None:
    for card in standing().clusters:
        for figure in (card.main, card.target, card.needed, card.firms, card.closest):
            for one in inputs(find(figure.id)) if figure else ():
                fact = Entry.objects.get(pk=one.entries[0]).fact
                written = page[fact.span_start : fact.span_end]
                assert f"{fact.value:f}".rstrip("0").rstrip(".") in written, written


def test_the_city_s_and_the_firms_figures_stay_theirs(page: str) -> None:
    owners: dict[str, set[str]] = {}
    for entry in Entry.objects.current().select_related("subject", "indicator"):
        owners.setdefault(entry.subject.kind, set()).add(entry.indicator.code)
    assert owners["cluster"] <= {
        "revenue", "output", "firms", "value_added", "market_entities",
        "projects_introduced", "contracted_investment", "paid_in",
    }  # fmt: skip
    assert {"waste_treated", "power_generated"} <= owners["enterprise"]
    assert not {"clusters_listed", "chains_listed"} & (owners["cluster"] | owners.get("region", set()))
