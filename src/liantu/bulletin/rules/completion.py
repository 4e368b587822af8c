"""“完成年度目标的80%。” “开工率90%。” “项目建成70%。” How much of a plan is done."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.delta import is_delta
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_PLANNED: Final = re.compile(r"(?:的)?(?:年度|全年)?(?:目标任务|任务目标|目标|任务|计划)的")
_TO_DO: Final = re.compile(r"完成(?:了)?(?:全年|年度)?$")
_OF_PLAN: Final = re.compile(
    r"(?:完成|占|达到?|为|实现)(?:了)?(?P<plan>[一-龥]{0,6}(?:目标任务|任务目标|目标|任务|计划|预算|指标|"
    r"时序进度)数?)(?:的|比例)?(?:约|近|超过?|达|为|\s)*$"
)
_OF_AMOUNT: Final = re.compile(
    r"完成(?:了)?(?:全年|年度)?[\d.,]{1,12}[万亿]{0,2}(?:美元|元|吨|家|个|亩|人|户|套|项|公里)(?:的)?(?:年度|全年)?(?:目标任务|任务目标|目标|任务|计划)的$|"
    r"(?:任务|目标|计划|预算)数?[\d.,]+[万亿]?(?:美元|元|吨|家|个|亩)(?:\([^)]{0,30}\))?的$"
)
_PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$")
_RATE: Final = re.compile(
    r"(?P<what>[一-龥、]{0,16}?)(?P<rate>完成率|动工率|注册率|运营率|入资率|开工率|建成率|竣工率|投产率|到位率|履约率|达标率|合格率|"
    r"落地率|转化率|进度)(?:分别)?(?:约|近|超过?|达到?|为|仅|已|:|\s)*$"
)
_DONE: Final = re.compile(
    r"(?P<what>[一-龥]{0,8}?)(?P<verb>建成|完工|完成|建设|施工)(?:进度|量|了)?(?:已|才|仅|约|近|超过?|达到?|至|过)*$"
)


def find(line: Line) -> Iterator[Candidate]:
    """The rates that say how much of a plan is done."""
    for telling in line.tellings:
        if of := _planned(line, telling):
            yield Candidate(telling, Aspect.LEVEL, "plan", Decimal("0.80"), telling.subject, f"{of}目标")
        if telling.unit != "%" or telling.change:
            continue
        measure = _named(line, telling)
        if measure:
            yield Candidate(telling, Aspect.COMPLETION, "completion", Decimal("0.85"), telling.subject, measure)


def _planned(line: Line, telling: Telling) -> str:
    """What an amount is the plan of (完成全年5亿元目标的60%), '' where it is none."""
    if telling.quantity.amount is None or not _PLANNED.match(line.text, telling.quantity.end):
        return ""
    return _last(line, telling) if _TO_DO.search(line.text[: telling.quantity.start]) else ""


def _named(line: Line, telling: Telling) -> str:
    """What part of which plan a rate tells, '' where it tells none."""
    lead = line.text[telling.left : telling.quantity.around[0] or telling.quantity.start]
    measure = ""
    if _OF_AMOUNT.search(line.text[: telling.quantity.start]):
        of = next(
            (
                t.measure
                for t in reversed(line.tellings)
                if t.left < telling.left
                and t.measure
                and not _PLAN.search(t.measure)
                and not _PLANNED.match(line.text, t.quantity.end)
            ),
            "",
        )
        measure = f"{of}任务完成率"
    elif _OF_PLAN.search(lead) or _OF_PLAN.search(line.text[: telling.quantity.around[0] or telling.quantity.start]):
        of = telling.measure if telling.named else _last(line, telling)
        of = re.sub(r"^占|(?:目标|任务|计划).*$", "", of)
        measure = f"{of}目标完成率"
    elif telling.named and _RATE.search(telling.measure):
        measure = telling.measure
    elif m := _RATE.search(lead):
        measure = re.sub(r"^(?:其中|的|各)+", "", telling.measure or (m["what"] + m["rate"]))
        measure = measure if measure.endswith(m["rate"]) else m["what"] + m["rate"]
    elif m := _DONE.search(lead):
        what = re.sub(r"^(?:整个|该|本|全部|目前|已)+", "", m["what"]) or "项目"
        measure = f"{what}{'建成' if m['verb'] == '建成' else '完成'}率"
    return measure


def _last(line: Line, telling: Telling) -> str:
    at = next(i for i, t in enumerate(line.tellings) if t is telling)
    return next((t.measure for t in reversed(line.tellings[:at]) if t.measure and not is_delta(line, t)), "")
