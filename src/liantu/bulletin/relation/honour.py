"""荣誉与证照 Honour: titles, licences, standards, listings and list entries, each said of somebody by name."""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.memory import Memory
from liantu.bulletin.relation.clause import Clause, pointed
from liantu.bulletin.relation.name import bare, is_facility, names
from liantu.bulletin.relation.said import Said

__all__ = ["CUE", "find"]

# What a sentence must hold for any of these wordings.
CUE: Final = re.compile(
    "获|夺得|捧|摘得|纳入|评为|认定为|授予|牌子|招牌|称号|创建|创成|挂牌|入选|跻身|上榜|入围|列入|进入|许可证|注册证|证书|登记证|《|上市|登陆|名单"
)
_TITLES: Final = re.compile(
    r"(?:获得|荣获|获评|获批|获授|被评为|被认定为|被授予|获|斩获)了?(?P<titles>(?:“[^”]{3,30}”[、和]?)+)(?P<what>等?(?:荣誉称号|称号|荣誉|奖项|奖|牌子)?)"
)
_PLATES: Final = re.compile(
    r"(?P<titles>(?:“[^”]{3,30}”[、和]?)+)(?:等|[两三]块)?(?:牌子|招牌|称号)(?:先后|相继|陆续|都|已)*(?:挂起|挂上|到手|落地|花落)"
)
_CREATED: Final = re.compile(
    r"(?:成功创建|获评|荣获|成功创成|被认定为|被评为|获批|挂牌|入选)(?:为|成为)?"
    r"(?P<title>(?:国家|全国|省|市|省级|市级)[一-龥A-Z0-9]{3,22}?)(?:、挂牌(?P<second>国家[一-龥]{3,20}))?(?:称号|等称号)?$"
)
# What only a place can be called; told without a name it is the document's own.
_PLACE_TITLE: Final = re.compile(
    r"^(?:今年|去年|全年|年内|又|还|并|再次|先后|相继|成功|首次|连续[两三四五六七八九十\d]{1,2}年){0,3}(?:成功创建|获评|荣获|成功创成|创成|被认定为|被评为|获批|入选|入围)(?:为|成为)?(?:首批|第[一二三四五六七八九十]{1,3}批)?"
    r"(?P<title>(?:国家级?|全国|中国|省级?|全省)[一-龥A-Z0-9“”]{2,24}?(?:示范|先进|模范|百强|文明|卫生|园林|森林|试点|标杆|先行)(?:创建)?(?P<kind>区|县|市|城市|城区))$"
)
_PRIZE: Final = re.compile(
    r"^(?:今年|去年|又|还|再次|首次|连续[两三四五六七八九十\d]{1,2}年){0,3}(?:夺得|捧得|捧回|摘得|荣获|获得)(?P<title>(?:全国|国家|全省|省|浙江省)“[^”]{3,16}[鼎杯奖]”)$"
)
_LICENCE: Final = re.compile(
    r"(?:获得|取得|拿到|获颁|领到|拿下|获发)了?(?P<rank>全[国省市]首张|全[国省市]第一张|首张)?“?(?P<licence>[一-龥]{3,24}(?:许可证|注册证|资质证书|登记证))”?"
)
_STANDARD: Final = re.compile(
    r"(?:主导|牵头|参与|主持)了?(?:制定|起草|编制|制订|编写|写|修订)了?(?P<titles>(?:《[^》]{4,40}》[、和及]?)+)"
)
_LISTED: Final = re.compile(
    r"(?:在)?(?P<where>(?:深圳证券交易所|上海证券交易所|北京证券交易所|深交所|上交所|北交所|港交所|香港联交所)(?:创业板|科创板|主板|中小板)?|"
    r"科创板|创业板)(?:成功|正式|发行|挂牌|首发)*上市(?!的|后|公司|企业|辅导|受理|申请|审核|计划)"
)
_ON_MARKET: Final = re.compile(
    r"在(?P<where>科创板|创业板|北交所|主板|深交所|上交所|港交所)(?:成功|正式)?上市的(?P<names>[^，。；]{4,80}?)(?=[，。；]|$)"
)
_QUOTED_LIST: Final = re.compile(
    r"(?:入选|跻身|上榜|入围|列入)(?:了)?(?:为)?(?:[一-龥\d]{0,10}?)“(?P<title>[^”]{4,30})”(?!.{0,8}名单)(?:行列|榜单)?$"
)
_ON_BOARD: Final = re.compile(
    r"(?:成功)?登陆(?P<where>(?:深圳证券交易所|上海证券交易所|深交所|上交所)?(?:科创板|创业板|主板)|北交所|北京证券交易所|港交所|香港联交所|纳斯达克)"
)
_ENTERED: Final = re.compile(
    r"(?:跻身|入选|列入|入围|进入)(?P<lists>[^。；]{4,60}?名单(?:[，,](?![也又还])[^，。；]{4,40}?名单)?)"
)
_PLAIN_LIST: Final = re.compile(
    r"(?:入选|列入|跻身|上榜|入围)(?P<title>(?:国家|全国|省|市|部)[一-龥A-Z0-9“”]{3,22}?)(?:培育|公示|拟认定|认定)?名单(?=$|、)"
)
_SYSTEM: Final = re.compile(
    r"(?:被?纳入|入选|列入)(?P<title>(?:国家|全国|省级?)[一-龥]{2,12}(?:体系|目录|项目库|计划|规划))$"
)
_SELF: Final = re.compile(r"(?:它|该企业|该公司|这家企业|这家公司)")


