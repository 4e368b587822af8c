"""Readings are kept whole, once, and for ever."""

import pytest
from django.db import DatabaseError, connection, transaction

from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Decision, Document, Fact, Reading, ReadingFact, Relation
from tests.district import District
from tests.paper import JAN_OCT, Paper, Said

pytestmark = pytest.mark.django_db

REVENUE = Said("92.2亿元", "大数据智能化产业", "营收", "92.2", span=JAN_OCT, yoy="1.89")
FIRMS = Said("450多家", "大数据智能化产业", "企业数", "450", "家", (None, JAN_OCT[1]), bound="over")
PAPER = Paper(
    "1-10月大数据智能化产业营收92.2亿元，增1.89%；企业450多家。海康威视是链主。",
    (REVENUE, FIRMS),
    relations=(("海康威视", "role", "链主"),),
)


def counts() -> list[int]:
    models = (Document, Reading, Fact, Relation, ReadingFact, Entry)
    return [model.objects.count() for model in models]


def test_reading_twice_adds_nothing(district: District) -> None:
    first = PAPER.keep()
    assert first.new_facts == 2
    before = counts()
    assert PAPER.keep().new_facts == 0
    assert counts() == before == [1, 1, 2, 1, 2, 2]


def test_a_newer_reader_that_reads_the_same_adds_nothing(district: District) -> None:
    PAPER.keep()
    before = counts()
    PAPER.again(*PAPER.said, reader="test-9").keep()
    assert counts() == before


def test_the_same_reading_by_another_rule_is_no_change(district: District) -> None:
    PAPER.keep()
    other = Said(**{**REVENUE.__dict__, "rule": "another"})
    assert PAPER.again(other, FIRMS).keep().new_facts == 0


def test_rereading_opens_only_what_changed(district: District) -> None:
    PAPER.keep()
    revenue, firms = Fact.objects.order_by("span_start")
    desk.decide([revenue, firms], "accept", by=district.person("chenshen"))
    better = Said(**{**FIRMS.__dict__, "value": "451"})
    kept = PAPER.again(REVENUE, better).keep()
    assert kept.new_facts == 1
    held = {fact.measure: fact for fact in desk.with_state(desk.in_force(Fact))}
    assert held["营收"].pk == revenue.pk
    assert desk.state(held["营收"]) is desk.State.ACCEPTED
    assert held["企业数"].place == firms.place
    assert desk.state(held["企业数"]) is desk.State.OPEN
    assert Fact.objects.filter(pk=firms.pk).exists()
    assert [(e.value, e.decision_id is None) for e in Entry.objects.current().filter(indicator__code="firms")] == [
        (451, True)
    ]


def test_going_back_to_the_first_reading_brings_its_decisions_back(district: District) -> None:
    PAPER.keep()
    fact = Fact.objects.get(measure="企业数")
    desk.decide([fact], "accept", by=district.person("chenshen"))
    PAPER.again(REVENUE).keep()
    assert not Entry.objects.current().filter(fact=fact).exists()
    PAPER.again(*PAPER.said, reader="test-3").keep()
    assert Entry.objects.current().get(fact=fact).decision is not None
    assert Entry.objects.filter(fact=fact).count() == 4


@pytest.mark.parametrize("table", ["review_document", "review_fact", "review_reading", "review_relation",
                                   "review_readingfact", "review_decision", "ledger_entry"])  # fmt: skip
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id"])
def test_the_database_refuses_to_change_what_was_kept(district: District, table: str, statement: str) -> None:
    PAPER.keep()
    desk.decide([Fact.objects.first()], "accept", by=district.person("chenshen"))
    with (
        pytest.raises(DatabaseError, match=f"Cannot update or delete rows from {table}"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


def test_an_error_in_the_ledger_leaves_nothing_of_the_document(district: District) -> None:
    broken = Paper("产值5亿元。", (Said("5亿元", "新材料产业", "产值", "5", span=(JAN_OCT[1], JAN_OCT[0])),))
    before = counts()
    with pytest.raises(DatabaseError, match="entry_period_in_order"), transaction.atomic():
        broken.keep()
    assert counts() == before


def test_contradictions_and_numbers_name_the_rows_of_facts(district: District) -> None:
    paper = Paper(PAPER.text, PAPER.said, conflicts=(("scope", (0, 1), "口径不一"),))
    reading = paper.keep().reading
    keys = list(Fact.objects.order_by("span_start").values_list("pk", flat=True))
    assert reading.conflicts[0]["facts"] == keys
    assert [number["fact"] for number in reading.numbers] == keys
    assert Decision.objects.count() == 0
