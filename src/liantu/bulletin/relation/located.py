"""落点 Located: where a firm or a project sits, and how far it is. 位于南湖工业园的东石科技有限公司正在扩建。"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause
from liantu.bulletin.relation.name import bare, is_facility, is_name, names, one_name
from liantu.bulletin.relation.said import Said
from liantu.bulletin.subject import split_subject

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(
    r"位于|坐落|地处|落户|驻|搬进|住进|迁入|里[，,]|现场|来自|[道镇乡路街村号][上旁边]?的|(?:集聚|聚集|汇聚|吸引)了|本[土地]|"
    r"正在?(?:加紧|抓紧|加快|全力)?(?:建设|施工|装修|调试|试生产|扩建)|建成投|竣工|正式[开投]|开工建设|破土动工|主体封顶"
)
_PARK: Final = r"[一-龥A-Za-z0-9]{2,18}?(?:园|园区|开发区|高新区|经开区|科技城|产业城|软件园|基地)(?:[A-Z]区)?"
_ADDRESS: Final = r"[一-龥]{2,16}?(?:街道|镇|乡|路|大道|街|村)(?:[一-龥]{2,8}(?:路|大道|街|村))?(?:\d{1,4}号)?"
_FIRM: Final = r"[一-龥A-Za-z0-9()]{4,24}?(?:公司|集团)"
_PART: Final = r"(?:新厂房|厂房|新厂区|厂区|新基地|生产线|产线|新工厂|工厂|总部)"
_DISTRICT: Final = r"[一-龥]{2,10}?(?:县|区|镇|乡|街道|市)"
_IN_PARK: Final = re.compile(
    rf"(?:位于|坐落于|坐落在|地处|落户|入驻)于?(?P<park>{_PARK}|{_DISTRICT})(?:\([^()]{{2,10}}\))?的(?P<name>{_FIRM})"
)
_FIRST_IN: Final = re.compile(
    rf"作为(?P<park>[一-龥A-Za-z0-9]{{2,20}}?园区?)(?:第一家|首家|首批)[一-龥]{{1,4}}驻企业[，,](?P<name>{_FIRM})"
)
_SITE: Final = re.compile(
    r"(?P<park>[一-龥]{2,12}(?:园|开发区|高新区)(?:[A-Z]区)?)(?P<name>[一-龥]{4,20}?)项目(?:建设|施工)现场"
)
_FROM: Final = re.compile(r"来自(?P<where>[一-龥]{2,8})的(?P<names>[^，。；]{2,60}?)等[一-龥]{0,12}?企业")
_LOCAL: Final = re.compile(r"^(?P<name>.{2,12}?)是(?P<where>[一-龥]{2,6}?)(?:本土|本地)[一-龥]{0,10}(?:企业|公司)$")
_SITS: Final = re.compile(
    rf"^(?P<name>.*?)(?:的?(?P<part>{_PART}))?(?:位于|坐落于|坐落在|地处|落户于?)(?P<at>{_PARK}|{_ADDRESS})$"
)
_ENTERS: Final = re.compile(rf"^(?P<name>.*?)(?:入驻|进驻|搬进|住进|迁入)了?(?P<at>{_PARK})$")
_WHO_ENTERS: Final = re.compile(
    rf"(?:入驻|进驻|搬进|住进|迁入)(?P<at>{_PARK})的[，,]?(?:企业)?[，,]?是(?P<name>{_FIRM})(?=[，。；])"
)
_ROAD: Final = re.compile(
    rf"^(?:走进|来到|走访)?(?P<at>{_ADDRESS})(?:上|旁|边)?的(?P<name>[一-龥A-Za-z0-9· -]{{4,40}})$"
)
_GATHERED: Final = re.compile(r"(?:集聚|聚集|汇聚|吸引|入驻)了(?P<names>[^，。；了]{2,60}?)等[一-龥]{0,12}?企业")
_INSIDE: Final = re.compile(rf"(?:^|[，。；])(?P<at>{_PARK})里[，,](?P<name>{_FIRM})的{_PART}")
_DOING: Final = re.compile(
    r"^(?P<name>.{0,80}?)(?:项目)?(?:也|仍|还|眼下|目前|当前){0,4}正在?(?:加紧|抓紧|加快|全力)?(?P<what>建设|施工|装修|调试|试生产|扩建)(?:中|之中)?$"
)
_DONE: Final = re.compile(
    r"^(?:[^，。]{2,30}的)?(?P<name>[^的]{3,30}?|)(?:项目)?(?:\([一二三]期\))?(?:近日|日前|今年|目前|现已|现|已|也|全面|顺利|\d{1,2}月)*"
    r"(?P<what>建成投用|建成投产|建成投运|竣工投产|正式竣工投产|正式开园|正式开业|正式投产|正式投用|开工建设|正式开工|破土动工|主体封顶|竣工验收)$"
)
_STATUS: Final = {
    "建设": "在建",
    "施工": "在建",
    "扩建": "扩建中",
    "装修": "装修中",
    "调试": "调试中",
    "试生产": "试生产",
    "正式竣工投产": "竣工投产",
}


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """Where firms and projects are said to sit, and the state of projects."""
    yield from _in_sentence(text, memory)
    for clause in clauses:
        if not CUE.search(clause.text):
            continue
        yield from _doing(clause, memory)
        if not clause.planned:
            yield from _sits(clause, memory)


def _in_sentence(text: str, memory: Memory) -> Iterator[Said]:
    for pattern, rule in (
        (_IN_PARK, "in_park"),
        (_FIRST_IN, "first_in"),
        (_WHO_ENTERS, "first_in"),
        (_INSIDE, "in_park"),
    ):
        for m in pattern.finditer(text):
            park = m.groupdict().get("park") or m["at"]
            if is_name(m["name"], memory.cast):
                yield Said(m["name"], "located_in", re.sub(r"^[一-龥]{2,5}的", "", park), m.start(), m.end(), rule)
    for m in _SITE.finditer(text):
        yield Said(m["name"], "located_in", m["park"], m.start(), m.end(), "site")
        yield Said(m["name"], "project_status", "在建", m.start(), m.end(), "site")
    for m in _FROM.finditer(text):
        for name in names(m["names"], memory.cast):
            yield Said(name, "located_in", _place(m["where"], memory), m.start(), m.end(), "from")


def _sits(clause: Clause, memory: Memory) -> Iterator[Said]:
    text, end = clause.text, clause.start + len(clause.text)
    for pattern, rule in ((_SITS, "sits"), (_ENTERS, "enters")):
        m = pattern.match(text)
        if m is None:
            continue
        head = m["name"]
        name = (one_name(head, memory.cast) or _facility(bare(head), memory) if len(head) > 2 else "") or (
            "" if _names_somebody(head) else clause.topic
        )
        if name and name != m["at"]:
            yield Said(name, "located_in", m["at"], clause.start, end, rule)
    if (
        (m := _ROAD.match(text))
        and not re.search("[在该这从]|企业|下|搬", m[0])
        and (name := _facility(m["name"], memory))
    ):
        yield Said(name, "located_in", m["at"], clause.start, end, "road")
    if (m := _GATHERED.search(text)) and clause.topic in memory.cast.parks:
        for name in names(m["names"], memory.cast):
            yield Said(name, "located_in", clause.topic, clause.start + m.start(), clause.start + m.end(), "gathered")
    if (m := _LOCAL.match(text)) and (name := one_name(m["name"], memory.cast)):
        yield Said(name, "located_in", _place(m["where"], memory), clause.start, end, "local")


def _doing(clause: Clause, memory: Memory) -> Iterator[Said]:
    """云上算力中心正在建设；东石科技有限公司的新厂房正在装修。"""
    m = _DOING.match(clause.text) or (None if clause.planned else _DONE.match(clause.text))
    if m is None:
        return
    head, part = m["name"], ""
    if own := re.search(rf"的?({_PART})$", head):
        head, part = head[: own.start()], own[1]
    name = one_name(head, memory.cast) if head else clause.topic
    if (
        name
        and head
        and not part
        and clause.text.startswith("项目", m.end("name"))
        and not is_facility(name, memory.cast)
    ):
        name += "项目"
    if name and (part or is_facility(name, memory.cast)):
        what = _STATUS.get(m["what"], m["what"])
        yield Said(name + part, "project_status", what, clause.start, clause.start + len(clause.text), "doing")


def _facility(words: str, memory: Memory) -> str:
    """The park or building a phrase names: the whole of it, or a known one at its end."""
    if is_facility(words, memory.cast):
        return words
    return next((park for park in memory.cast.parks if words.endswith(park)), "")


def _names_somebody(head: str) -> bool:
    return bool(
        re.sub(
            r"^(?:今年|去年|目前|现|已|也|还|均|都|率先|最早|首批|正式|成功|项目|公司|企业|该企业|该项目|该公司|其)+$",
            "",
            head,
        )
    )


def _place(word: str, memory: Memory) -> str:
    named = split_subject(word, memory)
    return named.name if named is not None and named.kind == "place" else memory.place.name or word
