"""接缝 Seam: whether two characters are wont to stand together inside a word, for words torn in two.

    >>> inside_word("同", "比"), inside_word("比", "同")
    (True, False)

The table counts pairs of characters in the words of a common word list and in bulletins (`data/pairs.txt` tells how).
"""

from functools import cache
from importlib.resources import files

__all__ = ["inside_word"]


@cache
def _pairs() -> frozenset[str]:
    lines = (files("liantu.bulletin") / "data" / "pairs.txt").read_text(encoding="utf8").splitlines()
    return frozenset(line[0] + after for line in lines if not line.startswith("#") for after in line[1:])


def inside_word(one: str, other: str) -> bool:
    """Whether `one` followed by `other` is usual inside a word."""
    return one + other in _pairs()
