"""批注稿: the draft as a Word file with a comment at every figure to look at; its text is the draft's, unchanged.

A .docx keeps its own formatting: runs are split where a comment begins or ends, nothing else moves. Any other draft
becomes a plain Word copy, a paragraph a line. The first comment sums up; what stands where Word takes no comments
(footnotes, headers) is told there.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.text.run import Run

from liantu.bulletin.check import Checked
from liantu.bulletin.check.finding import Finding
from liantu.bulletin.check.wire import summary
from liantu.bulletin.quote import Quote

__all__ = ["AUTHOR", "marked"]

AUTHOR: Final = "链图"
_TEXT: Final = qn("w:t")
_RUN: Final = qn("w:r")
_PARAGRAPH: Final = qn("w:p")
_SIGNS: Final = frozenset([qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")])
_GONE: Final = frozenset(
    [qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FLAT: Final = str.maketrans({"\t": " ", "\n": " ", "\r": " "})
_WORD: Final = "wordprocessingml"
_UNWRITABLE: Final = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = Any  # an lxml element; lxml has no types of its own


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the Word file and where its characters begin in the draft's text."""

    paragraph: Element
    start: int
    length: int

    def holds(self, span: Quote) -> bool:
        return self.start <= span.start and span.end <= self.start + self.length


def marked(checked: Checked, original: bytes | None = None, language: str = "zh") -> bytes:
    """The Word file; `original` is the draft as received, needed where it is a .docx.

    >>> from liantu.bulletin.check import check
    >>> from liantu.bulletin.document import Document
    >>> draft = Document.from_text("进出口总额100亿元，其中出口70亿元、进口40亿元。\\n")
    >>> copy = Document.open(marked(check(draft)), "copy.docx")
    >>> copy.text == draft.text
    True
    """
    english = language.lower().startswith("en")
    own = original if original is not None and _WORD in checked.document.media_type else None
    word = _own(own) if own is not None else None
    word = word or _plain(checked.document.text)
    lines = list(_lines(word, checked.document.text))
    told = [
        found
        for found in checked.findings
        if found.says_wrong or (found.known is not None and found.severity == "note")
    ]
    for found in told:
        _runs(found.spans[0], lines)  # every cut is made before a run is held: a later one may split it again
    placed = [(found, _runs(found.spans[0], lines)) for found in told]
    _sum_up(word, lines, checked, [found for found, runs in placed if not runs], english=english)
    for found, runs in placed:
        if runs:
            word.add_comment([Run(run, word) for run in runs], _words(found, english), AUTHOR, AUTHOR)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _own(data: bytes) -> Word | None:
    """The draft's own Word file; None for one with macros or a template, which gets a plain copy."""
    try:
        return docx.Document(BytesIO(data))
    except ValueError:
        return None


def _plain(text: str) -> Word:
    """A Word file with the lines of a text; characters that XML cannot hold become blanks."""
    word = docx.Document()
    for line in text.removesuffix("\n").split("\n"):
        word.add_paragraph(_UNWRITABLE.sub(" ", line.removesuffix("\r")))
    return word


def _words(found: Finding, english: bool) -> str:
    """A comment: how grave, what kind, the sentence, what would fit, and where it is known from."""
    text = f"{found.severity.words[english]} · {found.kind.words[english]}\n{found.en if english else found.zh}"
    if found.known is not None and found.known.label:
        text += f"\n{'Source' if english else '来源'}：{found.known.label}"
        text += f"（{found.known.as_of}）" if found.known.as_of else ""
    return text


def _sum_up(word: Word, lines: list[_Line], checked: Checked, homeless: list[Finding], *, english: bool) -> None:
    """The comment at the start of the draft, with what could not be put at its own place."""
    first = next((run for line in lines for run in line.paragraph.iter(_RUN) if _own_text(run)), None)
    if first is None:
        return
    text = summary(checked, english)
    against = "、".join(checked.against)
    if against:
        text += f"\n{'Held against' if english else '比对对象'}：{against}"
    for found in homeless:
        text += f"\n{found.spans[0].of(checked.document.text)}：{found.en if english else found.zh}"
    word.add_comment(Run(first, word), text, AUTHOR, AUTHOR)


def _lines(word: Word, text: str) -> Iterator[_Line]:
    """The paragraphs found in the draft's text, in their order; one that is not found again takes no comments."""
    flat, at = _flat(text), 0
    for paragraph in word.element.body.iter(_PARAGRAPH):
        if any(above.tag in _GONE for above in paragraph.iterancestors()):
            continue
        words = _flat("".join(one for _, one in _characters(paragraph)))
        bare = words.strip()
        found = flat.find(bare, at) if bare else -1
        if found >= 0:
            lead = len(words) - len(words.lstrip())
            yield _Line(paragraph, found - lead, len(words))
            at = found + len(bare)


def _flat(text: str) -> str:
    """A text with blanks for all that one of the two files may hold otherwise."""
    return _UNWRITABLE.sub(" ", text.translate(_FLAT))


def _characters(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The characters a reader sees in a paragraph, each with its element; those of text boxes belong to others."""
    for element in paragraph.iter(_TEXT, *_SIGNS):
        above = list(element.iterancestors())
        owner = next(one for one in above if one.tag == _PARAGRAPH)
        if owner is not paragraph or any(one.tag in _GONE for one in above) or _is_hidden(element.getparent()):
            continue
        if element.getparent().tag == _RUN:
            yield from ((element, c) for c in (element.text or "" if element.tag == _TEXT else " "))


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val"), "1") not in ("0", "false")


def _runs(span: Quote, lines: list[_Line]) -> list[Element]:
    """The first and last run that hold exactly the characters of a span, split off where they must be."""
    line = next((line for line in lines if line.holds(span)), None)
    if line is None:
        return []
    start, end = span.start - line.start, span.end - line.start
    for at in (end, start):
        _cut(line.paragraph, at)
    held = [element.getparent() for element, _ in list(_characters(line.paragraph))[start:end]]
    return [held[0], held[-1]] if held else []


def _cut(paragraph: Element, at: int) -> None:
    """Let a run begin at the character `at` of a paragraph."""
    characters = list(_characters(paragraph))
    if not 0 < at < len(characters):
        return
    element = characters[at][0]
    run = element.getparent()
    inner = sum(1 for one, _ in characters[:at] if one is element)
    content = [child for child in run if child.tag != qn("w:rPr")]
    if not inner and content[0] is element:
        return
    after = deepcopy(run)
    for child in [child for child in after if child.tag != qn("w:rPr")]:
        after.remove(child)
    moved = content[content.index(element) + (1 if inner else 0) :]
    if inner:
        rest = deepcopy(element)
        element.text, rest.text = (element.text or "")[:inner], (element.text or "")[inner:]
        for one in (element, rest):
            one.set(_SPACE, "preserve")
        after.append(rest)
    for child in moved:
        after.append(child)
    run.addnext(after)


def _own_text(run: Element) -> bool:
    return any(child.tag == _TEXT and (child.text or "").strip() for child in run)
