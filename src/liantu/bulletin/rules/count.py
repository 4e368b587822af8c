"""“集聚企业450多家。” “共签约23个项目。” “吸引40家企业入驻。” A number of things that bulletins count."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.telling import Telling

__all__ = ["find"]

COUNT_UNITS: Final = frozenset(
    (
        "家 个 户 人次 批次 场次 人 名 位 项 条 座 栋 幢 件 台 套 辆 艘 架 次 场 批 款 种 类 处 所 "
        "轮 宗 笔 颗 枚 家次 支 部 部门 站 片 块 组 对 把 间 张 份 班次 只 头 羽 株 店 大类 小类 门类"
    ).split()
)
_VAGUE: Final = re.compile(
    r"(?:方面|方向|环节|部分|层次|阶段|关键词|字|问题|系列|特点|版块|板块|角度|维度|要点|步骤|月|小时|"
    r"季度|工作日|百分点|领域|行业|模块|关键|统一|坚持|聚焦)数$|^(?:保持|实现|呈)"
)
_SMALL: Final = re.compile(r"^[一二两三四五六七八九十]{1,2}[一-龥]{1,2}$")
# A small number in words counts where nothing else is meant: 开工项目共两个, 其中两家企业入选.
_TOLD: Final = re.compile(r"(?:企业|公司|项目|生产线|园区|产业园|工厂|基地|平台)数$")
_SUCH: Final = re.compile(r"(?:等|其他|其它|其余|另外?|这|该|上述|前|后|那|每|任)$")
_THERE: Final = re.compile(r"(?:共有?|有|新增|达|仅|建成|引进|其中|入驻|已|的)$")
_OF_TRADES: Final = re.compile(r"(?:大类|重点|主要|工业)?(?:(?:行业|商品|指标)|产品(?=中|同比|产量|实现|保持))")
_MEASURED: Final = re.compile(
    r"[一-龥A-Za-z“”]{2,24}(?:率|指数|价格|增加值|产值|产量|零售额|销售额|投资|收入|利润|用电量)(?:分别|同比|较|比|为|增长|上涨|下降|增|降|[一-龥]){0,12}"
)
_DONE: Final = re.compile(r"实现|完成|贡献|达到|共|累计|占")
_NOUNLESS: Final = re.compile(r"^(?:数|人数|这数|其中数|首批数|位数|名数|个数)$")


def find(line: Line) -> Iterator[Candidate]:
    """The numbers of things counted."""
    for telling in line.tellings:
        q = telling.quantity
        if q.rate is not None or q.amount is None or telling.unit not in COUNT_UNITS or line.is_base(telling):
            continue
        if not _counts(telling) or _is_scope(line, telling):
            continue
        sure = "0.90" if telling.explicit or telling.kind in ("event", "firm", "park", "industry") else "0.75"
        yield Candidate(telling, Aspect.LEVEL, "count", Decimal(sure), telling.subject, telling.measure)


def _is_scope(line: Line, telling: Telling) -> bool:
    """Whether a number only says how many the next figure is told of (36个行业增长5%, 31个城市失业率为5%)."""
    if _OF_TRADES.match(line.text, telling.quantity.end):
        return True
    after = next((t for t in line.tellings if t.quantity.start > telling.quantity.start), None)
    if after is None or after.quantity.rate is None:
        return False
    between = line.text[telling.quantity.end : after.quantity.start]
    return _MEASURED.fullmatch(between) is not None and not _DONE.search(between)


def _counts(telling: Telling) -> bool:
    measure = telling.measure
    if not telling.named or _NOUNLESS.match(measure) or _VAGUE.search(measure):
        return False
    return not _SMALL.match(telling.quantity.text) or _counts_in_words(telling)


def _counts_in_words(telling: Telling) -> bool:
    """Whether a number like 两家 counts firms or projects that stand alone, and is no mere 两大产业."""
    if telling.quantity.text[0] == "一" or telling.quantity.unit not in ("家", "个", "条"):
        return False
    if not _TOLD.search(telling.measure) or _SUCH.search(telling.lead):
        return False
    return telling.after[:1] in "，。；、,;)" or (
        telling.after[:2] in ("企业", "公司") and bool(_THERE.search(telling.lead))
    )
