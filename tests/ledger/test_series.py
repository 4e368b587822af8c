"""Series: one point a period, nothing chosen for the reader, nothing added that must not be."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from liantu.errors import NotComparable
from liantu.ledger import posting
from liantu.ledger.models import Cluster, Entry, Taxonomy
from liantu.ledger.series import series, targets, total
from liantu.review import desk
from liantu.review.models import Fact
from tests.district import District
from tests.paper import JAN_NOV, JAN_OCT, YEAR_2022, Paper, Said

pytestmark = pytest.mark.django_db

YEAR_2025 = (date(2025, 1, 1), date(2025, 12, 31))
YEAR_2035 = (date(2035, 1, 1), date(2035, 12, 31))


def says(text: str, *said: Said) -> Paper:
    return Paper(text, said)


def output(words: str, value: str, **more: object) -> Said:
    return Said(words, "新材料产业", "产值", value, **more)  # type: ignore[arg-type]


def test_the_same_figure_from_two_papers_is_one_point(district: District) -> None:
    says("月报：产值53亿元。", output("53亿元", "53")).keep()
    says("简报：产值530000万元。", output("530000万元", "530000", unit="万元")).keep()
    (point,) = series(district.cluster("mat"), district.indicator("output"))
    assert (point.values, len(point.entries), point.conflict) == ((Decimal(5_300_000_000),), 2, False)


def test_papers_that_disagree_make_a_conflict_and_both_stay(district: District) -> None:
    says("月报：产值53亿元。", output("53亿元", "53")).keep()
    says("简报：产值53.4亿元。", output("53.4亿元", "53.4")).keep()
    (point,) = series(district.cluster("mat"), district.indicator("output"))
    assert point.conflict
    assert sorted(point.values) == [Decimal(5_300_000_000), Decimal(5_340_000_000)]


def test_a_series_runs_from_the_earliest_period_on(district: District) -> None:
    says(
        "产值：10月48亿元，11月53亿元，去年58亿元。",
        output("53亿元", "53"),
        output("48亿元", "48", span=JAN_OCT),
        output("58亿元", "58", span=YEAR_2022),
    ).keep()
    told = series(district.cluster("mat"), district.indicator("output"))
    assert [point.entry.value for point in told] == [58, 48, 53]


def test_targets_forecasts_and_rates_never_enter_a_series(district: District) -> None:
    says(
        "产值53亿元；到2025年100亿元，到2035年300亿元；增速9.8%。",
        output("53亿元", "53"),
        output("100亿元", "100", span=YEAR_2025, modality="target"),
        output("300亿元", "300", span=YEAR_2035, modality="forecast"),
        Said("9.8%", "新材料产业", "产值", "9.8", "%", aspect="growth"),
    ).keep()
    mat, measure = district.cluster("mat"), district.indicator("output")
    assert [point.entry.value for point in series(mat, measure)] == [53]
    assert [point.entry.value for point in targets(mat, measure)] == [100, 300]


def test_a_forecast_of_a_time_that_has_passed_is_no_target(district: District) -> None:
    says("预计10月产值48亿元。", output("48亿元", "48", span=JAN_OCT, modality="forecast")).keep()
    assert targets(district.cluster("mat")) == ()


def test_as_of_shows_what_was_known(district: District) -> None:
    says("产值53亿元。", output("53亿元", "53")).keep()
    before = timezone.now()
    desk.decide(
        [Fact.objects.get()], "correct", by=district.person("wangmin"), reason="漏报", correction={"value": "54"}
    )
    mat, measure = district.cluster("mat"), district.indicator("output")
    assert [point.entry.value for point in series(mat, measure)] == [54]
    assert [point.entry.value for point in series(mat, measure, as_of=before)] == [53]
    assert series(mat, measure, as_of=timezone.localdate() - timedelta(days=1)) == ()
    assert [point.entry.value for point in series(mat, measure, as_of=timezone.localdate())] == [54]


def test_a_recut_keeps_both_histories(district: District) -> None:
    from liantu.ledger.models import Alias, Subject

    says("产值53亿元。", output("53亿元", "53")).keep()
    new = Subject.objects.create(kind="cluster", code="mat-2026", name="先进制造产业")
    Cluster.objects.create(subject=new, taxonomy=Taxonomy.objects.get(code="ddk-3216"), order=1)
    Alias.objects.create(subject=new, name="先进制造产业", folded="先进制造产业")
    Paper(
        "一季度先进制造产业产值20亿元。",
        (Said("20亿元", "先进制造产业", "产值", "20", span=(date(2026, 1, 1), date(2026, 3, 31))),),
        published=date(2026, 4, 20),
    ).keep()
    measure = district.indicator("output")
    assert [point.entry.value for point in series(district.cluster("mat"), measure)] == [53]
    assert [point.entry.value for point in series(new, measure)] == [20]


def test_a_total_keeps_the_figures_behind_it(district: District) -> None:
    says(
        "新材料营收59亿元，小面营收45.5亿元。",
        Said("59亿元", "新材料产业", "营收", "59"),
        Said("45.5亿元", "小面产业", "营收", "45.5"),
    ).keep()
    measure = district.indicator("revenue")
    parts = [series(district.cluster(code), measure)[0] for code in ("mat", "noo")]
    added = total(parts)
    assert (added.value, added.unit, added.points) == (Decimal(10_450_000_000), "元", tuple(parts))


def test_a_total_refuses_what_does_not_go_together(district: District) -> None:
    says(
        "营收：甲59亿元、乙72.6亿元、丙8亿元，产值53亿元，又说45.5亿元或46亿元。",
        Said("59亿元", "新材料产业", "营收", "59", span=JAN_NOV),
        Said("72.6亿元", "生态环保产业", "营收", "72.6", span=JAN_OCT),
        Said("8亿元", "井谷元", "营收", "8", span=JAN_NOV),
        output("53亿元", "53"),
        Said("45.5亿元", "小面产业", "营收", "45.5"),
        Said("46亿元", "小面产业", "营收", "46"),
    ).keep()
    revenue = district.indicator("revenue")
    mat, eco, noo = (series(district.cluster(code), revenue)[0] for code in ("mat", "eco", "noo"))
    firm = series(Entry.objects.get(subject__code="jingguyuan").subject, revenue)[0]
    made = series(district.cluster("mat"), district.indicator("output"))[0]
    for parts, why in (
        ([mat, eco], "时期不同：2023年1–11月 与 2023年1–10月"),
        ([mat, made], "口径不同：营业收入 与 产值"),
        ([mat, mat], "出现了两次"),
        ([mat, firm], "不是同一类主体"),
        ([mat, noo], "说法不一"),
        ([], "没有可以相加"),
    ):
        with pytest.raises(NotComparable, match=why):
            total(parts)


def test_posting_twice_adds_nothing(district: District) -> None:
    says("产值53亿元。", output("53亿元", "53")).keep()
    assert posting.post_all() == []
    assert Entry.objects.count() == 1


def test_a_figure_of_nobody_waits_to_be_placed(district: District) -> None:
    says("某县产值53亿元。", Said("53亿元", "某县", "产值", "53")).keep()
    assert Entry.objects.count() == 0
    (fact,) = posting.unplaced()
    desk.decide([fact], "accept", by=district.person("chenshen"))
    assert list(posting.unplaced()) == [fact]
    desk.decide([fact], "reject", by=district.person("chenshen"), reason="外地的数")
    assert not posting.unplaced().exists()


def test_a_name_learnt_later_places_what_waited(district: District) -> None:
    from liantu.ledger.models import Alias

    says("新材产值53亿元。", Said("53亿元", "新材", "产值", "53")).keep()
    Alias.objects.create(subject=district.cluster("mat"), name="新材", folded="新材")
    (entry,) = posting.post_all()
    assert entry.subject == district.cluster("mat")
    assert not posting.unplaced().exists()


def test_a_firm_s_figure_is_never_its_cluster_s(district: District) -> None:
    says("国际复合材料营收70亿元。", Said("70亿元", "国际复合材料", "营收", "70")).keep()
    assert Entry.objects.get().subject.kind == "enterprise"
    assert series(district.cluster("mat"), district.indicator("revenue")) == ()
