from datetime import date

from liantu.bulletin import Document, Reading, read

PUBLISHED = date(2023, 12, 22)


def reading(text: str) -> Reading:
    return read(Document.from_text(text), PUBLISHED)


def kinds(text: str) -> list[str]:
    return [conflict.kind for conflict in reading(text).conflicts]


def test_a_part_of_the_year_beside_the_whole_year() -> None:
    found = reading("“今年1-11月，乙山区茶产业全年实现营收59亿元。”负责人说。")
    assert [c.kind for c in found.conflicts] == ["two_times"]
    assert found.facts[0].period_end == date(2023, 11, 30)
    assert found.conflicts[0].facts == (found.facts[0].id,)


def test_two_periods_about_two_figures_are_no_conflict() -> None:
    assert kinds("去年，乙山区产值5亿元，今年1-11月产值6亿元。") == ["mixed_times"]


def test_a_goal_of_output_over_a_body_of_revenue() -> None:
    text = "# 环保产业 三年内实现百亿级产值\n今年1-10月，乙山区环保产业营收70亿元，预计到2025年营收将突破100亿元。"
    found = next(c for c in reading(text).conflicts if c.kind == "goal_measure")
    assert all(word in found.zh for word in ("产值", "营收"))


def test_a_goal_in_one_measure_is_no_conflict() -> None:
    text = "# 环保产业 三年内实现百亿级营收\n今年1-10月，乙山区环保产业营收70亿元，预计到2025年营收将突破100亿元。"
    assert "goal_measure" not in kinds(text)


def test_a_goal_told_with_its_measure_first() -> None:
    text = "# 环保产业 四年内产值冲到百亿级\n今年1-10月，乙山区环保产业营收70亿元，预计到2027年营收突破100亿元。"
    found = next(c for c in reading(text).conflicts if c.kind == "goal_measure")
    assert all(word in found.zh for word in ("百亿级产值", "营收100亿元"))


def test_revenue_in_short_and_in_full_is_one_measure() -> None:
    text = "# 环保产业 四年内营收冲到百亿级\n预计到2027年，乙山区环保产业营业收入突破100亿元。"
    assert "goal_measure" not in kinds(text)


def test_a_jump_of_the_rate_that_leaves_nothing_before() -> None:
    text = "前三季度，乙山区服务业增加值120亿元，同比增长7.3%，比上半年的增速高7.2个百分点。"
    found = next(c for c in reading(text).conflicts if c.kind == "implied_base")
    assert all("0.1%" in said for said in (found.zh, found.en))


def test_an_ordinary_change_of_the_rate_is_no_conflict() -> None:
    assert "implied_base" not in kinds(
        "前三季度，乙山区服务业增加值120亿元，同比增长7.3%，增速较上半年提升0.4个百分点。"
    )


def test_little_money_paid_in_is_told_with_its_rate() -> None:
    text = "1-11月，乙山区到位资金2.4亿元，合同投资额10.6亿元。"
    found = next(c for c in reading(text).conflicts if c.kind == "paid_in_low")
    assert "22.6%" in found.zh


def test_figures_of_different_times_are_told_apart() -> None:
    text = "截至11月底，乙山区茶产业拥有企业40家。今年1-10月，茶产业实现营收9亿元。乙山区茶产业向好。"
    assert "mixed_times" in kinds(text)


def test_two_values_for_one_thing_both_stay() -> None:
    text = "今年1-10月，乙山区实现产值5亿元。工人很忙。\n今年1-10月，乙山区实现产值6亿元。"
    found = reading(text)
    assert [c.kind for c in found.conflicts] == ["two_values"]
    assert len(found.facts) == 2


def test_a_conflict_quotes_the_text_and_says_the_same_in_two_languages() -> None:
    text = "1-11月，乙山区到位资金2.4亿元，合同投资额10.6亿元。"
    for conflict in reading(text).conflicts:
        assert all((conflict.zh, conflict.en))
        assert all(quote.of(text) for quote in conflict.quotes)
