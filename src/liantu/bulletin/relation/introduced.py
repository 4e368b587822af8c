"""引进 Introduced: whom a place brought in. 乙山区引进了东石软件、北云智慧等一批企业。"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.cast import Cast
from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause, apposed
from liantu.bulletin.relation.name import bare, is_facility, names, one_name, without_role
from liantu.bulletin.relation.said import Said
from liantu.bulletin.subject import split_subject
from liantu.bulletin.trade import is_trade

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile("引进|招引|引入|落户|签约|落地|入驻")
_VERB: Final = r"(?:引进培育|签约引进|引进落地|引进落户|签约落地|签约落户|招引|引进|引入|落户)(?:落地)?"
_MANY: Final = re.compile(
    rf"{_VERB}了?(?P<names>[^，。；了]{{2,80}}?)等(?:一大批|一批|多家|众多|[\d一-龥]{{0,3}}[家个])?[一-龥]{{0,14}}?(?:企业|项目|机构|公司)"
)
_LISTED: Final = re.compile(rf"{_VERB}了?(?P<names>[^，。；了的]{{4,80}})$")
_CAME: Final = re.compile(
    r"(?P<names>[^，。；了的]{4,80}?)等(?:一大批|一批|多家|众多|[\d一-龥]{0,3}[家个])?[一-龥、]{0,18}?(?:企业|项目|机构|公司|总部)?(?:先后|相继|纷纷|陆续|成功|集中)?"
    r"(?:落户|签约落户|签约落地|落地|入驻)(?P<where>[一-龥]{0,8})$"
)
_THE_FIRMS: Final = re.compile(
    r"引进的[一-龥]{0,10}?(?:企业|项目|机构)(?:有|包括|是|为)(?P<names>.{3,80}?)(?:等[一-龥\d]{0,8})?$"
)
_PROJECT: Final = re.compile(rf"(?:{_VERB}|签约)了?(?P<name>[一-龥A-Za-z0-9·“”-]{{4,24}}?)项目$")
_SETTLED: Final = re.compile(
    r"^(?P<name>[^的]{4,26}?)(?:项目)?(?:也|一并|同时|正式|成功|先后|相继|已|今年|去年|近日|日前)*(?:落户|签约落户)[一-龥]{0,8}$"
)
_AS: Final = re.compile(
    r"(?P<name>[^，。；的]{4,24}?)(?:就?是|成为)(?P<who>[一-龥]{0,8}?)(?:今年|去年|近年来?|新)?引进的"
)
# Each wording with a word it cannot do without, and the rule's name.
_LISTS: Final = (
    (_MANY, "等", "brought"),
    (_CAME, "等", "came"),
    (_THE_FIRMS, "引进的", "the_brought"),
    (_LISTED, "", "brought_list"),
)
_SINGLE: Final = ((_PROJECT, "项目", "brought_one"), (_AS, "引进的", "brought_as"), (_SETTLED, "落户", "settled"))


def find(_: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """Firms and projects a sentence says were brought in."""
    for clause in clauses:
        if not clause.planned and CUE.search(clause.text):
            for name, start, end, rule in _names(clause, memory):
                where = _where(clause, name, memory)
                yield Said(where, "introduced", name, clause.start + start, clause.start + end, rule)


def _names(clause: Clause, memory: Memory) -> Iterator[tuple[str, int, int, str]]:
    several = list(_several(clause.text, memory.cast))
    yield from several or _one(clause.text, memory.cast)


def _several(text: str, cast: Cast) -> Iterator[tuple[str, int, int, str]]:
    """引进了东石软件、北云智慧等一批企业；引进东石软件、北云智慧；引进的企业有东石软件。"""
    for pattern, sign, rule in _LISTS:
        m = pattern.search(text) if sign in text else None
        found = names(m["names"], cast) if m else []
        if m is None or (rule == "brought_list" and not _plain_list(found, cast)):
            continue
        for name in found:
            yield name, m.start(), m.end(), rule
        return


def _plain_list(found: list[str], cast: Cast) -> bool:
    """Whether names listed without 等…企业 are firms: several of some length, or known ones."""
    return (len(found) > 1 and all(len(name) > 2 for name in found)) or any(name in cast.firms for name in found)


def _one(text: str, cast: Cast) -> Iterator[tuple[str, int, int, str]]:
    """引进了云上算力中心项目；云上算力中心是今年引进的龙头项目；云上算力中心落户。"""
    if (name := apposed(text, cast)[1]) and text.endswith("引进"):
        yield name, 0, len(text), "brought_as"
    for pattern, sign, rule in _SINGLE:
        m = pattern.search(text) if sign in text else None
        if m is None:
            continue
        name = one_name(m["name"], cast) if rule == "brought_as" else without_role(bare(m["name"]))
        sure = {"brought_one": _proper(name), "brought_as": bool(name), "settled": is_facility(name, cast)}[rule]
        if sure:
            yield name, m.start(), m.end(), rule


def _proper(name: str) -> bool:
    """Whether a project's name is more than what it makes (新能源汽车零部件)."""
    return not (is_trade(name) or re.search(r"[个家批等亿的]|一批|重点|优质|相关|多个", name)) and len(name) > 3


def _where(clause: Clause, name: str, memory: Memory) -> str:
    """The place that brings in: named in the clause beside the name, else spoken of before, else the document's."""
    head, _, tail = clause.text.partition(name)
    for phrase in (head, re.sub(r"^(?:项目)?(?:就?是|成为|落户)", "", tail)):
        named = split_subject(phrase, memory)
        if named is not None and named.kind == "place":
            return named.name
    return memory.place.name or (memory.subject if memory.kind == "place" else "")
