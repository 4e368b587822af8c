"""编号 Numbering: the 一、 and 1. that Word puts before list paragraphs and headings without storing them in the text.

    >>> written(12, "chineseCounting"), written(3, "decimal"), written(2, "upperLetter"), written(4, "lowerRoman")
    ('十二', '3', 'B', 'iv')

Counting starts anew below each higher level, as Word does it; bullets are no numbers. A way of counting that is not known
here leaves the paragraph as it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from docx.oxml.ns import qn

__all__ = ["Numbering", "written"]

_PLACE: Final = re.compile(r"%([1-9])")
_DIGITS: Final = "零一二三四五六七八九"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_ROMAN: Final = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST_STYLE: Final = 10

Element = Any  # an lxml element; lxml has no types of its own


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level counts: its first number, its way of writing, and the words around (`%1、`)."""

    start: int
    form: str
    words: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document; `label` is asked for each paragraph once, in their order."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """The lists that a numbering part defines and the styles point at."""
        found = cls()
        if numbering is None:
            return found
        for abstract in numbering.iter(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"), "")
            for level in abstract.iter(qn("w:lvl")):
                found.levels[name, _int(level.get(qn("w:ilvl")))] = _Level(
                    _int(_value(level, "w:start") or "1"), _value(level, "w:numFmt"), _value(level, "w:lvlText")
                )
        for num in numbering.iter(qn("w:num")):
            found.abstract_of[num.get(qn("w:numId"), "")] = _value(num, "w:abstractNumId")
        if styles is not None:
            found.by_style = _of_styles(styles)
        return found

    def label(self, paragraph: Element, style: str) -> str:
        """The number that Word shows before a paragraph, '' for one without; it is counted by asking."""
        own = _numbered(paragraph)
        num, depth = own if own is not None else self.by_style.get(style, ("", 0))
        abstract = self.abstract_of.get(num, "")
        level = self.levels.get((abstract, depth))
        if level is None or not 0 <= depth < 9:
            return ""
        counts = self.counts.setdefault(abstract, [0] * 9)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (8 - depth)
        return self._said(abstract, level, counts)

    def _said(self, abstract: str, level: _Level, counts: list[int]) -> str:
        if level.form == "bullet" or not level.words:
            return ""
        numbers = {}
        for place in map(int, _PLACE.findall(level.words)):
            at = self.levels.get((abstract, place - 1))
            numbers[place] = written(counts[place - 1] or (at.start if at else 1), at.form if at else "decimal")
        if not numbers or not all(numbers.values()):
            return ""
        return _PLACE.sub(lambda m: numbers[int(m[1])], level.words)


def written(number: int, form: str) -> str:
    """A number as one of Word's ways of counting writes it, '' where the way is not known.

    >>> written(21, "japaneseCounting"), written(3, "decimalEnclosedCircle"), written(2, "ideographTraditional")
    ('二十一', '③', '乙')
    """
    if not 0 < number < 1000:
        return ""
    way = next((way for words, way in _WAYS if form in words), None)
    return way(number) if way is not None else ""


def _chinese(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    said = ""
    for size, letters in _ROMAN:
        while number >= size and len(said) < 20:
            said, number = said + letters, number - size
    return said


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_WAYS: Final[tuple[tuple[frozenset[str], Callable[[int], str]], ...]] = (
    (frozenset({"", "decimal", "decimalFullWidth", "decimalHalfWidth"}), str),
    (frozenset({"decimalZero"}), lambda number: f"{number:02d}"),
    (
        frozenset(
            {"chineseCounting", "chineseCountingThousand", "japaneseCounting"}
            | {"taiwaneseCounting", "taiwaneseCountingThousand"}
        ),
        _chinese,
    ),
    (frozenset({"ideographTraditional"}), lambda number: _STEMS[number - 1] if number <= 10 else ""),
    (
        frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}),
        lambda n: chr(0x245F + n) if n <= 20 else "",
    ),
    (frozenset({"lowerLetter"}), _letter),
    (frozenset({"upperLetter"}), lambda number: _letter(number).upper()),
    (frozenset({"lowerRoman"}), _roman),
    (frozenset({"upperRoman"}), lambda number: _roman(number).upper()),
)


def _of_styles(styles: Element) -> dict[str, tuple[str, int]]:
    """The list that each style puts its paragraphs in, its own or that of the style it is based on."""
    found: dict[str, tuple[str, int]] = {}
    known = {style.get(qn("w:styleId"), ""): style for style in styles.iter(qn("w:style"))}
    for name, style in known.items():
        above: Element | None = style
        for _ in range(_DEEPEST_STYLE):
            if above is None:
                break
            if (own := _numbered(above)) is not None:
                found[name] = own
                break
            above = known.get(_value(above, "w:basedOn"))
    return found


def _numbered(element: Element) -> tuple[str, int] | None:
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None or properties.find(qn("w:numId")) is None:
        return None
    return _value(properties, "w:numId"), _int(_value(properties, "w:ilvl"))


def _value(element: Element, tag: str) -> str:
    found = element.find(qn(tag))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _int(digits: str | None) -> int:
    return int(digits) if digits and digits.isdecimal() and len(digits) < 6 else 0
