"""A draft against the demo's ledger: what is planted into true sentences is found, and the true ones agree."""

from datetime import date
from pathlib import Path

import pytest

from liantu.bulletin import Document
from liantu.bulletin.check import Finding, Kind
from liantu.ledger.models import Entry
from liantu.plan.checking import check_with_ledger
from liantu.review.receive import receive
from tests.district import District

pytestmark = pytest.mark.django_db
DAY = date(2023, 12, 25)
PAPER = """大渡口区产业简报
1至10月，全区大数据智能化产业完成营收92.16亿元，同比增长1.89%。
2022年，全区大健康生物医药产业完成营收137.6亿元。
1至10月，全区生态环保产业完成营收72.6亿元，同比增长5.5%，预计到2025年营收达到100亿元。
今年1-11月，全区新材料产业实现产值53亿元，同比上升9.8%。
今年1-11月，全区小面产业完成营收45.5亿元，同比增长106%。
"""


@pytest.fixture
def ledger(district: District) -> None:
    receive(PAPER.encode(), "简报.txt", published=date(2023, 12, 22), title="产业简报")
    assert Entry.objects.count() >= 6


def found(text: str) -> list[Finding]:
    return list(check_with_ledger(Document.from_text(text), DAY, "大渡口区").findings)


def test_the_paper_itself_agrees_throughout(ledger: None) -> None:
    assert {one.kind for one in found(PAPER)} == {Kind.SAME}


@pytest.mark.parametrize(
    ("true", "planted", "kind"),
    [
        ("营收92.16亿元", "营收96.12亿元", Kind.DIFFERS),
        ("营收92.16亿元", "营收92.2亿元", Kind.SAME),
        ("营收72.6亿元", "营收72.6万元", Kind.SCALE),
        ("产值53亿元", "产值5.3亿元", Kind.SCALE),
        ("完成营收137.6亿元", "完成产值137.6亿元", Kind.OTHER_MEASURE),
        ("1至10月，全区大数据", "今年1-9月，全区大数据", Kind.OTHER_PERIOD),
        ("同比增长5.5%", "同比增长6.5%", Kind.DIFFERS),
        ("达到100亿元", "达到120亿元", Kind.DIFFERS),
        ("新材料产业实现产值53亿元", "新材料产业实现产值超60亿元", Kind.BOUND),
        ("新材料产业实现产值53亿元", "新材料产业实现产值近54亿元", Kind.SAME),
        ("新材料产业实现产值53亿元", "新材料产业实现利润53亿元", Kind.UNKNOWN),
    ],
)
def test_what_is_planted_is_found_and_leads_to_its_figure(ledger: None, true: str, planted: str, kind: Kind) -> None:
    text = PAPER.replace(true, planted)
    assert text != PAPER
    start, end = text.index(planted), text.index(planted) + len(planted) + 24
    told = [one for one in found(text) if any(start <= span.start < end for span in one.spans)]
    assert kind in {one.kind for one in told}, [one.zh for one in told]
    if kind is not Kind.UNKNOWN:
        known = next(one.known for one in told if one.kind is kind)
        assert known is not None
        assert Entry.objects.filter(pk=known.link.removeprefix("e")).exists()


def test_checking_asks_the_database_a_constant_number_of_times(
    ledger: None, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        found(PAPER)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        found(PAPER * 8)


def test_the_newspaper_page_agrees_with_the_ledger_made_of_it(district: District, shared: Path) -> None:
    path = shared / "seed" / "dadukou-2023.txt"
    receive(path.read_bytes(), path.name, published=date(2023, 12, 22))
    checked = check_with_ledger(Document.open(path), date(2023, 12, 22))
    assert not [one.zh for one in checked.wrong if one.known is not None]
    assert sum(one.kind is Kind.SAME for one in checked.findings) > 30
