"""取名 Naming: what a figure measures, by the words before it, the noun behind it, and what was measured before."""

import re
from typing import Final

from liantu.bulletin.beyond import name_beyond
from liantu.bulletin.measure import (
    class_of,
    ends_as_measure,
    head_of,
    is_counted,
    name_count,
    name_level,
    name_product,
    split_verb,
)
from liantu.bulletin.memory import Memory
from liantu.bulletin.told import Telling

__all__ = ["CURRENT", "PLAN", "WEIGHED", "continued", "inherited", "listed", "name_of"]

_NOUN_AFTER: Final = re.compile(
    r"(?:的)?(?P<noun>[一-龥A-Za-z“”·+]{2,24}?)(?=[也还都皆]?(?P<verb>入驻|落户|落地|签约|开工|投产|竣工|建成|投用|入选|上榜|入库|在建|获评|获批|通过|获得|参展|参加|全部|顺利|基本(?=完成|建成)|如期|进展|有序|集中|成功|实现|完成(?=[一-龥])|进入|列入|纳入|已|正|将|被|为|均|中|达|占|是|有|，|。|、|；|,|;|:|\(|\)|\s|$|分别|总投资|投资|产值|计划|共|和\d|及\d|同比|增长(?=[\d了约超])|\.|新增(?!长)|贡献|从|向|由|让|给|等|生产|带动|分布|运营|\d|--|”$|[也还都皆]))"
)
CURRENT: Final = frozenset("元 美元 欧元 港元".split())
_NOW_AT: Final = re.compile(r"(?:达到?|突破|超过?|增至|升至|增加到|增长到|攀升至)$")
PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$")
_CONDITION: Final = re.compile(r"^(?:规模以上工业|规上工业)(?:企业)?")
# Units of goods where a sentence goes by product; elsewhere they measure or count other things too.
_MADE_IN: Final = frozenset("千瓦 块 片 支 只 件".split())
# 一季度用电3亿度；其中3月1亿度: only the time is told anew.
_BESIDE: Final = re.compile(r"(?:其中)?[，,:]?(?:完成|实现|达)?")
_WHERE: Final = frozenset("城市 农村 城镇 乡村".split())
# 夏粮播种面积15万亩，产量5万吨: the crop is named once.
_CROPPED: Final = frozenset("产量 总产量 单产 亩产".split())
_SOWN: Final = re.compile(r"(?P<what>(?!播种|种植|收获)[一-龥]{2,10}?)(?:(?:播种|种植|栽培|播插|播栽|收获)?面积|产量)$")
_SHORT: Final = frozenset("产值 总产值 增加值 利润 利润总额 企业利润 营业收入 营收 利税 利税总额 用电量 税收".split())
_THING: Final = re.compile(
    r"^(?:[已共可将也还]|目前)*(?:有|拥有|建有|现有|建成|新建|建设|完成|改造|对原有|盘活|租赁|购置|扩建)?了?$"
)
_SIZED: Final = re.compile(
    r"(?:的)?(?P<what>[一-龥A-Za-z]{2,8}?(?:厂房|中心|基地|办公楼|用房|楼宇|车间|仓库|空间|载体|园区|大楼|实验室|场馆|市场|公寓|宿舍|综合楼|展厅|店))(?![一-龥]{0,2}面积)"
)
_MAKES: Final = re.compile(r"(?P<per>[年日月])(?:可)?(?:生)?产$")
_MAKES_IT: Final = re.compile(r"(?P<per>[年日月])(?:可)?生?产(?P<what>(?![量值能销])[一-龥A-Za-z]{1,14})$")
_MADE_OF: Final = re.compile(r"(?P<what>[一-龥A-Za-z]{1,12}?)(?=[，。、；,;的及和与]|以及|$|产能|能力|规模)")
_LISTED_AS: Final = re.compile(
    r"[也还都皆]?(?:入选|获评|上榜|列入|进入)(?P<what>[一-龥“”]{2,16}?)(?=名单|[，。、；,;]|$)"
)
# 42家成长为高新技术企业, 4家企业被认定为省级绿色工厂: what they became is what is counted.
_BECAME: Final = re.compile(
    r"(?:企业)?(?:被)?(?:成长为|确定为|认定为|评为|评定为|培育为|晋升为|升级为|是)(?P<what>[一-龥“”]{3,18}?)(?=[，。、；,;(]|$)"
)
_SOLD_TO: Final = re.compile(r"(?P<verb>出口|远销|销往)(?:到|至)?$")
_NOUN_END: Final = re.compile(
    r"(项目|企业|集群|园区|平台|机构|产业链)(?!数|家|个|集群|总部|群|推进|专班|发展专班)[一-龥]{2,}$"
)
_AREAS: Final = frozenset("亩 平方米 公顷".split())
WEIGHED: Final = frozenset("人份 吨 公斤 千克 千瓦时 立方米 千米 公里 千伏安 米 升 匹 标准箱 箱 瓶 辆 台 套".split())

