"""Shown: a figure ready to stand on a page, and the way back to its sentence.

Every number a page, the API or a file shows is one of these. A quoted one leads to its entry and so to the lit
sentence; a derived one carries its formula and the entries it was reckoned from. The id is stable and goes into URLs:
`e12` for entry 12, `need-12-15` for the growth needed from entry 12 to target 15.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

__all__ = ["Shown", "Status"]


class Status(StrEnum):
    """How far a figure has been checked: the screen shows the word with it."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure as shown.

    `value` stands in `unit` (亿元, 家, %, 个百分点); `mark` is `+` for 多/超, `-` for 近/不到, `~` for 约, else empty.
    `value_base`/`unit_base` are the same in base units (元). `entries` are the ledger entries behind it: for a quoted
    figure its own first, then others that say the same; for a derived one its inputs. `note_zh`/`note_en` is the caveat.
    """

    id: str
    name: str
    name_en: str
    value: Decimal
    unit: str
    mark: str
    value_base: Decimal
    unit_base: str
    period_zh: str
    period_en: str
    period_end: date | None
    status: Status
    derived: bool
    entries: tuple[int, ...]
    yoy: Decimal | None = None
    formula: str | None = None
    note_zh: str = ""
    note_en: str = ""
