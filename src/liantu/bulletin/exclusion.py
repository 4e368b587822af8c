"""非值数字 numerals that are no value: slogans, codes, names, ordinals, ranks, list marks, addresses.

    >>> [(m.start, m.end, m.use.value, m.reason) for m in scan("“33618”体系里的第三届")]
    [(1, 6, 'name', '引号里的名称'), (11, 13, 'ordinal', '序数')]

Whether an amount is a condition (投资1亿元以上项目) is decided where its unit is known, in `quantity`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from liantu.bulletin.numeral import CHINESE
from liantu.bulletin.reading import Use

__all__ = ["Exclusion", "scan"]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The stretch `start`:`end` whose numerals are not values, and why."""

    start: int
    end: int
    use: Use
    reason: str


_N = rf"(?:\d+|[{CHINESE}]+)"
_HAN = "一-鿿"
_RULES: tuple[tuple[str, Use, str, str], ...] = (
    ("url", Use.NAME, "网址或邮箱", r"https?://[^\s，。；）]+|www\.[^\s，。；）]+|[A-Za-z0-9._-]{1,40}@[A-Za-z0-9._-]{1,40}"),
    ("phone", Use.NAME, "电话号码", r"(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|400-?\d{3}-?\d{4})(?!\d)"),
    ("title", Use.NAME, "书名号里的名称", r"《[^》\n]{1,60}》"),
    ("quoted", Use.NAME, "引号里的名称", r"“[^”“，。；：！？\n]{1,20}”|‘[^’‘，。；：！？\n]{1,20}’"),
    ("mark", Use.LIST, "序号", rf"[①-⓿㈠-㈩㊀-㊉❶-➓]|(?m:^\s{{0,8}})(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[、.](?!\d)|\d{{1,2}}\)|[{CHINESE}]{{1,3}}、)"
     rf"|\((?:\d{{1,2}}|[{CHINESE}]{{1,3}})\)(?!\d)|(?<=[。；;：:，,\s])[一二三四五六七八九十]{{1,3}}[是则](?=[{_HAN}])"
     rf"|(?m:^\s{{0,8}})[一二三四五六七八九十]{{1,3}}是|其[一二三四五六七八九]"),
    ("cite", Use.NAME, "引注", r"\[\d{1,3}(?:[-,]\d{1,3})*\]"),
    ("issue", Use.NAME, "文号", r"[〔\[(](?:19|20)\d\d[〕\])]\s?(?:第\s?)?\d{1,5}号"),
    ("slogan", Use.NAME, "名称或口号", r"(?<![\d.+])\d{1,3}(?:\+(?:\d{1,3}|[NnXx]))+"),
    ("rank", Use.ORDINAL, "名次", rf"(?:(?<![目之以年当此月日提先面])前|TOP\s?|Top\s?){_N}(?:名|位|强|甲|列|席)?(?![个批{CHINESE}\d.月季年天日周次期轮])|[十百千]强|{_N}强(?![度制化势劲大])"),
    ("ordinal", Use.ORDINAL, "序数", rf"第\s?{_N}(?:\.\d+)?"),
    ("phase", Use.ORDINAL, "期次", r"(?<![\d.第])(?:[1-9]|[一二三四五六七八九])(?:期(?![货待望间限盼])|等奖|等功)|[一二三](?=产业?[增比、，]|次产业)|(?<=[、及和])[一二三]产|[一二三]{2,3}产"),
    ("code", Use.NAME, "型号或代号", r"(?<!GDP)(?<![A-Za-z])(?!GDP)[A-Za-z]{1,12}(?:/[A-Z])?[ -]?\d+(?:[.-]\d+)*[A-Za-z]*(?![\d.,]|\s?(?:[百千万亿%‰元家个人倍吨]|美元))|(?<![\d.])\d{1,4}(?:\.\d{1,2})?(?:[A-Za-z]+(?![A-Za-z]))"),
    ("version", Use.NAME, "版本", r"\d+\.0(?=[版时模战阶]|技术|平台|政策|系统)|(?<=工业)\d\.0"),
    ("number", Use.NAME, "编号或门牌", r"\d+(?:-\d+)*(?:号(?!召)|#|弄|路(?=公交|车))(?:楼|院|线|仓|厂|地块)?|[A-Za-z]\d+(?:栋|座|幢)|[一二三四五六七八九十]{1,3}号"),
    ("level", Use.NAME, "等级", rf"(?:国家)?[一二三四五六七八九1-9][AＡ]?级(?=[{_HAN}]|\b)(?!以上)|[一二三四五](?:星级|线城市|本)|[1-9]A"),
    ("hotline", Use.NAME, "号码", r"(?<!\d)(?:1[12]\d|12\d{3}|315|96\d{3,4})(?=热线|平台|举报|指挥|政务|服务热线|晚会)"),
    ("programme", Use.NAME, "名称或口号", rf"(?<![\d.，])\d{{3,6}}(?![个家项条亿万千百])(?=(?:现代|行动|工程|计划|战略|体系|模式|格局|政策|思路|布局|机制|专项|产业|战术|工作法|[{_HAN}]{{0,4}}(?:体系|行动计划|战略)))"),
    ("digits", Use.NAME, "编号", r"(?<![\d.])\d{9,}(?![\d.万亿元])"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, _, _, pattern in _RULES))
_WHY = {name: (use, reason) for name, use, reason, _ in _RULES}
_MONEY = re.compile(r"\d[万亿]?(?:元|美元|%|个百分点)")
_LATIN_UNIT = re.compile(
    r"\d+(?:\.\d+)?(?:k|M|G|T)?(?:Wh?|V|VA|m|g|Hz|B|P)2?$|\d+(?:\.\d+)?(?:mm|cm|nm|km|kg|t|h|TEU|m2|m3|EFLOPS|PFLOPS)$"
)


def scan(text: str) -> Iterator[Exclusion]:
    """Every such stretch of folded `text`, left to right, never overlapping; it may hold several numerals or none."""
    for m in _ANY.finditer(text):
        name = m.lastgroup or ""
        if name == "code" and _LATIN_UNIT.fullmatch(m[0]):
            continue
        use, reason = _WHY[name]
        if name == "quoted" and _MONEY.search(m[0]):
            continue
        trim = name == "quoted"
        yield Exclusion(m.start() + trim, m.end() - trim, use, reason)
