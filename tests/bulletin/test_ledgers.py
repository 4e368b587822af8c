"""Ledgers and monthly tables as offices keep them, made as workbooks, with the facts a careful clerk finds in them.

A row of gold: cell, subject, measure, aspect, value in base units, unit, growth, first day, last day, modality. An empty
first day is a moment. The same rows typed as text, or sent as .csv, must say the same.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from liantu.bulletin.document import Document
from liantu.bulletin.read import read
from liantu.bulletin.reading import Fact
from tests.bulletin.sheets_of import Value, book

DAY = date(2023, 11, 20)
YI, WAN = Decimal(100_000_000), Decimal(10_000)


@dataclass(frozen=True)
class Ledger:
    """A sheet and what it says: `gold` by cell."""

    rows: Sequence[Sequence[Value]]
    gold: str
    name: str = "台账"


def told(fact: Fact) -> tuple[str, ...]:
    yoy = "" if fact.yoy is None else f"{fact.yoy:f}"
    first = fact.period_start.isoformat() if fact.period_start else ""
    last = fact.period_end.isoformat() if fact.period_end else ""
    value = f"{fact.value_base:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    return (fact.subject, fact.measure, fact.aspect.value, value, fact.unit_base, yoy, first, last, fact.modality.value)


def wanted(gold: str) -> dict[str, tuple[str, ...]]:
    rows = [line.split("|") for line in gold.strip().splitlines()]
    return {row[0].strip(): tuple(part.strip() for part in row[1:]) for row in rows}


YEAR = "2023-01-01|2023-10-31|actual"
MONTH = "2023-10-01|2023-10-31|actual"
BEFORE = "2022-01-01|2022-10-31|actual"
GOAL = "2023-01-01|2023-12-31|target"

LEDGERS = {
    "招商台账": Ledger(
        [
            ["乙山区2023年1—10月招商项目台账"],
            [None] * 5 + ["单位：亿元"],
            ["序号", "项目名称", "投资方", "签约时间", "协议总投资", "到位资金", "进展", "联系电话"],
            [1, "甲川锂电池项目", "甲川新能源有限公司", date(2023, 3, 15), 12.5, 3.2, "在建", "023-68000001"],
            [2, "丙岭齿轮项目", "丙岭机械有限公司", date(2023, 6, 1), 5, None, "拟开工", "023-68000002"],
            [3, "丁溪软件园", "丁溪科技有限公司", date(2023, 9, 20), 30, 8, "在建", "023-68000003"],
            ["合计", None, None, None, 47.5, 11.2],
        ],
        f"""
        E4|甲川锂电池项目|协议总投资|level|1250000000|元||2023-03-15|2023-03-15|actual
        F4|甲川锂电池项目|到位资金|level|320000000|元||{YEAR}
        E5|丙岭齿轮项目|协议总投资|level|500000000|元||2023-06-01|2023-06-01|actual
        E6|丁溪软件园|协议总投资|level|3000000000|元||2023-09-20|2023-09-20|actual
        F6|丁溪软件园|到位资金|level|800000000|元||{YEAR}
        E7|乙山区招商项目|协议总投资|level|4750000000|元||{YEAR}
        F7|乙山区招商项目|到位资金|level|1120000000|元||{YEAR}
        """,
    ),
    "月度指标": Ledger(
        [
            ["乙山区2023年10月主要经济指标"],
            ["填报单位：乙山区统计局", None, None, None, None, "2023年11月"],
            ["指标名称", "计量单位", "本月", None, "1-本月累计", None, "上年同期累计"],
            [None, None, "绝对量", "同比（%）", "绝对量", "同比（%）", None],
            ["甲", "乙", 1, 2, 3, 4, 5],
            ["规上工业总产值", "亿元", 21.3, 4.5, 203.6, 6.1, 191.9],
            ["其中：新材料产业", "亿元", 3.3, -2.5, 33.6, 1.1, 33.2],
            ["固定资产投资", "亿元", "—", "—", 102.4, -3.6, 106.2],
            ["其中：工业投资", "亿元", None, None, 41, 12.2, 36.5],
            ["用电量", "万千瓦时", 8800, 1.2, 92000, 2.4, 89843],
            ["规上工业企业数", "家", None, None, 140, 3, 136],
            ["注：规上工业总产值按现价计算。"],
        ],
        f"""
        C6|乙山区|规上工业总产值|level|2130000000|元|4.5|{MONTH}
        E6|乙山区|规上工业总产值|level|20360000000|元|6.1|{YEAR}
        G6|乙山区|规上工业总产值|level|19190000000|元||{BEFORE}
        C7|乙山区新材料产业|规上工业总产值|level|330000000|元|-2.5|{MONTH}
        E7|乙山区新材料产业|规上工业总产值|level|3360000000|元|1.1|{YEAR}
        G7|乙山区新材料产业|规上工业总产值|level|3320000000|元||{BEFORE}
        E8|乙山区|固定资产投资|level|10240000000|元|-3.6|{YEAR}
        G8|乙山区|固定资产投资|level|10620000000|元||{BEFORE}
        E9|乙山区|工业投资|level|4100000000|元|12.2|{YEAR}
        G9|乙山区|工业投资|level|3650000000|元||{BEFORE}
        C10|乙山区|用电量|level|88000000|千瓦时|1.2|{MONTH}
        E10|乙山区|用电量|level|920000000|千瓦时|2.4|{YEAR}
        G10|乙山区|用电量|level|898430000|千瓦时||{BEFORE}
        E11|乙山区|规上工业企业数|level|140|家|3|{YEAR}
        G11|乙山区|规上工业企业数|level|136|家||{BEFORE}
        """,
        "主要指标",
    ),
    "企业产值": Ledger(
        [
            ["2023年1-10月乙山区重点企业产值完成情况表"],
            ["单位：万元、%"],
            ["序号", "企业名称", "产值", None, "增速", "税收", "统一社会信用代码"],
            [None, None, "本月", "累计"],
            [1, "甲川新能源有限公司", 1200, 13000, 15.2, 560, "91500104MA5U000001"],
            [2, "丙岭机械有限公司", 900, 8700, -4.4, 320, "91500104MA5U000002"],
            [3, "丁溪科技有限公司", 450, 5100, 30.1, "—", 500104200000123456],
            ["合计", None, 2550, 26800, 10.3, 880],
        ],
        f"""
        C5|甲川新能源有限公司|产值|level|12000000|元||{MONTH}
        D5|甲川新能源有限公司|产值|level|130000000|元|15.2|{YEAR}
        F5|甲川新能源有限公司|税收|level|5600000|元||{YEAR}
        C6|丙岭机械有限公司|产值|level|9000000|元||{MONTH}
        D6|丙岭机械有限公司|产值|level|87000000|元|-4.4|{YEAR}
        F6|丙岭机械有限公司|税收|level|3200000|元||{YEAR}
        C7|丁溪科技有限公司|产值|level|4500000|元||{MONTH}
        D7|丁溪科技有限公司|产值|level|51000000|元|30.1|{YEAR}
        C8|乙山区重点企业|产值|level|25500000|元||{MONTH}
        D8|乙山区重点企业|产值|level|268000000|元|10.3|{YEAR}
        F8|乙山区重点企业|税收|level|8800000|元||{YEAR}
        """,
        "Sheet1",
    ),
    "项目进度": Ledger(
        [
            ["乙山区重点项目进度表（截至2023年10月31日）"],
            [
                "项目名称",
                "建设单位",
                "总投资（亿元）",
                "2023年计划投资（亿元）",
                "1-10月完成投资（亿元）",
                "完成年度计划（%）",
                "开工时间",
                "竣工时间",
            ],
            ["滨江大道改造工程", "乙山城投集团", "8.6", 3, 2.4, 80, date(2022, 3, 1), date(2024, 6, 30)],
            ["数字产业园二期", "乙山产投公司", 15, 5, 4.1, 82, date(2023, 1, 10), date(2025, 12, 31)],
            ["山前水厂扩建", "乙山水务公司", 1.2, 1, None, None, date(2023, 12, 1), date(2024, 12, 31)],
        ],
        f"""
        C3|滨江大道改造工程|总投资|level|860000000|元|||2023-10-31|actual
        D3|滨江大道改造工程|计划投资|level|300000000|元||{GOAL}
        E3|滨江大道改造工程|完成投资|level|240000000|元||{YEAR}
        F3|滨江大道改造工程|投资目标完成率|completion|80|%||{YEAR}
        C4|数字产业园二期|总投资|level|1500000000|元|||2023-10-31|actual
        D4|数字产业园二期|计划投资|level|500000000|元||{GOAL}
        E4|数字产业园二期|完成投资|level|410000000|元||{YEAR}
        F4|数字产业园二期|投资目标完成率|completion|82|%||{YEAR}
        C5|山前水厂扩建|总投资|level|120000000|元|||2023-10-31|actual
        D5|山前水厂扩建|计划投资|level|100000000|元||{GOAL}
        """,
    ),
    "目标任务": Ledger(
        [
            ["乙山区2023年目标任务完成情况"],
            ["责任单位", "目标任务", "单位", "年度目标", "1-10月完成", "完成率", "与去年同期比增减"],
            ["发改委", "固定资产投资", "亿元", 120, 102.4, "85.3%", "-3.6%"],
            ["经信委", "规上工业总产值", "亿元", 250, 203.6, "81.4%", "6.1%"],
            ["商务委", "社会消费品零售总额", "亿元", 118, 98.1, "83.1%", "8.2%"],
            ["招商局", "签约项目", "个", 60, 52, "86.7%", "10.6%"],
        ],
        f"""
        D3|乙山区|固定资产投资|level|12000000000|元||{GOAL}
        E3|乙山区|固定资产投资|level|10240000000|元|-3.6|{YEAR}
        F3|乙山区|固定资产投资目标完成率|completion|85.3|%||{YEAR}
        D4|乙山区|规上工业总产值|level|25000000000|元||{GOAL}
        E4|乙山区|规上工业总产值|level|20360000000|元|6.1|{YEAR}
        F4|乙山区|规上工业总产值目标完成率|completion|81.4|%||{YEAR}
        D5|乙山区|社会消费品零售总额|level|11800000000|元||{GOAL}
        E5|乙山区|社会消费品零售总额|level|9810000000|元|8.2|{YEAR}
        F5|乙山区|社会消费品零售总额目标完成率|completion|83.1|%||{YEAR}
        D6|乙山区|签约项目数|level|60|个||{GOAL}
        E6|乙山区|签约项目数|level|52|个|10.6|{YEAR}
        F6|乙山区|签约项目目标完成率|completion|86.7|%||{YEAR}
        """,
    ),
    "镇街两级表头": Ledger(
        [
            ["乙山区各镇街2023年1-9月主要指标"],
            ["镇街", "规上工业总产值", None, None, "限上零售额", None, None],
            [None, "累计（亿元）", "同比（%）", "占全区比重（%）", "累计（亿元）", "同比（%）", "环比（%）"],
            ["城关镇", 33.5, 4.4, 22.1, 6.6, 3.2, 1.1],
            ["河口镇", 20.1, -1.2, 13.3, 4.1, 2.2, -0.5],
            ["全区合计", 151.6, 5.1, 100, 30.3, 6.1, None],
        ],
        """
        B4|城关镇|规上工业总产值|level|3350000000|元|4.4|2023-01-01|2023-09-30|actual
        D4|城关镇|规上工业总产值占全区比重|share|22.1|%||2023-01-01|2023-09-30|actual
        E4|城关镇|限上零售额|level|660000000|元|3.2|2023-01-01|2023-09-30|actual
        G4|城关镇|限上零售额环比增速|growth|1.1|%||2023-01-01|2023-09-30|actual
        B5|河口镇|规上工业总产值|level|2010000000|元|-1.2|2023-01-01|2023-09-30|actual
        D5|河口镇|规上工业总产值占全区比重|share|13.3|%||2023-01-01|2023-09-30|actual
        E5|河口镇|限上零售额|level|410000000|元|2.2|2023-01-01|2023-09-30|actual
        G5|河口镇|限上零售额环比增速|growth|-0.5|%||2023-01-01|2023-09-30|actual
        B6|乙山区|规上工业总产值|level|15160000000|元|5.1|2023-01-01|2023-09-30|actual
        D6|乙山区|规上工业总产值占全区比重|share|100|%||2023-01-01|2023-09-30|actual
        E6|乙山区|限上零售额|level|3030000000|元|6.1|2023-01-01|2023-09-30|actual
        """,
    ),
    "一页两表": Ledger(
        [
            ["乙山区2023年1-10月产业情况"],
            ["产业", "产值（亿元）", "增速", "企业数", "比上年增加（家）"],
            ["新材料", 33.6, 1.1, 12, 2],
            ["软件", 6, -2, 30, 5],
            ["小计", 39.6, 0.6, 42, 7],
            [],
            ["2022年各产业税收"],
            ["单位：万元"],
            ["产业", "税收", "产业", "税收"],
            ["新材料", 5200, "软件", 1100],
            ["大健康", 800, "文旅", 300],
            ["注：税收为入库数。"],
        ],
        f"""
        B3|乙山区新材料产业|产值|level|3360000000|元|1.1|{YEAR}
        D3|乙山区新材料产业|企业数|level|12|家||{YEAR}
        E3|乙山区新材料产业|企业数增加|delta|2|家||{YEAR}
        B4|乙山区软件产业|产值|level|600000000|元|-2|{YEAR}
        D4|乙山区软件产业|企业数|level|30|家||{YEAR}
        E4|乙山区软件产业|企业数增加|delta|5|家||{YEAR}
        B10|乙山区新材料产业|税收|level|52000000|元||2022-01-01|2022-12-31|actual
        D10|乙山区软件产业|税收|level|11000000|元||2022-01-01|2022-12-31|actual
        B11|乙山区大健康产业|税收|level|8000000|元||2022-01-01|2022-12-31|actual
        D11|乙山区文旅产业|税收|level|3000000|元||2022-01-01|2022-12-31|actual
        """,
    ),
    "分组合计": Ledger(
        [
            ["乙山区2023年三季度各产业重点企业营收（万元）"],
            ["类别", "企业名称", "营业收入", "同比"],
            ["新材料产业", "甲川新能源有限公司", 3200, "5.5%"],
            [None, "丙岭材料有限公司", 1800, "-1.5%"],
            [None, "小计", 5000, "2.9%"],
            ["软件产业", "丁溪科技有限公司", 900, "12%"],
            [None, "小计", 900, "12%"],
            ["合计", None, 5900, "4.2%"],
        ],
        """
        C3|甲川新能源有限公司|营业收入|level|32000000|元|5.5|2023-07-01|2023-09-30|actual
        C4|丙岭材料有限公司|营业收入|level|18000000|元|-1.5|2023-07-01|2023-09-30|actual
        C5|乙山区新材料产业|营业收入|level|50000000|元|2.9|2023-07-01|2023-09-30|actual
        C6|丁溪科技有限公司|营业收入|level|9000000|元|12|2023-07-01|2023-09-30|actual
        C7|乙山区软件产业|营业收入|level|9000000|元|12|2023-07-01|2023-09-30|actual
        C8|乙山区重点企业|营业收入|level|59000000|元|4.2|2023-07-01|2023-09-30|actual
        """,
    ),
}


def by_cell(document: Document, facts: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    places = {anchor.span.start: anchor.cell for anchor in document.anchors}
    return {places[fact.span.start]: told(fact) for fact in facts}


def as_book(ledger: Ledger) -> Document:
    return Document.open(book(**{ledger.name: ledger.rows}), "乙山区.xlsx")


@pytest.mark.parametrize("name", LEDGERS)
def test_a_workbook_says_what_a_careful_clerk_finds(name: str) -> None:
    document = as_book(LEDGERS[name])
    assert by_cell(document, read(document, DAY).facts) == wanted(LEDGERS[name].gold)


@pytest.mark.parametrize("name", LEDGERS)
def test_the_same_cells_sent_as_csv_say_the_same(name: str) -> None:
    held = StringIO()
    shown = [[f"{v.year}/{v.month}/{v.day}" if isinstance(v, date) else v for v in row] for row in LEDGERS[name].rows]
    csv.writer(held).writerows(shown)
    document = Document.open(held.getvalue().encode("gb18030"), "乙山区.csv")
    assert by_cell(document, read(document, DAY).facts) == wanted(LEDGERS[name].gold)


@pytest.mark.parametrize("name", LEDGERS)
def test_the_same_cells_pasted_from_a_sheet_say_the_same(name: str) -> None:
    rows = LEDGERS[name].rows
    width = max(map(len, rows))
    pasted = "\n".join(
        "\t".join("" if v is None else f"{v.year}/{v.month}/{v.day}" if isinstance(v, date) else str(v) for v in row)
        + "\t" * (width - max(1, len(row)))
        for row in rows
    )
    facts = read(Document.from_text(pasted, name="乙山区"), DAY).facts
    assert [told(fact) for fact in facts] == list(wanted(LEDGERS[name].gold).values())


def test_a_code_the_sheet_has_worn_down_is_said_and_not_mended() -> None:
    document = as_book(LEDGERS["企业产值"])
    (reason,) = [use.reason for use in read(document, DAY).numbers if use.span.of(document.text).startswith("5001042")]
    assert reason == "超过15位的编号已被表格软件改写，末几位不可信"


def test_there_are_enough_of_them() -> None:
    assert sum(len(wanted(ledger.gold)) for ledger in LEDGERS.values()) >= 80
