"""Standing: how each cluster stands against its target, and the three things to look at first.

`standing()` (in `liantu.plan.cockpit`) fetches, these values carry, pages and the API render.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from liantu.plan.shown import Shown

__all__ = ["Brief", "ClusterStanding", "Firm", "Level", "Standing"]


class Level(StrEnum):
    """How urgent a statement or how well a cluster stands; always shown with words."""

    BAD = "bad"
    WARN = "warn"
    INFO = "info"
    OK = "ok"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm named with a role by a document: `role` is 链主, 龙头 or 重点; `relation` is the reading behind it."""

    code: str
    name: str
    name_en: str
    role: str
    relation: int


@dataclass(frozen=True, slots=True)
class Brief:
    """One ranked statement: `lead_zh` + figure + `tail_zh` make the bold sentence, `reason_zh` the line below it."""

    cluster: str
    cluster_name: str
    cluster_name_en: str
    level: Level
    rule: str
    figure: Shown
    lead_zh: str
    lead_en: str
    tail_zh: str
    tail_en: str
    reason_zh: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class ClusterStanding:
    """One card of the cockpit. Every `Shown` may be missing: missing data is drawn, never hidden, never zero.

    `prior` is last year's same period reckoned back from the reported growth, `annual` the period's figure at this
    pace over a year, `needed` the yearly growth from `annual` to `target`; all three are derived. `closest` is the
    nearest figure of a part (a park, a firm) where the cluster itself has none.
    `scale_zh` is a scale label a document gives without a year (百亿级): words, never a value.
    """

    code: str
    name: str
    name_en: str
    group: int
    icon: str
    hue: str
    hue_dark: str
    tint: str
    office: str
    office_en: str
    main: Shown | None
    prior: Shown | None
    annual: Shown | None
    target: Shown | None
    needed: Shown | None
    firms: Shown | None
    closest: Shown | None
    closest_name: str
    closest_name_en: str
    scale_zh: str
    scale_en: str
    status: Level
    status_zh: str
    status_en: str
    people: tuple[Firm, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The cockpit: a taxonomy's clusters in order, three briefs at most, and how many figures stand behind it."""

    taxonomy: str
    taxonomy_name: str
    taxonomy_name_en: str
    as_of: datetime
    clusters: tuple[ClusterStanding, ...]
    briefs: tuple[Brief, ...]
    figures: int
    waiting: int
