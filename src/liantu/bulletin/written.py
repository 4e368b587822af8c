"""写法 one figure as it is written: number, multiple and unit, or a range of two.

>>> from liantu.bulletin.numeral import scan
>>> text = "合同3000—5000万元".replace("—", "-")
>>> first, second = scan(text)
>>> read_at(text, first, second)
Written(start=2, end=13, value=None, unit='万元', low=Decimal('3000'), high=Decimal('5000'), more=None, rate=False)
"""

import re
from decimal import Decimal
from typing import NamedTuple

from liantu.bulletin.numeral import Numeral
from liantu.figure.number import DIGITS, value_of
from liantu.figure.unit import AFTER_CHINESE, MULTIPLE, UNIT, base_of

__all__ = ["Written", "read_at"]


class Written(NamedTuple):
    """A figure's place, its value (or ends) and unit as written; an empty unit was not recognised."""

    start: int
    end: int
    value: Decimal | None
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    more: str | None = None
    rate: bool = False


class _Tail(NamedTuple):
    """What stands behind a number: 多, the rest of the multiple, the unit."""

    end: int
    unit: str
    more: str | None
    rate: bool


_RATE = r"%|‰|个?百分点|个点(?!位)|个?基点|成(?![为立员果本功长交效都熟就品型分绩年人])|倍(?![增速数])|番"
_PATTERN = (
    rf"\s?(?P<more>多|余|来)?\s?(?:(?P<rate>{_RATE})"
    r"|(?P<prefix>{multiple})?(?P<unit>{unit})(?P<per>/(?:[百千万]?平方公里|[一-鿿A-Za-z]{{1,3}}))?(?P<more2>多|有余)?)"
)
_AFTER_DIGITS = re.compile(_PATTERN.replace("{multiple}", MULTIPLE).replace("{unit}", UNIT).replace("{{1,3}}", "{1,3}"))
_AFTER_HAN = re.compile(
    _PATTERN.replace("{multiple}", MULTIPLE).replace("{unit}", AFTER_CHINESE).replace("{{1,3}}", "{1,3}")
)
_ONLY_MULTIPLE = re.compile(r"(?P<more>多|余)(?P<prefix>[十百千]?[万亿])")
_TO = re.compile(r"\s?(?:-|至|到)\s?")
_MULTIPLES = re.compile(r"(?:(?<=\d)[十百千])?[万亿]{1,6}$|(?<=\d)[百千]$")
_MINUS = "比长为速率幅额差于达约是降增和及：:，,、（( \t|"


def read_at(text: str, numeral: Numeral, after: Numeral | None) -> Written:
    """The figure that begins with `numeral`; `after` is the next numeral, the far end if this is a range."""
    if numeral.kind == "fraction":
        return _fraction(text, numeral)
    tail = _tail(text, numeral)
    return _range(text, numeral, tail, after) or _single(text, numeral, tail)


def _single(text: str, numeral: Numeral, tail: _Tail | None) -> Written:
    number, multiple = _split(text[numeral.start : numeral.end])
    start = numeral.start - _is_negative(text, numeral.start)
    value = -number if number is not None and start < numeral.start else number
    low, high = _ends(text[numeral.start : numeral.end]) if numeral.kind == "vague" else (None, None)
    more = tail.more if tail else None
    if low is not None and high is None:
        value, more = low, "上"
    if tail is None:
        return Written(start, numeral.end, value, multiple, low, high, more)
    return Written(start, tail.end, value, multiple + tail.unit, low, high, more, tail.rate)


def _tail(text: str, numeral: Numeral) -> _Tail | None:
    pattern = _AFTER_DIGITS if numeral.kind == "arabic" else _AFTER_HAN
    m = pattern.match(text, numeral.end)
    if m is None:
        m = _ONLY_MULTIPLE.match(text, numeral.end)
        return _Tail(m.end(), m["prefix"], m["more"], False) if m else None
    unit = m["rate"] or (m["prefix"] or "") + m["unit"] + (m["per"] or "")
    return _Tail(m.end(), unit, m["more"] or m["more2"], m["rate"] is not None)


def _range(text: str, numeral: Numeral, tail: _Tail | None, after: Numeral | None) -> Written | None:
    if after is None or numeral.kind != after.kind or numeral.kind not in ("arabic", "chinese"):
        return None
    to = _TO.match(text, tail.end if tail else numeral.end)
    if to is None or to.end() != after.start:
        return None
    last = _single(text, after, _tail(text, after))
    low, multiple = _split(text[numeral.start : numeral.end])
    if low is None or last.value is None or not last.unit:
        return None
    unit = multiple + tail.unit if tail else (multiple + last.unit.lstrip("十百千万亿") if multiple else last.unit)
    if base_of(unit)[1] != base_of(last.unit)[1]:
        return None
    if unit != last.unit:
        low = low * base_of(unit)[0] / base_of(last.unit)[0]
    if low >= last.value:
        return None
    return Written(numeral.start, last.end, None, last.unit, low, last.value, last.more, last.rate)


def _fraction(text: str, numeral: Numeral) -> Written:
    words = text[numeral.start : numeral.end]
    if words.startswith("百分之"):
        return Written(numeral.start, numeral.end, value_of(words[3:]), "%", rate=True)
    value = numeral.value
    if value is None or value >= 1:
        return Written(numeral.start, numeral.end, None, "")
    return Written(numeral.start, numeral.end, (value * 100).normalize() + 0, "%", rate=True)


def _is_negative(text: str, start: int) -> bool:
    """A minus of its own (增速-3.6%), not the dash of a range or of a break in the sentence."""
    return start > 1 and text[start - 1] == "-" and text[start - 2] in _MINUS


def _split(number: str) -> tuple[Decimal | None, str]:
    """The number before its last multiple, and that multiple: 92.2亿 is 92.2 of 亿, 百亿 is 100 of 亿, 亿 is 1 of 亿."""
    m = _MULTIPLES.search(number) if number[-1] in "百千万亿" else None
    if m is None or any(c in "万亿" for c in number[: m.start()]):
        return value_of(number), ""
    return (value_of(number[: m.start()]) if m.start() else Decimal(1)), m[0]


def _ends(words: str) -> tuple[Decimal | None, Decimal | None]:
    """上百 is at least 100; 三四 is between 3 and 4, 七八十 between 70 and 80; 数十 and 十几 say nothing exact."""
    if words[0] == "上":
        return (None, None) if words[-1] in "万亿" else (value_of(words[1:]), None)
    digits = [c for c in words if c in DIGITS]
    if len(digits) == 2 and DIGITS[digits[1]] == DIGITS[digits[0]] + 1 and words[1:2] == digits[1]:
        rest = words[2:]
        return value_of(digits[0] + rest), value_of(digits[1] + rest)
    return None, None
