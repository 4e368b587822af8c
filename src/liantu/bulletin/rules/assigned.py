"""“建成幼儿园48所，超额完成40所的年度任务。” What had been asked for, told beside what was done."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect

__all__ = ["find"]

_DONE: Final = re.compile(
    r"(?:超额|提前|全面|圆满)?完成(?:了)?(?:全年|年度|年初|上级|[省市县区])?(?:确定|下达|既定)?的?$"
)
_TASK: Final = re.compile(
    r"的?(?P<what>(?:年度|全年|年初|[省市县区][级下]达?|既定)?(?:目标任务|任务目标|目标|任务|计划))(?:数|量)?(?=[，,；;。、]|$)"
)


def find(line: Line) -> Iterator[Candidate]:
    """The amounts asked for, each named after the amount done before it."""
    for done, asked in zip(line.tellings, line.tellings[1:], strict=False):
        q = asked.quantity
        if q.rate is not None or done.unit != asked.unit or not done.named:
            continue
        task = _TASK.match(line.text, q.end)
        if task is not None and _DONE.search(line.text[asked.left : q.around[0] or q.start]):
            measure = f"{done.measure}{task['what']}"
            yield Candidate(asked, Aspect.LEVEL, "assigned", Decimal("0.80"), done.subject, measure)
