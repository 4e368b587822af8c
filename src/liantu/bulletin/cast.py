"""出场 Cast: the industries, firms and parks a document speaks of, gathered before any figure is read.

A short name counts as known once the document introduces it in a way that says what it is (以甲、乙为代表的企业, 甲公司).

    >>> cast = gather("甲河新材料产业集聚企业。引进了东石软件、北云智慧等一批企业。", "", ["新材料产业 提速"])
    >>> cast.industries, cast.firms
    (('新材料',), ('东石软件', '北云智慧'))
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from liantu.bulletin import project
from liantu.bulletin.names import Names
from liantu.bulletin.trade import is_trade

__all__ = ["FIRM", "PARK", "Cast", "gather", "is_kind_of_park", "names_in"]

FIRM: Final = re.compile(r"[一-龥A-Za-z0-9·()]{2,26}?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团(?!军))")
PARK: Final = re.compile(
    r"[一-龥A-Za-z0-9·-]{2,16}?(?:产业园|工业园|科技园|软件园|物流园|创业园|示范园|产业基地|孵化器|工业园区|产业园区|科技城|创新中心|智造园|科创园|创新园|文创园|制造园|创意园|产业城|工业集中区|产业集聚区|产业聚集区)(?:[A-Z]区|区(?![域位间内外别级]))?"
)
_INDUSTRY = re.compile(
    r"([一-龥A-Za-z]{2,14}?)(?:产业集群|产业链|产业|集群)(?!园|化|带|链长|基地|办|发展办|工人|生态圈)"
)
# 国家级孵化器, 省级产业园 are kinds of parks and no park's name.
_KIND_OF_PARK: Final = re.compile(
    r"(?:国家级?|省级|市级|区级|县级|各类|各级|专业|特色|新型|重点|大型|科技|企业|众创|创新|创业|双创|现代|综合|镇级|集约化|专业化|[一二三四五六七八九十]|个|家|座|乡镇|镇村|标准化?|智慧|多|数|高标准|工业|农业|产业)*"
    r"(?:产业园|工业园|科技园|软件园|物流园|创业园|示范园|产业基地|孵化器|工业园区|产业园区|科技城|创新中心|科创园|创新园|文创园|制造园|创意园|产业城)区?"
)
_FIRM_CUE, _PARK_CUE, _INDUSTRY_CUE = map(
    re.compile, ("公司|集团", "园|产业基地|孵化器|科技城|创新中心|产业城|集中区|集聚区|聚集区", "产业|集群")
)
_CUT = re.compile(
    r".*(?:的|在|为|将|把|和|与|及|对|以|由|等|是|了|来|有|使|让|到|向|从|给|(?<!新)型"
    r"|发展|培育|推动|打造|建设|聚焦|加快|形成|推进|实现|围绕|构建|壮大|做强|做优|促进|带动|支持|引进|布局|聚力|全力|深耕|助力|增强|大力|提升|依托|成为|规划|目前|现有|拥有|集聚|通过|积极|持续|进一步|不断|瞄准|坚持|立足"
    r"|全区|全市|全县|全省|全州|我市|我区|我县|该区|该市|该县|区域|百亿级|千亿级|万亿级|[十百千万]亿级?|重点|全国|国家级|市级|省级|两大|三大|四大|五大|六大|个|条)"
)
# 小纽扣扣出大产业, 一粒米做成大产业 boast of an industry and name none.
_NO_STEM: Final = re.compile(r"[大新好]$|[出成][一-龥]?$")
_NOT: Final = frozenset(
    "三次 产业 主导 优势 新兴 战略性新兴 相关 特色 上下游 未来 支柱 传统 现代 全 各 该 多 本 此 其 重 大 数字 制造业 先进制造业 现代制造业 城市 区域 "
    "中小企业 县域特色 县域 千亿 百亿 地方 关键 高端 新型 上游 下游 中游 全链条 完整 整个 富民 农业主导 主导的 几大 生态".split()
)
_LIST = r"[一-龥A-Za-z0-9·“”-]{2,20}(?:、[一-龥A-Za-z0-9·“”-]{2,20}){0,40}(?:[和及与][一-龥A-Za-z0-9·“”-]{2,20})?"
_SHORT_LIST = r"[一-龥A-Za-z]{2,8}?(?:、[一-龥A-Za-z]{2,8}?){0,20}(?:[和及与][一-龥A-Za-z]{2,8}?)?"
_NAMED_FIRMS: Final = (
    re.compile(
        rf"(?:引进|引入|签约|落户|招引|吸引|集聚|聚集|培育|孵化|涌现|汇聚|拥有)(?:培育|聚集|集聚|落地|建设)?了?(?P<names>{_LIST})等(?:[一-龥]{{0,14}}?)(?:企业|公司)"
    ),
    re.compile(
        rf"以(?P<names>{_LIST})为(?:“?链主”?|龙头(?:企业|的[一-龥]{{0,8}}企业)|代表的[一-龥]{{0,8}}(?:企业|公司))"
    ),
    re.compile(rf"(?:来自[一-龥]{{2,6}}的)(?P<names>{_LIST})等(?:[一-龥]{{0,10}}?)企业"),
    re.compile(
        r"(?:龙头|链主|骨干|头部|重点)”?企业(?P<names>“?[一-龥A-Za-z]{3,8}?”?)(?=今年|去年|20\d\d年|上半年|前[一二三]季度|一季度|截至)"
    ),
    re.compile(r"(?:企业|公司|龙头)(?P<names>[一-龥A-Za-z0-9]{2,8})(?:成为|是全|是国|入选|获评|获得)"),
    re.compile(
        rf"(?:^|[，。,；;“\n])(?:如|例如)?(?P<names>{_SHORT_LIST})是[^。，]{{2,24}}?(?:企业|公司|“?链主”?|龙头|标杆)(?:之一)?(?=[，。,])"
    ),
    re.compile(r"(?:公司|集团)\((?:以下)?(?:简称|下称):?“(?P<names>[一-龥A-Za-z0-9]{2,10})”"),
    re.compile(
        rf"(?:“链主”|链主企业|龙头企业|重点企业|骨干企业)(?:单位)?(?:是|有|为|包括)(?P<names>{_SHORT_LIST})(?=[，。,；;])"
    ),
)
_AS_LEADER: Final = re.compile(
    r"作为[^，。；]{2,30}?(?:企业|公司|链主|单位|生产商|制造商|供应商|厂商|服务商)”?[，,](?P<names>[一-龥A-Za-z]{3,10}?)(?=今年|去年|20\d\d年|上半年|前[一二三]季度|一季度|截至|目前|近年|"
    r"此次|本次|此番|已|正|将|在|专注|致力|主要|是|位于|从|实现|完成|拥有|依托|累计|带动|不断|持续|积极|充分|坚持|始终)"
)
_LEADERS: Final = re.compile(
    rf"(?:^|[，。；:：\n])(?P<names>{_SHORT_LIST})等(?:一批|多家|[\d一-龥]{{1,2}}家)?(?:龙头|骨干|重点|链主|头部|领军)企业"
)
_INTRODUCED: Final = re.compile(
    r"(?:^|[。\n])(?P<names>(?![全我该本各这其])[一-龥A-Za-z]{3,6}?(?<![业品目体口区县市省镇园链群路街厂馆院司站心地房]))"
    r"(?=(?:位于|坐落于)[一-龥]{2,14}[，,]是|专业从事|主要从事|是一家|成立于\d|登陆(?:北交所|深交所|上交所|科创板|创业板|港交所))"
)
_SIGHT: Final = re.compile(r"[一-龥]{2,6}?(?:公园|街区|乐园|古镇|小镇|度假区|景区)")
_NO_SIGHT: Final = re.compile(
    r"旅游|特色|国家|省|市|文化|历史|主题|湿地|森林|郊野|美食|级|[个座家处]|夜|智慧|产业|生态|建设|打造|成为|口袋|城市|商业|步行|休闲|重点|美丽|[的在了是和与及]"
)
_NUMBERED: Final = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]+\s*")
_SURNAME_LIKE = re.compile(
    r"^(?:\d+年|一|多|该|这|各|其|本|全|许|众|家|企业|项目|产业|公司|集群|园区|数|重点|优质|我|他|她|它)"
)
_NO_FIRM = re.compile(_SURNAME_LIKE.pattern + r"|(?:产业|产业链|集群|行业|领域|[区县市镇])$")


@dataclass(frozen=True, slots=True, init=False)
class Cast:
    """Stems of industries (新材料), names of firms, of parks and of single projects, each longest first."""

    industries: Names
    firms: Names
    parks: Names
    projects: Names

    def __init__(
        self,
        industries: Iterable[str],
        firms: Iterable[str],
        parks: Iterable[str],
        projects: Iterable[str] = (),
    ) -> None:
        for field, names in (("industries", industries), ("firms", firms), ("parks", parks), ("projects", projects)):
            object.__setattr__(self, field, Names(names))

    def industry_in(self, text: str) -> str:
        """The longest industry stem in `text`, '' if none."""
        return self.industries.first_of(text)

    def firm_in(self, text: str) -> str:
        """The firm named last in `text`, '' if none."""
        return self.firms.last_in(text)

    def park_in(self, text: str) -> str:
        """The park named last in `text`, '' if none."""
        return self.parks.last_in(text)

    def project_in(self, text: str) -> str:
        """The single project named last in `text`, '' if none."""
        return self.projects.last_in(text)


def gather(text: str, place: str, headings: Iterable[str]) -> Cast:
    """The cast of a folded text; `place` is the short name of its place, cut off industries that carry it."""
    return Cast(_industries(text, place, headings), _firms(text), _parks(text), project.gather(text))


def _industries(text: str, place: str, headings: Iterable[str]) -> tuple[str, ...]:
    told: Counter[str] = Counter()
    for m in _near(_INDUSTRY, _INDUSTRY_CUE, text):
        told[_clean(m[1], place)] += 1
    named = {stem for stem, n in told.items() if n > 1}
    for heading in headings:
        if opening := _INDUSTRY.match(_NUMBERED.sub("", heading.strip())):
            named.add(_clean(opening[1], place))
    return tuple(
        sorted(
            (s for s in named if len(s) > 1 and s not in _NOT and not _NO_STEM.search(s)), key=lambda s: (-len(s), s)
        )
    )


def _clean(stem: str, place: str) -> str:
    while (m := _CUT.match(stem)) and m.end() < len(stem) + 1:
        stem = stem[m.end() :]
        if not stem:
            return ""
    if place and place in stem:
        stem = stem.rpartition(place)[2].removeprefix("区").removeprefix("市").removeprefix("县")
    return stem


def names_in(listed: str) -> list[str]:
    """The names of a list, quotation marks off: 甲厂、“乙店”和丙社.

    >>> names_in("东石软件、“北云”和南山集团")
    ['东石软件', '北云', '南山集团']
    """
    parts = re.split(r"、|(?<=[一-龥A-Za-z”])(?:和|及|与|以及)(?=[一-龥A-Za-z“])", listed)
    return [part.strip("“”") for part in parts if len(part.strip("“”")) > 1]


def _near(pattern: re.Pattern[str], cue: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives, looked for only around the word every match ends in."""
    edge = 0
    for word in cue.finditer(text):
        m = pattern.search(text, max(edge, word.start() - 36), word.end() + 12) if word.start() >= edge else None
        if m and m.end() <= word.end() + 6:
            edge = m.end()
            yield m


