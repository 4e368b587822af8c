"""口径 Measure: the shortest name of what is counted that keeps its condition.

    >>> name_level("规上工业总产值", "元"), name_level("到位资金", "元")
    ('规上工业总产值', '到位资金')
    >>> name_count("累计引进", "产业项目", "", "个"), name_count("集聚", "企业", "", "家")
    ('引进项目数', '企业数')

A name is taken from the text, never from a list: the vocabulary only says where it ends and whether it flows.
"""

import re
from functools import lru_cache
from typing import Final

from liantu.bulletin.measure_words import COUNTED, FLOWS, HEADS, STOCKS

__all__ = ["class_of", "ends_as_measure", "flows", "head_of", "is_local", "name_count", "name_level", "split_verb"]

_KNOWN: Final = 4096  # the words of measures come back, on one page and on the next
_HEAD: Final = re.compile("(?:" + "|".join(map(re.escape, HEADS)) + ")$")
_KEPT: Final = (
    "新扩建 新改扩建 新改建 "
    "新签约 集中签约 签约 新引进 引进 引入 招引 新增 净增 新认定 认定 新建 在建 新开工 开工 竣工 新投产 投产 投用 建成投产 建成 入驻 落户 落地 "
    "新培育 培育 入选 入库 新入库 储备 洽谈 在谈 转化 孵化 接待 发放 兑现 投放 促进 带动 吸纳 开发 提供 解决 销售 出口 进口 拨付 争取 "
    "安排 投入 承担 主持 种植 改造 整治 完成 举办 开展 实施 推进 走访 服务 授权 申请 拥有 运营 新注册 注册 新登记 登记 征收 出让 供应 盘活 腾退 新设 "
    "上榜 备案 评定 获评 通过 创建 打造 培训 招聘 生产 加工 处理 发电 生产 销往 减少 增加 净流入 流入 外出招商 招商 外出"
).split()
_DROPPED: Final = (
    "实现 达成 创造 取得 集聚 聚集 汇聚 现有 共有 建有 设有 拥有 形成 获得 贡献 累计 共计 合计 总计 共 已有 有 为 是 已 达 至 吸引 涉及 包括 覆盖 "
    "总共 约有 计有 均 创 完成 拉动 撬动 迎来 包含 其中 全部 涵盖 拥 收获 属于 布局 规划 新"
).split()
_VERBS: Final = "|".join(sorted({*_KEPT, *_DROPPED}, key=len, reverse=True))
_SECOND: Final = "|".join(sorted(_KEPT, key=len, reverse=True))
_VERB: Final = re.compile(
    r"^(?P<adverb>(?:已经?|共计?|累计|合计|总计|先后|全年|还|又|也|再|则|将|可|预计|有望|力争|成功|陆续|新近|今年|目前|现|总|均|各|并|"
    r"共同|重点|集中|分别|直接|超额|正式|自主|年内|全面|主导)*)"
    r"(?!新(?:三板|能源|材|型|兴|动能|药|品|三样|疆|区|城|经济|基建|业态)|创(?:新|业|意|投|税|汇)|共[享同]|达[产标])"
    rf"(?!有[机色线限效轨偿氧进]|规划[一-龥]{{0,2}}面积)(?P<verb>{_VERBS})(?!值|率)(?:了|着|成)?(?P<second>(?:{_SECOND})?)"
)
_STRONG: Final = re.compile(r".*(?:实现|完成|达成|创造|贡献(?![率度])|形成|取得|获得|带来|撬动)(?:了)?(?=.)")
_GENERIC: Final = frozenset("规模 总额 金额 总量 数量 总数 资金规模 率 比例 比率 水平".split())
_QUALIFIER: Final = re.compile(
    r"(?:港口|公路|水路|铁路|民航|机场|限额以上|限上|规模以上|规上|民营|国有|外资|高新技术|高技术|城镇|农村|网上|线上|全社会)[一-龥]{0,8}"
)
_PADDING: Final = re.compile(
    r"^(?:[·●■◆▪○]|我们|尽管|虽然|但|努力|确保|继续|本次|此次|这次|现场|是(?=[一-龥“]{3})|(?:正式|全部|全面|整体|完全|项目|工程)*(?:[达投建][产成用]|建成(?:投产|达产|投用|运营)|达产达效|投入运营|投入使用|投运|竣工)后|全部|预计|仍|有望|力争|将|计划(?!总?投资|产能)|这|可|全国各地|省内外|国内外|各地|各类|各级|大小|一批|多个|相关|产业(?=企业|项目)|的|以来|了|着|各种|其他(?!项目|用品|商品|服务|收入|费用|行业|工业)|等|、|和|及|其(?![他余])|,|，|:|“(?![^“”]*”)|”|这些|该|本(?!地|土|级|外币|市场)|-|\s|上述|共计|共|已|累计|总计|合计|均|由|将|可(?!支配|再生|比)|又)+"
)
_TRAILING: Final = re.compile(
    r"(?:共计?|累计|合计|总计|总|已|达|有|为|计|(?<![签合节契预条])约|的|等|共有|均|其中|分别|目前|,|，|:|\s|“|”|-|以来|后){1,12}$"
)
_PRODUCED: Final = frozenset(
    "人份 吨 公斤 千克 千瓦时 立方米 千米 公里 台 辆 套 件 千伏安 平方米 米 升 匹 标准箱 箱 瓶 只 头 羽 担 斤 部 颗".split()
)
_LENGTHS: Final = frozenset("公里 千米 米".split())
_DISTANT: Final = re.compile(r"距|时速|车速|海拔|半径|车程|相隔|方圆|[东南西北]$")
_SET_UP: Final = frozenset("新增 新建 建成 开工 新开工 竣工 改造 投放 投用 打造 整治 提供 新设 开发 增加 入驻".split())
_BUILT: Final = re.compile(
    r"住房|房源|安置房|公寓|宿舍|商品房|公租房|廉租房|租赁房|电梯|充电|路灯|公交|出租车|环卫车|设施|基站|终端|摄像|监控|座椅|健身|路径|公厕|"
    r"^(?:更新|加装|安装|购置|配备|推出|筹集|建设|新建|发放|设置|安置)"
)
_SOLD: Final = re.compile(r"(?:卖出|售出|销出|卖掉)了?(?P<what>[一-龥A-Za-z]{1,14})$")
_ORDERED: Final = re.compile(r"(?:[接拿签]|斩获|收获|承接)(?:了|到|下)?(?P<what>[一-龥]{0,6}订单)$")
_MADE: Final = re.compile(r"(?P<per>[年月日])生?产(?P<what>(?![量值能])[一-龥A-Za-z]{1,14})$")
_KIT: Final = re.compile(
    r"(?:购置|配备|拥有|引进|新增|新上|添置)[一-龥A-Za-z、]{0,24}?(?P<what>(?:(?!等)[一-龥]){0,4}?(?:设备|机床|机器人|仪器|车辆|机组))$"
)
_TREATED: Final = re.compile(
    r"(?P<per>[年日月])(?P<verb>处理|加工|屠宰|消耗|回收|周转|储存|吞吐)(?P<what>(?![量能])[一-龥A-Za-z]{1,12})$"
)
_PLAIN_COUNT: Final = frozenset("人次 批次 场次 家次 班次 台次 辆次 架次".split())
_CLASS: Final = re.compile(
    "价格(?:总?指数|总水平)?|CPI|PPI|零售总?额|零售|销售总?额|应税销售|销售收入|增加值|产值|产量|投资|进出口|出口|进口|营业收入|营收|营业额|"
    "支出|利润|存栏|出栏|用电量"
)
_CLASSES: Final = {
    "CPI": "价格", "PPI": "价格", "价格指数": "价格", "价格总指数": "价格", "价格总水平": "价格", "零售总额": "零售额", "零售": "零售额",
    "销售总额": "销售额", "应税销售": "销售", "营收": "营业收入",
}  # fmt: skip
# 食品加工业增加值 is 增加值 of a branch, no 工业增加值.
_BRANCHES: Final = frozenset("加轻重化军手")
_MACRO: Final = re.compile(
    r"生产总值|GDP|社会消费品|社零|固定资产投资|财政|预算|进出口|居民|人口|用电|存款|贷款|工业|农业|第[一二三]产业|民营|外贸|社会"
)


