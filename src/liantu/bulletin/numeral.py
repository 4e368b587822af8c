"""数字 every Arabic or Chinese numeral of a text, whatever it turns out to be.

    >>> [(n.start, n.end, str(n.value)) for n in scan("签约23个项目、总投资两千亿元，占五分之一")]
    [(2, 4, '23'), (11, 14, '200000000000'), (17, 21, '0.2')]

A numeral is the longest run of
- Arabic digits with their grouping commas and decimal point (1,234.5), the multiples written right behind them
  (92.2亿, 3亿5000万; a page may write its point 1·8), a fraction of two such runs (1/5), or digits dotted or slashed otherwise (2.0.1, no value);
- the Chinese characters 〇零○一二两三四五六七八九十百千万亿, the capitals 壹贰…拾佰仟 when two or more stand together,
  百分之…, …分之…, 一半, and 数, 几, 上 or 好几 bound to 十百千万亿 (数十, 十几: no value);
- one of the circled, bracketed or Roman numerals of Unicode (①, ⑵, ㈠, Ⅳ).
几 alone, 半 outside 一半, 双 and 首 are words. The number account must place every numeral found here.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from liantu.figure.number import value_of

__all__ = ["CHINESE", "Numeral", "scan"]

Kind = Literal["arabic", "fraction", "chinese", "vague", "code", "mark"]

CHINESE = "〇零○一二两三四五六七八九十百千万亿"
_CAPITAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
_LONGEST = 18  # no one writes a value with more characters, and the ledger holds 30 digits of 元
_MULTIPLE = r"(?:[十百千]?(?:万亿|[万亿])|[百千](?![瓦伏米克卡帕焦兆]))"
_PLAIN = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.·]\d+)?"
# What a numeral can begin with; a look at one character spares most places all the forms.
_BEGINS = rf"(?=[\d{CHINESE}{_CAPITAL}数好几上①-⓿㈠-㈩㊀-㊉Ⅰ-ⅿ❶-➓])"
_NUMERAL = re.compile(
    rf"{_BEGINS}(?:(?P<code>\d+(?:\.\d+){{2,}}|\d+(?:/\d+){{2,}})"
    rf"|(?P<fraction>\d{{1,3}}/\d{{1,3}}(?!\d)|一半"
    rf"|百分之[{CHINESE}]+(?:点[{CHINESE}]+)?|百分之\d+(?:\.\d+)?|[{CHINESE}]+分之[{CHINESE}]+)"
    rf"|(?P<arabic>(?:{_PLAIN})(?:{_MULTIPLE}(?:\d+(?:\.\d+)?(?:[百千]?万|[百千])|\d{{3,}}(?![\d.年]))?)?)"
    rf"|(?P<vague>(?:数|好几|几)[十百千万亿]+|(?<![以线网路海之会场])上[百千万亿]+|[{CHINESE}]*十几|[一二三四五六七八九十百千]+几[百千万亿]+)"
    rf"|(?P<chinese>[{CHINESE}]+点[零〇一二三四五六七八九]+(?=[万亿倍个%成])"
    rf"|[{CHINESE}]+?(?=千[瓦伏])|[{CHINESE}]+|[{CHINESE}{_CAPITAL}]{{2,}})"
    rf"|(?P<mark>[①-⓿㈠-㈩㊀-㊉Ⅰ-ⅿ❶-➓]))"
)


class Numeral(NamedTuple):
    """One numeral at `start`:`end`; `value` is exact, or None where it has none (数十, 2.0.1)."""

    start: int
    end: int
    value: Decimal | None
    kind: Kind


def scan(text: str) -> list[Numeral]:
    """Every numeral of folded `text`, left to right; they never overlap."""
    return [_numeral(m) for m in _NUMERAL.finditer(text)]


def _numeral(m: re.Match[str]) -> Numeral:
    start, end = m.span()
    kind = cast(Kind, m.lastgroup) if end - start <= _LONGEST else "code"
    value = value_of(m[0]) if kind in ("arabic", "fraction", "chinese") else None
    if kind == "chinese" and value is None:
        kind = "vague"
    return Numeral(start, end, value, kind)
