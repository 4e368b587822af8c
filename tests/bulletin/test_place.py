"""Whose bulletin it is: names with their sign, short names, bylines, members, and what the reader was told."""

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin import Document, gazetteer, read
from liantu.bulletin.place import find


def subjects(text: str, place: str = "", name: str = "") -> list[str]:
    return [fact.subject for fact in read(Document.from_text(text, name=name), date(2023, 12, 1), home=place).facts]


def test_every_county_leads_up_to_a_province() -> None:
    counties = [each for name in ("榕江县", "昆山市", "涪陵区", "济源市", "江华县") for each in gazetteer.named(name)]
    assert [gazetteer.above(each) for each in counties] == [
        ("黔东南州", "贵州省"),
        ("苏州市", "江苏省"),
        ("重庆市",),
        ("河南省",),
        ("永州市", "湖南省"),
    ]


def test_the_gazetteer_is_whole() -> None:
    everything = {each for name in gazetteer.names() for each in gazetteer.named(name)}
    today = [each for each in everything if not each.former and not each.zone]
    assert sum(each.province in (each.name, each.full) for each in today) == 34
    assert len([each for each in today if each.parent]) > 2800
    assert len([each for each in everything if each.former]) > 250


def test_a_shared_name_gives_all_its_places_and_settles_none() -> None:
    assert len(gazetteer.named("鼓楼区")) == 4
    assert gazetteer.ancestors("鼓楼区") == ()
    text = "鼓楼区快报：上半年，全区产值5亿元，居全市第二。"
    assert find("", text).parent == ""
    assert find("", text + "徐州市商务局。").parent == "徐州市"


@given(st.text(alphabet="榕江县和平资源新兴鼓楼区全州市中，", max_size=40))
def test_mentions_stand_in_order_and_never_overlap(text: str) -> None:
    found = list(gazetteer.mentions(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(gazetteer.named(text[m.start : m.end]) == m.divisions for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "推动新兴产业、公安和资源加工发展，全市中小企业产值5亿元。",
        "投资南京路改造，与重庆银行、浙江大学合作。",
        "城区和郊区的老工业区。",
    ],
)
def test_words_are_no_places(text: str) -> None:
    assert not list(gazetteer.mentions(text))


def test_the_whole_province_above_a_city_is_known_without_being_named() -> None:
    text = "邢台市特色产业快报。上半年，我市产值5亿元。全省产业集群营收90亿元。"
    assert subjects(text) == ["邢台市", "河北省产业集群"]


def test_a_prefecture_is_concluded_from_its_counties_and_with_less_confidence() -> None:
    text = "特色产业快报\n上半年，全州签约项目12个。\n榕江县产值5亿元，从江县产值3亿元，麻江县产值2亿元。"
    facts = read(Document.from_text(text), date(2023, 12, 1)).facts
    assert [fact.subject for fact in facts] == ["黔东南州", "榕江县", "从江县", "麻江县"]
    assert facts[0].confidence <= Decimal("0.70") < facts[1].confidence


def test_counties_of_several_prefectures_tell_nothing() -> None:
    assert find("", "上半年，全州签约项目12个。榕江县、恩施市、大理市和西昌市产值增长。").name == "全州"


def test_a_short_name_that_opens_a_text_beside_its_city_is_the_place() -> None:
    text = "1月27日，南川29个项目开工。成都市东石实业有限公司计划投资2亿元。重庆南川汽车配件项目投产。"
    found = find("", text)
    assert (found.name, found.parent, found.inferred) == ("南川区", "重庆市", True)


def test_a_paper_that_signs_a_text_tells_its_place() -> None:
    assert subjects("来源：武隆日报\n一季度，我区签约项目9个，居全市前列。") == ["武隆区"]


def test_a_bare_zone_takes_the_city_whose_paper_signs() -> None:
    text = "新乡网讯（新乡日报记者 王敏）去年，经开区固定资产投资5亿元。经开区管委会说，全区工业投资3亿元。"
    assert subjects(text) == ["新乡经开区", "新乡经开区"]


def test_the_whole_region_may_be_an_autonomous_one() -> None:
    assert subjects("内蒙古工业快报\n1-8月，全区规上工业产值5亿元。") == ["内蒙古自治区"]


def test_a_place_visited_or_listed_in_passing_is_not_the_texts_own() -> None:
    text = "来源：武隆日报\n今年，我区赴温岭市、两江新区招商，我区签约项目9个。"
    assert find("", text).name == "武隆区"


def test_what_the_reader_is_told_goes_before_what_it_would_conclude() -> None:
    text = "上半年，全区签约项目12个，全市产值90亿元，全省产值700亿元。"
    assert subjects(text, "崇川区") == ["崇川区", "南通市", "江苏省"]
    assert subjects("来源：新乡日报\n" + text, "崇川区")[0] == "崇川区"


def test_the_text_wins_over_what_the_reader_is_told() -> None:
    assert subjects("上半年，涪陵区签约项目12个，全区产值5亿元。", "崇川区") == ["涪陵区", "涪陵区"]


def test_a_town_nobody_knows_lies_in_the_place_told() -> None:
    text = "东石镇快报。上半年，全镇产值5亿元，全区产值90亿元，全市产值700亿元。"
    assert subjects(text, "崇川区") == ["东石镇", "崇川区", "南通市"]


def test_our_city_in_a_districts_inbox_is_the_city_above() -> None:
    assert subjects("上半年，我市产值90亿元。", "崇川区") == ["南通市"]


def test_finding_a_place_takes_time_in_step_with_the_text() -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        find("", "榕江、从江县与鼓楼区的新兴产业产值5亿元，全州向好，" * times)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(2000) < 40 * max(seconds(200), 0.002)


def test_a_place_somebody_says_is_believed_whatever_the_text_mentions() -> None:
    text = "丙石示范区带动周边。今年1-10月，全区实现产值5亿元，丙石示范区企业20家。"
    told = [fact.subject for fact in read(Document.from_text(text), date(2023, 12, 1), "崇川区").facts]
    assert told[0] == "崇川区"
    assert "南通市" in {
        fact.subject for fact in read(Document.from_text("今年，全市签约9个项目。"), date(2023, 12, 1), "崇川区").facts
    }


def test_an_honour_or_a_verb_before_a_sign_is_no_place() -> None:
    for words in ("贯彻落实旗委部署", "获评科普示范区称号", "建成电商示范镇", "入驻经济开发区"):
        facts = read(Document.from_text(f"会议{words}。今年，全县实现产值5亿元。"), date(2023, 12, 1)).facts
        assert [fact.subject for fact in facts] == ["全县"], words
