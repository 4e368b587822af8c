"""一句关系 Said: one relation a sentence states, before it is tied to the document."""

from dataclasses import dataclass
from typing import Final

__all__ = ["PREDICATES", "Said"]

PREDICATES: Final = (
    "role product located_in introduced honour licence listing list_entry standard carrier rank scale "
    "target_position project_status"
).split()


@dataclass(frozen=True, slots=True)
class Said:
    """One relation and where in the sentence it is said."""

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    rule: str