_STATE_ONLY: Final = re.compile(
    r"(?:[一-龥]{0,8}(?:项目|企业|公司)中[，,]?)?(?:已|现已|目前|其中|有|成功|顺利|正式){0,6}(?P<verb>开工建设|开工|投产|竣工|落地|签约|入驻|开业|建成|投用|入库|上市|达产|在建)"
)


_SIZES: Final = frozenset("公里 千米 平方米 亩".split())
# 创造8亿元的税收: money told before what it is.
_WORTH: Final = re.compile(r"的(?P<what>[一-龥A-Za-z]{2,12})(?=[，,、。；;]|$)")
_ACTED: Final = re.compile(r"升级|更新|改造|提升|完善|规范|优化|整治|修|扩|搭|加|托养|推|发|设|办|救|疏|铺")
_BUILDING: Final = frozenset("建成 新建 新增 改造 培育".split())
_BOUND: Final = re.compile(r"^(?:(?:及?以上|左右|以内|上下)(?=[，,。；;、]|$)|\d+千伏)")
_ONCE: Final = frozenset("完成 举办 开展 实施 推进".split())
_COUNT_OF: Final = re.compile(
    r"(?:新增|净增|新引进|新签约|新培育|新认定|新入库|新纳入|新升规|引进|签约)?(?P<what>[^，,]{2,16}数)$"
)
# 引领产业升级、在全国有影响的领军企业: what is counted stands at the end of all that is said of it.
_ATTRIBUTE: Final = re.compile(
    r"(?:具有|引领|对|在|以|拥有|辐射|带动|达到|符合|面向|能够|可)[^，,。；;:\d]{2,60}的(?P<noun>[一-龥A-Za-z“”]{2,14})(?=[，,。；;]|$)"
)


def name_of(t: Telling, rest: str, memory: Memory) -> str:
    """What the words of a figure say it measures, '' where they do not say."""
    unit = t.unit
    if unit == "pp":
        rest = re.sub(r"(?:增速|增幅|降幅|涨幅|同比|较|比|,|，|\s){1,12}$", "", rest)
        return name_level(rest, unit) if rest else ""
    if t.quantity.rate is not None:
        return name_level(rest, unit) or (
            _growing(rest, memory) or _going_on(t, rest, memory) if t.change not in ("", "翻番") else ""
        )
    if (makes := _MAKES_IT.search(rest)) and unit not in CURRENT:
        return f"{makes['what']}{makes['per']}产量"
    if (made := _MAKES.search(rest)) and (what := _MADE_OF.match(t.after)):
        return f"{what['what']}{made['per']}产能"
    name = name_level(rest, unit)
    if unit in CURRENT:
        return name or _worth(t)
    return _as_count(name, unit) if name else _count(t, rest, unit, memory)


def _worth(t: Telling) -> str:
    """What money is that is told before its name (创造8亿元的税收), '' if nothing is."""
    told = _WORTH.match(t.after)
    return told["what"] if told and ends_as_measure(told["what"]) else ""


def _as_count(name: str, unit: str) -> str:
    """市场主体 counted is 市场主体数, 就业 counted is 就业人数."""
    name = re.sub(r"数量$", "数", name)
    if unit == "人" and re.search(r"(?:就业|员工|职工)$", name):
        return f"{name}人数"
    return f"{name}数" if re.search(r"(?:主体|专利|岗位|床位|人员|众创空间)$", name) else name


