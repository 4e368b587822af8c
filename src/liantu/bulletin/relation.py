"""关系 Relation: what a sentence says of firms, projects, parks and places besides figures.

A closed list of predicates, each found by wordings that say it plainly; where a name is not sure, nothing is said.

    >>> from liantu.bulletin.cast import Cast
    >>> from liantu.bulletin.place import Place
    >>> memory = Memory(Place("乙山区", "", ""), Cast(("智能视觉",), ("东石", "北云"), ()))
    >>> [(s.subject, s.predicate, s.object) for s in find("乙山以东石、北云为“链主”建设智能视觉产业链。", memory)]
    [('东石', 'role', '智能视觉产业链链主'), ('北云', 'role', '智能视觉产业链链主')]
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.cast import names_in, trim_name
from liantu.bulletin.subject import Memory, split_subject

__all__ = ["PREDICATES", "Said", "find"]

PREDICATES: Final = (
    "role product located_in introduced honour licence listing list_entry standard carrier rank scale target_position project_status"
).split()


@dataclass(frozen=True, slots=True)
class Said:
    """One relation and where in the sentence it is said."""

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    rule: str


_NAME = r"[一-龥A-Za-z0-9·“”-]{2,20}"
_LIST = rf"{_NAME}(?:、{_NAME})*(?:[和及与]{_NAME})?"
_ROLE = r"龙头企业|重点企业|骨干企业|领军企业|链主企业|代表企业|配套企业|龙头"
_LEVEL = r"(?P<level>[十百千万]+亿级?)"

_LEADERS: Final = re.compile(rf"以(?P<names>{_LIST})为“?链主”?(?:企业|单位)?[，,]?(?:建设|打造|构建|形成|培育)?(?:的)?(?P<of>[一-龥]{{2,12}}?产业链)?")
_LEADER: Final = re.compile(
    r"(?P<name>[一-龥A-Za-z]{2,20}?)(?:成为|是|为|系|入选|获评|被确定为)[^，。；]{0,24}?(?P<of>[一-龥]{2,10}产业链)(?:的)?“?链主”?(?:企业|"
    r"单位)?"
)
_AS_FIRM: Final = re.compile(rf"作为(?P<of>[^，。；]{{2,24}}?)(?P<role>{_ROLE})(?:之一)?(?:的|[，,])(?:今年)?(?P<rest>[^，。]{{2,30}})")
_BROUGHT: Final = re.compile(
    rf"(?P<verb>引进培育|引进|引入|招引|签约引进|引进落地|落户)(?:落地)?了?(?P<names>{_LIST})等(?:一大批|一批|多家|[\d一-龥]{{0,3}}家)?(?P<kind>[一-龥]{{0,12}}?)(?P<role>重点企业|龙头企业|骨干企业|优势企业|企业|项目|机构)"
)
_BROUGHT_ONE: Final = re.compile(r"(?:引进|引入|落户|签约)了(?P<name>[一-龥A-Za-z0-9·]{4,24}?)项目")
_BROUGHT_AS: Final = re.compile(
    r"(?P<name>[一-龥A-Za-z0-9·]{4,24})是(?P<who>[一-龥]{2,8}?)(?:今年|去年|近年)?引进的(?P<role>龙头项目|"
    r"重点项目|重大项目|龙头企业|重点企业)"
)
_STANDS_FOR: Final = re.compile(rf"以(?P<names>{_LIST})为代表的[一-龥]{{0,8}}?(?P<role>{_ROLE})")
_FROM: Final = re.compile(rf"来自(?P<where>[一-龥]{{2,8}})的(?P<names>{_LIST})等[一-龥]{{0,12}}?企业")
_LOCAL: Final = re.compile(r"(?:^|[，。,“])(?P<name>[一-龥A-Za-z]{2,10})是(?P<where>[一-龥]{2,6}?)(?:本土|本地)[一-龥]{0,10}(?:企业|公司)")
_IN_PARK: Final = re.compile(
    r"(?:位于|坐落于|地处|落户)(?P<park>[一-龥A-Za-z0-9]{2,16}(?:园|园区|开发区|高新区|基地|[A-Z]区))的(?P<name>[一-龥A-Za-z0-9()]{4,24}?(?:公司|"
    r"集团))"
)
_FIRST_IN: Final = re.compile(
    r"作为(?P<park>[一-龥A-Za-z0-9]{2,20}?园区?)(?:第一家|首家|首批)[一-龥]{1,4}驻企业[，,](?P<name>[一-龥A-Za-z0-9()]{4,24}?(?:公司|"
    r"集团))"
)
_SITE: Final = re.compile(r"(?P<park>[一-龥]{2,12}(?:园|开发区|高新区)(?:[A-Z]区)?)(?P<name>[一-龥]{4,20}?)项目(?:建设|施工)现场")
_HONOURS: Final = re.compile(r"(?:获得|荣获|获评|获批|获授|被评为|被认定为|被授予)了?(?P<titles>(?:“[^”]{3,30}”[、和]?)+)(?:等)?(?:荣誉)?(?:称号|荣誉|奖)?")
_CREATED: Final = re.compile(
    r"(?P<name>[一-龥]{4,16}?)(?:成功创建|获评|荣获|成功创成|被认定为|被评为)(?:为)?(?P<title>(?:国家|"
    r"全国|省|市|省级|市级)[一-龥A-Z0-9]{3,22}?)(?=[、，。；,])(?:、挂牌(?P<second>国家[一-龥]{3,20}?)(?=[、，。；,]))?"
)
_LICENCE: Final = re.compile(
    r"(?P<name>[一-龥A-Za-z]{2,20}?)(?:率先)?(?:获得|取得|拿到|获颁)(?P<rank>全[国省市]首张|全[国省市]第一张|"
    r"首张)?“?(?P<licence>[一-龥]{3,24}(?:许可证|注册证|资质证书))”?"
)
_STANDARD: Final = re.compile(
    r"(?P<name>[一-龥A-Za-z]{2,20}?)(?:还|先后|牵头|共同)*(?:主导|牵头|参与|主持)(?:制定|起草|编制|制订|"
    r"修订)了?(?P<titles>(?:《[^》]{4,40}》[、和]?)+)"
)
_LISTED: Final = re.compile(
    r"(?P<name>[一-龥A-Za-z0-9]{2,20}?)(?:今年|去年|近日|日前|已|成功|正式|于)*(?:在)?(?P<where>(?:深圳证券交易所|"
    r"上海证券交易所|深交所|上交所|北交所|港交所|香港联交所)(?:创业板|科创板|主板|中小板)?|科创板|创业板)(?:成功|"
    r"正式|发行|挂牌|首发)*上市"
)
_ENTERED: Final = re.compile(
    r"(?P<name>“?[一-龥A-Za-z]{2,16}”?)(?:先后|成功|双双)?(?:跻身|入选|列入|入围|进入)(?P<lists>[^。；]{4,60}?名单(?:[，,][^，。；]{4,40}?名单)?)"
)
_BUILT: Final = re.compile(rf"(?:先后)?建成了?(?P<names>{_LIST})等[一-龥]{{0,4}}(?:载体|平台|园区)")
_RANK: Final = re.compile(
    r"作为(?P<ranks>(?:全球|全国|国内|世界|全省|全市|亚洲|行业)(?:第[一二三四五六七八九十]+大?|前[一二三四五六七八九十]+|"
    r"最大|领先|唯一)(?:、(?:全球|全国|国内|世界|全省|全市)(?:第[一二三四五六七八九十]+大?|前[一二三四五六七八九十]+))*)的?(?P<what>[一-龥]{4,20}?)[，,](?P<rest>[^，。]{2,24})"
)
_SCALES: Final = re.compile(rf"(?P<names>{_LIST})等(?:\d+|[一二三四五六七八九十两]+)?(?:个|大)?{_LEVEL}(?:主导|优势|支柱|特色)?(?:产业|集群)")
_SCALE: Final = re.compile(rf"{_LEVEL}(?P<name>[一-龥]{{2,12}}?产业集群|[一-龥]{{2,12}}?产业)(?!园|重点|链)")
_POSITION: Final = re.compile(
    r"(?:全面建成|加快建成|建成|打造|建设成为|建成为)(?P<what>(?:全球|全国|国内|西部|中西部|西南|全省|"
    r"全市|区域性?)[一-龥]{2,16}?(?:高地|基地|中心|集聚区|先行区|示范区|名城|强区|标杆|枢纽))"
)
_MAKES: Final = re.compile(r"(?P<name>[一-龥]{4,24}?(?:公司|集团))生产的(?P<what>[^，。；]{2,24})[，,]")


def find(text: str, memory: Memory) -> Iterator[Said]:
    """Every relation one folded sentence states, in the order of its wording."""
    found = [said for rule in _RULES for said in rule(text, memory)]
    seen: set[tuple[str, str, str]] = set()
    for said in sorted(found, key=lambda s: s.start):
        key = (said.subject, said.predicate, said.object)
        if key not in seen and 1 < len(said.subject) <= 40 and 1 < len(said.object) <= 60:
            seen.add(key)
            yield said


def _firm(text: str, memory: Memory) -> str:
    """The firm a phrase names at its end or start; '' where it is not one of the cast."""
    name = trim_name(text.strip("“”"))
    if name in memory.cast.firms:
        return name
    return memory.cast.firm_in(text) if re.search(r"企业|公司|集团", text) or memory.cast.firm_in(text) == text[-len(memory.cast.firm_in(text)) :] else ""


def _roles(text: str, memory: Memory) -> Iterator[Said]:
    for m in _LEADERS.finditer(text):
        for name in names_in(m["names"]):
            yield Said(trim_name(name), "role", f"{m['of'] or ''}链主", m.start(), m.end(), "leaders")
    for m in _LEADER.finditer(text):
        if name := _firm(m["name"], memory):
            yield Said(name, "role", f"{re.sub('^全[国省市区县州]', '', m['of'].rpartition('的')[2])}链主", m.start(), m.end(), "leader")
    for m in _AS_FIRM.finditer(text):
        name = next((n for n in memory.cast.firms if m["rest"].startswith(n)), "")
        if name:
            what = re.sub(r"^.*(?:全[市省区县国]|及|和|[^产]{2,8}区)(?=[一-龥]{2,}产业)", "", m["of"])
            yield Said(name, "role", f"{what}{m['role']}", m.start(), m.end(), "as_firm")
    for m in _STANDS_FOR.finditer(text):
        for name in names_in(m["names"]):
            yield Said(trim_name(name), "role", m["role"], m.start(), m.end(), "stands_for")
    for m in _BROUGHT_AS.finditer(text):
        name = m["name"]
        yield Said(name, "role", m["role"], m.start(), m.end(), "brought_as")
        yield Said(_place(m["who"], memory), "introduced", name, m.start(), m.end(), "brought_as")


def _place(word: str, memory: Memory) -> str:
    named = split_subject(word, memory)
    return named.name if named is not None and named.kind == "place" else memory.place.name or word


def _brought(text: str, memory: Memory) -> Iterator[Said]:
    where = memory.place.name
    for m in _BROUGHT.finditer(text):
        for name in names_in(m["names"]):
            if re.match(r"[一-龥]*(?:多家|一批|产业|优质)", name) or len(name) > 16:
                continue
            yield Said(where, "introduced", name, m.start(), m.end(), "brought")
            if m["role"] in ("重点企业", "龙头企业", "骨干企业"):
                yield Said(name, "role", m["role"], m.start(), m.end(), "brought")
    for m in _BROUGHT_ONE.finditer(text):
        if not re.search(r"个|家|批|等", m["name"]):
            yield Said(where, "introduced", m["name"], m.start(), m.end(), "brought_one")


def _located(text: str, memory: Memory) -> Iterator[Said]:
    for m in _IN_PARK.finditer(text):
        yield Said(m["name"], "located_in", m["park"], m.start(), m.end(), "in_park")
    for m in _FIRST_IN.finditer(text):
        yield Said(m["name"], "located_in", re.sub(r"^[一-龥]{2,5}的", "", m["park"]), m.start(), m.end(), "first_in")
    for m in _SITE.finditer(text):
        yield Said(m["name"], "located_in", m["park"], m.start(), m.end(), "site")
        yield Said(m["name"], "project_status", "在建", m.start(), m.end(), "site")
    for m in _FROM.finditer(text):
        for name in names_in(m["names"]):
            yield Said(name, "located_in", _place(m["where"], memory), m.start(), m.end(), "from")
    for m in _LOCAL.finditer(text):
        yield Said(m["name"], "located_in", _place(m["where"], memory), m.start(), m.end(), "local")


def _honoured(text: str, memory: Memory) -> Iterator[Said]:
    yield from _titles(text, memory)
    yield from _papers(text, memory)
    yield from _entries(text)


def _titles(text: str, memory: Memory) -> Iterator[Said]:
    for m in _HONOURS.finditer(text):
        head = text[max(0, m.start() - 60) : m.start()]
        industry = memory.industry or (memory.local(memory.section_industry) if memory.section_industry else memory.place.name)
        subject = memory.cast.firm_in(head.rpartition("，")[2]) or industry
        for title in re.findall(r"“([^”]+)”", m["titles"]):
            if "许可证" not in title and subject:
                yield Said(subject, "honour", title, m.start(), m.end(), "honours")
    for m in _CREATED.finditer(text):
        for title in (m["title"], m["second"]):
            if title:
                yield Said(trim_name(m["name"]), "honour", title, m.start(), m.end(), "created")


def _papers(text: str, memory: Memory) -> Iterator[Said]:
    for m in _LICENCE.finditer(text):
        if name := _firm(m["name"], memory):
            rank = f"（{m['rank']}）" if m["rank"] else ""
            yield Said(name, "licence", m["licence"] + rank, m.start(), m.end(), "licence")
    for m in _STANDARD.finditer(text):
        if name := _firm(m["name"], memory):
            for title in re.findall(r"《([^》]+)》", m["titles"]):
                yield Said(name, "standard", title, m.start(), m.end(), "standard")
    for m in _LISTED.finditer(text):
        if name := _firm(m["name"], memory):
            yield Said(name, "listing", m["where"], m.start(), m.end(), "listed")


def _entries(text: str) -> Iterator[Said]:
    for m in _ENTERED.finditer(text):
        name = m["name"].strip("“”")
        if re.search(r"[一-龥]企业$|^.{0,2}家", name):
            continue
        for entry in re.findall(r"“([^”]{4,30})”", m["lists"]):
            yield Said(name, "list_entry", entry, m.start(), m.end(), "entered")


def _things(text: str, memory: Memory) -> Iterator[Said]:
    where = memory.place.name
    for m in _BUILT.finditer(text):
        for name in names_in(m["names"]):
            yield Said(where, "carrier", name, m.start(), m.end(), "built")
    for m in _RANK.finditer(text):
        name = next((n for n in memory.cast.firms if m["rest"].startswith(n)), "")
        for rank in m["ranks"].split("、"):
            if name:
                yield Said(name, "rank", f"{rank}{m['what']}", m.start(), m.end(), "rank")
    for m in _MAKES.finditer(text):
        yield Said(trim_name(m["name"]), "product", m["what"], m.start(), m.end(), "makes")


def _standing(text: str, memory: Memory) -> Iterator[Said]:
    for m in _SCALES.finditer(text):
        for name in names_in(m["names"]):
            stem = memory.cast.industry_in(name) or re.sub(r"^.*(?:发展|培育|打造|形成|建设)", "", name)
            yield Said(memory.local(f"{stem}产业"), "scale", _level(m["level"]), m.start(), m.end(), "scales")
    for m in _SCALE.finditer(text):
        head = text[max(0, m.start() - 40) : m.start()]
        above = "全市" in head and not memory.place.rank >= 5
        if memory.cast.industry_in(m["name"]):
            subject = memory.place.parent + m["name"] if above else memory.local(m["name"])
            yield Said(subject, "scale", _level(m["level"]), m.start(), m.end(), "scale")
    for m in _POSITION.finditer(text):
        subject = memory.local(memory.section_industry) if memory.section_industry else memory.place.name
        yield Said(subject, "target_position", m["what"], m.start(), m.end(), "position")


def _level(word: str) -> str:
    return word if word.endswith("级") else f"{word}级"


_RULES: Final[tuple[Callable[[str, Memory], Iterator[Said]], ...]] = (_roles, _brought, _located, _honoured, _things, _standing)
