"""位次与规模 Standing: ranks of firms, scale labels of industries, positions a place wants to reach."""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause
from liantu.bulletin.relation.name import one_name
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

_ANY_LEVEL: Final = re.compile("[十百千万]亿")
_NAME: Final = r"[一-龥A-Za-z0-9·“”-]{2,20}"
_LIST: Final = rf"{_NAME}(?:、{_NAME})*(?:[和及与]{_NAME})?"
_LEVEL: Final = r"(?P<level>[十百千万]{1,6}亿级?)"
_FIELD: Final = r"全球|世界|全国|国内|亚洲|行业|全省|全市"
_PLACE: Final = r"(?:第[一二三四五六七八九十]+大?|前[一二三四五六七八九十]+|最大|领先|唯一)"
_RANKS: Final = rf"(?P<ranks>(?:{_FIELD}){_PLACE}(?:、(?:{_FIELD}){_PLACE})*)"
# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(rf"[十百千万]亿|建成|打造|建设成为|定位|成为|(?:{_FIELD}){_PLACE}")
_ANY_RANK: Final = re.compile(rf"(?:{_FIELD}){_PLACE}")
_RANK: Final = re.compile(
    rf"(?:作为|这是一?家|是一家|是){_RANKS}的?(?P<what>[一-龥]{{4,20}}?)[，,](?P<rest>[^，。]{{2,24}})"
)
_IS_RANK: Final = re.compile(rf"是{_RANKS}的?(?P<what>[一-龥]{{4,20}}(?:企业|生产商|厂商|制造商|供应商|公司))$")
_AT_RANK: Final = re.compile(
    rf"(?:^|的|国内|全球|产品)(?P<what>(?:产能|产量|生产)?规模|产能|产量|产销量|销量|市场份额|市场占有率|出口量)(?:连续[一-龥\d]{{1,4}}年)?(?:稳?居|位居|排名?|位列|名列|处于|为|是|均)*{_RANKS}$"
)
_SCALES: Final = re.compile(
    rf"(?P<names>{_LIST})等(?:\d+|[一二三四五六七八九十两]+)?(?:个|大)?{_LEVEL}(?:主导|优势|支柱|特色)?(?:产业|集群)"
)
# 有色金属1个4千亿级，绿色化工、绿色钢铁2个3千亿级特色产业: each list with its number and its level.
_TIERS: Final = re.compile(
    r"(?P<names>[一-龥]{2,10}(?:[、和及][一-龥]{2,10}){0,9})(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?:个|大|条)(?P<level>\d{0,2}[十百千万]{1,3}亿元?级?)(?=(?:的|特色|主导|优势|支柱|先进制造业){0,2}(?:产业|集群)|[，、,])"
)
_TIER_LEAD: Final = re.compile(
    r"^(?:[一-龥]{0,6}(?:打造|形成|培育|建设|发展|壮大|构建|建成|做强|包括|以及)(?:形成|壮大|发展|起|出|了)?)"
)
_SCALE: Final = re.compile(rf"{_LEVEL}(?P<name>[一-龥]{{2,12}}?产业集群|[一-龥]{{2,12}}?产业)(?!园|重点|链)")
_LABEL: Final = re.compile(
    rf"(?P<names>[^，。；]{{2,90}}?)[，,]?(?:均|都|分别|全部)?(?:按|定为|定位为|确定为|列为|作为|为|是|达到|属于|各奔|奔向|同属){_LEVEL}(?:的)?(?:产业集群|产业|集群|规模)?"
    r"(?:来)?(?:培育|打造|推进|发展|建设)?(?=[，。；]|$)"
)
_TARGET: Final = (
    r"(?P<what>(?:全球|全国|国内|世界|国际|西部|中西部|西南|全省|全市|区域性?|国家级?|省级|长三角|粤港澳大湾区|成渝|华[东南中北]|西北|东北|中部|中国|面向[一-龥]{2,6}(?:、[一-龥]{2,6}){0,2}的|[一-龥]{2,6}省(?:交界|接壤))"
    r"(?:[一-龥]{2,5}、){0,3}[一-龥]{2,16}?(?:高地|基地|中心|集聚区|先行区|示范区|名城|强区|标杆|枢纽))(?![一-龥]{0,6}(?:项目|工程|[\d一二三四五六七八九十]+个))"
)
_POSITION: Final = re.compile(rf"(?:全面建成|加快建成|建成|打造成?为?|建设成为|建成为|定位为|定位于){_TARGET}")
_BECOMES: Final = re.compile(rf"成为{_TARGET}")

# A firm or a project that becomes a base says nothing of its place.
_OWN_BASE: Final = re.compile("项目|公司|集团|企业将|总投资|投产后|建成后")
_WHOLE_TRADE: Final = re.compile("全[省市区县州旗]((?:先进)?制造业|工业|农业|服务业|旅游业|建筑业|物流业)(?!增加值)")


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """Ranks, scale labels and wanted positions of one sentence."""
    if _ANY_RANK.search(text):
        yield from _ranks(text, clauses, memory)
    yield from _scales(text, memory)
    ahead = [clause for clause in clauses if clause.planned]
    for m in (*_POSITION.finditer(text), *_BECOMES.finditer(text)):
        if m[0].startswith("成为") and not any(c.start <= m.start() < c.start + len(c.text) for c in ahead):
            continue
        head = text[: m.start()]
        if not (memory.cast.firm_in(head) or _OWN_BASE.search(head)):
            yield Said(_aims(head, memory), "target_position", m["what"], m.start(), m.end(), "position")


