"""关系 Relation: what a sentence says of firms, projects, parks and places besides figures.

A closed list of predicates, each found by wordings that say it plainly; where a name is not sure, nothing is said.
What is planned, wished or denied is no relation. One file holds one family of predicates; `name` decides what is a
name and `clause` who is spoken of where a clause names nobody.

    >>> from liantu.bulletin.cast import Cast
    >>> from liantu.bulletin.place import Place
    >>> memory = Memory(Place("乙山区", "", ""), Cast(("智能视觉",), ("东石", "北云"), ()))
    >>> [(s.subject, s.predicate, s.object) for s in find("乙山以东石、北云为“链主”建设智能视觉产业链。", memory)]
    [('东石', 'role', '智能视觉产业链链主'), ('北云', 'role', '智能视觉产业链链主')]
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation import first, honour, introduced, located, market, role, standing, state, thing, title
from liantu.bulletin.relation.clause import Clause, clauses
from liantu.bulletin.relation.placed import Figured, placed
from liantu.bulletin.relation.said import PREDICATES, Said

__all__ = ["PREDICATES", "Figured", "Said", "find", "placed", "points_back"]

_BACK: Final = re.compile(r"(?:[^，。、“”]{2,8}，)?(?:这就?是|它|该企业|该公司|这家企业|这家公司)")


def find(text: str, memory: Memory) -> Iterator[Said]:
    """Every relation one folded sentence states, in the order of its wording."""
    rules = [rule for cue, rule in _RULES if cue.search(text)]
    if not rules:
        return
    pieces = list(clauses(text, memory.cast))
    found = [said for rule in rules for said in rule(text, pieces, memory)]
    seen: set[tuple[str, str, str]] = set()
    for said in sorted(found, key=lambda s: s.start):
        key = _key(said)
        if key not in seen and 1 < len(said.subject) <= 40 and 1 < len(said.object) <= 60:
            seen.add(key)
            yield _with_subject(said, text)


def points_back(text: str) -> bool:
    """Whether a sentence speaks of the one the sentence before it named: 这是…, 今年4月，它…

    >>> points_back("这是今年引进的龙头项目。"), points_back("这里是龙头项目。")
    (True, False)
    """
    return _BACK.match(text) is not None


def _key(said: Said) -> tuple[str, str, str]:
    """What makes two tellings one: a project's state is told alike with 项目 and 正式 or without."""
    if said.predicate != "project_status":
        return said.subject, said.predicate, said.object
    return said.subject.removesuffix("项目"), said.predicate, said.object.removeprefix("正式")


def _with_subject(said: Said, text: str) -> Said:
    """The evidence begins where the subject is named, also when an earlier clause of the sentence names it."""
    named = text.rfind(said.subject, 0, said.start)
    if named < 0 or said.subject in text[said.start : said.end]:
        return said
    return replace(said, start=named - (text[named - 1 : named] == "“"))


# Each family with a sign of it: most sentences hold none, and are not cut into clauses.
_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[str, list[Clause], Memory], Iterator[Said]]], ...]] = tuple(
    (family.CUE, family.find)
    for family in (role, introduced, located, honour, title, thing, standing, first, market, state)
)
