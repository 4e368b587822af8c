"""首个 First: who is the first, the only or the largest of its kind. 南湖经开区是全省首个临港经开区。"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause, pointed
from liantu.bulletin.relation.name import bare, is_facility, names
from liantu.bulletin.relation.placed import indices
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(r"指数|(?:第[一二三四五\d]|首)[个家条座]|唯一|最大")
_AREA: Final = (
    r"(?:全球|世界|全国|国内|我国|亚洲|全省|全市|全区|西部|中西部|西南|西北|华[东南中北]|东北"
    r"|中部|长三角|行业|业内|自治区|(?!当[月年])[一-龥]{2,3}[省市]?)"
)
_FIRST: Final = re.compile(
    rf"^(?P<head>[^，。；]{{0,40}}?)(?:也|更|还|同时|目前)?(?:是|成为)(?:目前|当前|迄今)?"
    rf"(?P<rank>{_AREA}(?:第[一二三四五\d][个家条座]|首[个家条座]|唯一|(?:规模)?最大)(?!之一)[^，。；]{{3,44}})$"
)
_ZONE: Final = re.compile(
    r"(?:[^，。；的]{0,30}的)?(?P<name>[一-龥]{4,20}(?:开发区|高新区|经开区|自贸区|综保区|保税区|新区|产业园区?|工业园区?|产业集群))"
)
_NOBODY: Final = re.compile(r"[这那其该它此我他们]|项目$|之一|以来|一次|[和及与]|第[一二三]")
_NO_KIND: Final = re.compile(r"的(?:问题|原因|亮点|特点|优势|短板|挑战|任务|目标|心愿|变化)$|一次|今年|时间|最大的")
# What a name may carry before it where the text puts no stop.
_BEFORE: Final = re.compile(r"^.{2,30}项目(?=.{4,30}(?:公司|集团)$)")


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """Whom a sentence calls the first or only one of its kind."""
    yield from indices(text, memory)
    zone = ""
    for clause in clauses:
        m = None if clause.planned else _FIRST.match(clause.text)
        told = _ZONE.fullmatch(bare(m["head"] if m else clause.text))
        zone = told["name"] if told else zone if m or clause.topic == zone else ""
        if m is None or _NO_KIND.search(m["rank"]):
            continue
        for name in _who(m["head"], zone, clause, memory):
            yield Said(name, "rank", m["rank"], clause.start, clause.start + m.end(), "first")


def _who(head: str, zone: str, clause: Clause, memory: Memory) -> list[str]:
    if who := pointed(head, clause, memory):
        return [_BEFORE.sub("", who)]
    rest = bare(head)
    if zone and (not rest or rest.endswith(zone)):
        return [zone]
    if not rest:
        return [_BEFORE.sub("", clause.topic)] if clause.topic else []
    if _NOBODY.search(rest):
        return []
    if is_facility(rest, memory.cast):
        return [rest]
    found = names(head, memory.cast)
    return found if len(found) == 1 and (found[0] in memory.cast.firms or found[0].endswith(("公司", "集团"))) else []
