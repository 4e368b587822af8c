"""“甲区、乙区完成投资均超100亿元。” One figure told of several places or firms at once is a fact of each of them.

>>> apiece("甲区、乙县", "甲区、乙县分别上榜"), apiece("甲区、乙县", "甲区、乙县共同签约")
(['甲区', '乙县'], [])
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from liantu.bulletin.candidate import Candidate, Line

__all__ = ["apiece", "out"]

_EACH: Final = re.compile(r"分别|均(?!价)|都(?!市)|各(?=[有为达自\d上完实增新签引占])|各$")
_FAR: Final = 40


def out(candidate: Candidate, line: Line) -> Iterator[Candidate]:
    """A candidate of several owners, once for each where the words say so; any other as it is."""
    telling = candidate.telling
    end = telling.quantity.around[0] or telling.quantity.start
    names = (
        apiece(candidate.subject, line.text[max(telling.left, end - _FAR) : end]) if telling.kind == "several" else []
    )
    yield from (replace(candidate, subject=name, measure=candidate.measure.removeprefix("分别")) for name in names)
    if not names:
        yield candidate


def apiece(subject: str, said: str) -> list[str]:
    """The owners of a joint subject that each have what is `said` of them, [] where it is theirs together."""
    return subject.split("、") if "、" in subject and _EACH.search(said) else []
