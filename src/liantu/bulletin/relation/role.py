"""身份 Role: who leads a chain, who is a key firm, which project leads. 东石、北云是储能产业链“链主”。"""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.cast import Cast
from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause, apposed
from liantu.bulletin.relation.name import bare, is_name, names, one_name, split
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(
    r"链主|龙头|重[点大]项目|头部|领军|标杆|“|供应链企业|行业|[务应造产营成供]商|(?:重点|骨干|领军|领头|头部|标杆|代表性?|支柱|配套|核心|示范)企业|为“?(?:领军|核心|骨干)"
)
_FIRM: Final = r"(?:重点|龙头|骨干|领军|领头|头部|标杆|代表性?|支柱|配套|核心|示范){1,2}企业"
_LEADER: Final = r"“?链主”?(?:企业|单位)?”?"
_PROJECT: Final = r"龙头项目|重点项目|重大项目"
_ROLE: Final = rf"(?P<role>{_LEADER}|{_FIRM}|{_PROJECT}|龙头)(?:之一)?"
_IS: Final = re.compile(r"是|为|系|成为|成了|当选为?|入选为|获评为|被(?:评|认定|确定|列|选)为?|担任|担当|跻身")
_WHAT: Final = re.compile(rf"(?P<of>[^、]{{0,40}}?(?:、[^、]{{2,12}}){{0,2}}){_ROLE}”?$")
_LEADS: Final = re.compile(
    rf"(?P<of>.{{0,40}}?){_ROLE}(?:是|为|有|包括|就是|分别是|分别为|由(?=.+(?:担任|担当|来当)))(?P<names>.+?)(?:担任|担当|来当)?$"
)
_LED: Final = re.compile(
    r"以(?P<names>.{2,60}?)(?P<etc>等(?:重点|骨干|龙头)?企业)?为“?(?P<role>链主|龙头|领军|核心|骨干)”?(?P<unit>企业|单位)?"
    r"(?P<firms>的[一-龥]{0,10}企业)?(?:的|[，,])?(?:牵头|引领|带动|建设|打造|构建|形成|培育|发展)*(?:的)?(?P<of>[一-龥]{2,12}?产业链)?"
)
_STANDS_FOR: Final = re.compile(rf"以(?P<names>.{{2,60}}?)为代表的[一-龥]{{0,12}}?(?P<role>{_FIRM})")
_SUCH_AS: Final = re.compile(
    rf"(?P<names>.{{2,80}}?)等(?:一大批|一批|多家|众多|[\d一-龥]{{0,3}}家)?(?P<of>[一-龥]{{0,14}}?)(?P<role>{_FIRM}|“?链主”?企业)"
)
_GATHERED: Final = re.compile(
    r".*(?:引进|引入|招引|集聚|聚集|汇聚|拥有|涌现|培育|形成|吸引|孵化|诞生|走出|包括|有(?![限机色])|壮大|支持|服务|走访|推进|推动|依托)(?:培育|落地|集聚|聚集|壮大)?(?:了|出|着|到)?"
)
_AS: Final = re.compile(rf"作为(?P<of>[^，。；]{{0,30}}?){_ROLE}(?:的|[，,])(?:今年|目前)?(?P<rest>[^，。]{{2,30}})")
_OPENS: Final = re.compile(rf"(?:.*?产业)?(?P<role>{_LEADER}|{_FIRM})[-:]?(?P<rest>.+)")
_BROUGHT: Final = re.compile(
    rf"(?P<name>[^的]{{4,24}}?)(?:就?是|成为)[一-龥]{{0,8}}?(?:今年|去年|近年来?|新)?引进的[一-龥]{{0,8}}?(?P<role>{_PROJECT}|{_FIRM})(?:之一)?$"
)
# 采耳行业领域头部企业黑蜂智造、小米供应链企业东石和北云: the role right before the name, in a list or before a verb.
_TITLED: Final = re.compile(
    r"(?:^|、)(?:[A-Z]{2,6})?(?P<role>(?:[一-龥]{2,8}行业(?:细分)?(?:领域)?|行业|[一-龥]{2,8}领域)的?(?:龙头|头部|领军|标杆|“[^”]{2,8}”)(?:企业)?|[一-龥]{2,6}供应链企业)"
    r"(?P<names>[一-龥A-Za-z]{3,12}(?:[和与][一-龥A-Za-z]{3,12})?)(?=、|…|落户|等|$)"
)
_SERVES: Final = re.compile(
    r"^(?P<name>[^，。；]{3,30}?)是(?:一家|国内|全国|全球|省内){0,2}(?P<role>(?:领先的|专业的?|知名的?)?[一-龥A-Za-z0-9]{2,24}(?:服务商|供应商|制造商|生产商|运营商|集成商|提供商))(?:之一)?$"
)
_CHAIN: Final = re.compile(r"(?P<what>[一-龥A-Za-z0-9]{2,14}?(?:产业链|产业集群|产业|行业|领域))$")
_CUT: Final = re.compile(
    r".{0,90}(?:[的里中内“”]|(?:全|我|该)[省市区县州国]|国内|行业内|[及和与](?=[^及和与]{2,}产业))|[十百千万]{1,6}亿级"
)
_THIS: Final = re.compile(r"(?:这就?|它)")
_FIRM_LIKE: Final = re.compile(r"(?:公司|集团|股份|科技|软件|药业|制药|重工|实业|控股|酒业|茶业)$")
_NOT_YET: Final = re.compile(
    r"没有|缺|不|非|引进(?!的)|培育|发展|壮大|支持|做[大强优]|吸引|寻找|扶持|依托|争|围绕|服务(?!业|产业)|目标|推动|打造|招|抓|负责|[了着过把被让使给对向从这那]|(?<![的业链])[和与及]$"
)
_ITS: Final = re.compile(r"|.*(?:[的业链省市区县内里中]|领域|集群|国内|全国)[“”]?")


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """Roles a sentence gives to firms and projects by name."""
    for clause in clauses:
        if not clause.planned and CUE.search(clause.text):
            yield from _is(clause, memory)
            yield from _leads(clause, memory)
            yield from _such_as(clause, memory)
            yield from _brought(clause, memory.cast)
            yield from _apposed(clause, memory.cast)
            yield from _titled(clause, memory)
    yield from _led(text, memory)
    yield from _as(text, memory)


