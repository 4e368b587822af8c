"""Tables of Word bulletins, which come as lines with tabs: whose figure each cell is, in what unit, of what time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.document import Document
from liantu.bulletin.fold import fold
from liantu.bulletin.gate import admit
from liantu.bulletin.read import read
from liantu.bulletin.reading import Aspect, Fact, Modality, Reading, Use

DAY = date(2023, 12, 28)
ROWS = "# 乙山区快报\n附表：各产业主要数据\n产业\t口径\t时期\t数值\t同比\n"


def _read(text: str) -> Reading:
    return read(Document.from_text(text), DAY)


def _told(text: str) -> list[tuple[str, str, str, str | None]]:
    """Subject, measure, base value with its unit, and growth of every fact."""
    facts = _read(text).facts
    return [
        (f.subject, f.measure, f"{f.value_base}{f.unit_base}", None if f.yoy is None else str(f.yoy)) for f in facts
    ]


def _only(text: str) -> Fact:
    (fact,) = _read(text).facts
    return fact


def test_each_row_is_of_its_own_industry_and_its_growth_goes_with_its_level() -> None:
    rows = "新材料\t营业收入\t2023年1—11月\t59亿元\t6.1%\n现代服务业\t增加值\t2023年前三季度\t124.3亿元\t-7.3%\n"
    assert _told(ROWS + rows) == [
        ("乙山区新材料产业", "营业收入", "5900000000元", "6.1"),
        ("乙山区现代服务业", "增加值", "12430000000元", "-7.3"),
    ]


def test_a_dash_is_missing_and_never_zero() -> None:
    fact = _only(ROWS + "大健康\t营业收入\t2022年\t137.6亿元\t—\n文旅\t—\t—\t无汇总数\t—\n")
    assert (fact.subject, fact.yoy, fact.period_start, fact.period_end) == (
        "乙山区大健康产业",
        None,
        date(2022, 1, 1),
        date(2022, 12, 31),
    )


def test_measures_stand_as_columns_with_their_units_in_the_head() -> None:
    table = "产业\t1—10月营业收入（亿元）\t同比（%）\t企业数（家）\n软件\t−3.5\t-12\t1,203\n合计\t55.5\t4\t—\n"
    assert _told("# 乙山区快报\n各产业情况\n" + table) == [
        ("乙山区软件产业", "营业收入", "-350000000元", "-12"),
        ("乙山区软件产业", "企业数", "1203家", None),
        ("乙山区", "营业收入", "5550000000元", "4"),
    ]


def test_the_caption_gives_the_unit_and_the_time() -> None:
    text = "# 乙山区快报\n表1 2023年1—11月各产业运行情况\n单位：亿元、%\n序号\t产业\t产值\t同比\n1\t新材料\t59.0\t6.1\n"
    fact = _only(text)
    assert (fact.unit, fact.value_base, fact.yoy) == ("亿元", Decimal(5900000000), Decimal("6.1"))
    assert (fact.period_start, fact.period_end) == (date(2023, 1, 1), date(2023, 11, 30))
    assert fact.quotes[0].of(text) == "1\t新材料\t59.0\t6.1"
    assert "单位：亿元、%" in [quote.of(text) for quote in fact.quotes]


def test_the_first_quote_is_the_row_and_the_head_follows() -> None:
    text = "# 乙山区快报\n产业\t营业收入（亿元）\n新材料\t59\n"
    assert [quote.of(text) for quote in _only(text).quotes] == ["新材料\t59", "营业收入（亿元）"]


def test_measures_stand_as_rows_beside_a_column_of_units() -> None:
    rows = "地区生产总值\t亿元\t325.1\t5.2\n#第一产业增加值\t亿元\t12.0\t-1.5\n规上工业企业\t家\t140\t3.0\n"
    table = "指标\t单位\t绝对量\t同比增长（%）\n" + rows
    assert _told("# 乙山区2023年1—10月统计月报\n主要指标\n" + table) == [
        ("乙山区", "地区生产总值", "32510000000元", "5.2"),
        ("乙山区第一产业", "增加值", "1200000000元", "-1.5"),
        ("乙山区", "规上工业企业数", "140家", "3"),
    ]


def test_growth_without_a_level_is_a_fact_of_its_own() -> None:
    table = "指标\t绝对量（亿元）\t同比增长（%）\n规上工业增加值\t—\t7.1\n"
    fact = _only("# 乙山区2023年1—10月统计月报\n主要指标\n" + table)
    assert (fact.measure, fact.aspect, fact.value_base, fact.yoy) == (
        "规上工业增加值",
        Aspect.GROWTH,
        Decimal("7.1"),
        None,
    )


def test_a_joint_head_tells_the_month_from_the_year_so_far() -> None:
    table = "指标（亿元）\t本月\t\t累计\t\n\t总量\t同比（%）\t总量\t同比（%）\n工业总产值\t12.1\t3.2\t118.4\t下降4.4\n"
    month, so_far = _read("# 乙山区2023年10月工业快报\n" + table).facts
    assert (month.period_start, month.period_end, month.yoy) == (date(2023, 10, 1), date(2023, 10, 31), Decimal("3.2"))
    assert (so_far.period_start, so_far.period_end, so_far.yoy) == (
        date(2023, 1, 1),
        date(2023, 10, 31),
        Decimal("-4.4"),
    )


def test_a_goal_stands_beside_what_is_done_and_the_rate() -> None:
    table = "指标\t年度目标\t完成数\t完成率\n营业收入\t80亿元\t59亿元\t73.75%\n"
    facts = _read("# 乙山区快报\n今年1—9月，情况如下。\n" + table).facts
    assert [(f.measure, f.modality, f.aspect) for f in facts] == [
        ("营业收入", Modality.TARGET, Aspect.LEVEL),
        ("营业收入", Modality.ACTUAL, Aspect.LEVEL),
        ("营业收入目标完成率", Modality.ACTUAL, Aspect.COMPLETION),
    ]
    assert [f.period_end for f in facts] == [date(2023, 12, 31), date(2023, 9, 30), date(2023, 9, 30)]


def test_growth_belongs_to_this_year_where_last_year_stands_beside_it() -> None:
    table = "镇街\t2023年营业收入（万元）\t2022年营业收入（万元）\t同比（%）\n城关镇\t600\t500\t20\n"
    this, last = _read("# 乙山区快报\n" + table).facts
    assert (this.period_end, this.yoy) == (date(2023, 12, 31), Decimal(20))
    assert (last.period_end, last.yoy) == (date(2022, 12, 31), None)


def test_a_joined_cell_goes_on_for_the_rows_below() -> None:
    table = "产业\t指标\t数值\n新材料\t营业收入\t59亿元\n\t企业数\t63家\n"
    assert [(s, m) for s, m, _, _ in _told("# 乙山区快报\n" + table)] == [
        ("乙山区新材料产业", "营业收入"),
        ("乙山区新材料产业", "企业数"),
    ]


def test_industries_may_stand_as_columns_and_months_as_rows() -> None:
    table = "月份\t新材料产业\t合计\n1月\t3.1\t5.1\n1—2月\t6\t10.5\n"
    facts = _read("# 乙山区快报\n2022年各产业营业收入（亿元）\n" + table).facts
    assert [(f.subject, f.measure, f.value, f.period_end) for f in facts] == [
        ("乙山区新材料产业", "营业收入", Decimal("3.1"), date(2022, 1, 31)),
        ("乙山区", "营业收入", Decimal("5.1"), date(2022, 1, 31)),
        ("乙山区新材料产业", "营业收入", Decimal(6), date(2022, 2, 28)),
        ("乙山区", "营业收入", Decimal("10.5"), date(2022, 2, 28)),
    ]


def test_every_number_of_a_table_is_booked() -> None:
    text = "# 乙山区快报\n序号\t产业\t营业收入\t排名\t得分\n1\t新材料\t59\t3\t8.5\n2\t软件\t6亿元\t4\t—\n小计\t\t\t\n"
    reading = _read(text)
    uses = {(use.span.of(text), use.use, use.reason) for use in reading.numbers}
    assert {
        ("1", Use.LIST, "序号"),
        ("59", Use.REVIEW, "没有写明单位"),
        ("3", Use.ORDINAL, "名次"),
        ("8.5", Use.REVIEW, "没有认出这一栏是什么"),
    } <= uses
    assert [(f.subject, f.value) for f in reading.facts] == [("乙山区软件产业", Decimal(6))]


def test_a_part_of_a_sum_has_no_owner_and_waits() -> None:
    text = "# 乙山区快报\n企业\t营业收入（亿元）\n东石有限公司\t5\n合计\t9\n"
    reading = _read(text)
    assert [f.subject for f in reading.facts] == ["东石有限公司"]
    assert [use.reason for use in reading.numbers if use.span.of(text) == "9"] == ["这一行没有写明是谁的数"]


def test_a_unit_for_money_is_not_lent_to_a_count() -> None:
    text = "# 乙山区快报\n单位：亿元\n产业\t产值\t企业数\n新材料\t59\t63\n"
    assert [(f.measure, f.value, f.unit) for f in _read(text).facts] == [
        ("产值", Decimal(59), "亿元"),
        ("企业数", Decimal(63), "家"),
    ]


def test_lines_with_tabs_but_no_head_are_read_as_sentences() -> None:
    text = "# 乙山区快报\n1月\t产值5亿元\n2月\t产值6亿元\n"
    assert {fact.rule for fact in _read(text).facts} == {"level"}


def test_the_gate_wants_the_head_that_lends_the_unit() -> None:
    document = Document.from_text("# 乙山区快报\n产业\t营业收入（亿元）\t同比（%）\n新材料\t59\t6.1\n")
    (fact,) = read(document, DAY).facts
    assert admit(document, [fact], DAY)[0] == [fact]
    bare = replace(fact, quotes=fact.quotes[:1])
    assert [why for _, why in admit(document, [bare], DAY)[1]] == ["数值或单位与原文不符"]
    wrong = replace(fact, unit="万元", value_base=Decimal(590000))
    assert [why for _, why in admit(document, [wrong], DAY)[1]] == ["数值或单位与原文不符"]
    assert [why for _, why in admit(document, [replace(fact, yoy=Decimal("6.2"))], DAY)[1]] == ["引文里没有这个同比"]
    assert [why for _, why in admit(document, [replace(fact, yoy=Decimal("-6.1"))], DAY)[1]] == [
        "原文没有下降的说法，同比却为负"
    ]


@given(st.decimals(-9999, 9999, places=2), st.decimals(-99, 99, places=1), st.sampled_from(["亿元", "万元", "万吨"]))
def test_any_figure_keeps_its_size_and_sign(level: Decimal, growth: Decimal, unit: str) -> None:
    measure = "产值" if unit.endswith("元") else "用电量"
    text = f"# 乙山区快报\n产业\t{measure}（{unit}）\t同比（%）\n新材料\t{level}\t{growth}\n软件\t1\t1\n"
    fact = next(f for f in _read(text).facts if f.subject == "乙山区新材料产业")
    assert (fact.value, fact.unit, fact.yoy) == (level, unit, growth)
    assert fact.span.of(fold(text)) == str(level)
