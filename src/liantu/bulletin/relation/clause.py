"""小句 Clause: a sentence cut at its commas, each piece knowing who was named before it and whether it only plans.

>>> from liantu.bulletin.cast import Cast
>>> found = clauses("东石科技有限公司位于南湖园，主要产品是面条，预计明年上市。", Cast((), (), ()))
>>> [(c.text, c.topic, c.planned) for c in found][1:]
[('主要产品是面条', '东石科技有限公司', False), ('预计明年上市', '东石科技有限公司', True)]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.cast import FIRM, Cast
from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.name import bare, is_facility, is_name, names

__all__ = ["Clause", "apposed", "clauses", "pointed"]

_CUT: Final = re.compile(r"[，。；;:!?！？\n\t]|--+|,(?!\d{3})")
_PLAN: Final = re.compile(
    r"预计|力争|争取|争当|规划(?=引进|建成|打造|在|到|里|中|用|布局|新建|，|$)|计划(?!总投资)|拟(?!态|人|合|认定|通过|推荐|入选|公示)|有望|到20\d\d年|20\d\d年前|目标|未来(?=[一二三五十\d，]|几年)|明年|后年|今后|"
    r"将(?!军)|下一步|即将|希望|打算|准备|如果|假如|若(?!干)|不是|并非|没有|尚未|还未|还没|未能"
)
_ABOUT: Final = re.compile(
    r"(?:主要|主打|核心|代表)?(?:产品|业务|规模|产能|产量|市场份额|市场占有率|内容|总投资|技术|年产值)|后来|随后|接着|它(?!们)|(?:其|该企业|该公司|公司|企业)(?![家数])"
)
_VERBS: Final = re.compile(
    r"是|成为|先后|陆续|位于|坐落于|入驻|获得|取得|领到|拿到|获评|荣获|获批|列入|入选|跻身|牵头|主导|参与|主持|生产|正在|占地|总投资|被|在|由|成立|创建|创办|始建|参与|获评|入选|主要|现有|主营|主打|卖|从事|专注|深耕|拥有|具有|具备"
)
# 位于南湖园的东石科技有限公司: the clause does no more than bring the company in.
_OF_FIRM: Final = re.compile(
    r"(?:^(?:位于|坐落于|地处|走进|来自|入驻|作为)[^，。]{2,24}?的(?P<told>[一-龥A-Za-z0-9()]{4,26}?(?:公司|集团))|的(?P<name>[一-龥A-Za-z0-9()]{4,26}?(?:公司|集团))$)"
)
_POINTS: Final = re.compile(r"(?:该|这家|本|我们)?(?:公司|企业|集团|厂|产品)|其|它")
_APPOSED: Final = re.compile(
    r"^(?P<role>龙头项目|重点项目|重大项目)[-:]*(?P<name>[^的是有包]{4,26}?)"
    r"(?=今年|去年|近日|日前|已|正在|正|由|在|位于|落户|引进|开工|投产|建成|投用|签约|占地|总投资|计划|，|$)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One piece: its text and place in the sentence, the name spoken of last (''), and whether it plans or denies."""

    text: str
    start: int
    topic: str
    planned: bool


def clauses(text: str, cast: Cast) -> Iterator[Clause]:
    """The clauses of a folded sentence in order."""
    topic, planned, start = "", False, 0
    for end, sign in [*((m.start(), m) for m in _CUT.finditer(text)), (len(text), None)]:
        piece = text[start:end]
        if piece:
            planned = planned or bool(_PLAN.search(piece))
            yield Clause(piece, start, topic, planned)
            topic = _topic(piece, topic, cast)
        if sign is not None:
            start = sign.end()
            if sign[0] in "；;。!?！？\n":
                planned = False


def apposed(piece: str, cast: Cast) -> tuple[str, str]:
    """The role and the name of a project that opens a clause (龙头项目云上算力中心今年开工); ('', '') if none.

    >>> apposed("龙头项目云上算力中心今年开工", Cast((), (), ()))
    ('龙头项目', '云上算力中心')
    """
    m = _APPOSED.match(bare(piece)) if "项目" in piece else None
    return (m["role"], m["name"]) if m and is_facility(m["name"], cast) else ("", "")


def pointed(head: str, clause: "Clause", memory: Memory) -> str:
    """Who 公司, 该企业 or 其 before a verb stands for: the one the sentence spoke of, else the firm named last."""
    return (clause.topic or memory.firm) if _POINTS.fullmatch(bare(head).removesuffix("的")) else ""


def _topic(piece: str, before: str, cast: Cast) -> str:
    """Who the next clause speaks of when it names nobody."""
    if project := apposed(piece, cast)[1]:
        return project
    rest = bare(piece)
    known = cast.firms.opening(rest) or cast.parks.opening(rest)
    if known and not rest.startswith(f"{known}、"):
        return known
    if (firm := FIRM.match(rest)) and is_name(firm[0], cast):
        return firm[0]
    if (told := _OF_FIRM.search(rest)) and is_name(told["told"] or told["name"], cast):
        return told["told"] or told["name"]
    return before if not rest or _ABOUT.match(rest) or _VERBS.match(rest) else _doer(rest, cast)


def _doer(rest: str, cast: Cast) -> str:
    """The one name a clause tells of before a verb, '' if none or several."""
    for verb in _VERBS.finditer(rest):
        if found := names(rest[: verb.start()], cast):
            return found[0] if len(found) == 1 else ""
        if is_facility(rest[: verb.start()], cast):
            return rest[: verb.start()]
    return ""
