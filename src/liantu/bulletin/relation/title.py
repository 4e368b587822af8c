"""称号 Title: the titles offices give to firms, told without quotation marks (东石科技获评省级绿色工厂).

Only titles of a kind every office knows are read here, so that no plan and no praise is taken for one.
"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause, pointed
from liantu.bulletin.relation.name import bare, names
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(
    "专精特新|冠军|高新技术企业|绿色|智能|数字化车间|灯塔工厂|瞪羚|独角兽|示范企业|中小企业|技术中心|设计中心|研究中心|产业化|知识产权|工作站|众创|"
    "孵化器|示范基地|质量[奖标]|入选|上榜|榜上有名|在列|入围"
)
_BY: Final = r"(?:国家级?|省级?|市级?|自治区级?|区级|县级|全国|中国|工信部|[一-龥]{2,3}[省市])?"
_KIND: Final = (
    r"(?:重点)?“?专精特新”?“?(?:小巨人|中小)?”?(?:中小)?企业|专精特新“小巨人”(?=名单)|“?(?:制造业)?单项冠军”?(?:示范|培育)?(?:企业|产品)?|(?:国家)?高新技术企业|"
    r"绿色(?:低碳)?工厂|绿色供应链管理企业|绿色园区|智能(?:制造示范)?(?:工厂|车间)|数字化车间|灯塔工厂|(?:准|潜在|种子|高成长)?(?:瞪羚|独角兽)企业|“?隐形冠军”?企业|"
    r"技术创新示范企业|企业技术中心|工业设计中心|农业产业化(?:重点)?龙头企业|知识产权(?:示范|优势)企业|服务型制造示范企业|工程技术研究中心|"
    r"博士后科研工作站|众创空间|(?:科技)?企业孵化器|小型微型企业创业创新示范基地|中小企业特色产业集群|新型工业化产业示范基地|质量(?:奖|标杆)|科技型中小企业"
)
_TITLE: Final = rf"(?P<title>{_BY}(?:{_KIND}))"
_ISSUED: Final = (
    r"(?:(?:20\d\d)?年?度?|[首第][一-龥\d]{0,4}批|新一批|最新一批|工信部|省工信厅|市工信局|的|全国|20\d\d年度?)*"
)
_GIVEN: Final = re.compile(
    rf"(?P<verb>获评为?|被?认定为|被?评为|评定为|被授予|荣获|获批|获得|喜获|斩获|获|入选|上榜|跻身|列入|入围|晋级|晋升为?|升级为|成为)了?{_ISSUED}“?{_TITLE}”?"
    r"(?P<what>称号|荣誉称号|荣誉|认定|资质|公示名单|培育名单|拟认定名单|名单|行列|榜单|培育库)?(?:\([^()]{0,12}\))?(?=$|[、和及与并]|称号|等)"
)
_IS: Final = re.compile(rf"^(?P<who>.{{2,40}}?)(?:是|系|为)(?:一家)?[一-龥]{{0,10}}?{_TITLE}(?:之一|中的一家)?$")
_AS: Final = re.compile(rf"作为(?:一家)?(?:[一-龥]{{1,6}}(?:首家|唯一的?|的))?{_TITLE}[，,](?P<rest>[^，。]{{2,30}})")
_ON_LIST: Final = re.compile(
    rf"{_TITLE}(?:\([^()]{{0,12}}\))?(?:公示|培育|拟认定|认定)?名单(?:出炉|公布|揭晓)?[，,](?P<names>[^，。；]{{2,120}}?)(?:等(?:[\d一-龥]{{1,3}}家)?(?:企业|公司)?)?"
    r"(?:榜上有名|成功上榜|上榜|在列|成功入选|入选|位列其中|名列其中|入围|成功入围)(?=[，。；]|$)"
)
# 在第八批单项冠军企业名单中，东石科技有限公司、北云股份有限公司分别凭借……成功上榜。
_ON_LIST_FOR: Final = re.compile(
    rf"{_TITLE}(?:公示|培育|认定)?名单中?[，,](?P<names>[^，。；]{{4,160}}?)(?:分别|双双|均|成功){{0,2}}(?:凭借|因)[^，。；]{{4,80}}?(?:上榜|入选|在列|榜上有名|入围)(?=[，。；]|$)"
)
_UNDER: Final = re.compile(
    r"^[一-龥]{2,16}(?:集团|公司)(?:下属|旗下|所属)的?(?:企业|公司)?(?=[一-龥]{4})|\([^()]{0,30}\)"
)
_ZONE: Final = re.compile(r"^[一-龥]{2,12}(?:经开区|高新区|开发区|产业园|工业园区?|产业园区|产业集群)$")
# 公布第六批“小巨人”名单。……我市的东石科技、北云等7家企业入选。
_TOLD_LIST: Final = re.compile(rf"{_TITLE}(?:企业)?(?:\([^()]{{0,12}}\))?(?:公示|培育|拟认定|认定)?名单")
_ENTERED: Final = re.compile(
    r"(?:^|的)(?P<names>[^，。；的]{4,120}?)(?:等(?:[\d一-龥]{1,3}家)?(?:企业|公司)?)?(?:成功|顺利|双双)?(?:入选|上榜|榜上有名|在列|入围)$"
)
_LISTED: Final = frozenset("入选 上榜 跻身 列入 入围".split())


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """The titles a sentence says firms have."""
    for clause in clauses:
        if not clause.planned and CUE.search(clause.text):
            yield from _given(clause, memory)
            yield from _is(clause, memory)
    if not any(clause.planned for clause in clauses):
        yield from _on_list(text, memory)
        yield from _entered(clauses, memory)
    if told := _TOLD_LIST.search(text) if "名单" in text else None:
        memory.award = _plain(told["title"])
    yield from _as(text, memory)


def _given(clause: Clause, memory: Memory) -> Iterator[Said]:
    """东石科技、北云入选省级绿色工厂名单；……，获评国家级专精特新“小巨人”企业。"""
    given = list(_GIVEN.finditer(clause.text))
    if not given:
        return
    head = clause.text[: given[0].start()]
    who = pointed(head, clause, memory) or ("" if bare(head) else clause.topic)
    found = [who] if who else names(head, memory.cast) or _ZONE.findall(bare(head))
    for m in given:
        listed = m["verb"] in _LISTED or (m["what"] or "").endswith(("名单", "榜单", "库"))
        for name in found:
            predicate = "list_entry" if listed else "honour"
            yield Said(name, predicate, _plain(m["title"]), clause.start, clause.start + m.end(), "title")


def _is(clause: Clause, memory: Memory) -> Iterator[Said]:
    """东石科技是国家级专精特新“小巨人”企业。"""
    m = _IS.match(clause.text)
    for name in names(m["who"], memory.cast) if m else ():
        if m and not re.search(r"等|[些多]", m["title"]):
            yield Said(name, "honour", _plain(m["title"]), clause.start, clause.start + m.end(), "titled")


def _as(text: str, memory: Memory) -> Iterator[Said]:
    """作为国家级绿色工厂，东石今年扩产。"""
    for m in _AS.finditer(text):
        name = memory.cast.firms.opening(m["rest"])
        if name:
            yield Said(name, "honour", _plain(m["title"]), m.start(), m.end(), "titled")


def _on_list(text: str, memory: Memory) -> Iterator[Said]:
    """工信部公布国家级绿色工厂名单，东石科技、北云榜上有名。"""
    for m in _ON_LIST.finditer(text) if "名单" in text else ():
        for name in names(m["names"], memory.cast):
            yield Said(name, "list_entry", _plain(m["title"]), m.start(), m.end(), "on_list")
    for m in _ON_LIST_FOR.finditer(text):
        for name in names("、".join(_UNDER.sub("", each) for each in m["names"].split("、")), memory.cast):
            yield Said(name, "list_entry", _plain(m["title"]), m.start(), m.end(), "on_list")


def _entered(clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """我市的东石科技、北云等7家企业入选: on the list the page told of last."""
    for clause in clauses:
        m = _ENTERED.search(clause.text) if memory.award else None
        for name in names(m["names"], memory.cast) if m else ():
            if name in memory.cast.firms or name.endswith(("公司", "集团")):
                yield Said(name, "list_entry", memory.award, clause.start, clause.start + len(clause.text), "entered")


def _plain(title: str) -> str:
    """A title with its quotation marks in pairs or with none."""
    return title if title.count("“") == title.count("”") else re.sub("[“”]", "", title)
