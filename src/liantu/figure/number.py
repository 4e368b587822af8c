"""数 the exact value of a number as it is written, in Arabic digits, in Chinese characters or mixed.

    >>> value_of("1,234.5"), value_of("两千亿"), value_of("3亿5000万")
    (Decimal('1234.5'), Decimal('200000000000'), Decimal('350000000'))

A vague number (数十, 三四, 十几) has no exact value and gives None, as does anything that is not a number.
"""

import re
from decimal import Decimal
from itertools import pairwise

__all__ = ["DIGITS", "MULTIPLES", "chinese", "value_of"]

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "拾": 10, "佰": 100, "仟": 1000}

_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_ARABIC = re.compile(r"(\d+(?:,\d{3})*(?:[.·]\d+)?)([十百千万亿]*)")


def value_of(text: str) -> Decimal | None:
    """The exact value of `text`, or None where it has none; fractions come back as a part of one, to 12 places.

    >>> value_of("五分之一"), value_of("1/5"), value_of("百分之三点五"), value_of("一半")
    (Decimal('0.2'), Decimal('0.2'), Decimal('0.035'), Decimal('0.5'))
    >>> value_of("数十"), value_of("2.0.1")
    (None, None)
    """
    if text.isascii() and (text.isdigit() or _DECIMAL.fullmatch(text)):
        return Decimal(text)
    if text == "一半":
        return Decimal("0.5")
    for mark in ("分之", "/"):
        if mark in text:
            below, above = text.split(mark, 1) if mark == "分之" else reversed(text.split(mark, 1))
            return _part(value_of(above), value_of(below))
    if text[:1].isascii() and text[:1].isdigit():
        return _mixed(text)
    if "点" in text:
        whole, _, rest = text.partition("点")
        decimals = "".join(str(DIGITS[c]) for c in rest if c in DIGITS)
        start = chinese(whole)
        return start + Decimal(f"0.{decimals}") if start is not None and len(decimals) == len(rest) > 0 else None
    return chinese(text)


def _part(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    if above is None or not below:
        return None
    return (above / below).quantize(Decimal("1e-12")).normalize() + 0


def _mixed(text: str) -> Decimal | None:
    """Arabic digits with multiples behind them: 2万, 1.2亿, 3亿5000万."""
    total, at = Decimal(0), 0
    while at < len(text):
        piece = _ARABIC.match(text, at)
        if piece is None:
            return None
        number = Decimal(piece[1].replace(",", "").replace("·", "."))
        for multiple in piece[2]:
            number *= MULTIPLES[multiple]
        total += number
        at = piece.end()
    return total


def chinese(text: str) -> Decimal | None:
    """The value of a run of Chinese numeral characters.

    >>> chinese("一百二十三"), chinese("二〇二三"), chinese("两万五"), chinese("百亿")
    (Decimal('123'), Decimal('2023'), Decimal('25000'), Decimal('10000000000'))
    >>> chinese("三四") is None
    True
    """
    if not text or any(c not in DIGITS and c not in MULTIPLES for c in text):
        return None
    if all(c in DIGITS for c in text):
        return _positional(text)
    if any(a in DIGITS and b in DIGITS and DIGITS[a] for a, b in pairwise(text)):
        return None
    return Decimal(_sectioned(text))


def _positional(text: str) -> Decimal | None:
    if 1 < len(text) < 4 and not set(text) & set("零〇○"):
        return None
    return Decimal("".join(str(DIGITS[c]) for c in text))


def _sectioned(text: str) -> int:
    """Characters with 十百千万亿 among them; a last digit without its multiple takes the next lower one (两万五)."""
    total = section = digit = 0
    last = 1
    for i, c in enumerate(text):
        if c in DIGITS:
            digit = DIGITS[c]
            if i == len(text) - 1 and last > 10 and text[i - 1] in MULTIPLES:
                digit *= last // 10
            continue
        last = MULTIPLES[c]
        if last < 10**4:
            section += (digit or 1) * last
        elif last == 10**4:
            total += (section + digit or int(i == 0 or text[i - 1] == "亿")) * last
            section = 0
        else:
            total = (total + section + digit or 1) * last
            section = 0
        digit = 0
    return total + section + digit
