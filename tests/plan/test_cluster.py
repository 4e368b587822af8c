"""One cluster's page."""

from dataclasses import replace

import pytest

from liantu.errors import NotFound
from liantu.plan.cluster import cluster_page
from liantu.plan.shown import Status
from tests.district import District
from tests.paper import JAN_NOV, Paper, Said
from tests.plan.seed import MAT, SEED

pytestmark = pytest.mark.django_db


def test_a_page_holds_every_figure_of_the_cluster_and_its_parts(district: District) -> None:
    SEED.keep()
    page = cluster_page("tour")
    assert sorted((row.subject, row.figure.value, row.figure.unit) for row in page.rows) == [
        ("4号仓库影视产业园", 40, "家"),
        ("4号仓库影视产业园", 2000, "万元"),
    ]
    assert (page.standing.status_zh, page.lines) == ("无产业级数据", ())
    assert {"4号仓库影视产业园", "义渡古镇"} <= {place.name for place in page.carriers}


def test_lines_begin_with_the_main_indicator_and_keep_targets_apart(district: District) -> None:
    SEED.keep()
    lines = cluster_page("mat").lines
    assert [(line.name, [p.value for p in line.points], [t.value for t in line.targets]) for line in lines] == [
        ("产值", [53], [100]),
        ("营业收入", [59], []),
    ]


def test_members_with_a_role_come_first_and_lead_to_the_reading(district: District) -> None:
    SEED.keep()
    members = cluster_page("data").members
    assert [member.role for member in members] == ["链主", "链主", "", ""]
    assert all(member.relation for member in members[:2])


def test_kinds_of_money_stand_side_by_side(district: District) -> None:
    SEED.keep()
    told = [f"{one.name} {one.value}{one.unit}" for one in cluster_page("noo").projects]
    assert told == ["引进项目数 8个", "合同投资额 10.6亿元", "到位资金 2.4亿元"]


def test_both_values_of_a_conflict_are_rows(district: District) -> None:
    SEED.keep()
    Paper("产值51亿元。", (Said("51亿元", MAT, "产值", "51", span=JAN_NOV),)).keep()
    rows = [row for row in cluster_page("mat").rows if row.indicator == "output" and row.kind == "actual"]
    assert sorted(row.figure.value for row in rows) == [51, 53]
    assert {row.figure.status for row in rows} == {Status.CONFLICT}


def test_documents_contradictions_and_mappings_are_told(district: District) -> None:
    SEED.keep()
    page = cluster_page("mat")
    assert [(paper.id, paper.figures) for paper in page.papers] == [(SEED.id, 3)]
    assert [one.kind for one in page.contradictions] == ["two_times"]
    assert [one.kind for one in cluster_page("data").contradictions] == ["mixed_times"]
    assert [(m.taxonomy, m.target, m.kind) for m in page.mappings] == [
        ("cq-33618", "cq-materials", "same"),
        ("ddk-3216", "", "unknown"),
    ]


def test_more_papers_take_no_more_queries(district: District, django_assert_max_num_queries, django_assert_num_queries):
    SEED.keep()
    with django_assert_max_num_queries(15) as asked:
        cluster_page("noo")
    for number in range(5):
        replace(SEED, text=f"{number}{SEED.text}").keep()
    with django_assert_num_queries(len(asked)):
        cluster_page("noo")


def test_an_unknown_cluster_is_not_found(district: District) -> None:
    with pytest.raises(NotFound, match="没有产业集群 nowhere"):
        cluster_page("nowhere")
