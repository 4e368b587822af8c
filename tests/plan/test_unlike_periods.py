"""Nothing is reckoned from figures of periods that do not go together."""

from datetime import date
from decimal import Decimal

import pytest

from liantu.errors import NotComparable
from liantu.ledger.models import Entry
from liantu.plan.cockpit import standing
from liantu.plan.figures import derived, find
from liantu.plan.reckoning import Figure, required_growth
from liantu.plan.shown import Status
from tests.district import District
from tests.paper import Paper, Said

NOW = (date(2024, 1, 1), date(2024, 11, 30))


def test_a_change_of_last_year_s_growth_says_nothing_of_this_year_s(district: District) -> None:
    Paper(
        "新材料产业产值53亿元。",
        (Said("53亿元", "新材料产业", "产值", "53", span=NOW, yoy="7.3"),),
        published=date(2024, 12, 20),
    ).keep()
    Paper(
        "产值增速提升7.2个百分点。",
        (Said("7.2个百分点", "新材料产业", "产值", "7.2", unit="个百分点", aspect="pp_change", base="上半年"),),
    ).keep()
    level, change = Entry.objects.get(aspect="level"), Entry.objects.get(aspect="pp_change")
    with pytest.raises(NotComparable):
        derived(f"implied-{level.pk}-{change.pk}")
    assert [b.rule for b in standing().briefs if b.rule == "verify"] == []


def test_a_target_over_several_years_together_is_no_year_s_target() -> None:
    base = Figure(Decimal(50), "亿元", "产值", date(2022, 1, 1), date(2022, 12, 31))
    goal = Figure(Decimal(300), "亿元", "产值", date(2023, 1, 1), date(2025, 12, 31))
    with pytest.raises(NotComparable):
        required_growth(base, goal)


def test_what_two_documents_say_alike_leads_to_both(district: District) -> None:
    Paper("新材料产业产值53亿元。", (Said("53亿元", "新材料产业", "产值", "53"),)).keep()
    Paper("新材料产值是53亿元。", (Said("53亿元", "新材料产业", "产值", "53"),)).keep()
    main = next(c.main for c in standing().clusters if c.main)
    assert len(main.entries) == 2
    assert find(main.id) == main


def test_where_documents_disagree_the_figure_says_so_when_opened(district: District) -> None:
    Paper("新材料产业产值53亿元。", (Said("53亿元", "新材料产业", "产值", "53"),)).keep()
    Paper("新材料产值是59亿元。", (Said("59亿元", "新材料产业", "产值", "59"),)).keep()
    main = next(c.main for c in standing().clusters if c.main)
    assert main.status is Status.CONFLICT
    assert find(main.id).status is Status.CONFLICT