@lru_cache(maxsize=_KNOWN)
def flows(measure: str) -> bool | None:
    """Whether a measure is counted over a time; None where its name does not say.

    >>> flows("全行业营收"), flows("企业数"), flows("增加值占比")
    (True, False, False)
    """
    if re.search(r"数$|人数|数量$", measure):
        return bool(re.search(r"^(?:城镇)?(?:新|引进|签约|接待|净增|授权|转化|外出)", measure))
    head = head_of(measure)
    if head in STOCKS:
        return False
    return (
        True
        if head in FLOWS or head in ("额", "量", "收入", "支出", "投资", "投入", "资金", "利润", "税收", "费用", "经费")
        else None
    )


@lru_cache(maxsize=_KNOWN)
def head_of(measure: str) -> str:
    """The head word a name ends in, '' if none.

    >>> head_of("限额以上单位消费品零售额"), head_of("食品加工业增加值")
    ('消费品零售额', '增加值')
    """
    found = _HEAD.search(measure)
    if not found:
        return ""
    head = next(head for head in HEADS if measure.endswith(head))
    branch = head.startswith("工业") and measure.removesuffix(head)[-1:] in _BRANCHES
    return head.removeprefix("工业") if branch else head


@lru_cache(maxsize=_KNOWN)
def class_of(measure: str) -> str:
    """What all goods or industries of a list are measured by, '' where a name does not say.

    >>> class_of("限额以上单位消费品零售额"), class_of("居民消费价格总水平"), class_of("规上工业增加值"), class_of("增值税")
    ('零售额', '价格', '增加值', '')
    """
    told = list(_CLASS.finditer(measure))
    return _CLASSES.get(told[-1][0], told[-1][0]) if told else ""


