"""项目 Project: the single projects a text names; their figures are their own and nobody else's.

A kind of projects (先进制造业项目, 重点项目) is no single one. A project counts as known once the text tells of it as of one:
it stands where it is so large or so dear, or its name comes back.

    >>> text = "总投资9亿元的云上算力中心项目已开工。云上算力中心项目占地60亩。重点项目总投资80亿元。"
    >>> gather(text)
    ('云上算力中心项目',)
    >>> at_head("云上算力中心项目占地", ()), at_head("重点项目占地", ())
    (('云上算力中心项目', 8), None)
    >>> behind("总投资9亿元、占地60亩的云上算力中心项目已开工", 6)
    '云上算力中心项目'
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from liantu.bulletin.names import Names
from liantu.bulletin.trade import is_trade

__all__ = ["at_head", "behind", "gather", "investor", "measured"]

_SIGN: Final = r"[一-龥A-Za-z0-9·()“”/+-]"
_PART: Final = r"(?:\(?[一二三]期\)?)?(?:工程(?!量))?"
_TOLD: Final = (
    r"(?=[，,、]?(?:(?:由|为|是).{0,24}?)?(?:计划|协议|概算|估算|预计|规划|拟)?(?:总?投资|总占地|占地|用地|总用地|总建筑|建筑面积|总规模|规划面积)|"
    r"[，,]?(?:位于|选址|落户|由|将|已|正式|正在|目前|今年|全部|全面|整体|建成|达产|投产|竣工|开工|工程量|形象进度|投资进度|达效|投用|投运|预计|主要|建设内容|建设规模|"
    r"聚焦|分[两二三]期|一期|二期|自\d|于\d|年产|拥有|采用|经过|年销售|年发电|年处理|年接待|占))"
)
_NO_NAME: Final = r"(?!总数|总额|总量|投资方|负责|单位|[数额库组清单名个化])"
_RUN: Final = 40
_NAME: Final = re.compile(rf"{_SIGN}{{2,{_RUN}}}?项目{_PART}{_NO_NAME}")
# Works are single things too, where their own money is told (某水库总投资5亿元).
_WORKS: Final = (
    r"(?:工程|水库|高速公路|快速路|大桥|隧道|电站|水厂|电厂|机场|码头|铁路)(?=[，,]?(?:计划|概算|估算)?总投资)"
)
_AT_HEAD: Final = re.compile(rf"(?P<name>{_SIGN}{{3,36}}?项目{_PART}|{_SIGN}{{2,36}}?{_WORKS}){_TOLD}")
_WORK: Final = re.compile(rf"{_SIGN}{{2,20}}?{_WORKS}")
# 某电站完成吊装。该项目…: works that open a sentence are single things where the next sentence points back to them.
_WORK_OPENS: Final = re.compile(
    rf"(?:(?<=[。\n])|(?<=[。\n]\s)|(?<=\s\s)){_SIGN}{{2,24}}?(?:电站|水库|高速公路|大桥|隧道|机场|码头|铁路|水厂|电厂)(?:[一-龥]{{2,3}}段)?(?:土建)?(?:工程)?"
    r"(?=完成|即将|正式|全线|顺利|主体|正在|已经?[一-龥])"
)
_KNOWN_PART: Final = re.compile(r"(?:项目|工程)?(?:\(?[一二三]期\)?)?(?:项目|工程)?")
# Where the words before a name end and the name begins.
_CUT: Final = re.compile(
    r".*(?:的|了|是|在|由|把|将|对|(?<![华作])为|“|推进|推动|加快|引进|引入|招引|落户|签约|开工|来到|走进|参观|考察|实施|打造|竣工|投产|"
    r"其中|包括|本次|此次|争取到|建设(?=[年日]产)|项目(?:和|及|与|以及)?|位于.{2,10}的|如|来自)(?=.)"
)
_KIND: Final = re.compile(
    r"(?:重点|重大|产业|工业|签约|开工|竣工|招商|招商引资|引进|投资|新建|续建|在建|储备|亿元|(?<!升)级|以上|以下|类|等|优质|基础设施|设施|民生|服务业|制造业|农业|"
    r"领域|合作|外资|内资|央企|民企|上下游|配套|科技|技改|小巨人|民间|房地产|房地产开发|城镇|交通|水利|旅游|各类|所有|[个批条大好新老多单列成总该此这]|谋划|中央|省级|市级|"
    r"专项|部分|方面|活动|研发|课题|创新|示范|试点|培育|补助|支持|资金|人才|奖补|申报|推介|强链|补链|延链|链条|体量|行业|宣布|介绍|服务|抓|跑|谈|促)$"
)
_NOBODY: Final = re.compile(
    r"^(?:同时|希望|要求|[十百千]项|力促|全|我|本|该|此|这|各|其|每|多|所|诸|新增|两|一批|首批|上述|下步|年度|谋划|累计|共|总投资|投资|亿元|万元|以上|重点|重大|产业|主导|一系列|围绕|聚焦|以|"
    r"\d(?![A-Z])|已|集中|有|在建|现有|储备)|[，。；]|亿元以上|年度|第[一二三四]季度|上半年"
)
# 总投资9亿元、占地60亩、年产5万吨的某项目: up to three sizes before the name.
_NEXT: Final = re.compile(r"[、和及与](?=\d[\d.]{0,7}[万亿])")
_BEHIND: Final = re.compile(
    rf"(?:左右|以上)?(?:[、，,][^，。；;、\d的]{{0,12}}\d[\d.]{{0,8}}[^，。；;、\d的]{{1,12}}){{0,3}}"
    rf"的(?P<name>(?:{_SIGN}|\d\.\d|、(?!总?投资|占地|年产)){{2,40}}?(?:项目|工程(?!{_SIGN}{{1,20}}项目)){_PART}){_NO_NAME}"
)
_STANDS: Final = re.compile(_TOLD)
_SIZE: Final = re.compile(
    r"(?:(?:计划|协议|合同|规划)?总?投资额?|总?占地(?:面积)?|总?建筑面积|用地(?:面积)?|年产值|年产量|年产能|产能)$"
)
_INVESTOR: Final = re.compile(
    r"(?:如|例如|其中|由)?(?P<who>(?!.*(?:计划|总|固定|资产|完成|累计|年度|民间|工业|项目|合同|协议|产业|拟|[一二三]期|已|将|追加|再|共|新增|设备|技改|基础|外商|"
    r"房地产|制造业|服务业|引进|签约|新|招商|领域|企业|政府|社会|建设|全区|全市))[一-龥A-Za-z]{3,10})投资"
)
_INVESTS: Final = re.compile(r"(?:左右)?(?:在|于|建设|打造|实施|新建|布局|扩建|兴建|改造)")
_OPENS: Final = frozenset("，,。；;:： \n\t-(")
_LONGEST: Final = 40
_OF: Final = re.compile(r"(?:正在|新近|已经?|即将)[^，。；;的\d]{2,16}的(?=.{4,36}项目)")
_BACK: Final = re.compile(r"(?<=[，,。；;\n])\s{0,4}该项目")
_REACH: Final = 240


def gather(text: str) -> tuple[str, ...]:
    """The single projects of a folded text, longest first."""
    told = {
        (name, sure)
        for m in chain(_ends(text), _WORK.finditer(text), _WORK_OPENS.finditer(text))
        for name, sure in _told(text, m)
    }
    often = Names({_core(name) for name, sure in told if not sure}).often(text)
    found = {name for name, sure in told if sure or _core(name) in often}
    return tuple(sorted(found | _pointed_at(text, [name for name, _ in told]), key=lambda s: (-len(s), s)))


def _ends(text: str) -> Iterator[re.Match[str]]:
    """What `_NAME.finditer` gives; no run of signs is tried that is too far from the word it must end in."""
    edge = 0
    while (word := text.find("项目", edge)) >= 0 and (m := _NAME.search(text, max(edge, word - _RUN))):
        yield m
        edge = m.end()


def _pointed_at(text: str, names: list[str]) -> set[str]:
    """The one that 该项目 right after it speaks of: the project named last before, where no other stands between."""
    found: set[str] = set()
    for back in _BACK.finditer(text):
        before = [(text.rfind(name, max(0, back.start() - _REACH), back.start()), name) for name in names]
        at, name = max(before, default=(-1, ""))
        if at >= 0 and "等" not in text[at : back.start()][:40]:
            found.add(name)
    return found


def _told(text: str, m: re.Match[str]) -> Iterator[tuple[str, bool]]:
    """The name that ends a run of signs, and whether the text tells of it there as of one project."""
    name = _clean(m[0])
    if _is_one(name):
        start = m.end() - len(name)
        opens = start == 0 or text[start - 1] in _OPENS or text.endswith(("元的", "亩的"), 0, start)
        yield name, bool(opens and _STANDS.match(text, m.end()))


def at_head(tail: str, known: Sequence[str]) -> tuple[str, int] | None:
    """The single project a clause begins with and the length of its name there, None if it begins with none."""
    for name in known:
        stem = re.sub(rf"项目{_PART}$", "", name)
        if tail.startswith(name):
            return name, len(name)
        if len(stem) > 3 and tail.startswith(stem) and (rest := _KNOWN_PART.match(tail, len(stem))) and rest[0]:
            return name, rest.end()
    of = _OF.match(tail)
    m = _AT_HEAD.match(tail, of.end() if of else 0)
    sure = m is not None and _is_one(m["name"], of is not None) and _clean(m["name"]) == m["name"]
    return (m["name"], m.end("name")) if m and sure else None


def behind(text: str, end: int) -> str:
    """The project a figure that ends at `end` is told of by the words behind it (总投资9亿元的某项目), '' if none."""
    m = _BEHIND.match(text, end)
    name = _NEXT.split(m["name"], maxsplit=1)[0] if m else ""
    return name if name and not _KIND.search(_core(name)) and not _NOBODY.search(name) else ""


def measured(words: str) -> str:
    """The measure of a project's own size that ends some words (引进总投资), '' if none does."""
    m = _SIZE.search(words)
    return m[0] if m else ""


def investor(words: str, after: str) -> str:
    """Who lays out the money by the words before and behind it, '' if they do not say.

    >>> investor("东石集团投资", "在乙山建厂"), investor("计划投资", "建设厂房")
    ('东石集团', '')
    """
    m = _INVESTOR.fullmatch(words)
    return m["who"] if m and _INVESTS.match(after) else ""


def _clean(run: str) -> str:
    """A name without the words that run into it."""
    if run.count(")") > run.count("("):
        run = run.rpartition(")")[2]
    while (cut := _CUT.match(run, 0, len(run) - 3)) and len(run) - cut.end() > 3:
        run = run[cut.end() :]
    return run.lstrip("-")


def _is_one(name: str, alone: bool = False) -> bool:
    """Whether a name is that of one project; what stands `alone` may be called by its trade only."""
    core = _core(name)
    return (
        3 < len(core) <= _LONGEST
        and not _KIND.search(core)
        and not _NOBODY.search(core)
        and (alone or not is_trade(core))
        and core.count("“") == core.count("”")
        and core.count("(") == core.count(")")
    )


def _core(name: str) -> str:
    return re.sub(rf"(?:建设)?(?:项目|工程){_PART}$", "", name)
