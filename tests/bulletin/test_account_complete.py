"""Ten thousand made-up documents, and not one numeral of them missing from the account or in it twice."""

import random
from collections.abc import Iterator
from datetime import date

from liantu.bulletin import Document, Reading, read
from liantu.bulletin.reading import Use

MANY = 10_000
PUBLISHED = date(2024, 11, 20)
NUMERALS = frozenset(
    "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩廿卅"
)

PLACES = ("全区", "甲河市", "乙山区", "我县", "高新区", "新材料产业", "该企业", "晨光电子有限公司", "", "其中")
VERBS = (
    "实现",
    "完成",
    "达到",
    "同比增长",
    "下降",
    "占比",
    "引进",
    "签约",
    "预计突破",
    "力争达到",
    "分别增长",
    "较上半年提高",
)
THINGS = (
    "产值",
    "营收",
    "项目",
    "固定资产投资",
    "企业",
    "增加值",
    "到位资金",
    "就业",
    "专利",
    "出口额",
    "亩均税收",
    "5G基站",
)
UNITS = (
    "亿元",
    "万元",
    "%",
    "个百分点",
    "家",
    "个",
    "万美元",
    "人",
    "亩",
    "万平方米",
    "万吨",
    "倍",
    "",
    "多家",
    "亿级",
    "成",
    "‰",
    "GWh",
)
WORDS = (
    "第三届", "“5+2”", "“33618”", "世界500强", "4.0", "5G", "三大", "一批", "千家万户", "十四五", "2023年", "1-10月", "截至11月底",
    "前三季度", "三年内", "[1]", "A-12号楼", "400-800-1234", "12:30", "3.5:40:56.5", "一、", "（二）", "3.", "百亿级", "两", "翻两番",
    "近百家", "数十家", "３００余户", "１－１０月", "第12版", "GB/T 4754-2017", "www.a-1.cn", "50亿元以上项目", "５０％", "一般", "万象", "统一", "十分",
)  # fmt: skip
JOINTS = ("，", "。", "、", "；", "\n", "\n\n", "\t", " ", "：", "（", "）", "和", "\n# ", "\r\n", "“", "”", "——")


def number(dice: random.Random) -> str:
    kind = dice.randrange(6)
    if kind == 0:
        return str(dice.randrange(1000))
    if kind == 1:
        return f"{dice.randrange(900)}.{dice.randrange(100)}"
    if kind == 2:
        return f"{dice.randrange(1, 99)},{dice.randrange(100, 999)}"
    if kind == 3:
        return f"{dice.randrange(1, 9)}-{dice.randrange(10, 99)}"
    if kind == 4:
        return "".join(dice.choice("一二三四五六七八九十百千两") for _ in range(dice.randint(1, 4)))
    return "".join(chr(0xFF10 + int(c)) for c in str(dice.randrange(500)))


def piece(dice: random.Random) -> str:
    if dice.random() < 0.3:
        return dice.choice(WORDS)
    said = dice.choice(PLACES) + dice.choice(VERBS) + dice.choice(THINGS)
    return said + (number(dice) + dice.choice(UNITS) if dice.random() < 0.8 else "")


def documents() -> Iterator[str]:
    for seed in range(MANY):
        dice = random.Random(seed)  # noqa: S311 (the same documents every time)
        pieces = [piece(dice) + dice.choice(JOINTS) for _ in range(dice.randint(2, 9))]
        if dice.random() < 0.1:
            pieces += pieces[: len(pieces) // 2]
        yield "".join(pieces)


def wrong(text: str, reading: Reading) -> list[str]:
    """What is wrong with a reading's account."""
    return [*_places(text, reading), *_uses(reading), *_facts(text, reading)]


def _places(text: str, reading: Reading) -> Iterator[str]:
    places = [place for use in reading.numbers for place in range(*use.span)]
    if len(places) != len(set(places)) or places != sorted(places):
        yield "a numeral is booked twice or out of order"
    if missing := {i for i, c in enumerate(text) if c in NUMERALS} - set(places):
        yield f"not booked: {[text[max(0, i - 3) : i + 4] for i in sorted(missing)]}"


def _uses(reading: Reading) -> Iterator[str]:
    facts = {fact.id for fact in reading.facts}
    for use in reading.numbers:
        if (use.use in (Use.FACT, Use.YOY)) != (use.fact is not None) or (use.fact and use.fact not in facts):
            yield "a numeral points at no fact"
        if use.use is Use.REVIEW and not use.reason:
            yield "left for review without a reason"


def _facts(text: str, reading: Reading) -> Iterator[str]:
    held = {use.fact for use in reading.numbers}
    booked = {place for use in reading.numbers if use.use is Use.FACT for place in range(*use.span)}
    for fact in reading.facts:
        if not any(quote.start <= fact.span.start and fact.span.end <= quote.end for quote in fact.quotes):
            yield "a figure outside its quotes"
        if fact.id not in held and booked.isdisjoint(range(*fact.span)) and "番" not in fact.span.of(text):
            yield "a fact without its numeral"


def test_every_numeral_of_ten_thousand_documents_is_booked_once() -> None:
    found = {}
    for text in documents():
        if why := wrong(text, read(Document.from_text(text), PUBLISHED)):
            found[text] = why
    assert found == {}