def _is(clause: Clause, memory: Memory) -> Iterator[Said]:
    """东石、北云是储能产业链“链主”；东石是全市新材料产业的龙头企业。"""
    for copula in _IS.finditer(clause.text):
        told = _WHAT.fullmatch(clause.text[copula.end() :])
        if told is None or _NOT_YET.search(told["of"]):
            continue
        head = clause.text[: copula.start()]
        if copula[0] == "为" and "以" in head:
            continue
        own = bare(head) and not _THIS.fullmatch(bare(head))
        found = names(head, memory.cast) if own else [clause.topic] * bool(clause.topic)
        start = clause.start + max(clause.text.find(found[0]), 0) if found else 0
        for name in found:
            yield Said(
                name, "role", _role(told["of"], told["role"], memory), start, clause.start + len(clause.text), "is"
            )
        if found:
            return


def _leads(clause: Clause, memory: Memory) -> Iterator[Said]:
    """储能产业链的“链主”是东石科技和北云。"""
    told = _LEADS.fullmatch(clause.text)
    if told is None or _NOT_YET.search(told["of"]) or not _ITS.fullmatch(told["of"]):
        return
    found = names(re.sub(r"等.{0,6}$", "", told["names"]), memory.cast)
    if told["role"] == "龙头" and not all(_known(name, memory.cast) for name in found):
        return
    for name in found:
        yield Said(
            name, "role", _role(told["of"], told["role"], memory), clause.start, clause.start + told.end(), "leads"
        )