def find(text: str, clauses: list[Clause], memory: Memory) -> Iterator[Said]:
    """What a sentence says somebody was awarded, licensed, listed or entered on."""
    for clause in clauses:
        if clause.planned or not CUE.search(clause.text):
            continue
        yield from _titles(text, clause, memory)
        yield from _of_place(clause, memory)
        yield from _papers(clause, memory)
        yield from _listed(clause, memory)
        yield from _entered(text, clause, memory)


def _who(clause: Clause, at: int, memory: Memory) -> list[str]:
    """Whom the words before `at` name; where they name nobody, the one the sentence spoke of."""
    head = clause.text[:at]
    rest = bare(head)
    if who := pointed(head, clause, memory):
        return [who]
    if _SELF.fullmatch(rest):
        return [clause.topic] if clause.topic else []
    return names(head, memory.cast) if rest else [clause.topic] if clause.topic else []


def _titles(text: str, clause: Clause, memory: Memory) -> Iterator[Said]:
    """获得“全国文明城区”称号；被评为国家级绿色工厂。"""
    for m in (*_TITLES.finditer(clause.text), *_PLATES.finditer(clause.text)):
        if m[0].startswith("获“") and not m["what"]:
            continue
        head = bare(clause.text[: m.start()])
        subjects = _who(clause, m.start(), memory) or ([] if head else _bearer(text, memory))
        for title in re.findall(r"“([^”]{1,80})”", m["titles"]):
            for subject in subjects if "许可证" not in title else ():
                yield Said(subject, "honour", title, clause.start + m.start(), clause.start + m.end(), "honours")
    yield from _created(clause, memory)


def _created(clause: Clause, memory: Memory) -> Iterator[Said]:
    """南湖博览园成功创建省级旅游景区、挂牌市级研学基地。"""
    m = _CREATED.search(clause.text)
    found = _who(clause, m.start(), memory) if m else []
    if (
        m is None
        or len(found) != 1
        or "名单" in m[0]
        or (m[0].startswith("入选") and not is_facility(found[0], memory.cast))
    ):
        return
    for title in (m["title"], m["second"]):
        if title:
            yield Said(found[0], "honour", title, clause.start, clause.start + m.end(), "created")


