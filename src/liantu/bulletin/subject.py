"""主体 Subject: whose figure it is, in canonical form.

A figure belongs to a place, an industry of it, a firm, a park or an event. 全区 is the document's place; 全市 in a
district's page is the city's; a firm's figure is never its cluster's. Words that point back (该企业, 产业园, 全行业) take
the one named last. Where a sentence names nobody, the sentence before, the speaker and the heading are asked in turn.
"""

import re
from dataclasses import dataclass
from typing import Final

from liantu.bulletin import elsewhere, project, scope
from liantu.bulletin.cast import FIRM, PARK, is_kind_of_park, trim_name
from liantu.bulletin.memory import Memory

__all__ = ["Named", "after_lead_in", "split_subject"]

_LEAD_IN: Final = re.compile(
    r"^(?:其中[,，:]?|(?:此次|本次|这次)(?!集中|签约|活动|开工|推介)|至此|例如|比如|仅(?=[一-龥]{2})|全(?=规模以上|规上|限额以上|限上|高新技术)|目前|全年|累计|共计|合计|总计|共|已经?|也|还|又|则|并且?|同时[,，]?|此外[,，]?|另外[,，]?|据统计[,，]?|由于|因为|随着|如今|预计|有望|力争|到|在|从|对(?!口)|而|且|使得?|让|推动|带动|先后|全面|进一步|近年|整个|当年|年内|(?:新?入驻|位于|坐落于|落户|地处)[^，。；的]{2,20}的(?=.{3})|分别|均|各|以及|和|其他|，|,|“|”|:|-|\s)+"
)
_INDUSTRY: Final = re.compile(
    r"^(?!占)(?:(?![主各全该本多整])[一-龥A-Za-z0-9“”、和及与()]{1,26}?(?:产业集群|产业链|主导产业|支柱产业|产业(?!化)|集群|行业)"
    r"|[一-龥A-Za-z0-9“”、和及与()]{0,26}?(?:制造业|服务业|农业|建筑业|批发业|零售业|餐饮业|住宿业|加工业|采矿业|供应业|金融业|房地产业|物流业|文旅业|养殖业"
    r"|种植业|运输业|旅游业|(?:规上|规模以上)(?!工业)[一-龥]{2,12}?企业(?=[营产利实完研])|林业|牧业|渔业|畜牧业|(?<![企就创毕失产专作开停复营歇])业(?=$|总产值|产值|增加值|营收|营业收入|实现|完成|投资|销售额|增长|下降|同比)))"
)
_ACCORDING: Final = re.compile(r"按|依照|依据|根据|参照|结合|围绕|对照")
_PRODUCT: Final = re.compile(r"[一-龥]{1,8}(?:日|年|月)?(?:产量|产能|销量)")
_OWN_FIRMS: Final = re.compile(r"(?P<stem>[一-龥]{2,12}?)(?:领域|类)?企业")
_ACTS: Final = re.compile(
    r"高于|低于|快于|慢于|走进|来到|下拉|建成|获评|引进|集聚|聚集|涉及|培育|打造|推动|发展|围绕|建设|聚焦|构建|加快|形成|促进|实现|的|签约|包括|完成|新增|累计|为|在|是|成为|拥有|做强|做大|壮大|涵盖|覆盖|支持|带动|拉动|重点行业|分行业|助力|赋能|推进|提升|引领|认定|储备|引入|招引"
)
_ROLE: Final = re.compile(r"(?:龙头|“?链主”?|骨干|头部|重点)企业“?")
_JOINT: Final = re.compile(
    r"[一-龥A-Za-z0-9“”]{2,10}(?:、[一-龥A-Za-z0-9“”]{2,10})+等(?:[\d一二三四五六七八九十]+家)?[一-龥]{0,6}?(?:企业|公司)(?!入驻|落户|$)"
)
# 甲公司、乙公司等 right before a count only names some of those that are counted.
_LISTED: Final = re.compile(r"(?:公司|集团)[^，。；]{0,80}等(?:共|总共)?$")
_ITS_PARKS: Final = re.compile(r"(?:(?:工业|产业)?园区|工业园|产业园)(?:[和与及]高新区)?(?![内域位间基]|企业家)")
_BARE_PARK: Final = re.compile(r"园区(?=(?:企业)?(?:规模|规上|工业|实现|完成|现有|累计|共|入驻|总产值|产值|税收))")
_TRADES: Final = re.compile(
    r"(?![^、和与]{0,12}[全各我该])[一-龥]{1,12}?(?:产业|行业|业)(?:[、和与][一-龥]{1,12}?(?:产业|行业|业)){1,8}(?=[一-龥]{0,5}?(?:均(?!价)|各(?=[为达自上完实新增]))|(?:增加值|总产值|产值|投资|营业收入|营收|销售额|零售额|利润)$)"
)
_APIECE: Final = re.compile(
    r"(?:等?[\d一二两三四五六七八九十]{0,2}家?(?:企业|公司))?[一-龥]{0,6}?(?:分别|均|都|各(?=[有为达自上完实投新增签引占]))"
)
_NO_FIRM: Final = re.compile(r"(?:上市|挂牌|各类|控股|合资|跨国|该|本|这家|某)(?:公司|集团)$")
# 三大重点行业为甲业、乙业和丙业，共实现产值: what a count of trades takes in is theirs together.
_GROUP: Final = re.compile(
    r"(?!三大产业)[两三四五六七八九十]大(?:重点|主导|支柱|传统|优势|新兴|特色){1,2}(?:行业|产业)(?=为|是|包括|[，,]|共|累计|合计|实现|完成)"
)
_NO_INDUSTRY: Final = re.compile(
    r"产业化|大会|博览会|论坛|峰会|展览|展会|协会|联盟|局|委|厅|龙头|强[区市县]|立[区市县]|单项冠军|企业单项"
)
_ORDINAL_INDUSTRY: Final = re.compile(r"^(?:第[一二三]产业|[一二三]产(?=增加值|业|增长|同比|实现))")
_BARE_INDUSTRY: Final = re.compile(
    r"^(?:规模以上|规模|规上|限额以上|限上)?(?:工业|农业|农林牧渔业)(?:总产值|产值|增加值|投资|企业|用电|经济|税收|利润|营业收入|营收)"
)
_PROJECTS: Final = re.compile(
    r"(?P<what>(?![该这此上其全总])[一-龥]{2,12}?项目)(?P<firms>(?:企业)?)(?:累计)?(?:实现|完成|贡献)?(?:了)?(?:新增)?(?:产值|营收|营业收入|利润|销售收入)"
)
_ZONES: Final = ("高新区", "经开区", "开发区")
_BACK_FIRM: Final = re.compile(
    r"^(?:该|这家|本|其所在)(?:企业|公司|集团)|^(?:企业|公司|集团)(?!数|家|类|总|营收|总产值|利润总额|户|集聚|主体)"
)
_STRANGER: Final = re.compile(r"(?:该|这家|那家)[一-龥]{0,2}(?:企业|公司|集团|厂)|公司(?!数|家|类|总|户)")
_BACK_PARK: Final = re.compile(
    r"^(?:该|这个|整个|本|新的)?(?:产业园区?|工业园区?|工业集中区|产业集聚区|集聚区|集中区|全园|该园|园区|基地|工厂|平台|小镇)(?!数|[建开竣投完到落][成工产位地]率|个|总数|签约|开工|投资|建设|发展|\d)"
)
_BACK_PROJECT: Final = re.compile(
    r"^(?:该|这个|整个|本)?(?:项目|工程)(?:\(?[一二三]期\)?)?(?!数|[建开竣投完到落][成工产位地]率|个|总数|签约|开工率|\d|共|[、和]|名|库|清单|类|涉|均)"
)
_BACK_ZONE: Final = re.compile(r"^(?:该|整个|全|本)?园区(?!数|个|总数|\d)")
_BACK_INDUSTRY: Final = re.compile(
    r"^(?:全行业|全产业链?|该产业|该行业|产业链(?=[上中内里有])|该集群|行业|产业集群|集群|产业规模|产业)(?!企业|园|链条|项目|投资|园区|工人)"
)
_BACK_PLACE: Final = re.compile(r"该(?P<sign>[省市州区县镇乡])")
_ALIKE: Final = {"乡": ("乡", "镇"), "镇": ("乡", "镇")}
_BACK_ANY: Final = re.compile(r"^(?:其|它)(?=[一-龥])(?!中|他)")
_EVENT_BACK: Final = re.compile(
    r"(?:参加|参与)?(?:本次|此次|这次|当天|现场)(?:集中)?(?:(?=签约|开工)|活动|推介会?)|^(?:活动|签约仪式|仪式)(?:上|现场|(?=共|集中|累计))|^(?:签约|开工)项目中|^(?:本届|本次|此次|这次)“?[一-龥]{2,10}?[会节展]”?(?:上|期间|中)?"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A subject read at the head of a clause: canonical `name`, its `kind`, and how many characters told it."""

    name: str
    kind: str
    length: int


def after_lead_in(core: str) -> str:
    """A clause without the small words before its subject.

    >>> after_lead_in("其中，预计产值")
    '产值'
    """
    lead = _LEAD_IN.match(core)
    return core[lead.end() :] if lead else core


def split_subject(core: str, memory: Memory) -> Named | None:
    """The subject at the head of a clause, or None where it names nobody."""
    lead = None if elsewhere.opens(core) else _LEAD_IN.match(core)
    start = lead.end() if lead else 0
    start += (
        len(role[0])
        if (role := _ROLE.match(core, start)) and memory.cast.firm_in(core[role.end() : role.end() + 12])
        else 0
    )
    rest = core[start:]
    if _LISTED.search(rest) and FIRM.match(rest):
        return None
    if first := _several(rest, memory) or _one_of_its_own(rest, memory):
        return Named(first.name, first.kind, start + first.length)
    where, length, scoped = _scope(rest, memory)
    if scoped and (town := elsewhere.town(rest[length:])):
        where, length = town, length + len(town)
    tail = (
        re.sub(
            r"^(?:的|范围内|力争|预计|计划|将|确保|努力|目前|现有|累计|共|已|内|上(?![市报缴交榜规线]))+",
            "",
            rest[length:],
        )
        if scoped
        else rest
    )
    skipped = len(rest) - length - len(tail) if scoped else 0
    named = _entity(tail, memory, where, scoped)
    if named is not None:
        return Named(named.name, named.kind, start + (length + skipped if scoped else 0) + named.length)
    if scoped:
        return Named(where, "place", start + length + skipped)
    return None


def _one_of_its_own(rest: str, memory: Memory) -> Named | None:
    """The event, the single project or the firm known by name that a clause begins with."""
    if (
        (there := _BACK_PLACE.match(rest))
        and memory.kind == "place"
        and memory.subject.endswith(_ALIKE.get(there["sign"], there["sign"]))
    ):
        return Named(memory.subject, "place", there.end())
    if back := _EVENT_BACK.match(rest):
        return Named(memory.event or memory.place.name, "event" if memory.event else "place", back.end())
    if single := project.at_head(rest, memory.cast.projects.like(rest)):
        memory.project = single[0]
        return Named(single[0], "park", single[1])
    firm = memory.cast.firms.opening(rest)
    if firm and rest.startswith("、", len(firm)) and _JOINT.match(rest):
        return None
    park = "" if firm else memory.cast.parks.opening(rest)
    if firm or park:
        return Named(firm, "firm", len(firm)) if firm else Named(memory.named_park(park), "park", len(park))
    near, length = scope.park(rest, memory.place)
    return Named(near, "park", length) if near else None


def _several(rest: str, memory: Memory) -> Named | None:
    """The places that a clause begins with, or the trades and firms known by name that it tells of one by one (甲公司、乙公司分别投资)."""
    if places := elsewhere.listed(rest):
        return Named("、".join(places[0]), "several", places[1])
    if (trades := _TRADES.match(rest)) and not _ACTS.search(trades[0]):
        each = [memory.local(name) for name in re.split("(?<=业)[、和与]", trades[0])]
        return Named("、".join(each), "several", trades.end())
    found: list[str] = []
    at = 0
    while firm := memory.cast.firms.opening(rest[at:]):
        found.append(firm)
        at += len(firm)
        if not (joint := re.match("、|和|与|及|以及", rest[at:])):
            break
        at += joint.end()
    return Named("、".join(found), "several", at) if len(found) > 1 and _APIECE.match(rest, at) else None


def _scope(rest: str, memory: Memory) -> tuple[str, int, bool]:
    place = memory.place
    found = scope.at_head(rest, place)
    if found is None or (found[0] in place.line and memory.cast.industry_in(rest[:8]).startswith(rest[: found[1]])):
        return place.name, 0, False
    return *found, True


def _entity(tail: str, memory: Memory, where: str, scoped: bool) -> Named | None:
    nameless = not scoped and not memory.park and not memory.speaker and not memory.place.zone
    parks = _ITS_PARKS.match(tail) if scoped else _BARE_PARK.match(tail) if nameless else None
    if parks and where:
        return Named(_place_it(parks[0], where, memory), "park", parks.end())
    return (
        _known(tail, memory)
        or _projects(tail, where, memory)
        or _numbered(tail, where if scoped else _whose(memory))
        or _pointed(tail, memory)
        or _described(tail, memory, where, scoped)
    )


def _known(tail: str, memory: Memory) -> Named | None:
    if (joint := _JOINT.match(tail)) and joint.end() < len(tail) and not _ACTS.search(joint[0]):
        return Named(joint[0], "firms", joint.end())
    if park := memory.cast.parks.opening(tail):
        return Named(memory.named_park(park), "park", len(park))
    if firm := memory.cast.firms.opening(tail):
        return Named(firm, "firm", len(firm))
    for pattern, kind in ((FIRM, "firm"), (PARK, "park")):
        if (
            (m := pattern.match(tail))
            and m.end() > 4
            and trim_name(m[0]) == m[0]
            and not (m[0][0] in "该这本" or _NO_FIRM.search(m[0]) or is_kind_of_park(m[0]))
        ):
            return Named(memory.named_park(m[0]) if kind == "park" else m[0], kind, m.end())
    single = project.at_head(tail, memory.cast.projects.like(tail))
    return Named(single[0], "park", single[1]) if single else None


def _projects(tail: str, where: str, memory: Memory) -> Named | None:
    """A group of projects that takes something in (新投产项目实现产值); what is signed or laid out is the place's."""
    m = _PROJECTS.match(tail) if memory.kind != "event" else None
    return Named(_place_it(m["what"], where, memory), "park", m.end("what") + len(m["firms"])) if m else None


def _whose(memory: Memory) -> str:
    """The place whose sectors are told: the one told last in this paragraph, else home."""
    above = re.sub(r"第[一二三]产业$", "", memory.subject)
    return above if above and (memory.kind == "place" or above != memory.subject) else memory.place.name


def _numbered(tail: str, where: str) -> Named | None:
    if group := _GROUP.match(tail):
        return Named(where + group[0], "industry", group.end())
    m = _ORDINAL_INDUSTRY.match(tail)
    if m is None:
        return None
    return Named(where + (m[0] if m[0].startswith("第") else f"第{m[0][0]}产业"), "industry", m.end())


def _pointed(tail: str, memory: Memory) -> Named | None:
    section = memory.local(memory.section_industry) if memory.section_industry else ""
    for pointing, held, kind in (
        (_BACK_PROJECT, memory.project, "park"),
        (_BACK_FIRM, memory.firm, "firm"),
        (_BACK_PARK, memory.park or memory.speaker, "park"),
        (_BACK_ZONE, memory.place.name if memory.place.zone else "", "place"),
        (_BACK_INDUSTRY, memory.industry or section, "industry"),
        (_BACK_ANY, memory.subject, memory.kind),
    ):
        if held and (m := pointing.match(tail)):
            return Named(held, kind, m.end())
    unknown = _STRANGER.match(tail)
    return Named("", "firms", unknown.end()) if unknown else None


def _described(tail: str, memory: Memory, where: str, scoped: bool) -> Named | None:
    if _BARE_INDUSTRY.match(tail) or _ACCORDING.match(tail):
        return None
    there = None if scoped and not tail.startswith(_ZONES) else elsewhere.at_head(tail, memory.place)
    if there and not _ACTS.search(tail[: there[1]]):
        its = _described(tail[there[1] :], memory, there[0], True)
        return Named(its.name, its.kind, there[1] + its.length) if its else Named(there[0], "place", there[1])
    if stem := _stem_of(tail, memory):
        suffix = re.match(r"(?:产业集群|产业链|产业|集群|行业|领域)?", tail[len(stem) :])
        kind_word = suffix[0] if suffix else ""
        if not memory.section_industry and tail.startswith("项目", len(stem) + len(kind_word)):
            return None
        return Named(_place_it(stem + (kind_word or "产业"), where, memory), "industry", len(stem) + len(kind_word))
    if (
        (m := _INDUSTRY.match(tail))
        and not _ACTS.search(m[0])
        and not _NO_INDUSTRY.match(tail, m.end())
        and not (m[0].endswith("产业") and tail.startswith("园", m.end()))
        and not re.match(r"[类等]?项目|[和与及、][^，。；]{2,14}项目", tail[m.end() :])
        and not re.match("工业|全部工业|规上工业|规模以上工业|三次产业|三大产业", m[0])
    ):
        return Named(_place_it(m[0], where, memory), "industry", m.end())
    return None


def _stem_of(tail: str, memory: Memory) -> str:
    """The stem of an industry a clause begins with: one of the cast, or a part of the section's own (医药企业)."""
    stem = memory.cast.industries.opening(tail)
    if stem and _PRODUCT.match(tail, len(stem)):
        return ""
    part = _OWN_FIRMS.match(tail)
    own = memory.section_industry.removesuffix("产业")
    if not stem and part and (part["stem"] in own or memory.cast.industries.holds(part["stem"])):
        return part["stem"]
    return stem


def _place_it(industry: str, where: str, memory: Memory) -> str:
    return memory.local(industry) if where == memory.place.name else where + industry
