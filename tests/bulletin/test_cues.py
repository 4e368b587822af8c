"""The sign a family of relations is asked by: without one in it, no sentence is read for that family."""

import re
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liantu.bulletin.relation import (
    first,
    honour,
    introduced,
    located,
    market,
    role,
    standing,
    state,
    thing,
    title,
)

FAMILIES = (first, honour, introduced, located, market, role, standing, state, thing, title)
# What only helps to read a wording once it is found.
HELPERS = {
    role: "_IS _GATHERED _CHAIN _CUT _THIS _FIRM_LIKE _NOT_YET _ITS",
    first: "_ZONE _NOBODY _NO_KIND _BEFORE",
    honour: "_SELF",
    market: "_PLACE",
    state: "_MONEY _COUNTED _GENERAL _PLACES",
    title: "_ZONE _UNDER",
    thing: "_NO_PRODUCT",
    standing: "_ANY_LEVEL _TIER_LEAD _OWN_BASE _WHOLE_TRADE",
}
WORDINGS = [
    (family, name)
    for family in FAMILIES
    for name, held in vars(family).items()
    if isinstance(held, re.Pattern) and name != "CUE" and name not in HELPERS.get(family, "").split()
]


@pytest.mark.parametrize(("family", "name"), WORDINGS, ids=lambda each: getattr(each, "__name__", each))
def test_no_wording_of_a_family_can_stand_in_a_sentence_without_its_sign(family: ModuleType, name: str) -> None:
    wording = getattr(family, name)

    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(wording))
    def holds(sentence: str) -> None:
        told = f"{name}: add its sign to CUE of {family.__name__}, or its name to HELPERS where it only helps another"
        assert family.CUE.search(sentence), told

    holds()
