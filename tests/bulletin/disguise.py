"""The same document written otherwise: other characters, widths, dashes, quotation marks, repeats, line ends.

Nothing here changes what a document says, so whatever is read of it must stay. Where a change moves characters, offsets
move with them; what is compared is therefore what the facts say, not where.
"""

import random
import re
from collections.abc import Callable
from typing import Final

from liantu.bulletin import Document, read
from liantu.bulletin.fold import fold
from liantu.bulletin.traditional import SIMPLIFIED
from tests.bulletin.gold import Paper

__all__ = ["DISGUISES", "said"]

Disguise = Callable[[str, random.Random], str]

_TRADITIONAL: Final = {
    simple: [old for old, new in SIMPLIFIED.items() if new == simple] for simple in set(SIMPLIFIED.values())
}
# 面 is a face and flour, 里 a mile and inside, 台 a stage and a surname: such characters never go back for certain.
_PLAIN: Final = frozenset(
    "里面台干后系只松谷斗丑几余云制致周准借志注表板布游旋回采松了么仇历复发当汇尽脏钟须胡征范冲吁"
)
_MONTHS: Final = re.compile(r"(?<!\d)1[-—–至]1?\d月")
_WIDE: Final = {chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)}


def said(paper: Paper, text: str | None = None) -> list[tuple[str, ...]]:
    """What is read of a paper's text, or of another form of it, without the places."""
    reading = read(Document.from_text(paper.text if text is None else text), paper.published, paper.place)
    return sorted(
        (
            fold(fact.subject),
            fold(fact.measure),
            fact.aspect.value,
            str(fact.value_base),
            str(fact.value_low),
            str(fact.value_high),
            fact.unit_base,
            str(fact.yoy),
            str(fact.period_start),
            str(fact.period_end),
            fact.modality.value,
        )
        for fact in reading.facts
    )


def traditional(text: str, dice: random.Random) -> str:
    """Every character that has a traditional form written in one of them."""
    return "".join(dice.choice(_TRADITIONAL[c]) if c in _TRADITIONAL and c not in _PLAIN else c for c in text)


def wide_digits(text: str, _: random.Random) -> str:
    """Full-width digits, letters and signs."""
    return "".join(_WIDE.get(c, c) if c not in "#%\t,;:!?()" else c for c in text)


def wide_signs(text: str, _: random.Random) -> str:
    """Full-width signs where Chinese prose may have either."""
    return text.translate(str.maketrans("%():", "％（）："))


def half_signs(text: str, _: random.Random) -> str:
    """Half-width signs as some editors type them."""
    return text.translate(str.maketrans("％（）：；", "%():;"))


def dashes(text: str, dice: random.Random) -> str:
    """1-10月, 1—10月, 1至10月, 1～10月."""
    return _MONTHS.sub(lambda m: re.sub("[-—–至]", dice.choice(["-", "—", "–", "至", "～", "－", "~"]), m[0]), text)


def quotes(text: str, dice: random.Random) -> str:
    """Corner brackets for quotation marks."""
    return text.translate(str.maketrans("“”‘’", dice.choice(["「」『』", "﹁﹂『』"])))


def windows(text: str, _: random.Random) -> str:
    """The line ends of another system, and a byte-order mark."""
    return "\ufeff" + text.replace("\n", "\r\n")


def indented(text: str, _: random.Random) -> str:
    """Each paragraph set in by two ideographic blanks."""
    return "\n".join(
        line if not line.strip() or line.startswith(("#", "\t")) or "\t" in line else f"\u3000\u3000{line}"
        for line in text.split("\n")
    )


def spaced(text: str, _: random.Random) -> str:
    """Empty lines between the lines, tables left whole."""
    lines = text.split("\n")
    out = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        out.append(line)
        if "\t" not in line and "\t" not in after:
            out.append("")
    return "\n".join(out)


def repeated(text: str, dice: random.Random) -> str:
    """A paragraph told twice in a row, as copied pages have it; tables and headings once."""
    lines = text.split("\n")
    plain = [i for i, line in enumerate(lines) if len(line) > 12 and "\t" not in line and not line.startswith("#")]
    twice = set(dice.sample(plain, min(2, len(plain))))
    return "\n".join("\n".join([line] * (1 + (i in twice))) for i, line in enumerate(lines))


DISGUISES: Final[dict[str, Disguise]] = {
    each.__name__: each
    for each in (traditional, wide_digits, wide_signs, half_signs, dashes, quotes, windows, indented, spaced, repeated)
}
