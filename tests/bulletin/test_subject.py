from datetime import date

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.cast import Cast, gather
from liantu.bulletin.fold import fold
from liantu.bulletin.memory import Memory, industry_of_heading
from liantu.bulletin.place import Place, find
from liantu.bulletin.subject import split_subject

CAST = Cast(("新材料",), ("晨露环境",), ("智造园",))


def memory() -> Memory:
    return Memory(Place("乙山区", "甲河市", ""), CAST)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("全区新材料产业实现营收", "乙山区新材料产业"),
        ("乙山新材料产业实现营收", "乙山区新材料产业"),
        ("全市新材料产业实现营收", "甲河市新材料产业"),
        ("第二产业增加值", "乙山区第二产业"),
        ("晨露环境营收", "晨露环境"),
        ("全区地区生产总值", "乙山区"),
        ("东岭县", "东岭县"),
    ],
)
def test_the_head_of_a_clause_names_whose_figure_it_is(words: str, name: str) -> None:
    named = split_subject(words, memory())
    assert named is not None
    assert named.name == name


@pytest.mark.parametrize("words", ["实现营收", "规上工业增加值", "各区县", "完成市分配任务", "产业企业达到"])
def test_words_that_name_nobody_are_left_alone(words: str) -> None:
    assert split_subject(words, memory()) is None


def test_words_that_point_back_take_the_one_named_last() -> None:
    mind = memory()
    mind.notice("晨露环境的车间")
    named = split_subject("该企业营收", mind)
    assert named is not None
    assert (named.name, named.kind) == ("晨露环境", "firm")


def test_the_place_is_found_at_the_level_a_text_calls_its_own() -> None:
    text = fold("甲河市乙山区快报\n今年，全区签约项目5个，全市领先。乙山区产值增长，全区向好。")
    place = find("甲河市乙山区快报", text)
    assert (place.name, place.parent, place.resolve("全市")) == ("乙山区", "甲河市", "甲河市")


def test_a_place_that_is_not_named_is_not_guessed() -> None:
    text = fold("上半年，全州茶叶产值3亿元，以东岭县、西坪县为主要区域，全州向好。")
    assert find("", text).name == "全州"


def test_the_name_of_a_file_may_name_the_place_its_text_only_calls_all() -> None:
    text = "上半年，全区茶产业产值3亿元，同比增长2%；全区到位资金1亿元。"
    named = read(Document.from_text(text, name="甲河市乙山区2023年上半年快报.txt"), date(2023, 8, 1))
    assert [fact.subject for fact in named.facts] == ["乙山区茶产业", "乙山区"]
    nameless = read(Document.from_text(text, name="稿件3.txt"), date(2023, 8, 1))
    assert [fact.subject for fact in nameless.facts] == ["全区茶产业", "全区"]


def test_a_zone_goes_by_its_bare_word_at_home() -> None:
    text = "上半年，示范区规上工业产值3亿元，全区到位资金1亿元，示范区茶产业产值1亿元。"
    found = read(Document.from_text(text, name="乙山示范区上半年快报.txt"), date(2023, 8, 1))
    assert [fact.subject for fact in found.facts] == ["乙山示范区", "乙山示范区", "乙山示范区茶产业"]


def test_a_place_named_in_the_text_wins_over_the_name_of_its_file() -> None:
    text = "上半年，乙山区茶产业产值3亿元，全区到位资金1亿元。"
    found = read(Document.from_text(text, name="转自东岭区.txt"), date(2023, 8, 1))
    assert {fact.subject for fact in found.facts} == {"乙山区茶产业", "乙山区"}


def test_a_short_name_counts_once_the_text_says_what_it_is() -> None:
    cast = gather("引进了东石软件、北云智慧等一批企业。位于甲园的晨露环境科技有限公司很忙，晨露环境已投产。", "", [])
    assert {"东石软件", "北云智慧", "晨露环境科技有限公司"} <= set(cast.firms)


def test_a_joint_heading_gives_no_single_industry() -> None:
    assert industry_of_heading("文旅及现代服务业 有声有色", CAST) == ""
    assert industry_of_heading("新材料产业 再提速", CAST) == "新材料产业"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("上半年，乙山区、东岭县投资均超80亿元。", ["东岭县", "乙山区"]),
        ("上半年，乙山区、东岭县共签约项目12个。", ["乙山区、东岭县"]),
        ("上半年，制造业、批发业增加值均增长5%。", ["乙山区制造业", "乙山区批发业"]),
        ("上半年，采矿业和制造业增加值分别增长3%、4%。", ["乙山区制造业", "乙山区采矿业"]),
    ],
)
def test_a_figure_told_of_each_of_several_belongs_to_every_one(text: str, owners: list[str]) -> None:
    found = read(Document.from_text(text), date(2024, 7, 12), "乙山区").facts
    assert sorted(fact.subject for fact in found) == sorted(owners)


def test_the_branch_told_after_its_place_owns_nothing_of_the_next_sentence() -> None:
    text = "上半年，全区产值90亿元，其中家具产业产值20亿元。新增规上企业7家。"
    found = read(Document.from_text(text), date(2024, 7, 12), "乙山区").facts
    assert [fact.subject for fact in found] == ["乙山区", "乙山区家具产业", "乙山区"]


def test_who_speaks_by_name_alone_speaks_for_the_firm_he_was_named_with() -> None:
    text = "在东石食品有限公司的车间里，厂长沈同山看货。\n“去年产值7000万元。”沈同山说。\n今年，全区产值90亿元。"
    found = read(Document.from_text(text), date(2024, 7, 12), "乙山区").facts
    assert [fact.subject for fact in found] == ["东石食品有限公司", "乙山区"]
