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
        "轮 宗 笔 颗 枚 家次 支 部 部门 站 片 块 组 对 把 间 张 份 班次 只 头 羽 株 店"
    ).split()
)
_VAGUE: Final = re.compile(
    r"(?:方面|方向|环节|部分|层次|阶段|关键词|字|问题|系列|特点|版块|板块|角度|维度|要点|步骤|月|小时|"
    r"季度|工作日|百分点|领域|行业|模块|关键|统一|坚持|聚焦)数$"
)
_SMALL: Final = re.compile(r"^[一二两三四五六七八九十]{1,2}[一-龥]{1,2}$")
_NOUNLESS: Final = re.compile(r"^(?:数|人数|这数|其中数|首批数|位数|名数|个数)$")


def find(line: Line) -> Iterator[Candidate]:
    """The numbers of things counted."""
    for telling in line.tellings:
        q = telling.quantity
        if q.rate is not None or q.amount is None or telling.unit not in COUNT_UNITS or not _counts(telling):
            continue
        sure = "0.90" if telling.explicit or telling.kind in ("event", "firm", "park", "industry") else "0.75"
        yield Candidate(telling, Aspect.LEVEL, "count", Decimal(sure), telling.subject, telling.measure)


def _counts(telling: Telling) -> bool:
    measure = telling.measure
    if not telling.named or _NOUNLESS.match(measure) or _VAGUE.search(measure):
        return False
    return not _SMALL.match(telling.quantity.text)
