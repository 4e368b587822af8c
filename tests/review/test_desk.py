"""People decide on what was read; nothing they say is lost."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from liantu.errors import CannotRead, Conflict
from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Decision, Fact, Relation
from tests.district import District
from tests.paper import JAN_OCT, Paper, Said

pytestmark = pytest.mark.django_db

PAPER = Paper(
    "1-11月新材料产业营收59亿元，产值53亿元。国际复合材料是重点企业。",
    (
        Said("59亿元", "新材料产业", "营收", "59", yoy="6.1"),
        Said("53亿元", "新材料产业", "产值", "53", yoy="9.8"),
    ),
    relations=(("国际复合材料", "role", "重点企业"),),
)


@pytest.fixture
def output(district: District) -> Fact:
    PAPER.keep()
    return Fact.objects.get(measure="产值")


def standing(fact: Fact) -> Entry | None:
    return Entry.objects.current().filter(fact=fact).first()


def test_everything_waits_until_somebody_decides(output: Fact) -> None:
    assert [fact.measure for fact in desk.waiting(Fact)] == ["营收", "产值"]
    assert desk.waiting(Relation).count() == 1
    assert desk.state(output) is desk.State.OPEN


def test_an_accepted_figure_carries_the_person_s_word(district: District, output: Fact) -> None:
    before = standing(output)
    desk.decide([output], "accept", by=district.person("wangmin"))
    entry = standing(output)
    assert entry is not None
    assert entry.decision is not None
    assert entry.decision.by.first_name == "王敏"
    assert entry.supersedes == before
    assert entry.value == 53


def test_a_correction_stands_beside_the_machine_s_reading(district: District, output: Fact) -> None:
    desk.decide([output], "correct", by=district.person("wangmin"), reason="漏了一家", correction={"value": "54.5"})
    entry = standing(output)
    assert entry is not None
    assert (entry.value, entry.value_base) == (Decimal("54.5"), Decimal(5_450_000_000))
    output.refresh_from_db()
    assert output.value == 53
    assert desk.state(output) is desk.State.CORRECTED


def test_a_correction_can_place_a_figure_elsewhere(district: District, output: Fact) -> None:
    word = {"subject_code": "enterprise/cpic", "indicator_code": "revenue"}
    desk.decide([output], "correct", by=district.person("chenshen"), reason="说的是企业", correction=word)
    entry = standing(output)
    assert entry is not None
    assert (entry.subject.code, entry.indicator.code) == ("cpic", "revenue")


def test_a_corrected_rate_keeps_its_unit(district: District) -> None:
    paper = Paper("产值增速9.8%。", (Said("9.8%", "新材料产业", "产值", "9.8", "%", aspect="growth"),))
    paper.keep()
    fact = Fact.objects.get()
    desk.decide([fact], "correct", by=district.person("wangmin"), reason="看错", correction={"value": "8.9"})
    entry = standing(fact)
    assert entry is not None
    assert (entry.value, entry.value_base, entry.unit) == (Decimal("8.9"), Decimal("8.9"), "%")


def test_a_rejected_figure_leaves_the_ledger_and_stays_on_record(district: District, output: Fact) -> None:
    desk.decide([output], "reject", by=district.person("wangmin"), reason="不是本区的数")
    assert standing(output) is None
    assert Entry.objects.filter(fact=output).count() == 2
    assert desk.state(output) is desk.State.REJECTED


def test_reopening_brings_the_machine_s_values_back(district: District, output: Fact) -> None:
    wangmin = district.person("wangmin")
    desk.decide([output], "correct", by=wangmin, reason="漏了一家", correction={"value": "54.5"})
    desk.decide([output], "reopen", by=wangmin)
    entry = standing(output)
    assert entry is not None
    assert (entry.value, entry.decision) == (53, None)
    assert desk.state(output) is desk.State.OPEN


def test_undo_restores_what_stood_before(district: District, output: Fact) -> None:
    wangmin = district.person("wangmin")
    desk.decide([output], "correct", by=wangmin, reason="漏了一家", correction={"value": "54.5"})
    batch = desk.decide([output], "reject", by=wangmin, reason="先撤下")
    undone = desk.undo(batch, wangmin)
    entry = standing(output)
    assert entry is not None
    assert entry.value == Decimal("54.5")
    desk.undo(undone, wangmin)
    assert standing(output) is None
    assert Decision.objects.count() == 4


def test_undoing_the_first_word_opens_the_figure_again(district: District, output: Fact) -> None:
    wangmin = district.person("wangmin")
    things = [*Fact.objects.all(), *Relation.objects.all()]
    desk.undo(desk.decide(things, "accept", by=wangmin), wangmin)
    assert {desk.state(thing) for thing in things} == {desk.State.OPEN}
    assert desk.waiting(Fact).count() == 2


def test_undo_stops_when_somebody_decided_since(district: District, output: Fact) -> None:
    batch = desk.decide([output], "accept", by=district.person("wangmin"))
    desk.decide([output], "reject", by=district.person("chenshen"), reason="另有口径")
    with pytest.raises(Conflict, match="陈审"):
        desk.undo(batch, district.person("wangmin"))
    assert Decision.objects.count() == 2


def test_two_people_deciding_the_same_figure_meet_a_conflict(district: District, output: Fact) -> None:
    seen = desk.last()
    desk.decide([output], "accept", by=district.person("wangmin"), seen=seen)
    with pytest.raises(Conflict, match="王敏"):
        desk.decide([output], "reject", by=district.person("chenshen"), reason="另有口径", seen=seen)
    assert Decision.objects.count() == 1


def test_a_decision_elsewhere_is_no_conflict(district: District, output: Fact) -> None:
    seen = desk.last()
    desk.decide([Fact.objects.get(measure="营收")], "accept", by=district.person("wangmin"), seen=seen)
    desk.decide([output], "accept", by=district.person("chenshen"), seen=seen)
    assert desk.waiting(Fact).count() == 0


@pytest.mark.parametrize(
    ("verdict", "more", "says"),
    [
        ("reject", {}, "理由"),
        ("correct", {"correction": {"value": "54"}}, "理由"),
        ("correct", {"reason": "笔误"}, "更正的内容"),
        ("correct", {"reason": "笔误", "correction": {}}, "没有改动"),
        ("correct", {"reason": "笔误", "correction": {"value": "若干"}}, "可读的数量"),
        ("correct", {"reason": "笔误", "correction": {"value": "54", "unit": "把戏"}}, "可读的数量"),
        ("correct", {"reason": "笔误", "correction": {"period_end": "十一月"}}, "日期"),
        ("correct", {"reason": "笔误", "correction": {"yoy": "很高"}}, "比率"),
        ("correct", {"reason": "笔误", "correction": {"modality": "maybe"}}, "可选"),
        ("correct", {"reason": "笔误", "correction": {"rule": "x"}}, "不能更正"),
        ("correct", {"reason": "笔误", "correction": {"subject_code": "cluster/nowhere"}}, "没有代码"),
    ],
)
def test_an_unreadable_word_is_refused_and_nothing_kept(
    district: District, output: Fact, verdict: str, more: dict, says: str
) -> None:
    before = Entry.objects.count()
    with pytest.raises(Exception, match=says):
        desk.decide([output], verdict, by=district.person("wangmin"), **more)
    assert (Decision.objects.count(), Entry.objects.count()) == (0, before)


def test_a_correction_is_made_one_at_a_time(district: District, output: Fact) -> None:
    with pytest.raises(CannotRead, match="一次只能改一条"):
        desk.decide(
            list(Fact.objects.all()), "correct", by=district.person("wangmin"), reason="x", correction={"value": "1"}
        )


def test_a_list_of_states_takes_one_query(district: District, output: Fact) -> None:
    desk.decide([output], "accept", by=district.person("wangmin"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        told = [desk.state(fact) for fact in desk.with_state(desk.in_force(Fact))]
    assert sorted(told) == ["accepted", "open"]
    assert len(asked) == 1


def test_a_moved_period_moves_the_figure(district: District, output: Fact) -> None:
    word = {"period_start": "2023-01-01", "period_end": "2023-10-31"}
    desk.decide([output], "correct", by=district.person("wangmin"), reason="时期写错", correction=word)
    entry = standing(output)
    assert entry is not None
    assert (entry.period_start, entry.period_end) == JAN_OCT


def test_what_a_newer_reading_no_longer_holds_is_not_decided(district: District, output: Fact) -> None:
    PAPER.again(PAPER.said[0]).keep()
    with pytest.raises(Conflict, match="重新阅读"):
        desk.decide([output], "accept", by=district.person("wangmin"))
    assert Decision.objects.count() == 0