@lru_cache(maxsize=_KNOWN)
def ends_as_measure(text: str) -> bool:
    """Whether a phrase ends like the name of something measured."""
    return bool(_HEAD.search(_TRAILING.sub("", text)))


@lru_cache(maxsize=_KNOWN)
def is_local(measure: str) -> bool:
    """Whether a place's figure under an industry's heading may be that industry's (营收, 企业数), not the place's own."""
    return not _MACRO.search(measure)


@lru_cache(maxsize=_KNOWN)
def split_verb(text: str) -> tuple[str, str]:
    """The verb that is kept in a measure's name, and what follows it.

    >>> split_verb("共新签约项目"), split_verb("实现营收")
    (('新签约', '项目'), ('', '营收'))
    """
    found = _VERB.match(text)
    if not found:
        return "", text
    verb = found["verb"] if found["verb"] in _KEPT and found["verb"] != "拥有" else ""
    second = found["second"] or ""
    rest = text[found.end() :]
    if rest.startswith("率"):
        return "", text
    if verb in ("完成", "带动", "增加", "减少") and ends_as_measure(rest):
        verb = ""
    if second == "招商" and verb.endswith("签约"):
        second = verb + second
    return (second or verb), rest


@lru_cache(maxsize=_KNOWN)
def name_level(text: str, unit: str) -> str:
    """The name of a level from the words before its figure, '' if they do not name one."""
    text = _PADDING.sub("", _TRAILING.sub("", text))
    if (strong := _STRONG.match(text)) and text[strong.end() :] not in _GENERIC:
        before = _TRAILING.sub("", re.sub(r"(?:实现|完成|达成|创造|贡献|形成|取得|获得|带来|撬动)了?$", "", strong[0]))
        text = (
            before
            if _QUALIFIER.fullmatch(before) or (text[strong.end() :] in ("产量", "销量") and len(before) <= 12)
            else ""
        ) + text[strong.end() :]
    verb, rest = split_verb(text)
    rest = _PADDING.sub("", rest)
    if rest == "投资" and strong and strong[0].endswith(("完成", "完成了")):
        return "完成投资"
    if not rest:
        return f"{verb}额" if verb and unit in ("元", "美元") else ""
    if (ordered := _ORDERED.search(rest)) and unit in ("元", "美元"):
        return f"{ordered['what']}额"
    if not ends_as_measure(rest):
        return ""
    name = verb + rest if verb else rest
    return _shorten(name)


