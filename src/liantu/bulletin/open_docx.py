"""打开 Word the text of a .docx in reading order: paragraphs a line each, table rows a line with tabs between cells.

Headings begin with `#` signs as in a plain text. Content controls and text boxes are read where they stand; inserted
and moved text counts as accepted, deleted and hidden text does not; the numbers that Word puts before list items are
written out. Footnotes and endnotes follow the body. Headers and footers come last and are set aside, for they tell
nothing. Comments are left out; macros are never looked at, so a .docm is read like any other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from liantu.bulletin.numbering import Numbering
from liantu.bulletin.opened import Opened
from liantu.bulletin.package import Family, Package, unpack
from liantu.bulletin.quote import Quote

__all__ = ["open_docx"]

_MAIN: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_NOTES: Final = (("word/footnotes.xml", "w:footnote", "脚注"), ("word/endnotes.xml", "w:endnote", "尾注"))
_MARGIN: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_FAMILY: Final = Family(" Word ", "Word", "Word", ".docx")
_LARGEST: Final = 200 * 1024**2
_SKIPPED: Final = frozenset(
    [qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"), qn("w:tbl")]
)
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HOLDERS: Final = frozenset(
    [qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag")]
)
_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-6])", re.IGNORECASE)
_FAR: Final = 63

Element = Any  # an lxml element; lxml has no types of its own


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a document is set: the heading level of each paragraph style, and the numbers of its lists."""

    levels: dict[str, int]
    numbering: Numbering


def open_docx(data: bytes) -> Opened:
    """The text of a Word file; `CannotRead` when it is locked, broken or a bomb."""
    with unpack(data, _FAMILY, _LARGEST) as package:
        body = parse_xml(package.part(_MAIN)).find(qn("w:body"))
        if body is None:
            raise _FAMILY.broken()
        styles, numbering = _tree(package, _STYLES), _tree(package, _NUMBERING)
        manner = _Manner(_heading_levels(styles) if styles is not None else {}, Numbering.of(numbering, styles))
        text = "\n".join(_lines(body, manner)) + "\n"
        notes = list(_notes(package, manner))
        margins = list(_margins(package, manner))
    return _set_aside(text, notes, margins)


def _tree(package: Package, name: str) -> Element | None:
    return parse_xml(package.part(name)) if name in package.names else None


def _set_aside(text: str, notes: list[tuple[str, str]], margins: list[str]) -> Opened:
    """Body, notes and margins in one text; the margins and the marks of the notes are no part of what is told."""
    aside = []
    for mark, words in notes:
        aside.append(Quote(len(text), len(text) + len(mark)))
        text += f"{mark}{words}\n"
    for line in margins:
        aside.append(Quote(len(text), len(text) + len(line)))
        text += f"{line}\n"
    return Opened(text, aside=tuple(aside))


def _notes(package: Package, manner: _Manner) -> Iterator[tuple[str, str]]:
    """Each footnote and endnote with its mark; the lines that only separate them carry a type."""
    for part, tag, word in _NOTES:
        root = _tree(package, part)
        notes = [] if root is None else [n for n in root.iter(qn(tag)) if n.get(qn("w:type")) in (None, "normal")]
        for at, note in enumerate(notes, 1):
            words = " ".join(line.strip() for line in _lines(note, manner) if line.strip())
            if words:
                yield f"［{word}{at}］", words


def _margins(package: Package, manner: _Manner) -> Iterator[str]:
    """The lines of headers and footers, each once."""
    seen = set()
    for part in sorted(name for name in package.names if _MARGIN.fullmatch(name)):
        for line in "\n".join(_lines(_tree(package, part), manner)).split("\n"):
            if line.strip() and line not in seen:
                seen.add(line)
                yield line


def _heading_levels(styles: Element) -> dict[str, int]:
    """How deep a heading each paragraph style makes, by its id."""
    levels: dict[str, int] = {}
    for style in styles.iter(qn("w:style")):
        name, outline = style.find(qn("w:name")), style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        said = name.get(qn("w:val"), "") if name is not None else ""
        named = _HEADING.match(said)
        if named:
            levels[style.get(qn("w:styleId"), "")] = int(named[1])
        elif said.lower() in ("title", "标题"):
            levels[style.get(qn("w:styleId"), "")] = 1
        elif outline is not None and outline.get(qn("w:val"), "").isdigit() and int(outline.get(qn("w:val"))) < 6:
            levels[style.get(qn("w:styleId"), "")] = int(outline.get(qn("w:val"))) + 1
    return levels


def _lines(parent: Element, manner: _Manner) -> Iterator[str]:
    """The lines of a body, a text box or a content control, in order."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield from _paragraph(child, manner)
        elif child.tag == qn("w:tbl"):
            yield from _rows(child, manner)
        elif child.tag in _HOLDERS:
            yield from _lines(child, manner)


def _paragraph(paragraph: Element, manner: _Manner) -> Iterator[str]:
    text = "".join(_pieces(paragraph))
    style = _style(paragraph)
    level = manner.levels.get(style, 0) if text.strip() else 0
    text = _numbered(paragraph, text, manner) if text.strip() else text
    yield "#" * level + " " + text if level else text
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(above.tag in (_FALLBACK, qn("w:txbxContent"), qn("w:del")) for above in box.iterancestors()):
            yield from _lines(box, manner)


def _numbered(paragraph: Element, text: str, manner: _Manner) -> str:
    """The paragraph behind its number; a blank keeps 1. from joining a figure that follows it."""
    label = manner.numbering.label(paragraph, _style(paragraph))
    return f"{label}{' ' if label[-1].isascii() else ''}{text}" if label else text


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style.get(qn("w:val"), "") if style is not None else ""


def _pieces(element: Element) -> Iterator[str]:
    """The characters that are seen in a paragraph, leaving what stands in text boxes to its own turn."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") if run.tag == qn("w:r") else None
    return hidden is not None and hidden.get(qn("w:val"), "1") not in ("0", "false")


def _rows(table: Element, manner: _Manner) -> Iterator[str]:
    for row in table.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl"))) is table and row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
            written = "\t".join(_cell(cell, manner) + "\t" * (_width(cell) - 1) for cell in cells)
            yield "\t" * _skipped(row, "w:gridBefore") + written + "\t" * _skipped(row, "w:gridAfter")


def _skipped(row: Element, tag: str) -> int:
    """How many columns a row leaves out at its beginning or end."""
    return _count(row.find(f"{qn('w:trPr')}/{qn(tag)}"), 0)


def _width(cell: Element) -> int:
    """How many columns a merged cell takes, so that the cells after it keep their column."""
    return max(_count(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1), 1)


def _count(element: Element | None, otherwise: int) -> int:
    told = element.get(qn("w:val"), "") if element is not None else ""
    return min(int(told), _FAR) if told.isascii() and told.isdigit() else otherwise


def _cell(cell: Element, manner: _Manner) -> str:
    paragraphs = (
        _numbered(paragraph, "".join(_pieces(paragraph)).strip(), manner) for paragraph in cell.iter(qn("w:p"))
    )
    return " ".join(text.replace("\n", " ").replace("\t", " ").strip() for text in paragraphs if text)
