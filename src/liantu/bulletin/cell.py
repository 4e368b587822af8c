"""格 Cell: the one figure a cell of a table holds, with the unit its head, caption or unit column lends it.

    >>> one = figure("-3.2", "%")
    >>> (one.start, one.end, str(one.quantity.rate))
    (0, 4, '-3.2%')
    >>> figure("92.2亿元", "万元").quantity.unit, figure("—", "%"), lent("营业收入（亿元）")
    ('亿元', None, ('亿元',))

A unit in the cell goes before a lent one. A cell that says more than one figure says none.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from liantu.bulletin.fold import fold
from liantu.bulletin.quantity import Quantity
from liantu.bulletin.quantity import scan as quantities
from liantu.figure.unit import is_unit

__all__ = ["Figure", "figure", "holds_figure", "implied", "is_bare", "is_rate", "is_unit_word", "lent"]

_BARE: Final = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)")
_WRITTEN: Final = re.compile(r"\d")
_UP: Final = r"(?:同比)?(?:增长|上升|提高|增加|增|升|\+|↑|▲)"
_FALL: Final = r"(?:同比)?(?:下降|减少|回落|下滑|降低|减|降|↓|▼)"
_MOVED: Final = re.compile(rf"^(?:{_FALL}|{_UP})\s*")
_AROUND: Final = re.compile(rf"(?:(?P<fall>{_FALL})|{_UP})?\s*\t(?P<after>\s*\*?)")
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]]{1,24})[)\]]")
_AFTER_WORD: Final = re.compile(r"(?:计量)?单位\s*[:：]?\s*(?P<units>[^\s。;；()]{1,24})")
_WITHIN: Final = re.compile(r"[(\[][^()\[\]]*[)\]]|\s")
_MEANT: Final = (
    (
        re.compile(r"(?:增速|增幅|增长率|同比增长|同比增减|同比|环比增长|环比|完成率|开工率|到位率|占比|比重|覆盖率)$"),
        "%",
    ),
    (re.compile(r"(?:企业|单位|公司)(?:数量?|户数|家数|个数)$|家数$"), "家"),
    (re.compile(r"项目(?:数量?|个数)$"), "个"),
    (re.compile(r"户数$"), "户"),
    (re.compile(r"人数$"), "人"),
)
_RATES: Final = frozenset("% ‰ 个百分点 百分点".split())
_SPLIT: Final = re.compile(r"[、，,;；/]|及|和")
_PAD: Final = "\t\t"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start`:`end` of its cell; `sign` is -1 where a word (下降3%) and no minus tells the fall."""

    start: int
    end: int
    quantity: Quantity
    sign: int = 1


def is_unit_word(text: str) -> bool:
    """Whether a cell or the words in brackets name a unit.

    >>> is_unit_word("万平方米"), is_unit_word("%"), is_unit_word("剔除重复")
    (True, True, False)
    """
    return text in _RATES or is_unit(text)


def is_rate(unit: str) -> bool:
    """Whether a unit is one of rates."""
    return unit in _RATES


@lru_cache(maxsize=8192)
def lent(text: str) -> tuple[str, ...]:
    """The units that a head, a caption (单位：亿元、%) or a cell of a unit column lends to bare numbers."""
    said = fold(text).strip()
    if is_unit_word(said):
        return (said,)
    told = [m[1] for m in _BRACKETED.finditer(said)]
    told += [m["units"] for m in _AFTER_WORD.finditer(said)]
    words = [
        word.strip().removeprefix("单位").lstrip(":：").lstrip("±+-")
        for each in told
        for word in (each, *_SPLIT.split(each))
    ]
    found = [word for word in words if is_unit_word(word)]
    if "%" in said and "%" not in found and not re.search(r"\d\s?%", said):
        found.append("%")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def implied(text: str) -> tuple[str, ...]:
    """The unit that the words of a head or a row mean without telling it.

    >>> implied("规上工业增加值增速"), implied("企业数"), implied("同比增长"), implied("产值")
    (('%',), ('家',), ('%',), ())
    """
    said = _WITHIN.sub("", fold(text)).strip()
    return next(((unit,) for pattern, unit in _MEANT if pattern.search(said)), ())


def is_bare(text: str) -> bool:
    """Whether a cell is a number and nothing else."""
    return _BARE.fullmatch(text.strip()) is not None


def holds_figure(text: str) -> bool:
    """Whether a cell of folded text is filled with a figure rather than with words, a time or a dash.

    >>> holds_figure("1,203.5"), holds_figure("近60个"), holds_figure("2023年"), holds_figure("4号仓库")
    (True, True, False, False)
    """
    return figure(text, "个") is not None


def figure(text: str, unit: str) -> Figure | None:
    """The one figure of a cell; None for words, dashes, blanks, and a number that nobody lends a unit."""
    said = fold(text)
    inner = said.strip()
    if not _WRITTEN.search(inner):
        return None
    bare = is_bare(_MOVED.sub("", inner))
    if bare and not unit:
        return None
    found = [q for q in quantities(_PAD + inner + (unit if bare else "")) if q.use is None]
    if len(found) != 1 or found[0].value is None or (found[0].amount is None and found[0].rate is None):
        return None
    q = found[0]
    value = q.value or 0
    start, end = (place - len(_PAD) for place in q.around)
    around = _AROUND.fullmatch(f"{inner[:start]}\t{inner[end:]}")
    if around is None:
        return None
    lead = len(said) - len(said.lstrip())
    last = min(q.end - len(_PAD), len(inner))
    return Figure(lead + q.start - len(_PAD), lead + last, q, -1 if around["fall"] and value > 0 else 1)