def _shorten(name: str) -> str:
    if name.count("“") != name.count("”"):
        name = re.sub("[“”]", "", name)
    if len(name) <= 22:
        return name
    tail = re.split(r"的|,|，|、", name)[-1]
    return tail if len(tail) >= 2 else name[-22:]


@lru_cache(maxsize=_KNOWN)
def name_count(before: str, noun: str, verb_after: str, unit: str) -> str:
    """The name of a count: the verb that limits it, the noun, 数; '' where no noun is known.

    >>> name_count("", "影视企业和工作室", "入驻", "家"), name_count("外出招商", "", "", "批次")
    ('入驻影视企业和工作室数', '外出招商批次')
    """
    verb, rest = split_verb(_PADDING.sub("", _TRAILING.sub("", before)))
    noun = _PADDING.sub("", noun)
    what = noun or _PADDING.sub("", _TRAILING.sub("", rest))
    if noun and rest and rest not in ("产业", "各类"):
        rest = _PADDING.sub("", rest)
        what = noun if len(rest) > 8 or rest in noun else rest + noun
    if unit in _PLAIN_COUNT:
        return _shorten(f"{verb}{what}{unit}") if verb or what else ""
    if not what:
        return f"{verb}{'人' if unit == '人' else ''}数" if verb and unit == "人" else ""
    what = re.sub(r"名单$", "", re.sub(r"^(?:主要)?建设(?=.*线$)", "", what))
    what = re.sub(r"(?:数量|总数|总量|数)$", "", re.sub(r"^.*、.*等(?=[一-龥]{2,})", "", what))
    verb = verb_after or verb
    if verb and what.startswith(verb):
        verb = ""
    if what.endswith("能力"):
        return _shorten(verb + what)
    return _shorten(f"{verb}{what}{'人数' if unit == '人' and not what.endswith(('人员', '人才', '人')) else '数'}")


def name_product(text: str, unit: str) -> str:
    """The name of a produced or planted amount (变压器 → 变压器产量, 占地 → 占地面积), '' if nothing is named."""
    text = _PADDING.sub("", _TRAILING.sub("", text))
    verb, rest = split_verb(text)
    rest = _PADDING.sub("", rest)
    if told := _turned_out(text, unit):
        return told
    verb = "" if verb == "完成" and rest else verb
    if rest.endswith("能力"):
        return _shorten(verb + rest)
    if unit in ("亩", "平方米", "公顷"):
        return _shorten(f"{verb}{rest}面积") if verb or rest else ""
    if verb in ("处理", "销售", "供应", "出口", "进口") and rest and len(rest) < 12:
        return f"{rest}{verb}量"
    return _length(verb + rest) if unit in _LENGTHS else _made(verb, rest, unit)


def _turned_out(text: str, unit: str) -> str:
    """What is sold, made or treated in a time, or bought as equipment, by the verb that says so; '' where none does."""
    if unit in _PRODUCED and unit != "平方米":
        if sold := _SOLD.match(text):
            return f"{sold['what']}销量"
        if made := _MADE.match(text):
            return f"{made['what']}{made['per']}产量"
    if (kit := _KIT.search(text)) and unit in ("台", "套"):
        return f"{kit['what']}数"
    yearly = _TREATED.search(text)
    return f"{yearly['what']}{yearly['per']}{yearly['verb']}量" if yearly else ""


def _made(verb: str, rest: str, unit: str) -> str:
    """What was put up is counted (加装电梯数); what was turned out is an output (汽车产量)."""
    if not rest or unit not in _PRODUCED or len(rest) > 16:
        return ""
    if rest.endswith(("用电", "发电", "供电", "售电")):
        return f"{rest}量"
    return f"{verb}{rest}数" if verb in _SET_UP or _BUILT.search(rest) else f"{rest}产量"


def _length(what: str) -> str:
    """The name of a length that was built (公路里程, 管网长度); how far a place lies from another is no measure."""
    if not what or _DISTANT.search(what):
        return ""
    if re.search(r"长$|里程$|长度$", what):
        return _shorten(what)
    return _shorten(what + ("里程" if re.search(r"[公道铁]路|高速|轨道|线路|国道|省道|县道|乡道", what) else "长度"))


def is_counted(noun: str) -> bool:
    """Whether a noun is one of those bulletins count."""
    return any(noun.endswith(word) for word in COUNTED)