def continued(name: str, before: str) -> str:
    """A measure told short the second time (规上工业总产值…、增加值…) keeps the condition of the first."""
    if name in ("投资", "完成投资") and before.endswith("总投资"):
        return "完成投资"
    if name in ("总数", "总量", "数量") and (what := _COUNT_OF.match(before)):
        return what["what"]
    if before != name and before.endswith(name) and not before.endswith(f"进{name}"):
        return before
    if name in _CROPPED and (crop := _SOWN.match(before)):
        return crop["what"] + name
    if name in ("总量", "总额") and before:
        return before
    condition = _CONDITION.match(before)
    return condition[0] + name if condition and name in _SHORT else name


def listed(name: str, rest: str, unit: str, memory: Memory) -> str:
    """An item of a list keeps the verb told once (建成学校6所、幼儿园9所) or the thing (新建道路8条、22公里)."""
    verb, what = split_verb(memory.measure)
    if not name and not rest and unit != memory.unit and memory.measure.endswith("数"):
        return name_product(memory.measure[:-1], unit) if unit in _SIZES else ""
    again = (unit == memory.unit or verb in _BUILDING) and not _ACTED.match(name)
    if not name or not verb or not what or not again or split_verb(name)[0] or verb in _ONCE:
        return name
    return verb + name


def inherited(t: Telling, rest: str, unit: str, memory: Memory) -> str:
    """An item of a list tells only whose it is (甲县5个、乙县3个), or only that it is part (我市占20个)."""
    bare = re.sub(r"^(?:税务|财政|国税|地税|海关)(?:部门|局)|(?:占据|占|有|达|拥有|为|分别|其中|各|:)+", "", rest)
    if bare or unit != (memory.unit or unit) or (t.quantity.rate is not None and not memory.measure.endswith("率")):
        if not (PLAN.search(rest) and t.quantity.rate is None):
            return ""
        what = re.sub(r"^占", "", split_verb(rest)[1])
        return memory.measure + what if len(what) < 8 and not PLAN.search(memory.measure) else what
    if not rest and memory.told and unit == memory.unit and t.quantity.rate is None and _NOW_AT.search(t.lead):
        return memory.measure
    beside = (
        not rest and memory.told and _BESIDE.fullmatch(t.lead) and t.left < t.quantity.start and unit == memory.unit
    )
    return memory.measure if memory.measure and (t.explicit or rest or beside) else ""


def _growing(rest: str, memory: Memory) -> str:
    """What grows when its name has no head of its own: products and goods take the head of the measure before."""
    what = re.sub(r"^(?:其中|尽管|虽然|但|而)+|(?:产品|商品)$", "", rest.strip("，,、“” "))
    if not what or len(what) > 16 or not re.fullmatch(r"[一-龥A-Za-z、和及与“”()]+", what):
        return ""
    if ends_as_measure(what):
        return what
    if what in _WHERE and memory.measure:
        return what + re.sub(r"^(?:城市|农村|城镇|乡村)", "", memory.measure)
    head = memory.counted or head_of(memory.measure)
    return what + head if head and not what.endswith(head) else ""


def _going_on(t: Telling, rest: str, memory: Memory) -> str:
    """Growth told without its measure: an industry of a list takes the list's, the first of a sentence the last one told."""
    if re.sub(r"^(?:其中|尽管|虽然|但|而)+", "", rest).strip("，,、“” "):
        return ""
    if t.explicit:
        return (memory.counted or class_of(memory.measure)) if t.kind == "industry" else ""
    return memory.measure if memory.opening else ""


def _by_size(t: Telling, before: tuple[str, str], told: tuple[str, str, str]) -> str:
    """The name of a produced, built or planted amount: by the words before it, else by the noun behind."""
    rest, inner = before
    verb, noun, verb_after = told
    if noun and not inner and t.unit not in _AREAS:
        return name_count(verb, noun, verb_after, t.unit)
    made = noun if noun and rest.endswith("、") else rest
    return name_product(made, t.unit) if made is noun or not _THING.search(rest) else _thing_behind(t, rest)


