"""The cockpit's rules as data: thresholds, the indicators they look at, the order of the briefs (`rules.yaml`)."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

__all__ = ["Rules", "Scale", "rules"]


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale label: how many 亿元 it speaks of, and its English."""

    value: Decimal
    en: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Field for field what `rules.yaml` says and explains."""

    firms: tuple[str, ...]
    paid_in: str
    contracted: str
    projects: str
    well_behind_pp: Decimal
    paid_in_low_percent: Decimal
    implied_growth_percent: Decimal
    doubled_percent: Decimal
    scales: dict[str, Scale]
    ranks: dict[str, int]


@cache
def rules() -> Rules:
    """The rules in force, read once.

    >>> rules().ranks["behind"] < rules().ranks["no_figure"]
    True
    """
    told = yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text("utf-8"))
    return Rules(
        firms=tuple(told["firms"]),
        paid_in=told["paid_in"],
        contracted=told["contracted"],
        projects=told["projects"],
        well_behind_pp=Decimal(told["well_behind_pp"]["value"]),
        paid_in_low_percent=Decimal(told["paid_in_low_percent"]["value"]),
        implied_growth_percent=Decimal(told["implied_growth_percent"]["value"]),
        doubled_percent=Decimal(told["doubled_percent"]["value"]),
        scales={word: Scale(Decimal(one["value"]), one["en"]) for word, one in told["scales"].items()},
        ranks=dict(told["ranks"]),
    )
