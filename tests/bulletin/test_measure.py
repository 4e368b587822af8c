import pytest

from liantu.bulletin.measure import flows, head_of, is_local, name_count, name_level, name_product, split_verb


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("实现营收", "营收"),
        ("累计完成规上工业总产值", "规上工业总产值"),
        ("限额以上单位实现消费品零售额", "限额以上单位消费品零售额"),
        ("计划总投资", "计划总投资"),
        ("精制植物油实现产量", "精制植物油产量"),
        ("机声隆隆", ""),
    ],
)
def test_a_level_takes_its_name_from_the_text(words: str, name: str) -> None:
    assert name_level(words, "元") == name


@pytest.mark.parametrize(
    ("before", "noun", "verb", "name"),
    [
        ("共签约", "项目", "", "签约项目数"),
        ("", "影视企业", "入驻", "入驻影视企业数"),
        ("新增", "高新技术企业", "", "新增高新技术企业数"),
        ("集聚", "产业企业", "", "企业数"),
    ],
)
def test_a_count_keeps_the_verb_that_limits_it(before: str, noun: str, verb: str, name: str) -> None:
    assert name_count(before, noun, verb, "家") == name


def test_a_count_of_nothing_named_has_no_name() -> None:
    assert name_count("", "", "", "个") == ""


def test_produced_amounts_and_areas_are_named_for_what_they_are() -> None:
    assert name_product("变压器", "千伏安") == "变压器产量"
    assert name_product("占地", "亩") == "占地面积"
    assert name_product("处理污水", "吨") == "污水处理量"


def test_flow_and_stock_are_told_apart() -> None:
    assert flows("营收") is True
    assert flows("存款余额") is False
    assert flows("引进项目数") is True
    assert flows("企业数") is False
    assert flows("热闹") is None


def test_the_places_own_totals_stay_with_the_place() -> None:
    assert is_local("营收")
    assert not is_local("社会消费品零售总额")


def test_the_longest_head_wins() -> None:
    assert head_of("城镇消费品零售额") == "消费品零售额"
    assert split_verb("增加值") == ("", "增加值")
