"""打开 Word the text of a .docx in reading order: paragraphs a line each, table rows a line with tabs between cells.

Headings begin with `#` signs as in a plain text. Content controls and text boxes are read where they stand; inserted
text under review counts, deleted text does not; numbers that Word itself puts before list items, headers, footers,
notes and comments are not part of the text.

Only two parts of the package are ever unpacked, each up to a limit that is enforced while it is read, and a part that
declares a document type (the door of entity attacks) is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from liantu.errors import CannotRead

__all__ = ["is_zip", "read_docx"]

_MAIN: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_LARGEST_PART: Final = 40 * 1024**2
_LARGEST_ALL: Final = 200 * 1024**2
_PIECE: Final = 64 * 1024
_MOST_ENTRIES: Final = 2000
_MOST_RATIO: Final = 200
_SKIPPED: Final = frozenset(
    [qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"), qn("w:tbl")]
)
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-6])", re.IGNORECASE)
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

Element = Any  # an lxml element; lxml has no types of its own


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does.

    >>> is_zip(b"PK\\x03\\x04..."), is_zip("公报".encode())
    (True, False)
    """
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_docx(data: bytes) -> str:
    """The text of a Word file; `CannotRead` when it is locked, broken, a bomb or not Word at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_bomb(package)
            main = _part(package, _MAIN)
            styles = _part(package, _STYLES) if _STYLES in package.namelist() else None
        body = parse_xml(main).find(qn("w:body"))
        levels = _heading_levels(parse_xml(styles)) if styles else {}
    except (zipfile.BadZipFile, zlib.error, EOFError, SyntaxError, NotImplementedError, OSError, ValueError) as error:
        raise _broken() from error
    if body is None:
        raise _broken()
    return "\n".join(_lines(body, levels)) + "\n"


def _refuse_bomb(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise CannotRead(
            "这个文件设有密码；请去掉密码后重新上传。",
            "This file is protected by a password; remove it and upload again.",
        )
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or size > _LARGEST_ALL or size > _MOST_RATIO * max(packed, 2048):
        raise _bomb()
    if _MAIN not in package.namelist():
        raise CannotRead(
            "这个压缩包不是 Word 文档；表格请复制到 .docx，其他文件请先解压再上传。",
            "This archive is no Word document; copy a sheet into a .docx, or unpack the archive and upload what it holds.",
        )


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    """A part's bytes, unpacked a little at a time: the size the directory gives may be a lie."""
    data = bytearray()
    with package.open(name) as stream:
        while piece := stream.read(_PIECE):
            data += piece
            if len(data) > _LARGEST_PART:
                raise _bomb()
    if _DECLARES.search(bytes(data).replace(b"\0", b"")):
        raise _broken()
    return bytes(data)


def _bomb() -> CannotRead:
    return CannotRead(
        "这个文件解压后异常巨大，已拒绝打开；请用 Word 重新另存为 .docx 再上传。",
        "This file unpacks to something enormous and was not opened; save it again as .docx in Word.",
    )


def _broken() -> CannotRead:
    return CannotRead(
        "这个 Word 文件已损坏，读不出正文；请用 Word 或 WPS 打开并重新另存为 .docx。",
        "This Word file is damaged; open it in Word or WPS and save it again as .docx.",
    )


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


def _lines(parent: Element, levels: dict[str, int]) -> Iterator[str]:
    """The lines of a body, a text box or a content control, in order."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield from _paragraph(child, levels)
        elif child.tag == qn("w:tbl"):
            yield from _rows(child)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")):
            yield from _lines(child, levels)


def _paragraph(paragraph: Element, levels: dict[str, int]) -> Iterator[str]:
    text = "".join(_pieces(paragraph))
    level = _level(paragraph, levels) if text.strip() else 0
    yield "#" * level + " " + text if level else text
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(above.tag in (_FALLBACK, qn("w:txbxContent"), qn("w:del")) for above in box.iterancestors()):
            yield from _lines(box, levels)


def _level(paragraph: Element, levels: dict[str, int]) -> int:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return levels.get(style.get(qn("w:val"), ""), 0) if style is not None else 0


def _pieces(element: Element) -> Iterator[str]:
    """The characters that are seen in a paragraph, leaving what stands in text boxes to its own turn."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK:
            yield from _pieces(child)


def _rows(table: Element) -> Iterator[str]:
    for row in table.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl"))) is table:
            cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
            yield "\t".join(_cell(cell) + "\t" * (_width(cell) - 1) for cell in cells)


def _width(cell: Element) -> int:
    """How many columns a merged cell takes, so that the cells after it keep their column."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    told = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(max(int(told), 1), 63) if told.isascii() and told.isdigit() else 1


def _cell(cell: Element) -> str:
    paragraphs = ("".join(_pieces(paragraph)).strip() for paragraph in cell.iter(qn("w:p")))
    return " ".join(text.replace("\n", " ").replace("\t", " ") for text in paragraphs if text)
