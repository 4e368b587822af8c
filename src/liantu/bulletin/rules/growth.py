"""“营收5亿元，同比增长3%。” “工业投资下降2%。” The growth of a level goes with it; growth alone is its own fact."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.delta import is_delta
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["find"]

_OWN: Final = re.compile(r"年均|年平均|平均增|两年平均|环比|累计增")
# 产值占比31%，同比增长8%: what grows is the output, not its share.
_SHARED: Final = re.compile(r"(?<=[值额量入资])(?:(?:全[国省市区县])?占比|占[^占]{2,16}?的?比重)$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_MOVED_TO: Final = re.compile(
    r"(?P<of>降幅|跌幅|增幅|涨幅|增速)(?:由[^，,]{1,12})?(?:进一步|逐步)?(?:收窄|缩小|扩大|回落|提高|加快|回升|放缓|提升)(?:至|到|为)$"
)
_REAL: Final = re.compile(r"实际|名义|扣除价格因素")
_EMPTY: Final = re.compile(
    r"^(?:其中|增速|增幅|降幅|也|并|且|则|较|比|同期|分别|,|，|\(|“|同比|速度|幅度|实现|实现了|保持|的|再|又|"
    r"去年|上年|相比|可比口径|同口径|现价|按|扣除价格因素|影响|因素|\s|、)*$"
)
_PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$")


def find(line: Line) -> Iterator[Candidate]:
    """Each growth with its level, or alone."""
    held: list[Telling] = []
    taken: set[int] = set()
    spoken: Telling | None = None
    for telling in line.tellings:
        if telling.quantity.rate is None:
            if telling.quantity.unit and not line.is_base(telling) and not is_delta(line, telling):
                held.append(telling)
                spoken = telling
            continue
        if (sign := _now_at(line, telling)) and (measure := _own_name(telling)):
            yield Candidate(telling, Aspect.GROWTH, "growth", Decimal("0.85"), telling.subject, measure, sign)
            continue
        if not telling.change or telling.unit != "%":
            spoken = telling if telling.named and _SHARED.search(telling.measure) else spoken
            continue
        level = _level(line, telling, held, taken)
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
        elif not line.unpaired(telling) and (
            candidate := _alone(line, telling, spoken, last_taken=bool(held) and held[-1].quantity.start in taken)
        ):
            yield candidate
            spoken = telling if telling.named else spoken


def _now_at(line: Line, telling: Telling) -> int:
    """The sign of a rate told by where its rise or fall has got to (降幅收窄至3%, 增速回落到5%), 0 for any other figure."""
    if telling.unit != "%":
        return 0
    m = _MOVED_TO.search(line.text[telling.left : telling.quantity.around[0] or telling.quantity.start])
    return 0 if m is None else -1 if m["of"] in ("降幅", "跌幅") else 1


def _own_name(telling: Telling) -> str:
    return re.sub(r"(?:同比|累计)?(?:降幅|跌幅|增幅|涨幅|增速).*$", "", telling.measure or telling.rest).strip("，, ")


def _long_ago(line: Line, telling: Telling) -> str:
    """The time a growth is told against where that is not the year before (比2019年同期增长8%), '' otherwise."""
    base = line.mention_before(telling.quantity.start)
    if base is None or not base.is_base or base.start < telling.left or line.published is None:
        return ""
    year = _YEAR.match(base.text)
    return base.text if year and int(year[0]) < line.published.year - 1 else ""


def _level(line: Line, telling: Telling, held: list[Telling], taken: set[int]) -> Telling | None:
    if not held or _OWN.search(telling.how + telling.rest + telling.change) or _long_ago(line, telling):
        return None
    last = next(
        (each for each in reversed(held) if not (_PLAN.search(each.measure) or each.after[:1] in (")", "）"))), held[-1]
    )
    if last.quantity.start in taken or not last.named:
        return None
    same = telling.named and telling.measure == last.measure and telling.subject == last.subject
    return last if same or (not telling.named and not telling.explicit and _EMPTY.match(telling.rest)) else None


def _alone(line: Line, telling: Telling, spoken: Telling | None, last_taken: bool) -> Candidate | None:
    said = telling.how + telling.rest
    own = _OWN.search(said) or (_REAL.search(said) if last_taken and _EMPTY.match(telling.rest) else None)
    if telling.named and not (own and _EMPTY.match(telling.rest)):
        measure = telling.measure
    elif spoken is not None and spoken.named and (own or _EMPTY.match(telling.rest)) and not telling.explicit:
        measure = _SHARED.sub("", spoken.measure)
    elif telling.named:
        measure = telling.measure
    else:
        return None
    if own:
        word = re.search(r"两年平均|[三四五]年年均|年均|年平均|平均|环比|累计|实际|名义", said)
        measure = measure if word and word[0] in measure else measure + (word[0] if word else "") + "增速"
    base = _long_ago(line, telling)
    measure = f"{measure}较{base}增速" if base and not own else measure
    sign = sign_of(telling.change)
    return Candidate(
        telling, Aspect.GROWTH, "growth", Decimal("0.90"), telling.subject, measure, sign, base=base or None
    )