def _of_place(clause: Clause, memory: Memory) -> Iterator[Said]:
    """成功创建全国科普示范区: the place the document is of; a city is no 示范县, its districts may be."""
    m = _PLACE_TITLE.match(clause.text) or _PRIZE.match(clause.text)
    if m is None or clause.topic in memory.cast.firms or memory.kind not in ("", "place"):
        return
    owner = memory.subject if memory.kind == "place" else ""
    kind = m.groupdict().get("kind")
    if memory.place.name and owner in ("", memory.place.name) and not (kind in ("县", "区") and memory.place.rank >= 5):
        yield Said(memory.place.name, "honour", m["title"], clause.start, clause.start + m.end(), "of_place")


def _bearer(text: str, memory: Memory) -> list[str]:
    """Who bears a title no clause gives to anybody: the one company of the sentence, else the section's industry."""
    told = {name for _, name in memory.cast.firms.told(text)}
    longest = [name for name in told if not any(name != other and name in other for other in told)]
    return longest if len(longest) == 1 else [_field(memory)]


def _field(memory: Memory) -> str:
    return memory.industry or (memory.local(memory.section_industry) if memory.section_industry else memory.place.name)


def _papers(clause: Clause, memory: Memory) -> Iterator[Said]:
    end = clause.start + len(clause.text)
    for m in _LICENCE.finditer(clause.text):
        for name in _who(clause, m.start(), memory)[:1]:
            rank = f"（{m['rank']}）" if m["rank"] else ""
            yield Said(name, "licence", m["licence"] + rank, clause.start, clause.start + m.end(), "licence")
    for m in _STANDARD.finditer(clause.text):
        for title in re.findall(r"《([^》]{1,80})》", m["titles"]):
            behind = clause.text[m.end() : m.end() + 12]
            if re.match(r"等?(?:[\d一-龥]{1,3}项)?(?:国家|行业|团体|地方|企业|国际)?标准", behind) or re.search(
                r"标准|规范|规程|导则|通则|要求|条件|指南|方法|准则|规则", title
            ):
                for name in _who(clause, m.start(), memory):
                    yield Said(name, "standard", title, clause.start, end, "standard")


def _listed(clause: Clause, memory: Memory) -> Iterator[Said]:
    if told := _ON_MARKET.search(clause.text):
        for name in names(told["names"], memory.cast):
            yield Said(name, "listing", told["where"], clause.start + told.start(), clause.start + told.end(), "listed")
    m = _LISTED.search(clause.text) or _ON_BOARD.search(clause.text)
    if m is None:
        return
    head = re.sub(r"是(?:全国|全省|全市|国内)?(?:首家|第一家|首批)?.{0,16}$", "", clause.text[: m.start()])
    found = names(head, memory.cast) if bare(head) else [clause.topic]
    for name in found:
        if name:
            yield Said(name, "listing", m["where"], clause.start, clause.start + m.end(), "listed")


def _entered(text: str, clause: Clause, memory: Memory) -> Iterator[Said]:
    m = _ENTERED.search(text, clause.start)
    if m and m.start() < clause.start + len(clause.text):
        for name in _who(clause, m.start() - clause.start, memory):
            for entry in re.findall(r"“([^”]{4,30})”", m["lists"]):
                yield Said(name, "list_entry", entry, clause.start, m.end(), "entered")
    if quoted := _QUOTED_LIST.search(clause.text):
        for name in _who(clause, quoted.start(), memory):
            yield Said(name, "list_entry", quoted["title"], clause.start, clause.start + quoted.end(), "entered")
    if plain := _PLAIN_LIST.search(clause.text):
        for name in _who(clause, plain.start(), memory):
            yield Said(name, "list_entry", plain["title"], clause.start, clause.start + plain.end(), "entered")
    system = _SYSTEM.search(clause.text)
    found = _who(clause, system.start(), memory) if system else []
    if system and len(found) == 1 and (is_facility(found[0], memory.cast) or found[0] in memory.cast.firms):
        yield Said(found[0], "list_entry", system["title"], clause.start, clause.start + system.end(), "entered")
