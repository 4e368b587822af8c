"""A draft against another document: rounding is no difference, every other difference is told with its source."""

from datetime import date

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.check import Finding, Kind, Severity, check, known_of

DAY = date(2023, 11, 20)
SOURCE = """# 青禾县1-10月经济运行简况

1-10月，青禾县实现规上工业总产值312.64亿元，同比增长7.4%。
1-10月，青禾县完成工业投资51.6亿元。
1-9月，青禾县实现社会消费品零售总额77.35亿元，增长5.1%。
1-10月，青禾县实现社会消费品零售总额86.43亿元，增长5.2%。
截至10月底，青禾县有规上工业企业498家。
2023年，青禾县招商到位资金目标66亿元。
1-10月，青禾县新签约项目合同投资额123.4亿元。
1-10月，青禾县食品加工业实现营收36.47亿元。
1-10月，青禾县工业用电量12.34亿千瓦时。
"""


def found(sentence: str) -> list[Finding]:
    source = Document.from_text(SOURCE)
    draft = Document.from_text(f"# 青禾县简报\n\n{sentence}\n")
    known = known_of(source, read(source, DAY), "source.txt")
    return list(check(draft, None, known, published=DAY).findings)


@pytest.mark.parametrize(
    ("sentence", "kind", "figure", "expected"),
    [
        ("1-10月，青禾县实现规上工业总产值312.6亿元。", Kind.SAME, "312.6亿元", "312.64亿元"),
        ("1-10月，青禾县完成工业投资52亿元。", Kind.SAME, "52亿元", "51.6亿元"),
        ("1-10月，青禾县实现规上工业总产值321.6亿元。", Kind.DIFFERS, "321.6亿元", "312.64亿元"),
        ("1-10月，青禾县实现规上工业总产值312.6亿元，同比增长7.9%。", Kind.DIFFERS, "7.9%", "7.4%"),
        ("1-10月，青禾县实现社会消费品零售总额77.35亿元。", Kind.OTHER_PERIOD, "77.35亿元", "2023年前三季度"),
        ("1-10月，青禾县食品加工业实现产值36.47亿元。", Kind.OTHER_MEASURE, "36.47亿元", "营收"),
        ("1-10月，青禾县实现工业总产值312.64亿元。", Kind.OTHER_MEASURE, "312.64亿元", "规上工业总产值"),
        ("1-10月，青禾县新签约项目到位资金123.4亿元。", Kind.OTHER_MEASURE, "123.4亿元", "新签约项目合同投资额"),
        ("1-10月，青禾县实现规上工业总产值312.6万元。", Kind.SCALE, "312.6万元", "312.64亿元"),
        ("1-10月，青禾县完成工业投资516亿元。", Kind.SCALE, "516亿元", "51.6亿元"),
        ("1-10月，青禾县完成水利投资9.7亿元。", Kind.UNKNOWN, "9.7亿元", ""),
        ("截至10月底，青禾县有规上工业企业超500家。", Kind.BOUND, "500家", "498家"),
        ("截至10月底，青禾县有规上工业企业近500家。", Kind.SAME, "500家", "498家"),
        ("1-10月，青禾县工业用电量12.34亿千瓦时。", Kind.SAME, "12.34亿千瓦时", "12.34亿千瓦时"),
    ],
)
def test_a_figure_is_held_against_the_source(sentence: str, kind: Kind, figure: str, expected: str) -> None:
    text = f"# 青禾县简报\n\n{sentence}\n"
    told = [one for one in found(sentence) if one.spans[0].of(text) == figure]
    assert [(one.kind, one.expected) for one in told] == [(kind, expected)], [one.zh for one in told]


def test_a_difference_is_told_absolutely_and_relatively_and_with_its_source() -> None:
    one = next(one for one in found("1-10月，青禾县实现规上工业总产值321.6亿元。") if one.kind is Kind.DIFFERS)
    assert "多8.96亿元（+2.9%）" in one.zh
    assert "《青禾县1-10月经济运行简况》" in one.zh
    assert one.known is not None
    assert (one.known.link, one.known.as_of) == ("source.txt", DAY)


def test_a_target_told_as_done_is_another_measure() -> None:
    told = [one for one in found("2023年，青禾县到位资金达到66亿元。") if one.severity is Severity.WRONG]
    assert [one.kind for one in told if "目标" in one.zh] == [Kind.OTHER_MEASURE], [one.zh for one in told]


def test_a_document_held_against_itself_is_the_same_throughout() -> None:
    source = Document.from_text(SOURCE)
    reading = read(source, DAY)
    checked = check(source, reading, known_of(source, reading), published=DAY)
    assert {one.kind for one in checked.findings} == {Kind.SAME}
    assert len(checked.findings) >= len(reading.facts)


def test_the_worst_stands_first() -> None:
    order = [
        one.severity for one in found("1-10月，青禾县完成工业投资52亿元，社会消费品零售总额91亿元，水利投资9.7亿元。")
    ]
    assert order == sorted(order, key=list(Severity).index)
    assert order[0] is Severity.WRONG