def _firms(text: str) -> tuple[str, ...]:
    found: set[str] = set()
    shorts: set[str] = set()
    for m in _near(FIRM, _FIRM_CUE, text):
        name = trim_name(m[0])
        if (
            len(name) > 4
            and not _SURNAME_LIKE.match(name)
            and not re.search(r"(?:该|本|这家|某|[两各多]家)(?:公司|集团)$", name)
            and not re.search(r"(?:上市|挂牌|各类|控股|跨国)公司$", name)
        ):
            found.add(name)
            shorts |= {short for short in _shorts(name) if len(short) > 2}
    found |= Names(shorts).often(text)
    for pattern in (*_NAMED_FIRMS, _AS_LEADER, _LEADERS, _INTRODUCED):
        for m in pattern.finditer(text):
            found |= {
                n for name in names_in(m["names"]) if 2 <= len(n := trim_name(name)) <= 14 and not _NO_FIRM.search(n)
            }
    return tuple(sorted(found, key=lambda s: (-len(s), s)))


def trim_name(name: str) -> str:
    """A name without the words that run into it from the left (位于甲园的乙公司).

    >>> trim_name("位于甲园的乙石科技有限公司")
    '乙石科技有限公司'
    """
    return re.sub(
        r"^.*(?:的|位于|由|在|与|和|及|让|使|对|给|向|从|将|把|如|了|是|来自|其中|企业(?=[一-龥]{4})|、|作为|"
        r"目前|今年|近日|走进|来到|走访|参观|入驻|项目为|[会式节]暨)(?=[一-龥A-Za-z0-9]{3,})",
        "",
        name,
    )


