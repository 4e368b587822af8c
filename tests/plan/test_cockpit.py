"""The cockpit: how each cluster stands, and what to look at first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from liantu.errors import NotFound
from liantu.ledger.models import Entry
from liantu.plan.cockpit import standing
from liantu.plan.shown import Shown, Status
from liantu.plan.standing import ClusterStanding, Level
from liantu.review import desk
from liantu.review.models import Fact, Relation
from tests.district import District
from tests.paper import JAN_NOV, Paper, Said
from tests.plan.seed import MAT, SEED

pytestmark = pytest.mark.django_db


@pytest.fixture
def cards(district: District) -> dict[str, ClusterStanding]:
    SEED.keep()
    return {card.code: card for card in standing().clusters}


def said(shown: Shown | None) -> str | None:
    return f"{shown.value}{shown.mark} {shown.unit} {shown.period_zh}" if shown else None


def test_the_seven_clusters_stand_in_the_order_of_the_cut(cards: dict[str, ClusterStanding]) -> None:
    assert list(cards) == ["data", "bio", "eco", "mat", "noo", "tour", "svc"]
    assert [card.group for card in cards.values()] == [5, 5, 5, 5, 5, 2, 2]


# code: main, [prior, annual, target, needed], firms, status
CARDS = {
    "data": ("92.2 亿元 2023年1–10月", ["90.5", "110.6", None, None], "450+ 家 截至2023年11月底", "折年已过百亿"),
    "bio": ("137.6 亿元 2022年全年", [None, None, "200", "13.3"], "200+ 家 截至2023年12月28日", "缺2023年数据"),
    "eco": ("72.6 亿元 2023年1–10月", ["68.8", "87.1", "100", "7.1"], None, "略低于所需增速"),
    "mat": ("53 亿元 2023年1–11月", ["48.3", "57.8", "100", "31.5"], None, "明显低于所需增速"),
    "noo": ("45.5 亿元 2023年1–11月", ["22.1", "49.6", None, None], None, "翻番"),
    "tour": (None, [None, None, None, None], None, "无产业级数据"),
    "svc": ("124.3 亿元 2023年前三季度", ["115.8", "165.7", None, None], "20000+ 家 截至2023年12月28日", "增速待核"),
}


def test_a_card_says_what_the_papers_say(cards: dict[str, ClusterStanding]) -> None:
    for code, (main, values, firms, word) in CARDS.items():
        card = cards[code]
        told = [str(one.value) if one else None for one in (card.prior, card.annual, card.target, card.needed)]
        assert (said(card.main), told, said(card.firms), card.status_zh) == (main, values, firms, word), code
    levels = [card.status for card in cards.values()]
    assert levels == [Level.OK, Level.WARN, Level.WARN, Level.BAD, Level.OK, Level.NONE, Level.WARN]


def test_the_materials_card_shows_output_for_its_target_is_output(cards: dict[str, ClusterStanding]) -> None:
    assert cards["mat"].main is not None
    assert (cards["mat"].main.name, cards["mat"].main.status) == ("产值", Status.CONFLICT)
    assert cards["mat"].needed is not None
    assert cards["mat"].needed.formula == "(100 ÷ (53 ÷ 11 × 12)) ^ (1/2) − 1"
    assert "未考虑季节性" in cards["mat"].needed.note_zh


def test_a_park_s_figure_is_shown_as_the_park_s(cards: dict[str, ClusterStanding]) -> None:
    tour = cards["tour"]
    assert said(tour.closest) == "2000 万元 截至2023年12月28日"
    assert (tour.closest_name, tour.main, tour.firms) == ("4号仓库影视产业园", None, None)
    assert tour.closest_name_en == "Warehouse 4 Studios"


def test_roles_come_from_papers_and_a_firm_stands_once(cards: dict[str, ClusterStanding]) -> None:
    assert {code: [(firm.name, firm.role) for firm in card.people] for code, card in cards.items() if card.people} == {
        "data": [("海康威视", "链主"), ("萤石电子", "链主")],
        "bio": [("中元汇吉", "链主")],
        "mat": [("国际复合材料", "龙头"), ("宝武航研", "重点")],
    }


def test_a_scale_without_a_year_is_words_where_there_is_no_target(cards: dict[str, ClusterStanding]) -> None:
    assert {code: card.scale_zh for code, card in cards.items() if card.scale_zh} == {
        "data": "百亿级（原文未给年份）",
        "noo": "百亿级（原文未给年份）",
    }


def test_a_rejected_role_is_shown_no_more(district: District) -> None:
    SEED.keep()
    role = Relation.objects.get(subject="萤石电子")
    desk.decide([role], "reject", by=district.person("chenshen"), reason="不是链主")
    data = standing().clusters[0]
    assert [firm.name for firm in data.people] == ["海康威视"]
    assert [firm.name for firm in standing(as_of=timezone.localdate() - timedelta(days=1)).clusters[0].people] == []


def test_a_corrected_role_is_the_corrected_firm_s(district: District) -> None:
    SEED.keep()
    role = Relation.objects.get(subject="萤石电子")
    word = {"subject": "东华软件"}
    desk.decide([role], "correct", by=district.person("chenshen"), reason="认错了企业", correction=word)
    assert [firm.name for firm in standing().clusters[0].people] == ["海康威视", "东华软件"]


def test_the_three_things_to_look_at_first(district: District) -> None:
    SEED.keep()
    briefs = standing().briefs
    assert [(b.cluster, b.rule, b.level) for b in briefs] == [
        ("mat", "behind", Level.BAD),
        ("noo", "paid_in", Level.WARN),
        ("svc", "verify", Level.INFO),
    ]
    told = [f"{b.lead_zh} {b.figure.value}{b.figure.unit}{b.tail_zh}｜{b.reason_zh}" for b in briefs]
    assert told == [
        "目标要求年均 31.5%，目前 9.8%｜产值 53 亿元，距 2025 年 100 亿元还差 47 亿元",
        "合同资金到位 22.6%｜8 个项目签 10.6 亿元，到位 2.4 亿元，8.2 亿元待跟进",
        "增速 7.3% 待核对｜原文称较上半年提升 7.2 个百分点，倒推上半年仅 0.1%",
    ]
    kept = {str(entry.value.normalize()): entry.pk for entry in Entry.objects.filter(unit="亿元") if entry.value}
    assert briefs[1].figure.entries == (kept["2.4"], kept["10.6"])
    assert briefs[2].figure.entries == (kept["124.3"],)


def test_accepting_the_figures_leaves_fewer_waiting(district: District) -> None:
    SEED.keep()
    before = standing()
    facts = list(Fact.objects.filter(measure="产值"))
    desk.decide(facts, "accept", by=district.person("chenshen"))
    after = standing()
    assert (before.figures, before.waiting - after.waiting) == (after.figures, 3)
    assert after.clusters[3].main is not None
    assert after.clusters[3].main.status is Status.ACCEPTED


def test_as_of_an_earlier_day_shows_what_was_known(district: District) -> None:
    SEED.keep()
    then = timezone.now()
    output = Fact.objects.get(measure="产值", value=53)
    desk.decide([output], "correct", by=district.person("wangmin"), reason="漏报", correction={"value": "60"})
    now, before = standing().clusters[3], standing(as_of=then).clusters[3]
    assert (said(now.main), said(before.main)) == ("60 亿元 2023年1–11月", "53 亿元 2023年1–11月")
    empty = standing(as_of=timezone.localdate() - timedelta(days=1))
    assert {card.main for card in empty.clusters} == {None}
    assert empty.briefs == ()


def test_papers_that_disagree_are_shown_as_a_conflict_and_nothing_is_reckoned(district: District) -> None:
    SEED.keep()
    Paper("产值51亿元。", (Said("51亿元", MAT, "产值", "51", span=JAN_NOV, yoy="5.7"),)).keep()
    mat = standing().clusters[3]
    assert mat.main is not None
    assert (mat.main.status, mat.needed, mat.annual) == (Status.CONFLICT, None, None)


def test_more_papers_take_no_more_queries(district: District, django_assert_max_num_queries, django_assert_num_queries):
    SEED.keep()
    with django_assert_max_num_queries(12) as asked:
        standing()
    for number in range(8):
        replace(SEED, text=f"{number}{SEED.text}").keep()
    with django_assert_num_queries(len(asked)):
        again = standing()
    assert again.clusters[0].main is not None
    assert len(again.clusters[0].main.entries) == 9


def test_an_unknown_cut_is_not_found(district: District) -> None:
    with pytest.raises(NotFound, match="没有产业划分 nowhere"):
        standing("nowhere")


def test_another_cut_stands_beside_it(district: District) -> None:
    SEED.keep()
    city = standing("cq-33618")
    assert len(city.clusters) == 12
    assert {card.main for card in city.clusters} == {None}
    assert standing("ddk-3216").clusters == ()
