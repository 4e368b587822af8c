"""The figures table: narrowed, sorted and dated by its address; its exports keep numbers numbers and run nothing."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from liantu.ledger.models import Entry, Region
from liantu.review import desk
from liantu.review.models import Fact
from tests.district import District
from tests.paper import JAN_OCT, YEAR_2022, Paper, Said

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
PAPER = Paper(
    "=1+1新材料产业产值53亿元，营收59亿元；小面营收45.5亿元；生物医药企业200多家，2025年营收200亿元；增-3.2%。",
    (
        Said("53亿元", "新材料产业", "产值", "53", yoy="-9.8"),
        Said("59亿元", "新材料产业", "营业收入", "59"),
        Said("45.5亿元", "重庆小面产业", "营业收入", "45.5", span=JAN_OCT),
        Said("200多家", "大健康生物医药产业", "企业数", "200", "家", YEAR_2022, bound="over"),
        Said(
            "200亿元",
            "大健康生物医药产业",
            "营业收入",
            "200",
            span=(date(2025, 1, 1), date(2025, 12, 31)),
            modality="target",
        ),
    ),
    conflicts=(("test", (2,), "两说。"),),
)


@pytest.fixture
def ledger(district: District) -> District:
    PAPER.keep()
    desk.decide([Fact.objects.get(measure="产值")], "accept", by=district.person("wangmin"))
    return district


def shown(client: Client, query: str = "") -> list[str]:
    """The values on the page, in order."""
    body = client.get(f"/figures/{query}").content.decode()
    return re.findall(r'<td class="num"><a class="fig inline".*?<span class="n">([^<]*)</span>', body)


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("", {"53", "59", "45.5", "200+", "200"}),
        ("?cluster=mat", {"53", "59"}),
        ("?indicator=revenue", {"59", "45.5", "200"}),
        ("?kind=target", {"200"}),
        ("?status=accepted", {"53"}),
        ("?status=waiting", {"59", "200+", "200"}),
        ("?status=conflict", {"45.5"}),
        ("?year=2022", {"200+"}),
        ("?q=小面", {"45.5"}),
        ("?q=noodle", {"45.5"}),
        ("?q=企业数", {"200+"}),
        ("?cluster=mat&indicator=revenue", {"59"}),
        ("?q=没有这个", set()),
        ("?kind=nonsense&status=?&year=20x3&on=yesterday&sort=;", {"53", "59", "45.5", "200+", "200"}),
    ],
)
def test_the_table_is_narrowed_by_its_address(as_: As, ledger: District, query: str, values: set[str]) -> None:
    assert set(shown(as_("zhaoju"), query)) == values


def test_what_is_not_checked_comes_first(as_: As, ledger: District) -> None:
    assert shown(as_("zhaoju"))[-1] == "53"


def test_values_are_sorted_within_one_unit(as_: As, ledger: District) -> None:
    money = [value for value in shown(as_("zhaoju"), "?sort=value") if value != "200+"]
    assert money == ["200", "59", "53", "45.5"]


def test_the_ledger_is_shown_as_it_stood_on_a_day(as_: As, ledger: District) -> None:
    client = as_("zhaoju")
    today = timezone.localdate()
    assert shown(client, f"?on={today - timedelta(days=1)}") == []
    assert len(shown(client, f"?on={today}")) == 5
    assert "台账截至" in client.get(f"/figures/?on={today}").content.decode()


def test_pages_follow_each_other_and_the_filter_stays_in_the_address(as_: As, district: District) -> None:
    said = tuple(Said(f"{at}.5亿元", "新材料产业", "产值", f"{at}.5") for at in range(100, 160))
    Paper("；".join(one.words for one in said), said).keep()
    client = as_("zhaoju")
    first, second = shown(client, "?cluster=mat"), shown(client, "?cluster=mat&page=2")
    assert (len(first), len(second)) == (50, 10)
    assert not set(first) & set(second)
    assert "?cluster=mat&amp;page=2" in client.get("/figures/?cluster=mat").content.decode()
    assert shown(client, "?page=999") == shown(client, "?page=2")


def test_the_number_of_queries_does_not_grow(as_: As, ledger: District) -> None:
    client, asked = as_("zhaoju"), []
    for year in range(2):
        client.get("/figures/")
        with CaptureQueriesContext(connection) as held:
            client.get("/figures/")
        asked.append(len(held))
        for more in range(5):
            Paper(f"{PAPER.text}{year}{more}", PAPER.said, conflicts=PAPER.conflicts).keep()
    assert asked[0] == asked[1]


def table(client: Client, query: str = "") -> tuple[list[list[str]], list[list[str]]]:
    """The head and the lines of the CSV."""
    answer = client.get(f"/figures.csv{query}")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    blank = rows.index([])
    return rows[:blank], rows[blank + 1 :]


def test_the_csv_holds_the_filter_the_numbers_the_sentence_and_the_link(as_: As, ledger: District) -> None:
    head, (columns, *lines) = table(as_("zhaoju"), "?cluster=mat&sort=value")
    assert head[0] == ["数字台账", "2 条"]
    assert head[1] == ["筛选", "新材料"]
    assert columns[:4] == ["对象", "指标", "数值", "单位"]
    by_value = {line[2]: dict(zip(columns, line, strict=True)) for line in lines}
    line = by_value["53"]
    assert (line["单位"], line["统计期"], line["性质"], line["同比（%）"], line["状态"]) == (
        "亿元", "2023年1–11月", "实际", "-9.8", "已核对",
    )  # fmt: skip
    entry = Entry.objects.current().get(value=53)
    assert line["链接"] == f"http://testserver/figures/e{entry.pk}/"
    assert line["发布日期"] == "2023-12-28"


def test_words_never_become_formulas_and_numbers_stay_numbers(as_: As, ledger: District) -> None:
    _, (columns, *lines) = table(as_("zhaoju"))
    for line in lines:
        said = dict(zip(columns, line, strict=True))
        assert said["原文"].startswith("'=1+1")
        assert said["文档"].startswith("'=1+1")
        Decimal(said["数值"])
    assert {line[7] for line in lines} == {"-9.8", ""}


def test_the_workbook_holds_numbers_as_numbers_and_text_as_text(as_: As, ledger: District) -> None:
    answer = as_("zhaoju").get("/figures.xlsx?cluster=mat&status=accepted")
    book = zipfile.ZipFile(io.BytesIO(answer.content))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    words = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert re.search(r'<c r="C6"[^>]*><v>53</v>', sheet)
    assert re.search(r'<c r="H6"[^>]*><v>-9\.8\d*</v>', sheet)
    assert "=1+1新材料产业产值53亿元" in words
    assert "新材料、已核对" in words
    assert "quotePrefix" in book.read("xl/styles.xml").decode()


def test_exports_speak_english_when_the_reader_does(as_: As, ledger: District) -> None:
    answer = as_("zhaoju").get("/figures.csv?lang=en&cluster=noo")
    assert "Filter,Chongqing noodles" in answer.content.decode("utf-8-sig")


def test_a_closed_ledger_is_read_by_the_signed_in_only(as_: As, ledger: District) -> None:
    for public, status in ((True, 200), (False, 302)):
        Region.objects.filter(home=True).update(public=public)
        for path in ("/figures/", "/figures.csv", "/figures.xlsx"):
            assert as_("liqiang").get(path).status_code == 200
            assert as_().get(path).status_code == status


def test_the_latest_period_comes_before_what_no_document_dates(district: District, as_: Callable[..., Client]) -> None:
    undated = Said("59亿元", "新材料产业", "产值", "59", span=(None, None))
    Paper("产值53亿元，产值59亿元。", (Said("53亿元", "新材料产业", "产值", "53"), undated)).keep()
    told = as_("zhaoju").get("/figures/?sort=period").context["page"].rows
    assert [row.entry.value for row in told] == [53, 59]