def _shorts(name: str) -> tuple[str, ...]:
    """What a firm may be called for short; two characters before a name long enough may be the place it comes from."""
    short = _short(name)
    bare = short[2:]
    return (short, bare) if len(bare) > 3 and not is_trade(bare) else (short,)


def _short(name: str) -> str:
    core = re.sub(r"(?:股份)?(?:有限责任公司|有限公司|集团公司|公司|集团)$", "", name)
    core = re.sub(r"(?:股份|集团|科技|网络科技)$", "", core) if len(core) > 6 else core
    return re.sub(
        r"^[一-龥]{2,3}?(?:省|市|区|县)|^(?:重庆|北京|上海|天津|四川|广东|江苏|浙江|深圳|成都|广州|苏州|杭州)", "", core
    )


def is_kind_of_park(name: str) -> bool:
    """Whether a name is that of a kind of parks.

    >>> is_kind_of_park("国家级孵化器"), is_kind_of_park("云启产业园")
    (True, False)
    """
    return _KIND_OF_PARK.fullmatch(name) is not None


def _parks(text: str) -> tuple[str, ...]:
    found = {
        re.sub(
            r"^.*(?:产业链|建成|走进|打造|建设|开发为|发展为|引进|入驻|落户|位于|季度|半年|[全我][省市州区县])(?=.{4})",
            "",
            trim_name(m[0]),
        )
        for m in _near(PARK, _PARK_CUE, text)
    }
    full = {
        name
        for name in found
        if len(name) > 4 and not is_kind_of_park(name) and not re.match(r"(?:该|这|本|多个|一批|各|全)", name)
    }
    return tuple(sorted(full | _sights(text), key=lambda s: (-len(s), s)))


def _sights(text: str) -> set[str]:
    """The parks and streets people visit that a text names more than once."""
    told = Counter(re.sub(r"^.*(?:建成|打造|走进|来到|位于|在|到|逛|游)", "", m[0]) for m in _SIGHT.finditer(text))
    return {name for name, n in told.items() if n > 1 and len(name) > 3 and not _NO_SIGHT.search(name[:-2])}
