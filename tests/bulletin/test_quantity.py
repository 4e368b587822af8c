"""Figures are read with their units and bounds; what is no figure is named for what it is."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.bulletin.fold import fold
from liantu.bulletin.numeral import scan as numerals
from liantu.bulletin.quantity import scan
from liantu.bulletin.reading import Use
from liantu.errors import LiantuError
from liantu.figure import Amount, Rate

PIECES = st.lists(
    st.sampled_from(
        "增长 5.5% 92.2亿元 450多家 近 超 以上 项目 企业 投资 1亿元 “5+2” 第三届 、 ， 。 \n 3000-5000 2亿元至3亿元 元 1-10月 两千亿 百亿级 "
        "7.2个百分点 翻番 4:6 4号仓库 ( ) 一 三峰 十几 - 至 倍 3.6 2023年 分别 和 1/5 %".split(" ")
    ),
    max_size=25,
).map("".join)


def read(text):
    return [q for q in scan(fold(text)) if q.use is None]


def one(text):
    (only,) = read(text)
    return only


@given(st.one_of(PIECES, st.text(max_size=100)))
def test_figures_are_exact_slices_and_hold_every_numeral(text):
    folded = fold(text)
    found = scan(folded)
    assert all(q.text == folded[q.start : q.end] for q in found)
    assert all(q.around[0] <= q.start < q.end <= q.around[1] for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {place for q in found for place in range(q.start, q.end)}
    assert all(covered >= set(range(n.start, n.end)) for n in numerals(folded))


@given(
    st.decimals("0.1", 10**6, places=2, allow_nan=False),
    st.sampled_from(["元", "万元", "亿元", "家", "万吨", "个", "亩", "万美元", "人次", "%", "个百分点"]),
)
def test_a_figure_reads_as_the_value_type_reads_it(value, unit):
    q = one(f"全区合计{value}{unit}，")
    said = Rate.read(q.text).base if unit in ("%", "个百分点") else Amount.read(q.text).base
    assert q.base == said
    assert q.value == value


@given(PIECES)
def test_every_plain_amount_in_a_sentence_reparses(text):
    for q in read(text):
        if q.amount is None or q.inherited or q.qualifier == "级" or q.unit in ("倍", "万", "亿"):
            continue
        try:
            assert Amount.read(q.text).bounds[0] == q.low or q.qualifier not in ("多", "余")
            assert q.value is None or Amount.read(q.text).base == q.base
        except LiantuError as refusal:
            pytest.fail(f"{q.text}: {refusal}")


@pytest.mark.parametrize(
    ("text", "span", "value", "base"),
    [
        ("集聚企业450多家", "450多家", 450, (450, "家")),
        ("达2万多家", "2万多家", 2, (20_000, "家")),
        ("资金5000多万元", "5000多万元", 5000, (50_000_000, "元")),
        ("日产10万人份", "10万人份", 10, (100_000, "人份")),
        ("产值两千亿元", "两千亿元", 2000, (200_000_000_000, "元")),
        ("占五分之一", "五分之一", 20, (20, "%")),
        ("增长百分之五", "百分之五", 5, (5, "%")),
        ("增长3.6倍", "3.6倍", "3.6", (360, "%")),
        ("相当于3.6倍", "3.6倍", "3.6", ("3.6", "倍")),
        ("实现翻番", "翻番", 1, (100, "%")),
        ("实现翻两番", "翻两番", 2, (300, "%")),
        ("约5成企业", "5成", 5, (50, "%")),
        ("提高1.2个百分点", "1.2个百分点", "1.2", ("1.2", "pp")),
        ("面积3.5平方公里", "3.5平方公里", "3.5", (3_500_000, "平方米")),
        ("用地300亩", "300亩", 300, (300, "亩")),
        ("增速-3.6%", "-3.6%", "-3.6", ("-3.6", "%")),
        ("外资2.5亿美元", "2.5亿美元", "2.5", (250_000_000, "美元")),
        ("每块9.5秒/块", "9.5秒/块", "9.5", ("9.5", "秒/块")),
        ("共23个项目", "23个", 23, (23, "个")),
        ("GDP100亿元", "100亿元", 100, (10_000_000_000, "元")),
        ("投资3亿5000万元", "3亿5000万元", 350_000_000, (350_000_000, "元")),
    ],
)
def test_value_unit_and_base(text, span, value, base):
    q = one(text)
    assert (q.text, q.value) == (span, Decimal(value))
    assert q.base == (Decimal(base[0]), base[1])


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("近百个项目", "近", None, 100),
        ("不到5%", "不到", None, 5),
        ("超过30亿元", "超过", 30, None),
        ("突破200亿元", "突破", 200, None),
        ("不低于8%", "不低于", 8, None),
        ("10余家", "余", 10, None),
        ("上百家企业", "上", 100, None),
        ("完成70%以上", "以上", 70, None),
        ("控制在3%以内", "以内", None, 3),
        ("约40家", "约", None, None),
        ("40家左右", "左右", None, None),
        ("签约23个项目", None, None, None),
        ("通过3家", None, None, None),
        ("合同3000—5000元", None, 3000, 5000),
        ("三四家企业", None, 3, 4),
        ("2亿元至3亿元", None, 2, 3),
    ],
)
def test_bounds_and_ranges(text, word, low, high):
    q = one(text)
    assert (q.qualifier, q.low, q.high) == (word, low, high)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("投资1亿元以上项目有不少", Use.FILTER),
        ("超10亿元企业", Use.FILTER),
        ("50亿元级项目", Use.FILTER),
        ("固投亿元以上新签约项目", Use.FILTER),
        ("在4号仓库", Use.NAME),
        ("“33618”体系", Use.NAME),
        ("“5+2”集群", Use.NAME),
        ("1+3模式", Use.NAME),
        ("5G基站", Use.NAME),
        ("工业4.0", Use.NAME),
        ("GB/T 4754-2017", Use.NAME),
        ("热线023-61234567", Use.NAME),
        ("见https://a.cn/2023/1", Use.NAME),
        ("已有研究[1]", Use.NAME),
        ("百亿级产业", Use.NAME),
        ("千亿园区", Use.NAME),
        ("三峰公司", Use.NAME),
        ("一系列举措", Use.NAME),
        ("千方百计", Use.NAME),
        ("从三个方面着手", Use.NAME),
        ("供需两头", Use.NAME),
        ("世界500强", Use.ORDINAL),
        ("第三届大会", Use.ORDINAL),
        ("项目二期", Use.ORDINAL),
        ("第13版", Use.ORDINAL),
        ("全球前10", Use.ORDINAL),
        ("（二）工业", Use.LIST),
        ("一、工业", Use.LIST),
        ("1.工业", Use.LIST),
        ("① 工业", Use.LIST),
        ("1—10月", Use.DATE),
        ("历时3年", Use.DATE),
        ("上午9:30", Use.DATE),
    ],
)
def test_what_is_no_value_is_named_for_what_it_is(text, use):
    found = scan(fold(text))
    assert found
    assert {q.use for q in found} == {use}
    assert all(q.reason for q in found)


def test_a_scale_label_is_never_a_value_but_a_level_reached_is():
    assert scan("建设百亿级产业集群")[0].scale
    level = one("余额达10000亿级规模")
    assert (level.qualifier, level.base) == ("级", (Decimal(10**12), "元"))


def test_the_count_behind_a_condition_is_the_value():
    assert [q.text for q in read("投资1亿元以上项目63个，超10亿元企业有6家，50亿元级项目10个")] == [
        "63个",
        "6家",
        "10个",
    ]


def test_a_condition_whose_noun_was_said_before_stays_a_condition():
    assert [q.text for q in read("投资5000万元以上的项目35个，1亿元以上12个")] == ["35个", "12个"]


def test_a_number_before_another_measure_keeps_no_borrowed_unit():
    assert [q.unit for q in read("产值28.4，增长4.5%")] == ["", "%"]


def test_a_unit_written_once_behind_a_list_belongs_to_every_item():
    found = read("高于全国4.3、全省3.7、全市3.3个百分点")
    assert [q.base for q in found] == [(Decimal(v), "pp") for v in ("4.3", "3.7", "3.3")]
    assert [q.inherited for q in found] == [True, True, False]
    assert [q.base[0] for q in read("投资12、15和20亿元")] == [1_200_000_000, 1_500_000_000, 2_000_000_000]


def test_a_structure_that_makes_a_hundred_is_three_shares():
    assert [q.base for q in read("三次产业结构为4.6∶38.5∶56.9")] == [(Decimal(v), "%") for v in ("4.6", "38.5", "56.9")]
    assert read("比例为1:3") == []


def test_a_number_without_a_known_unit_says_so():
    assert [q.reason for q in read("合计 34.5 ，")] == ["没有认出单位"]
