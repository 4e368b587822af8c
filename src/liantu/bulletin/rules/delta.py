"""“企业75家，比去年同期增加10家。” “税收净增5亿元。” “同比减收300万元。” A change told in the measure's own unit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.measure import ends_as_measure, name_level
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["find", "is_delta"]

_MORE: Final = re.compile(
    r"(?:净增加?|净减少?|新增|增加了?|减少了?|多(?:于)?|少(?:于)?|[增减]收|[增减]支|[多短]收|增长了?|下降了?|提高了?|降低了?)(?:约|近|超过?)?\s?$"
)
_COMPARED: Final = re.compile(r"比|较|同期|净[增减]|[增减][收支]")
_PLAN: Final = re.compile(r"(?:任务|目标|计划|预算)(?:数|额)?$")
_EMPTY: Final = re.compile(r"(?:同比|环比|净|增|减|收|支|多|少|短|加|了|比|较|人?数|，|,|\s)*$")


def find(line: Line) -> Iterator[Candidate]:
    """The increases told in the unit of what increased."""
    held = None
    for telling in line.tellings:
        q = telling.quantity
        if q.rate is not None or q.amount is None or line.is_base(telling):
            continue
        if m := _told(line, telling):
            what = _what(telling) or (held.measure if held else "")
            base = next(
                (t.text for t in reversed(line.mentions) if t.is_base and telling.left <= t.start < q.start), None
            )
            if what:
                measure = what if re.search(r"增", what) else f"{what}{'净增' if '净增' in m[0] else '增加'}"
                yield Candidate(
                    telling, Aspect.DELTA, "delta", Decimal("0.80"), telling.subject, measure, _sign(m[0]), base=base
                )
            continue
        held = held if held and _PLAN.search(telling.measure) else telling


def _what(telling: Telling) -> str:
    """What grew, '' where only the growth is told (同比增收4万元)."""
    if telling.named and len(telling.measure) > 1 and not _EMPTY.fullmatch(telling.measure):
        return telling.measure
    rest = _MORE.sub("", telling.rest).strip("，,、 ")
    return name_level(rest, telling.unit) if ends_as_measure(rest) else ""


def is_delta(line: Line, telling: Telling) -> bool:
    """Whether a figure tells by how much something grew in its own unit."""
    return telling.quantity.rate is None and telling.quantity.amount is not None and _told(line, telling) is not None


def _told(line: Line, telling: Telling) -> re.Match[str] | None:
    lead = line.text[telling.left : telling.quantity.around[0] or telling.quantity.start]
    m = _MORE.search(lead)
    return m if m and _COMPARED.search(lead) else None


def _sign(change: str) -> int:
    return -1 if re.match(r"[减少短]|净减", change) else sign_of(change)
