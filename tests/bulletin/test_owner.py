"""Whose figure it is, where an industry, its firms, its projects and its events stand side by side."""

from datetime import date
from decimal import Decimal

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.assemble import UNNAMED
from liantu.bulletin.reading import Fact, Use

HEAD = "# 乙山区产业月报\n\n## 一、装备制造产业\n\n1-10月，全区装备制造产业营收41亿元，同比增长6%。\n\n"


def facts(text: str) -> list[Fact]:
    return list(read(Document.from_text(text), date(2023, 12, 20)).facts)


def told(paragraph: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [(fact.subject, fact.measure) for fact in facts(head + paragraph) if fact.span.start >= len(head)]


@pytest.mark.parametrize(
    ("paragraph", "owners"),
    [
        ("宏岭重工、青石精密是龙头企业。截至目前，宏岭重工今年轴承销量同比增长8%。", [("宏岭重工", "轴承销量")]),
        ("宏岭重工、青石精密是龙头企业。1-10月，出口额同比增长8%。", [(UNNAMED, "出口额")]),
        ("宏岭重工是重点企业。1-10月，营收3亿元，利润同比下降2%。", [("宏岭重工", "营收"), ("宏岭重工", "利润")]),
        ("宏岭重工是重点企业。目前，产业企业有60家。", [("乙山区装备制造产业", "企业数")]),
        ("宏岭重工是重点企业。今年，全区引进装备制造项目7个。", [("乙山区装备制造产业", "引进项目数")]),
        ("宏岭重工是重点企业。\n\n1-10月，产值38亿元。", [("乙山区装备制造产业", "产值")]),
        (
            "东石机械有限公司的二期车间正在施工，计划明年6月竣工。竣工后，年产齿轮箱3万台。",
            [("东石机械有限公司", "齿轮箱年产量")],
        ),
        ("首批设备已进场。投产后，预计年产值2亿元。", [(UNNAMED, "年产值")]),
        ("远帆股份今年前10月产值同比增长11%。", [("远帆股份", "产值")]),
        ("乙河精工今年轴承销量同比增长8%，利润同比增长2%。", [(UNNAMED, "乙河精工轴承销量"), (UNNAMED, "利润")]),
        ("龙头企业宏岭重工前三季度营收3亿元。", [("宏岭重工", "营收")]),
        ("宏岭重工、青石精密等骨干企业1-10月合计营收5亿元。", [("宏岭重工、青石精密等骨干企业", "营收")]),
        ("前三季度，东石机械有限公司卖出轴承5万套。", [("东石机械有限公司", "轴承销量")]),
        ("作为全区装备制造产业龙头，乙河精工前三季度营收3亿元。", [(UNNAMED, "乙河精工营收")]),
        ("位于南园的乙河精工，前三季度产值3亿元，增长5%。", [(UNNAMED, "产值")]),
        ("走进乙河精工，去年产值3亿元。", [(UNNAMED, "产值")]),
        ("其中，乙河精工实现产值3亿元。", [(UNNAMED, "产值")]),
        ("乙河精工带动配套企业45家。", [(UNNAMED, "乙河精工带动配套企业数")]),
        ("“今年前三季度产值3亿元。”一家企业的总经理说。", [(UNNAMED, "产值")]),
        (
            "宏岭重工是龙头企业，前三季度营收3亿元，占全产业的14%。",
            [("宏岭重工", "营收"), ("宏岭重工", "营收占全产业比重")],
        ),
        (
            "东石机械有限公司建成3条生产线。产业整体产能达到2万台。",
            [("东石机械有限公司", "建成生产线数"), ("乙山区装备制造产业", "整体产能")],
        ),
        (
            "规上企业实现产值39亿元，产业办主任介绍，利润实现2亿元。",
            [("乙山区装备制造产业", "规上企业产值"), ("乙山区装备制造产业", "利润")],
        ),
        ("南码头开园至今，入驻商户40家。", [("南码头", "入驻商户数")]),
        (
            "东石机械有限公司投资3亿元扩建，达产后年产值5亿元。",
            [("东石机械有限公司", "投资"), ("东石机械有限公司", "年产值")],
        ),
        ("按照集群方案，到2026年，产业企业达到90家。", [("乙山区装备制造产业", "企业数")]),
        ("区里的装备制造企业有70多家。", [("乙山区装备制造产业", "企业数")]),
        ("全区制造企业有70多家。", [("乙山区制造产业", "企业数")]),
        ("去年底，全行业营收39亿元。", [("乙山区装备制造产业", "营收")]),
    ],
)
def test_a_figure_goes_to_whom_the_words_name(paragraph: str, owners: list[tuple[str, str]]) -> None:
    assert told(paragraph) == owners


def test_a_figure_nobody_is_named_for_is_not_sure() -> None:
    unsure = [fact for fact in facts(HEAD + "甲厂、乙厂都在扩建。达产后，年产值2亿元。") if fact.subject == UNNAMED]
    assert [fact.confidence for fact in unsure] == [Decimal("0.50")]


@pytest.mark.parametrize(
    "sentence",
    [
        "日前，2023年四季度项目暨第二次产业链项目集中签约活动在乙山办结，签约项目9个，协议总投资31亿元。",
        "近日，乙山区2023年四季度项目暨第二次产业链项目集中签约活动举行，签约项目9个，协议总投资31亿元。",
        "2023年四季度项目暨第二次产业链项目集中签约活动签约项目9个，协议总投资31亿元。",
        "乙山2023年四季度项目暨第二次产业链项目集中签约活动上，共签约项目9个，协议总投资31亿元。",
    ],
)
def test_a_signing_owns_what_was_signed(sentence: str) -> None:
    event = "乙山区2023年四季度项目暨第二次产业链项目集中签约活动"
    found = facts(f"# 乙山区招商快报\n\n今年，全区到位资金5亿元。\n\n{sentence}")
    assert [(fact.subject, fact.measure) for fact in found[1:]] == [(event, "签约项目数"), (event, "协议总投资")]


@pytest.mark.parametrize("verb", ["做到", "干到", "冲到", "达到", "攀升至", "冲上", "增至"])
def test_a_level_may_be_reached_in_many_words(verb: str) -> None:
    found = facts(f"今年1-10月，乙山区茶产业营收8亿元，同比上升3%；产值{verb}7亿元，同比上升4%。")
    assert [(fact.measure, fact.value, fact.yoy) for fact in found] == [
        ("营收", Decimal(8), Decimal(3)),
        ("产值", Decimal(7), Decimal(4)),
    ]


def test_what_opens_later_takes_the_time_of_the_opening() -> None:
    paragraph = "东石机械有限公司的二期车间正在施工，计划明年6月竣工。竣工后，年产值2亿元。"
    found = facts(HEAD + paragraph)[-1]
    assert (found.period_text, found.period_start, found.modality.value) == ("明年6月", date(2024, 6, 1), "forecast")


def test_a_year_after_full_production_is_no_year_to_come() -> None:
    found = facts(HEAD + "东石机械有限公司正在扩建，达产后年产值5亿元。")[-1]
    assert (found.period_text, found.modality.value) == (None, "forecast")


def test_a_firm_that_invests_at_a_signing_does_so_on_its_day() -> None:
    found = facts("10月28日，乙山区秋季集中签约仪式举行，签约项目6个；东石机械有限公司投资2亿元。")
    assert {fact.period_end for fact in found} == {date(2023, 10, 28)}


def test_since_the_new_year_and_up_to_now_is_one_period() -> None:
    found = facts("截至11月底，乙山区今年发电量同比增长8%。")[0]
    assert (found.period_start, found.period_end) == (date(2023, 1, 1), date(2023, 11, 30))


def test_a_higher_offices_list_of_chains_is_a_name() -> None:
    reading = read(
        Document.from_text("甲河市26条重点产业链里没有茶。全市26条重点产业链中，乙山区茶产业链在列。"),
        date(2023, 12, 20),
    )
    assert not [fact for fact in reading.facts if fact.span.start > 16]
    assert [number.use for number in reading.numbers][-1] is Use.NAME


def test_a_batch_told_after_the_list_is_counted() -> None:
    found = facts("# 乙山区快报\n\n今年，省农业农村厅公布省级特色产业集群，第二批15个，乙山茶叶在列。")
    assert [(fact.subject, fact.measure, fact.value) for fact in found] == [("省级特色产业集群", "集群数", Decimal(15))]


@pytest.mark.parametrize(
    "sentence",
    ["青石岭一季度完成产值8.9亿元。", "青石岭完成产值8.9亿元。", "中岭汇谷一季度营收2.3亿元。"],
)
def test_a_firm_nobody_introduced_never_gives_its_figure_to_the_place(sentence: str) -> None:
    [fact] = facts(f"乙山区快报\n\n全区经济平稳。\n\n{sentence}")
    assert fact.subject == UNNAMED


@pytest.mark.parametrize("who", ["规上工业", "民营经济", "固定资产投资", "城镇居民人均可支配收入"])
def test_a_part_of_the_place_keeps_its_figure(who: str) -> None:
    said = "完成8.9亿元" if who.endswith(("投资", "收入")) else "实现产值8.9亿元"
    [fact] = facts(f"乙山区快报\n\n全区经济平稳。\n\n{who}一季度{said}。")
    assert fact.subject in ("乙山区", "全区")