def _count(t: Telling, rest: str, unit: str, memory: Memory) -> str:
    if re.fullmatch(r"(?:占据|占|有|达|拥有|为|分别|其中|各|共|:)*", rest) and t.after[:1] in "，。、；,;)":
        return ""
    if taken := _taken_over(t, rest, unit, memory):
        return taken
    noun, verb_after = _noun_after(t, memory)
    if told := _counted_again(t, noun or rest, bool(noun), memory) or name_beyond(rest, t.after, memory.measure):
        return told
    verb, inner = split_verb(re.sub(r"^(?:[，,、的]|\s)+", "", rest))
    inner, noun = _of_industry(inner, t, memory), _of_industry(noun, t, memory)
    if unit in _AREAS or unit in WEIGHED:
        return _by_size(t, (rest, inner), (verb, noun, verb_after))
    inner = re.sub(r"等$", "", inner) if not noun else re.sub(r"^.*(?:活动|仪式|大会|会上|现场)(?:共|有)*$", "", inner)
    verb = sold["verb"] if noun and (sold := _SOLD_TO.search(inner)) else verb
    if (
        inner
        and (not noun or is_counted(inner))
        and re.search(r"[一-龥A-Za-z”]$", inner)
        and not re.search(r"[等了的]$", inner)
    ):
        return name_count(verb, inner, "", unit)
    return name_count(verb, noun, verb_after, unit) if noun or verb else ""


def _taken_over(t: Telling, rest: str, unit: str, memory: Memory) -> str:
    """What a list before goes on counting: 其中工业5个, and products in any unit."""
    if rest == "工业" and unit == memory.unit and memory.measure.endswith("数"):
        t.subject, t.kind, t.explicit = memory.local(rest), "industry", True
        return memory.measure
    made = memory.counted == "产量" and unit in _MADE_IN
    return f"{what}产量" if made and (what := rest.removeprefix("其中")) else ""


def _counted_again(t: Telling, words: str, behind: bool, memory: Memory) -> str:
    """Of 86个签约项目 some 已开工61个: what was counted before is counted again by its state."""
    state = _STATE_ONLY.fullmatch(words)
    if state is None or not memory.thing or not (behind or t.after[:1] in "，。、；,;("):
        return ""
    return f"{state['verb']}{memory.thing}数"


def _thing_behind(t: Telling, rest: str) -> str:
    """建成10万平方米厂房, 拥有4000平方米的研发中心: what has the size stands behind it."""
    what = _SIZED.match(t.after)
    if what is None:
        return name_product(rest, t.unit)
    return f"{split_verb(rest)[0]}{what['what']}{'面积' if t.unit in _AREAS else '长度'}"


def _noun_after(t: Telling, memory: Memory) -> tuple[str, str]:
    """What stands behind a count (23个项目) and the verb after it that limits it (40家企业入驻)."""
    after = _BOUND.sub("", t.after)
    m = _NOUN_AFTER.match(after) if after[:1] not in "及和与、" else None
    if m is None:
        return "", ""
    if far := _ATTRIBUTE.match(after):
        return far["noun"], ""
    if became := _BECAME.match(after):
        return became["what"], ""
    noun, verb = _NOUN_END.sub(r"\1", m["noun"]), m["verb"]
    if re.match("省级|市级|国家级", noun) and re.match(r"中[，,]", after[m.end() :]):
        t.subject, t.kind, t.explicit = memory.place.resolve(f"全{noun[0]}"), "place", True
    if re.match(r"入选|获评|上榜|列入|进入", verb):
        honour = _LISTED_AS.match(after, m.end())
        return (honour["what"] if honour else noun), "入选"
    kept = re.match(r"入驻|落户|落地|签约|开工|投产|竣工|建成|投用|入库|在建|运营", verb)
    return noun, verb if kept else ""


def _of_industry(noun: str, t: Telling, memory: Memory) -> str:
    """新材料企业 of the place are the industry's 企业: the stem goes to the subject, the rest is returned."""
    if t.kind != "place" or t.subject != memory.place.name:
        return noun
    stem = memory.cast.industries.opening(noun)
    if not stem or re.fullmatch("产业集群|产业链|集群", noun[len(stem) :]):
        return noun
    t.subject, t.kind, t.explicit = memory.local(f"{stem}产业"), "industry", True
    memory.industry = t.subject
    return re.sub(r"^(?:产业|集群|行业|领域)", "", noun[len(stem) :])
