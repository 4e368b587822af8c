"""一说 Told: one figure with the words around it taken apart; `telling` makes it, the rules read it."""

from dataclasses import dataclass

from liantu.bulletin.quantity import Quantity

__all__ = ["Telling"]


@dataclass(slots=True)
class Telling:
    """A figure and its words.

    `change` is the verb of growth right before it ('' if none), `how` what stands before that (同比, 年均);
    `became` says that the verb leads to a new level (提高到), `listed` that the figure goes on with a list; `lead`
    is everything since the last stop, times left out; `group` counts the semicolons passed.
    """

    quantity: Quantity
    lead: str
    np: str
    rest: str
    after: str
    group: int
    subject: str
    kind: str
    explicit: bool
    measure: str
    named: bool
    change: str = ""
    how: str = ""
    left: int = 0
    became: bool = False
    listed: bool = False

    @property
    def unit(self) -> str:
        return self.quantity.base_unit
