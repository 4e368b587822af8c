"""单位 the units bulletins count in, their multiples and their base units.

    >>> base_of("亿元"), base_of("万千瓦"), base_of("平方公里")
    ((100000000, '元'), (10000, '千瓦'), (1000000, '平方米'))

亩 and 公顷 stay what they are, foreign money is never converted, and lengths and powers keep the size they are
written in; only 平方公里 becomes 平方米. A unit per something (万元/亩) is brought to its base above the stroke only.
"""

import re
from functools import lru_cache
from typing import Final

__all__ = ["AFTER_CHINESE", "MULTIPLE", "UNIT", "base_of", "is_unit"]

MONEY: Final = "元人民币 元 美元 欧元 港元 港币 日元 英镑 韩元 澳元 加元 新台币"
MEASURES: Final = (
    "平方公里 平方千米 平方米 平米 ㎡ m2 m² 亩 公顷 立方米 立方 m3 m³ 吨标准煤 吨标煤 吨 公斤 千克 克 斤 "
    "千瓦时 兆瓦时 吉瓦时 千瓦 兆瓦 吉瓦 瓦 千伏安 兆伏安 千伏 伏 马力 公里 千米 米 厘米 毫米 微米 纳米 海里 英寸 英里 "
    "毫升 升 标准箱 标箱 摄氏度 ℃ 卡路里 千卡 兆帕 kWh MWh GWh kVA MVA kW MW GW kV km mm nm kg TEU TB PB EFLOPS PFLOPS "
    "吨公里 人公里 蒸吨 载重吨 总吨"
)
COUNTS: Final = (
    "家次 家 个 户次 户 人次 人份 人 名 位 项次 项 条 座 栋 幢 件 套 台套 台次 台 辆次 辆 艘次 艘 架次 架 列 班次 班 趟 "
    "标次 次 场次 场 批次 批 款 种 类 品种 只 头 羽 株 棵 颗 粒 枚 块 片区 片 张 份 册 部门 部 篇 处 所 间 门 组 对 双 "
    "根 支 节 轮 宗 笔 单 起 例 道 口 匹 床 床位 幅 面 顶 盏 桩 尾 箱 盒 瓶 包 袋 桶 碗 盆 亩次 课时 学时 学分 单位 市州 区县 "
    "省份 省区市 镇街 街镇 乡镇 社区 岁 周年 人天 站 枪 首 字 兆 门次 车次 航次 航班 大类 大项 席 万次 桌 "
)
TIMES: Final = "年 个月 个季度 周 天 日 个小时 小时 分钟 秒钟 秒 个工作日 工作日 毫秒"
_AS: Final = {
    "平方公里": (10**6, "平方米"),
    "平方千米": (10**6, "平方米"),
    "平米": (1, "平方米"),
    "㎡": (1, "平方米"),
    "m2": (1, "平方米"),
    "m²": (1, "平方米"),
    "立方": (1, "立方米"),
    "m3": (1, "立方米"),
    "m³": (1, "立方米"),
    "吨标煤": (1, "吨标准煤"),
    "元人民币": (1, "元"),
    "港币": (1, "港元"),
    "标箱": (1, "标准箱"),
    "TEU": (1, "标准箱"),
    "kWh": (1, "千瓦时"),
    "kW": (1, "千瓦"),
    "MW": (1, "兆瓦"),
    "km": (1, "公里"),
    "个亿": (10**8, "元"),
}
# What a unit's character begins instead of being the unit: 5次 but 次级, 3条 but 条件.
_NOT_BEFORE: Final = {
    "个": "体性",
    "人": "民才",
    "盆": "景地栽花",
    "名": "称单录列牌优",
    "位": "居列于次置数一",
    "项": "目(?!标)",
    "条": "件",
    "批": "复准发示",
    "种": "植子业养苗",
    "类": "似型别",
    "头": "部",
    "只": "有要能需是",
    "处": "理置于在",
    "所": "有在以属需得",
    "组": "织成建装合",
    "对": "外接于比口标应照象全我该",
    "双": "向方创碳重高减控语拥",
    "根": "据本",
    "支": "持撑出付",
    "节": "点能约水日省庆",
    "单": "位一个独项元日月季",
    "起": "步来点到草始重",
    "例": "如",
    "道": "路",
    "口": "岸",
    "部": "分队署",
    "场": "景馆",
    "列": "入车为出第",
    "班": "子组级",
    "升": "级至到高为温",
    "座": "谈",
    "款": "项",
    "门": "类户",
    "面": "向临积对",
    "站": "在",
    "首": "批次个家届席发",
    "字": "号",
    "米": "兰粉线",
    "克": "服难",
    "块": "链",
    "包": "括含容装",
    "片": "面",
    "斤": "两",
    "间": "接",
    "次": "级于年",
    "张": "家江",
    "周": "边期围",
    "日": "均产报益",
    "天": "然津",
    "年": "轻度均产级货",
    "秒": "杀",
    "箱": "包",
    "兆": "瓦帕伏",
    "幅": "度",
    "件": "套",
}
_LATIN = re.compile(r"[A-Za-z0-9]$")