def _led(text: str, memory: Memory) -> Iterator[Said]:
    """以东石为“链主”建设储能产业链；以东石、北云为代表的重点企业。"""
    for m in _LED.finditer(text):
        found = split(m["names"])
        named = all(is_name(name, memory.cast) for name in found)
        told = m["role"] == "链主" or m["unit"] or m["etc"] or m["firms"]
        if named and (told or any(_known(name, memory.cast) for name in found)):
            role = m["role"] if m["role"] == "链主" else f"{m['role']}企业"
            for name in found:
                yield Said(name, "role", f"{m['of'] or ''}{role}", m.start(), m.end(), "leaders")
    for m in _STANDS_FOR.finditer(text):
        for name in names(m["names"], memory.cast):
            yield Said(name, "role", m["role"], m.start(), m.end(), "stands_for")


def _such_as(clause: Clause, memory: Memory) -> Iterator[Said]:
    """集聚了东石、北云等一批重点企业。"""
    for m in _SUCH_AS.finditer(clause.text) if "等" in clause.text else ():
        head = _GATHERED.match(m["names"])
        start = head.end() if head else 0
        for name in names(m["names"][start:], memory.cast):
            yield Said(name, "role", _word(m["role"]), clause.start + start, clause.start + m.end(), "such_as")


def _apposed(clause: Clause, cast: Cast) -> Iterator[Said]:
    """龙头项目云上算力中心今年开工。"""
    role, name = apposed(clause.text, cast)
    if name:
        end = clause.text.find(name) + len(name)
        yield Said(name, "role", role, clause.start, clause.start + end, "apposed")
    told = _OPENS.match(bare(clause.text))
    firm = cast.firms.opening(told["rest"]) if told else ""
    if told and firm and not re.match(r"[、的]", told["rest"][len(firm) :]):
        at = clause.text.find(firm) + len(firm)
        yield Said(firm, "role", _word(told["role"]), clause.start, clause.start + at, "apposed")


def _titled(clause: Clause, memory: Memory) -> Iterator[Said]:
    """行业龙头东石集团落户；采耳行业头部企业东石智造；东石科技是一家整体方案服务商。"""
    for m in _TITLED.finditer(clause.text):
        alone = m.end() == len(clause.text) and "、" not in m[0]
        for name in _run_on(m["names"], memory.cast):
            if alone and not _known(name, memory.cast):
                continue
            yield Said(name, "role", m["role"], clause.start + m.start("role"), clause.start + m.end(), "titled")
    told = _SERVES.match(clause.text)
    if told and (name := one_name(told["name"], memory.cast)):
        yield Said(name, "role", told["role"], clause.start, clause.start + told.end(), "serves")


def _run_on(listed: str, cast: Cast) -> list[str]:
    """The names behind a role, none where a verb or a common noun runs on (落户, 实力)."""
    found = names(re.split("落户|等", listed)[0], cast)
    return found if all(len(name) > 2 for name in found) else []


def _brought(clause: Clause, cast: Cast) -> Iterator[Said]:
    """云上算力中心是乙山区今年引进的龙头项目之一。"""
    m = _BROUGHT.match(clause.text) if "引进的" in clause.text else None
    if m and (name := one_name(m["name"], cast)):
        yield Said(name, "role", m["role"], clause.start, clause.start + m.end(), "brought_as")


def _as(text: str, memory: Memory) -> Iterator[Said]:
    """作为全市储能产业龙头企业，东石今年扩产。"""
    for m in _AS.finditer(text):
        name = memory.cast.firms.opening(m["rest"])
        if name:
            yield Said(name, "role", _role(m["of"], m["role"], memory), m.start(), m.end(), "as_firm")


def _known(name: str, cast: Cast) -> bool:
    """Whether a name is a firm's for certain: the document says so elsewhere, or it ends as only firms' names do."""
    return name in cast.firms or bool(_FIRM_LIKE.search(name) and is_name(name, cast))


def _role(of: str, role: str, memory: Memory) -> str:
    """储能产业链 + “链主”单位 → 储能产业链链主."""
    of = _CUT.sub("", of.strip("“” ").removesuffix("的").strip("“”"))
    for own in (memory.place.parent, memory.place.name, memory.place.stem):
        of = of.removeprefix(own) if own else of
    what = _CHAIN.search(of)
    named = what["what"] if what and what["what"] not in ("产业", "行业") and len(what["what"]) > 3 else ""
    return f"{named}{_word(role)}"


def _word(role: str) -> str:
    return "链主" if "链主" in role else role
