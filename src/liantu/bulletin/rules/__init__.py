"""句式 rules: one file for one kind of sentence, asked in this order; the first that claims a figure keeps it."""

from liantu.bulletin.candidate import Rule
from liantu.bulletin.rules import (
    assigned,
    completion,
    count,
    delta,
    growth,
    level,
    listed,
    points,
    reached,
    respectively,
    risen,
    share,
    twofold,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    listed.find,
    twofold.find,
    assigned.find,
    risen.find,
    reached.find,
    respectively.find,
    points.find,
    completion.find,
    share.find,
    delta.find,
    growth.find,
    count.find,
    level.find,
)