MULTIPLE: Final = r"(?:[十百千]?(?:万亿|[万亿])|[百千](?=[元家个人亩户吨件台名万]))"


def _alternative(unit: str) -> str:
    tail = r"(?![A-Za-z0-9])" if _LATIN.search(unit) else ""
    followers = _NOT_BEFORE.get(unit, "")
    if "(" in followers:
        return unit + tail + f"(?!{followers})"
    return unit + tail + (f"(?![{followers}])" if followers else "")


def _pattern(names: str) -> str:
    return "|".join(map(_alternative, sorted(set(names.split()), key=len, reverse=True)))


UNIT: Final = rf"(?:个亿(?!元)|(?<=[万亿])度(?![假过])|度(?=电)|{_pattern(f'{MONEY} {MEASURES} {COUNTS} {TIMES}')})"
_CHINESE_ONLY: Final = (
    "千瓦时 平方米 平方公里 立方米 公里 公顷 亩 吨 公斤 斤 人次 人份 家次 批次 场次 周年 大类 部门 单位 片区"
)
_AFTER: Final = "家 个 户 人 名 位 项 条 座 栋 幢 件 套 台 辆 艘 架 次 场 批 款 种 类 只 张 份 处 所 轮 宗 笔 块 颗 枚 "
AFTER_CHINESE: Final = rf"(?:{_pattern(f'{MONEY} {_CHINESE_ONLY} {_AFTER} {TIMES} 省份 区县 乡镇 镇街 社区')})"
_ONE: Final = re.compile(rf"({MULTIPLE}?)({UNIT})(?:/([一-鿿A-Za-z]{{1,6}}))?")
_BARE: Final = re.compile(rf"{MULTIPLE}")


@lru_cache(maxsize=2048)
def base_of(unit: str) -> tuple[int, str]:
    """How many base units one `unit` is, and their name; an unknown unit is its own base.

    >>> base_of("万美元"), base_of("亿元/平方公里"), base_of("把")
    ((10000, '美元'), (100000000, '元/平方公里'), (1, '把'))
    """
    found = _ONE.fullmatch(unit)
    if found is None:
        bare = _BARE.match(unit)
        return (_times(bare[0]), unit[bare.end() :]) if bare else (1, unit)
    factor, name = _AS.get(found[2], (1, found[2]))
    return _times(found[1]) * factor, name + (f"/{found[3]}" if found[3] else "")


def _times(multiple: str) -> int:
    product = 1
    for c in multiple:
        product *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[c]
    return product


def is_unit(text: str) -> bool:
    """Whether `text` is a unit of the table, with or without a multiple before it.

    >>> is_unit("万平方米"), is_unit("若干")
    (True, False)
    """
    return _ONE.fullmatch(text) is not None
