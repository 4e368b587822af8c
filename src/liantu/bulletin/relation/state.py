"""进度 State: how far named projects have come. 投资20亿元的南湖产业园成功签约；洪屏二期项目完成核准。

A firm named with its investment or as one of a list of projects stands for its project; what is only counted (52个项目
签约) is nobody's state.
"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause
from liantu.bulletin.relation.name import bare, is_facility, is_name, split
from liantu.bulletin.relation.said import Said
from liantu.bulletin.trade import is_trade

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(
    "核准|投产|签约|揭牌|开工|动工|奠基|竣工|投用|投运|封顶|开园|开业|并网|通车|达产|获批|落地|启动|投入|试运行"
)
_HOW: Final = (
    r"(?:全面|全部|全线|顺利|成功|正式|实现|如期|提前|相继|陆续|先后|集中|同步|实质性|加快|已经?|均|都|也|"
    r"近日|日前|今年|上半年|\d{1,2}月(?:\d{1,2}日|底|份)?){0,3}"
)
_WHAT: Final = (
    r"(?:完成核准|获得?核准|建成投产|竣工投产|建成投用|竣工投用|建成投运|投产达效|投产达产|竣工验收|投产|签约落地|签约落户|签约|揭牌成立|揭牌运营|揭牌|"
    r"开工建设|动工建设|破土动工|开工|奠基|竣工|投入使用|投入运营|投用|投运|主体封顶|封顶|开园|开业|并网发电|全容量并网|建成通车|通车|达产|获批创建|获批建设|启动建设|试运行)"
)
_STATE: Final = re.compile(rf"^(?P<names>[^，。；]{{3,120}}?){_HOW}(?P<what>{_WHAT})$")
_RITE: Final = re.compile(
    r"(?:暨|举行|举办|参加|出席)(?P<name>(?:(?!暨)[一-龥A-Za-z0-9·]){4,24}?)(?:集中)?(?P<what>奠基|开工|签约|投产|竣工|揭牌|开园)(?:仪式|活动|典礼)"
)
_LISTED: Final = re.compile(
    r"(?:^|，)(?P<names>[^，。；]{4,100}?)等(?:一批)?(?:[\d一二三四五六七八九十]{1,3}个)?(?:重[点大])?项目(?:全面|顺利|成功|正式|相继|陆续|集中|加快|参与(?:本次|此次)?){0,3}"
    rf"(?P<what>(?:集中)?{_WHAT})(?:仪式)?$"
)
_MONEY: Final = re.compile(
    r"^(?:其中|[^，。；的]{0,6}(?:总?投资|投资额)?)?(?:约|超过?|达|近)?\d{1,4}(?:\.\d{1,3})?(?:多|余)?[万亿]?美?元的|^“[^”]{2,8}”项目|^(?:省级|市级|国家级)?重[点大]项目"
)
_COUNTED: Final = re.compile(
    r"[\d一二三四五六七八九十两几多数]{1,4}(?:余|多)?[个家项批座条所栋处]|一批|部分|各|所有|全部|新建|项目的|首批|[的了在将把被为与]|第[一二三]"
)
_GENERAL: Final = re.compile(
    r"(?:重[点大]|新|该|本|产业|工业|招商|引进|亿元|在建|续建|民生|投资|合作|省|市|县|区|外资|工程|建设|基础设施|技改|扩建|配套|集中|战略|现场|成功|已|未|[上下]半年|年度){1,4}(?:项目|工程|基地|中心|平台)?"
)
_PLACES: Final = re.compile(r"(?:省|市|县|(?<!园)区|镇|乡|街道|企业|单位|政府|双方|公司与.{1,20}|办公室|委员会)$")


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """The states a sentence tells of projects by name."""
    for clause in clauses:
        if clause.planned or not CUE.search(clause.text):
            continue
        many = _LISTED.search(clause.text)
        m = many or _STATE.match(clause.text)
        named = _projects(m["names"], bool(many), memory) if m else []
        for name in named:
            start = clause.start + max(clause.text.find(name), 0)
            yield Said(name, "project_status", m["what"] if m else "", start, clause.start + len(clause.text), "state")
    for m in _RITE.finditer(text):
        name = m["name"]
        if not _COUNTED.search(name) and not _GENERAL.match(name) and _opened(name, m[0], memory):
            yield Said(name, "project_status", m["what"], m.start("name"), m.end(), "rite")


def _projects(phrase: str, many: bool, memory: Memory) -> list[str]:
    """The projects a phrase lists, none unless each is one for certain."""
    parts = split(phrase)
    named = []
    for part in parts:
        name = bare(_MONEY.sub("", part))
        sure = len(name) < len(part) or (many and len(parts) > 1)
        if _COUNTED.search(name) or _GENERAL.fullmatch(name) or _PLACES.search(name):
            return []
        if not (_one(name, memory) or (sure and is_name(name, memory.cast))):
            return []
        named.append(f"{name}项目" if many and not is_facility(name, memory.cast) else name)
    return named


def _opened(name: str, rite: str, memory: Memory) -> bool:
    """Whether a rite is held for this one: 集中开工暨康源电路开工仪式 names a firm that is told nowhere else."""
    return _one(name, memory) or (rite.startswith("暨") and is_name(name, memory.cast) and not is_trade(name))


def _one(name: str, memory: Memory) -> bool:
    core = name.removesuffix("项目")
    return len(core) > 3 and not is_trade(core) and (is_facility(name, memory.cast) or name in memory.cast.firms)
