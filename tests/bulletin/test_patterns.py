"""No text makes a pattern slow: four times the text takes about four times as long, whatever it holds.

What is measured is the time of the processor, the least of some runs, and only what takes milliseconds can fail: a
pattern that looks at every character again for every character (16 times) is told from a linear one (4 times) with room
for a busy machine.
"""

import time

import pytest

from tests.bulletin.patterns import Asked, asked, attacks, modules, seconds

MODULES = list(modules("liantu.figure", "liantu.bulletin"))
SHORT, LONG = 300, 1200
FEW, MUCH = 0.002, 0.1
MOST = 9.0


def _slow(one: Asked) -> str:
    for length in (16, 24, 28, 32, 36, 40, 200):
        for text in attacks(one.pattern, length):
            if seconds(one.ask, text, time.thread_time, 1) > MUCH:
                return f"{one.where} takes {MUCH} seconds and more for {text[:12]}… of {length} characters"
    for short, long in zip(attacks(one.pattern, SHORT), attacks(one.pattern, LONG), strict=True):
        if seconds(one.ask, long, time.thread_time, 1) < FEW:
            continue
        quick, slow = (seconds(one.ask, text, time.thread_time, 3) for text in (short, long))
        if slow > FEW and slow > MOST * quick:
            return (
                f"{one.where} takes {slow / quick:.1f} times as long for 4 times {short[:12]}… ({slow * 1000:.0f} ms)"
            )
    return ""


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.removeprefix("liantu."))
def test_no_text_makes_a_pattern_slow(module: object) -> None:
    seen = {(one.pattern.pattern, one.searched): one for one in asked(module)}
    slow = [told for one in seen.values() if (told := _slow(one))]
    assert not slow, "\n".join(["bound its quantifiers, or anchor it:", *slow])


def test_every_kind_of_place_is_looked_into() -> None:
    found = [one.where for module in MODULES for one in asked(module)]
    assert len(found) > 400
    assert any(":" in where for where in found), "patterns compiled in functions"


@pytest.mark.parametrize("pattern", [r"(?:已|还)+$", r"(?:a|aa)+c"])
def test_a_careless_pattern_is_found_out(pattern: str) -> None:
    import re

    assert _slow(Asked("here", re.compile(pattern), searched=True))


def test_a_careful_pattern_passes() -> None:
    import re

    assert not _slow(Asked("here", re.compile(r"(?:已|还){1,9}$"), searched=True))
