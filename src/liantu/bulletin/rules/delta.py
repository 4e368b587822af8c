"""“企业75家，比去年同期增加10家。” “税收净增5亿元。” An increase told in the measure's own unit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.reading import Aspect
from liantu.bulletin.rules.growth import sign_of

__all__ = ["find"]

_MORE: Final = re.compile(r"(?:净增加?|增加了?|减少了?|多|少|增收|增长了?|下降了?)(?:约|近|超过?)?$")
_COMPARED: Final = re.compile(r"比|较|同期|净增")


def find(line: Line) -> Iterator[Candidate]:
    """The increases told in the unit of what increased."""
    held = None
    for telling in line.tellings:
        q = telling.quantity
        if q.rate is not None or q.amount is None:
            continue
        lead = line.text[telling.left : q.around[0] or q.start]
        if (m := _MORE.search(lead)) and _COMPARED.search(lead):
            what = telling.measure if telling.named and len(telling.measure) > 1 else (held.measure if held else "")
            base = next(
                (t.text for t in reversed(line.mentions) if t.is_base and telling.left <= t.start < q.start), None
            )
            if what:
                measure = what if re.search(r"增", what) else f"{what}增加"
                yield Candidate(
                    telling, Aspect.DELTA, "delta", Decimal("0.80"), telling.subject, measure, sign_of(m[0]), base=base
                )
        held = telling
