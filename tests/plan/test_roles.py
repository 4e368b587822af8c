"""Which firms a cluster's card names as 链主, 龙头 or 重点, and on whose card they stand."""

from datetime import date

import pytest

from liantu.ledger.models import ClusterMember, Subject
from liantu.plan.cluster import cluster_page
from liantu.plan.cockpit import standing
from liantu.review.receive import receive
from tests.district import PACK, District
from tests.paper import Paper

pytestmark = pytest.mark.django_db

OWN = PACK / "documents"


def told(*relations: tuple[str, str, str]) -> dict[str, dict[str, str]]:
    """Firm and role on each card, once a paper says these relations."""
    Paper("小面营收1亿元。", (), relations=relations).keep()
    return cards()


def cards() -> dict[str, dict[str, str]]:
    return {one.code: {firm.name: firm.role for firm in one.people} for one in standing().clusters if one.people}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("智能视觉产业链链主", "链主"),
        ("33条重点产业链链主单位", "链主"),
        ("“链主”企业", "链主"),
        ("新材料产业龙头企业", "龙头"),
        ("重点龙头企业", "龙头"),
        ("领军企业", "龙头"),
        ("百亿级生态环保产业重点企业", "重点"),
        ("骨干企业", "重点"),
        ("重点", "重点"),
    ],
)
def test_the_words_of_documents_are_brought_to_three_roles(district: District, words: str, role: str) -> None:
    [people] = told(("宝武航研", "role", words)).values()
    assert people == {"宝武航研": role}


@pytest.mark.parametrize("words", ["重点产业链配套企业", "配套企业", "龙头项目", "重点项目", "代表企业"])
def test_other_words_make_nobody_a_head(district: District, words: str) -> None:
    assert told(("宝武航研", "role", words)) == {}


def test_the_strongest_role_of_a_firm_stands(district: District) -> None:
    people = told(
        ("国际复合材料", "role", "重点企业"),
        ("重庆国际复合材料股份有限公司", "role", "新材料产业龙头企业"),
        ("海康威视", "role", "重点企业"),
        ("海康威视", "role", "智能视觉产业链链主"),
    )
    assert people == {"data": {"海康威视": "链主"}, "mat": {"国际复合材料": "龙头"}}


def test_a_role_stands_on_the_card_of_the_cluster_it_names(district: District) -> None:
    assert told(("三峰环境", "role", "新材料产业重点企业"), ("三峰环境", "role", "重点企业")) == {
        "mat": {"三峰环境": "重点"},
        "eco": {"三峰环境": "重点"},
    }
    assert [(firm.name, firm.role) for firm in cluster_page("eco").standing.people] == [("三峰环境", "重点")]


def test_a_role_that_names_no_cluster_stands_on_the_firms_own_card_only(district: District) -> None:
    firm = Subject.objects.get(code="hikvision").enterprise
    ClusterMember.objects.create(enterprise=firm, cluster_id=Subject.objects.get(code="svc").pk, primary=False)
    assert told(("海康威视", "role", "智能视觉产业链链主")) == {"data": {"海康威视": "链主"}}
    assert cluster_page("svc").standing.people == ()


@pytest.mark.parametrize("name", ["bulletin-2023-11.docx", "page-2023-12-29.txt"])
def test_the_packs_documents_bring_their_heads_to_the_cards(district: District, name: str) -> None:
    receive((OWN / name).read_bytes(), name, published=date(2023, 12, 29))
    assert cards() == {
        "data": {"海康威视": "链主", "萤石电子": "链主"},
        "bio": {"中元汇吉": "链主"},
        "eco": {"德润环境": "重点", "三峰环境": "重点"},
        "mat": {"国际复合材料": "龙头", "宝武航研": "重点"},
    }
