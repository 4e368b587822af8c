"""非值数字 numerals that are no value: slogans, codes, names, ordinals, ranks, list marks, addresses.

    >>> [(m.start, m.end, m.use.value, m.reason) for m in scan("“33618”体系里的第三届")]
    [(1, 6, 'name', '引号里的名称'), (11, 13, 'ordinal', '序数')]

Whether an amount is a condition (投资1亿元以上项目) is decided where its unit is known, in `quantity`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from liantu.bulletin.numeral import CHINESE
from liantu.bulletin.reading import Use

__all__ = ["Exclusion", "hangs_on", "scan"]


class Exclusion(NamedTuple):
    """The stretch `start`:`end` whose numerals are not values, and why."""

    start: int
    end: int
    use: Use
    reason: str


_HAN = "一-鿿"
_N = rf"(?:\d{{1,12}}|[{CHINESE}]{{1,8}})"
_SMALL = "一二三四五六七八九十"
_LINE = r"(?m:^\s{0,8})"
_ITEM = rf"(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[、.](?!\d)|\d{{1,2}}\)|[{CHINESE}]{{1,3}}、|[{_SMALL}]{{1,3}}是)"
_SCHEME = "现代 行动 工程 计划 战略 体系 模式 格局 政策 思路 布局 机制 专项 产业 工作法".replace(" ", "|")
_NO_CODE = r"(?![\d.,]|\s?(?:[百千万亿%‰元家个人倍吨]|美元))"

_URL = (
    r"https?://[^\s，。；）]+",
    r"www\.[^\s，。；）]+",
    r"[A-Za-z0-9._-]{1,40}@[A-Za-z0-9._-]{1,40}",
)
_PHONE = (r"(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|400-?\d{3}-?\d{4})(?!\d)",)
_TITLE = (r"《[^》\n]{1,60}》",)
_QUOTED = (r"“[^”“，。；：！？\n]{1,20}”", r"‘[^’‘，。；：！？\n]{1,20}’")
_MARK = (
    r"[①-⓿㈠-㈩㊀-㊉❶-➓]",
    rf"{_LINE}{_ITEM}",
    rf"\((?:\d{{1,2}}|[{CHINESE}]{{1,3}})\)(?!\d)",
    rf"(?<=[。；;：:，,\s])[{_SMALL}]{{1,3}}[是则](?=[{_HAN}])",
    rf"其[{_SMALL}]",
    rf"(?<=[:：;；])\s?\d{{1,2}}[、.](?=[{_HAN}])",
)
_CITE = (r"\[\d{1,3}(?:[-,]\d{1,3})*\]",)
_ISSUE = (r"[〔\[(](?:19|20)\d\d[〕\])]\s?(?:第\s?)?\d{1,5}号",)
_SLOGAN = (r"(?<![\d.+])\d{1,3}(?:\+(?:\d{1,3}|[NnXx]))+",)
_RANK = (
    (
        rf"(?:(?<![目之以年当此月日提先面])前|TOP\s?|Top\s?){_N}[名位强甲列席]?"
        rf"(?![个批{CHINESE}\d.月季年天日周次期轮])"
    ),
    rf"(?<=[移升进降跃了]){_N}(?:个位次|个名次|位(?![数院教专老企客居名女男学]))",
    r"[十百千]强",
    rf"(?<!\d){_N}强(?![度制化势劲大])",
)
_ORDINAL = (rf"第\s?{_N}(?:\.\d+)?",)
_PHASE = (
    rf"(?<![\d.第])[1-9{_SMALL[:-1]}](?:期(?![货待望间限盼])|等奖|等功)",
    r"[一二三](?=产业?[增比、，]|次产业)",
    r"(?<=[、及和])[一二三]产",
    r"[一二三]{2,3}产",
)
_CODE = (
    rf"(?<!GDP)(?<![A-Za-z])(?!GDP)[A-Za-z]{{1,12}}(?:/[A-Z])?[ -]?\d+(?:[.-]\d+)*[A-Za-z]*{_NO_CODE}",
    r"(?<![\d.])\d{1,4}(?:\.\d{1,2})?(?:[A-Za-z]+|代线)",
)
_VERSION = (r"(?<!\d)\d{1,3}\.0(?=[版时模战阶]|技术|平台|政策|系统)", r"(?<=工业)\d\.0")
_NUMBER = (
    r"(?<!\d)\d{1,10}(?:-\d{1,6}){0,3}(?:号(?!召)|#|弄|路(?=公交|车))(?:楼|院|线|仓|厂|地块)?",
    r"[A-Za-z]\d+(?:栋|座|幢)",
    rf"[{_SMALL}]{{1,3}}号",
)
_LEVEL = (
    rf"(?:国家)?[{_SMALL[:-1]}1-9]A?级(?=[{_HAN}]|\b)(?!以上)",
    r"[一二三四五](?:星级|线城市|本)",
    r"[1-9]A",
)
_HOTLINE = (r"(?<!\d)(?:1[12]\d|12\d{3}|315|96\d{3,4})(?=热线|平台|举报|指挥|政务|服务热线|晚会)",)
_PROGRAMME = (rf"(?<![\d.，])\d{{3,6}}(?![个家项条亿万千百])(?=(?:{_SCHEME}|[{_HAN}]{{0,4}}(?:体系|行动计划|战略)))",)
# A list of chains or fields a higher office keeps, where something stands in it: 全省28条重点产业链中.
_KEPT_LIST = (
    rf"(?<=全[国省市]){_N}[条个大](?:重点|优势|主导|支柱|特色|先进)?[{_HAN}]{{0,6}}?(?:产业链|领域|赛道)(?=[里中内])",
)
# What a project is called after: 年产5万吨水泥项目, 年产3万套家具生产线2条.
_CAPACITY = (
    rf"(?<=[产理工栏宰])(?:(?<=[年日月]产)|(?<=[年日月]生产)|(?<=年处理)|(?<=年加工)|(?<=年出栏)|(?<=年存栏)|(?<=年屠宰))\d[\d.,]{{0,11}}[{_HAN}A-Za-z㎡/()]{{2,30}}?(?:项目|生产线|产线|工程)",
    rf"{_N}条(?:重点)?产业链(?=项目)",
    rf"\d[\d.]{{0,7}}[万亿]?(?:吨|万套|套|台|件|支|头|万头|万只|万吨|万羽|只|羽|平方米|米|千瓦|兆瓦|纱锭)(?!的)[{_HAN}A-Za-z()]{{0,18}}?项目(?![数\d]|总投资)",
    r"\d{1,4}(?:\.\d)?千伏(?!安)",
    r"零(?=件|部件|配件|售|食|排放|距离|碳|基础|散|工|钱|门槛|跑|担保|投诉|事故)",
    rf"\d[\d.]{{0,6}}万(?:多|余)?[{_HAN}]{{0,5}}(?:人民(?!币)|干部群众|儿女|父老乡亲|乡亲)",
)
_COUNTER = (
    r"(?<=[数量:])(?:(?<=评论数:)|(?<=评论数)|(?<=阅读:)|(?<=阅读量:)|(?<=阅读数:)|(?<=浏览:)|(?<=浏览量:)|(?<=浏览次数:)|(?<=点击:)|(?<=点击数:)|(?<=点击量:))\s?\d+",
    r"\d{1,7}\s?条评论",
    (
        r"(?<=[读赞看藏发 ])(?:(?<=阅读)|(?<=点赞)|(?<=在看)|(?<=收藏)|(?<=转发)|(?<=阅读 )|(?<=点赞 )|(?<=在看 )|(?<=收藏 )|(?<=转发 ))"
        r"\d+(?:\.\d)?(?:万|w)?\+?(?![\d元家个])"
    ),
    r"(?<=备)\d{6,12}号(?:-\d+)?",
    r"\((?:[A-Z]{2}:?)?\d{6}(?:\.[A-Z]{2})?\)",
    rf"(?:\d{{1,3}}|[{CHINESE}]{{1,3}})(?:多|余)?道(?:大)?(?:工序|关口)",
)
_DIGITS = (r"(?<![\d.])\d{9,}(?![\d.万亿元])",)

_RULES: dict[str, tuple[tuple[str, ...], Use, str]] = {
    "url": (_URL, Use.NAME, "网址或邮箱"),
    "phone": (_PHONE, Use.NAME, "电话号码"),
    "title": (_TITLE, Use.NAME, "书名号里的名称"),
    "quoted": (_QUOTED, Use.NAME, "引号里的名称"),
    "mark": (_MARK, Use.LIST, "序号"),
    "cite": (_CITE, Use.NAME, "引注"),
    "issue": (_ISSUE, Use.NAME, "文号"),
    "slogan": (_SLOGAN, Use.NAME, "名称或口号"),
    "rank": (_RANK, Use.ORDINAL, "名次"),
    "ordinal": (_ORDINAL, Use.ORDINAL, "序数"),
    "phase": (_PHASE, Use.ORDINAL, "期次"),
    "code": (_CODE, Use.NAME, "型号或代号"),
    "version": (_VERSION, Use.NAME, "版本"),
    "number": (_NUMBER, Use.NAME, "编号或门牌"),
    "level": (_LEVEL, Use.NAME, "等级"),
    "hotline": (_HOTLINE, Use.NAME, "号码"),
    "programme": (_PROGRAMME, Use.NAME, "名称或口号"),
    "kept_list": (_KEPT_LIST, Use.NAME, "范围或名称"),
    "capacity": (_CAPACITY, Use.NAME, "项目名称里的产能"),
    "counter": (_COUNTER, Use.NAME, "网页计数或代码"),
    "digits": (_DIGITS, Use.NAME, "编号"),
}
# What such a stretch can begin with; a look at one character spares most places all the rules.
_BEGINS = rf"(?=[\dA-Za-z._\s《“‘①-⓿㈠-㈩㊀-㊉❶-➓(\[〔其前第国{CHINESE}-])"
_ANY = re.compile(f"{_BEGINS}(?:" + "|".join(f"(?P<{name}>{'|'.join(rule[0])})" for name, rule in _RULES.items()) + ")")
_MONEY = re.compile(r"\d[万亿]?(?:元|美元|%|个百分点)")
_BEGUN = re.compile(rf"\s{{0,8}}{_ITEM}")
_BESIDE = re.compile(rf"-|[{_SMALL}]{{1,3}}则")
_ORDERED = re.compile(rf"\s?[{_SMALL}]{{1,3}}是(?=[{_HAN}])")
_LATIN_UNIT = re.compile(
    r"\d+(?:\.\d+)?(?:[kMGT]?(?:Wh?|V|VA|m|g|Hz|B|P)2?|mm|cm|nm|km|kg|t|h|TEU|m2|m3|EFLOPS|PFLOPS)"
)


def scan(text: str) -> Iterator[Exclusion]:
    """Every such stretch of folded `text`, left to right, never overlapping; it may hold several numerals or none."""
    for m in _ANY.finditer(text):
        name = m.lastgroup or ""
        if name == "code" and _LATIN_UNIT.fullmatch(m[0]):
            continue
        _, use, reason = _RULES[name]
        if name == "quoted" and _MONEY.search(m[0]):
            continue
        trim = name == "quoted"
        yield Exclusion(m.start() + trim, m.end() - trim, use, reason)


def hangs_on(text: str, at: int, stop: str) -> bool:
    """Whether what begins at `at` may read otherwise when cut off from the `stop` before it (a full stop, a line end).

    >>> hangs_on("签约。3、引进", 3, "。"), hangs_on("签约。引进", 3, "。"), hangs_on("签约。\\n3、引进", 4, "。\\n")
    (True, False, False)
    """
    if _BESIDE.match(text, at):
        return True
    in_line = "\n" not in stop and _BEGUN.match(text, at)
    return bool(in_line and (stop != "。" or not _ORDERED.match(text, at)))
