"""Figures by their id: what a link opens."""

from decimal import Decimal

import pytest

from liantu.errors import NotComparable, NotFound
from liantu.ledger.models import Entry
from liantu.plan.cockpit import standing
from liantu.plan.figures import derived, find, inputs, quoted, shown
from liantu.plan.shown import Shown, Status
from liantu.review import desk
from liantu.review.models import Fact
from tests.district import District
from tests.paper import Paper, Said
from tests.plan.seed import SEED

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(district: District):
    """Entries of the seed by their value and unit."""
    SEED.keep()
    return lambda value, unit="亿元", **more: Entry.objects.current().get(value=Decimal(value), unit=unit, **more)


def test_every_figure_of_the_cockpit_is_found_by_its_id(entry) -> None:
    for card in standing().clusters:
        for name in ("main", "prior", "annual", "target", "needed", "firms", "closest"):
            figure: Shown | None = getattr(card, name)
            if figure is not None:
                found = find(figure.id)
                assert (found.value, found.unit, found.name) == (figure.value, figure.unit, figure.name), figure.id
                assert inputs(figure), figure.id
    for brief in standing().briefs:
        assert find(brief.figure.id) == brief.figure


def test_a_derived_figure_lists_what_it_was_reckoned_from(entry) -> None:
    out, goal = entry("53"), entry("100", indicator__code="output")
    need = derived(f"need-{out.pk}-{goal.pk}")
    assert [one.value for one in inputs(need)] == [53, 100]
    assert (need.value, need.derived, need.period_zh) == (Decimal("31.5"), True, "2023→2025")


def test_a_derived_figure_is_as_checked_as_its_inputs(district: District, entry) -> None:
    paid, signed = entry("2.4"), entry("10.6")
    assert derived(f"rate-{paid.pk}-{signed.pk}").status is Status.WAITING
    desk.decide(list(Fact.objects.filter(value__in=["2.4", "10.6"])), "accept", by=district.person("liqiang"))
    paid, signed = entry("2.4"), entry("10.6")
    rate = derived(f"rate-{paid.pk}-{signed.pk}")
    assert (rate.status, rate.value, rate.formula) == (Status.ACCEPTED, Decimal("22.6"), "2.4 ÷ 10.6")


def test_revenue_is_not_measured_by_a_target_of_output(entry) -> None:
    revenue, goal = entry("59"), entry("100", indicator__code="output")
    with pytest.raises(NotComparable, match="口径不同：营业收入 与 产值"):
        derived(f"need-{revenue.pk}-{goal.pk}")


def test_one_cluster_is_not_measured_by_another_s_target(entry) -> None:
    eco, bio = entry("72.6"), entry("200")
    with pytest.raises(NotComparable, match="主体不同"):
        derived(f"need-{eco.pk}-{bio.pk}")


def test_a_figure_without_growth_has_no_year_before(entry) -> None:
    with pytest.raises(NotComparable, match="没有同比"):
        derived(f"prior-{entry('137.6').pk}")


@pytest.mark.parametrize(
    "key", ["", "e", "e0", "e999999999", "x12", "need-1", "need-1-2-3", "annual-1-2", "drop-1", "yoy-0", "e1 ", "é12"]
)
def test_what_is_not_there_is_not_found(district: District, key: str) -> None:
    with pytest.raises(NotFound, match="没有编号为"):
        find(key)


def test_a_figure_without_growth_has_no_growth_to_open(entry) -> None:
    with pytest.raises(NotFound):
        find(f"yoy-{entry('137.6').pk}")


def test_an_old_link_opens_what_it_was_made_for_and_says_so(district: District, entry) -> None:
    old = entry("53")
    desk.decide([old.fact], "correct", by=district.person("wangmin"), reason="漏报", correction={"value": "60"})
    assert find(f"e{old.pk}").value == 53
    assert "已有新的记录" in find(f"e{old.pk}").note_zh
    desk.decide([old.fact], "reject", by=district.person("wangmin"), reason="撤")
    gone = Entry.objects.get(fact=old.fact, withdrawn=True)
    assert "已被撤下" in shown(gone).note_zh


def test_many_figures_take_two_queries(entry, django_assert_num_queries) -> None:
    keys = list(Entry.objects.values_list("pk", flat=True))
    with django_assert_num_queries(2):
        told = quoted([*keys, 10**9])
    assert [f"e{key}" for key in keys] == [one.id for one in told]


def test_vague_words_keep_their_vagueness(entry) -> None:
    firms = shown(entry("450", "家"))
    assert (firms.value, firms.mark, firms.unit) == (450, "+", "家")
    assert "下限" in firms.note_zh
    shops = shown(entry("2", "万家"))
    assert (shops.value, shops.mark, shops.unit, shops.value_base) == (20000, "+", "家", 20000)


def test_a_rate_of_completion_is_not_called_so_twice(district: District) -> None:
    said = Said("70%", "4号仓库影视产业园", "项目建成率", "70", "%", aspect="completion")
    Paper("4号仓库影视产业园项目建成率70%。", (said,)).keep()
    found = find(f"e{Entry.objects.current().get().pk}")
    assert (found.name, found.name_en) == ("项目建成率", "Share built")
