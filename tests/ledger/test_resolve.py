"""Who is who: by the alias table alone, and never a guess."""

import pytest

from liantu.ledger.models import Alias, Subject
from liantu.ledger.resolve import Indicators, Subjects, resolve_indicator, resolve_subject
from tests.district import District

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("大数据智能化产业", "data"),
        ("大渡口区大数据智能化产业", "data"),
        ("大渡口大数据智能化产业", "data"),
        ("全区“大数据智能化”产业", "data"),
        ("全区", "500104"),
        ("大渡口区", "500104"),
        ("全市", "500100"),
        ("重庆市", "500100"),
        ("小面产业", "noo"),
        ("重庆小面产业", "noo"),
        ("重庆国际复合材料股份有限公司", "cpic"),
        ("国际复合材料", "cpic"),
        ("重庆中元汇吉", "zhongyuan"),
        ("４号仓库影视产业园", "studio-4"),
        ("大渡口区4号仓库影视产业园", "studio-4"),
        ("全市新材料产业集群", "cq-materials"),
    ],
)
def test_a_name_means_its_subject(district: District, name: str, code: str) -> None:
    found = resolve_subject(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "name",
    [
        "重庆市新材料产业",  # the city's, never the district's cluster
        "全市新材料产业",
        "全国新材料产业",
        "先进材料产业集群",  # the city's cluster only by its own name
        "新材料产业龙头企业",
        "国际复合材料玻璃纤维产业链",
        "某某公司",
        "",
    ],
)
def test_a_name_nobody_bears_means_nobody(district: District, name: str) -> None:
    assert resolve_subject(name) is None


def test_a_name_two_bear_means_nobody(district: District) -> None:
    Alias.objects.create(subject=district.cluster("mat"), name="环保", folded="环保")
    assert resolve_subject("环保") is None


def test_a_former_name_holds_only_in_its_time(district: District) -> None:
    from datetime import date

    firm = Subject.objects.get(code="jiqing")
    Alias.objects.create(subject=firm, name="旧名", folded="旧名", valid_to=date(2020, 12, 31))
    assert resolve_subject("旧名", date(2019, 5, 1)) == firm
    assert resolve_subject("旧名", date(2023, 5, 1)) is None


def test_many_names_take_as_many_queries_as_one(district: District, django_assert_num_queries) -> None:
    names = list(Subject.objects.values_list("name", flat=True))
    with django_assert_num_queries(2):
        subjects = Subjects(names)
        assert all(subjects.of(name) for name in names)


@pytest.mark.parametrize(
    ("measure", "unit", "code"),
    [
        ("营收", "元", "revenue"),
        ("累计到位资金", "元", "paid_in"),
        ("服务业增加值", "元", "value_added"),
        ("企业数", "户", "firms"),
        ("产值", "%", "output"),
        ("大数据智能化企业数", "家", "firms"),
    ],
)
def test_a_measure_means_its_indicator(district: District, measure: str, unit: str, code: str) -> None:
    found = resolve_indicator(measure, unit, district.cluster("data"))
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("measure", "unit"), [("营收", "家"), ("建筑业总产值", "元"), ("固投亿元以上新签约项目数", "个")]
)
def test_a_measure_of_other_unit_or_condition_means_none(district: District, measure: str, unit: str) -> None:
    assert Indicators().of(measure, unit) is None
