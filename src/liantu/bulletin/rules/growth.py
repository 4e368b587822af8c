"""“营收5亿元，同比增长3%。” “工业投资下降2%。” The growth of a level goes with it; growth alone is its own fact."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.telling import Telling

__all__ = ["find", "sign_of"]

_DOWN: Final = re.compile(r"负增长|下降|减少|回落|下滑|降低|下跌|缩减|收窄|放缓|下拉|降幅|跌")
_OWN: Final = re.compile(r"年均|年平均|平均增|两年平均|环比|累计增")
_EMPTY: Final = re.compile(
    r"^(?:增速|增幅|降幅|也|并|且|则|较|比|同期|分别|,|，|\(|“|同比|速度|幅度|实现|实现了|保持|的|再|又|"
    r"去年|上年|相比|可比口径|同口径|现价|按|\s|、)*$"
)
_PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$")


def sign_of(change: str) -> int:
    """-1 for a verb of decline.

    >>> sign_of("下降"), sign_of("增长")
    (-1, 1)
    """
    return -1 if _DOWN.search(change) else 1


def find(line: Line) -> Iterator[Candidate]:
    """Each growth with its level, or alone."""
    held: list[Telling] = []
    taken: set[int] = set()
    for telling in line.tellings:
        if telling.quantity.rate is None:
            held.append(telling)
            continue
        if not telling.change or telling.unit != "%":
            continue
        level = _level(telling, held, taken)
        if level is not None:
            taken.add(level.quantity.start)
            yield Candidate(
                level,
                Aspect.LEVEL,
                "level_yoy",
                Decimal("0.95"),
                level.subject,
                level.measure,
                yoy=(telling, sign_of(telling.change)),
            )
        elif candidate := _alone(telling, held):
            yield candidate


def _level(telling: Telling, held: list[Telling], taken: set[int]) -> Telling | None:
    if not held or _OWN.search(telling.how + telling.rest + telling.change):
        return None
    last = next(
        (each for each in reversed(held) if not (_PLAN.search(each.measure) or each.after[:1] in (")", "）"))), held[-1]
    )
    if last.quantity.start in taken or not last.named:
        return None
    same = telling.named and telling.measure == last.measure and telling.subject == last.subject
    return last if same or (not telling.named and not telling.explicit and _EMPTY.match(telling.rest)) else None


def _alone(telling: Telling, held: list[Telling]) -> Candidate | None:
    own = _OWN.search(telling.how + telling.rest)
    if telling.named:
        measure = telling.measure
    elif held and held[-1].named and (own or _EMPTY.match(telling.rest)) and not telling.explicit:
        measure = held[-1].measure
    else:
        return None
    if own:
        word = re.search(r"两年平均|[三四五]年年均|年均|年平均|平均|环比|累计", telling.how + telling.rest)
        measure = measure if word and word[0] in measure else measure + (word[0] if word else "") + "增速"
    return Candidate(
        telling, Aspect.GROWTH, "growth", Decimal("0.90"), telling.subject, measure, sign_of(telling.change)
    )
