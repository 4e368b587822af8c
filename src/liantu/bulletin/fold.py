"""归一 the same text with half-width signs, one dash and simplified characters, character for character.

    >>> fold("營收９２．２億元，１－１０月")
    '营收92.2亿元，1-10月'

The length never changes, so an offset into the folded text is an offset into the raw one. Quotes are always cut out
of the raw text; only the grammars read the folded one.

Full-width letters, digits and signs become half-width, but ，。；、！？ stay: a half-width comma inside a number groups
its digits, a Chinese one ends a clause. Every dash and tilde becomes `-` (至 stays a word, it is in 截至 too). Spaces of
any width become one space; line ends and tabs stay. 「」 become “”. Traditional characters that bulletins use become
simplified; those with two simplified forms (乾, 著) are left alone.
"""

from liantu.bulletin.traditional import SIMPLIFIED

__all__ = ["fold"]

_KEEP = "，；！？、。"
_WIDE = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if chr(c) not in _KEEP}
_DASHES = dict.fromkeys("—–－−‐‑‒―─━﹣⁓～〜∼~﹘﹉", "-")
_SPACES = dict.fromkeys(
    "\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "
)
_SPACES |= dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " ")
_SIGNS = dict(zip("「」『』﹁﹂﹪﹐﹑﹔﹕∶︰•・‧∙●", "“”‘’“”%，、；:::·····", strict=True))
# The small pictures chat accounts begin their lines with; the list marks ❶ stay.
_PICTURES = dict.fromkeys(
    (*range(0x2600, 0x2776), *range(0x2794, 0x27C0), 0x2B50, 0x2B55, *range(0x1F300, 0x1FB00), 0xFE0F), " "
)
_TABLE = _PICTURES | str.maketrans(SIMPLIFIED | _WIDE | _DASHES | _SPACES | _SIGNS)


def fold(text: str) -> str:
    """`text` normalized for the grammars, of the same length."""
    return text.translate(_TABLE)
