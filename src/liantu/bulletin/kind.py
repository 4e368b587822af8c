"""文件类型 Kind: what a file is by its content, never by its name alone, and who opens it or with which words it is refused.

    >>> media_type, opened = open_as("今年营收5亿元。".encode(), "a.txt")
    >>> media_type, opened.text
    ('text/plain', '今年营收5亿元。')
    >>> open_as(b"GIF89a", "a.txt")
    Traceback (most recent call last):
    ...
    liantu.errors.CannotRead: 这是动图，不能读；请另存为 .docx、.pdf 或 .txt 再上传。

The table is asked from its top; the first kind that knows the file takes it. Plain text comes last, for anything may
be text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from liantu.bulletin.open_csv import is_csv, open_csv
from liantu.bulletin.open_docx import open_docx
from liantu.bulletin.open_html import is_html, open_html
from liantu.bulletin.open_page import is_pdf, read_pdf, read_picture
from liantu.bulletin.open_text import read_text
from liantu.bulletin.open_xlsx import open_xlsx
from liantu.bulletin.opened import Opened
from liantu.bulletin.package import Family, is_zip, names, unpack
from liantu.errors import CannotRead

__all__ = ["KINDS", "Kind", "open_as"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<\?xml", re.IGNORECASE)
_MAIL: Final = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}: ?[^\r\n]")
_DOCUMENT: Final = Family("文档", "document", "Word", ".docx")

Opener = Callable[[bytes], Opened]
Fits = Callable[[bytes, str], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: `fits` tells it by its bytes (and name), `open` reads it or raises the sentence that refuses it."""

    media_type: str
    fits: Fits
    open: Opener


def open_as(data: bytes, name: str) -> tuple[str, Opened]:
    """The media type of a file and what it holds; `CannotRead` says what to do with one that cannot be read."""
    for kind in KINDS:
        if kind.fits(data, name):
            return kind.media_type, kind.open(data)
    return "text/plain", Opened(read_text(data))


def _begins(*marks: bytes) -> Fits:
    return lambda data, name: data.startswith(marks)


def _refused(zh: str, en: str) -> Opener:
    def refuse(data: bytes) -> NoReturn:
        raise CannotRead(zh, en)

    return refuse


def _no_document(zh: str, en: str) -> Opener:
    return _refused(
        f"这是{zh}，不能读；请另存为 .docx、.pdf 或 .txt 再上传。",
        f"This is {en}, which is not read; save it as .docx, .pdf or .txt.",
    )


def _holds(part: str) -> Fits:
    return lambda data, name: is_zip(data) and part in names(data)


def _ole(data: bytes) -> NoReturn:
    """The old container holds either a locked .docx or .xlsx or one of the old formats."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise CannotRead(
            "这个文件设有打开密码；请去掉密码后重新上传。",
            "This file is protected by a password; remove it and upload again.",
        )
    if any(stream.encode("utf-16-le") + b"\0\0" in data for stream in ("Workbook", "Book")):
        raise CannotRead(
            "这是旧格式表格（.xls 或 .et）；请用 Excel 或 WPS 另存为 .xlsx 再上传。",
            "This is an old workbook (.xls or .et); save it as .xlsx in Excel or WPS and upload that.",
        )
    raise CannotRead(
        "这是旧格式文件（.doc、.wps 或 .ppt）；请用 Word 或 WPS 另存为 .docx 再上传。",
        "This is an old format (.doc, .wps or .ppt); save it as .docx in Word or WPS and upload that.",
    )


def _archive(data: bytes) -> NoReturn:
    """An archive that holds no document, or one whose directory cannot be read."""
    with unpack(data, _DOCUMENT, len(data) * 1000):
        raise CannotRead(
            "这个压缩包不是 Word 文档，也不是表格；请先解压，再上传里面的文件。",
            "This archive is no Word document and no workbook; unpack it and upload what it holds.",
        )


def _is_mail(data: bytes) -> bool:
    head = data[:4096].lower()
    return bool(_MAIL.match(head)) and b"mime-version:" in head and (b"\nfrom:" in head or b"\ncontent-type:" in head)


def _is_named_word(data: bytes, name: str) -> bool:
    return Path(name).suffix.lower() in (".docx", ".docm") and bool(data.strip())


KINDS: Final = (
    Kind("", _begins(_OLE), _ole),
    Kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _holds("word/document.xml"),
        open_docx,
    ),
    Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _holds("xl/workbook.xml"), open_xlsx),
    Kind(
        "",
        _holds("xl/workbook.bin"),
        _refused(
            "这是二进制表格（.xlsb），不能读；请另存为 .xlsx 再上传。",
            "This is a binary workbook (.xlsb), which is not read; save it as .xlsx.",
        ),
    ),
    Kind("", _holds("ppt/presentation.xml"), _no_document("演示文稿（.pptx）", "a .pptx presentation")),
    Kind("", _holds("OFD.xml"), _no_document("版式文件（.ofd）", "an .ofd file")),
    Kind(
        "", _holds("content.xml"), _no_document(" OpenDocument 文件（.odt、.ods）", "an OpenDocument file (.odt, .ods)")
    ),
    Kind("", lambda data, name: is_zip(data), _archive),
    Kind("application/pdf", lambda data, name: is_pdf(data), read_pdf),
    Kind("", _begins(b"{\\rtf"), _no_document(" RTF 文件", "an RTF file")),
    Kind("image/png", _begins(b"\x89PNG"), read_picture),
    Kind("image/jpeg", _begins(b"\xff\xd8\xff"), read_picture),
    Kind("image/tiff", _begins(b"II*\0", b"MM\0*"), read_picture),
    Kind("image/bmp", lambda data, name: data.startswith(b"BM") and data[6:10] == bytes(4), read_picture),
    Kind("", _begins(b"GIF8"), _no_document("动图", "a moving picture")),
    Kind("", _begins(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), _no_document("压缩包", "an archive")),
    Kind("", _begins(b"\x7fELF", b"MZ"), _no_document("程序", "a program")),
    Kind(
        "",
        _is_named_word,
        _refused(
            "这个文件名为 .docx，但内容不是 Word 文档；请用 Word 或 WPS 重新另存为 .docx。",
            "This file is named .docx but is no Word document; save it again as .docx in Word or WPS.",
        ),
    ),
    Kind(
        "",
        lambda data, name: _is_mail(data),
        _no_document("邮件（.eml）或网页存档", "a mail (.eml) or an archived web page"),
    ),
    Kind("text/csv", is_csv, open_csv),
    Kind("text/html", lambda data, name: is_html(data), open_html),
    Kind("", lambda data, name: _XML.match(data) is not None, _no_document(" XML 文件", "an XML file")),
)