def _aims(head: str, memory: Memory) -> str:
    """Who aims at a position: the trade of the whole place told before it, else the section's industry, else the place."""
    if trade := _WHOLE_TRADE.search(head):
        return memory.local(trade[1])
    return memory.local(memory.section_industry) if memory.section_industry else memory.place.name


def _firm(clause: Clause, text: str, memory: Memory) -> str:
    """The firm a clause speaks of, else the one company its sentence names, '' if it names none or several."""
    if clause.topic in memory.cast.firms:
        return clause.topic
    found = {name for _, name in memory.cast.firms.told(text)}
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    return longest[0] if len(longest) == 1 else ""


def _ranks(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    for m in _RANK.finditer(text):
        name = memory.cast.firms.opening(m["rest"])
        for rank in m["ranks"].split("、"):
            if name:
                yield Said(name, "rank", f"{rank}{m['what']}", m.start(), m.end(), "rank")
    for clause in clauses:
        size, told = _AT_RANK.search(clause.text), _IS_RANK.search(clause.text)
        firm = _firm(clause, text, memory) if size and not clause.planned else ""
        if size and firm:
            for rank in size["ranks"].split("、"):
                yield Said(
                    firm,
                    "rank",
                    f"{rank}（{size['what']}）",
                    clause.start,
                    clause.start + size.end(),
                    "at_rank",
                )
        name = one_name(clause.text[: told.start()], memory.cast) if told else ""
        if told and name:
            for rank in told["ranks"].split("、"):
                yield Said(name, "rank", f"{rank}{told['what']}", clause.start, clause.start + told.end(), "rank")


def _scales(text: str, memory: Memory) -> Iterator[Said]:
    if not _ANY_LEVEL.search(text):
        return
    for m in _SCALES.finditer(text):
        for name in re.split(r"[、和及与]", m["names"]):
            stem = memory.cast.industry_in(name) or re.sub(
                r"^.*(?:发展|培育|打造|形成|建设|围绕|助力|聚焦|为|在|是|有(?![色机限]))", "", name
            )
            if len(stem) > 1:
                yield Said(memory.local(f"{stem}产业"), "scale", _level(m["level"]), m.start(), m.end(), "scales")
    yield from _tiers(text, memory)
    for m in _SCALE.finditer(text):
        if memory.cast.industry_in(m["name"]):
            yield Said(
                _of(m["name"], text[max(0, m.start() - 40) : m.start()], memory),
                "scale",
                _level(m["level"]),
                m.start(),
                m.end(),
                "scale",
            )
    for m in _LABEL.finditer(text):
        for name in re.split(r"、|(?<=产业)[和与及]", m["names"].rpartition(":")[2]):
            if stem := _industry(name, memory):
                yield Said(
                    _of(stem, text[: m.start("level")], memory),
                    "scale",
                    _level(m["level"]),
                    m.start(),
                    m.end(),
                    "label",
                )


def _tiers(text: str, memory: Memory) -> Iterator[Said]:
    """打造有色金属1个千亿级，绿色化工、绿色钢铁2个百亿级产业: two levels or more, and industries only."""
    tiers = list(_TIERS.finditer(text))
    if len(tiers) < 2 or not re.search("产业|集群", text[tiers[-1].end() : tiers[-1].end() + 16]):
        return
    for m in tiers:
        for name in re.split(r"[、和及]", _TIER_LEAD.sub("", m["names"])):
            if len(name) > 1:
                yield Said(memory.local(f"{name}产业"), "scale", _level(m["level"]), m.start(), m.end(), "tiers")


def _industry(name: str, memory: Memory) -> str:
    """The industry a piece of a list is, and nothing besides it: 新材料产业集群, 新材料."""
    name = re.sub(r"^(?:全|我|该)[省市区县州]", "", name)
    stem = memory.cast.industry_in(name)
    whole = (
        re.fullmatch(
            rf"(?:{re.escape(memory.place.stem)}[区县市]?)?(?P<stem>{re.escape(stem)})(?P<kind>产业集群|产业|集群)?",
            name,
        )
        if stem
        else None
    )
    if whole:
        return stem + (whole["kind"] or "产业")
    return (
        name
        if re.fullmatch(r"[一-龥]{2,12}产业(?:集群)?", name)
        and not re.search(r"[的是为把将在]|[个两三四五六七八九]大?产业", name)
        else ""
    )


def _of(industry: str, head: str, memory: Memory) -> str:
    """Whose industry it is: 全市 before it in a district's page makes it the city's."""
    above = "全市" in head and not memory.place.rank >= 5
    return memory.place.parent + industry if above else memory.local(industry)


def _level(word: str) -> str:
    return word if word.endswith("级") else f"{word}级"
