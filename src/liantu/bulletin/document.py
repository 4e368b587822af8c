"""公报 Document: a file's text as stored, and where each line of it stands.

    >>> document = Document.from_text("# 快报\\n今年1-10月，营收92.2亿元。", published=date(2023, 12, 22))
    >>> document.title, document.quote(15, 21).of(document.text)
    ('快报', '92.2亿元')

The text of a plain file is its characters exactly as stored: line ends are not translated (a Windows file keeps its
\\r\\n) and a UTF-8 byte-order mark stays as the first character, so offsets are those of the file opened as UTF-8
with `newline=""`. The text of a Word file is cut out of its paragraphs and tables once, in their order, and kept.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Self

from liantu.bulletin.anchor import Anchor
from liantu.bulletin.kind import open_as
from liantu.bulletin.opened import Opened, blanked
from liantu.bulletin.quote import Quote
from liantu.errors import CannotRead

__all__ = ["LARGEST", "LONGEST", "Document"]

LARGEST: Final = 20 * 1024 * 1024
LONGEST: Final = 1_000_000
_LONGEST_TITLE: Final = 80


@dataclass(frozen=True, slots=True)
class Document:
    """A bulletin as received; `id` is the SHA-256 of its original bytes, all offsets count characters of `text`.

    `anchors` say where stretches of the text stand in the original (page and box, or sheet and cell), in order;
    `aside` are stretches that are no part of what is told: page numbers, running heads.
    `unsure` are stretches a scan shows too badly to be certain of. All three are empty for plain text.
    """

    id: str
    title: str
    text: str
    published: date | None = None
    media_type: str = "text/plain"
    name: str = ""
    anchors: tuple[Anchor, ...] = ()
    aside: tuple[Quote, ...] = ()
    unsure: tuple[Quote, ...] = ()

    @classmethod
    def open(cls, source: Path | str | bytes, name: str = "", *, published: date | None = None) -> Self:
        """The document in a file (a path) or in bytes received; what cannot be read is refused in one sentence.

        >>> Document.open(b"", "a.txt")
        Traceback (most recent call last):
        ...
        liantu.errors.CannotRead: 这个文件是空的，请检查后重新上传。
        """
        if not isinstance(source, bytes):
            path = Path(source)
            name = name or path.name
            source = _bytes_of(path)
        _refuse_size(len(source))
        media_type, opened = open_as(source, name)
        text = opened.text
        if not text.strip().strip("\ufeff"):
            raise CannotRead("这个文件是空的，请检查后重新上传。", "This file is empty; check it and upload it again.")
        _refuse_length(len(text))
        return cls.kept(hashlib.sha256(source).hexdigest(), opened, media_type, name, published=published)

    @classmethod
    def kept(cls, key: str, opened: Opened, media_type: str, name: str, *, published: date | None = None) -> Self:
        """The document `key` as it was opened once; a title never stands aside."""
        title = _title(blanked(opened.text, opened.aside)) or name
        day = published or opened.published
        return cls(key, title, opened.text, day, media_type, name, opened.anchors, opened.aside, opened.unsure)

    @classmethod
    def from_text(cls, text: str, *, published: date | None = None, name: str = "") -> Self:
        """A document made of `text` alone; its id is that of the same text stored as UTF-8."""
        return cls(hashlib.sha256(text.encode()).hexdigest(), _title(text) or name, text, published, "text/plain", name)

    def quote(self, start: int, end: int) -> Quote:
        """The slice `start`:`end`; one that is empty or reaches beyond the text is refused.

        >>> Document.from_text("营收").quote(0, 3)
        Traceback (most recent call last):
        ...
        ValueError: no quote 0:3 in a text of 2 characters
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no quote {start}:{end} in a text of {len(self.text)} characters")
        return Quote(start, end)

    def lines(self) -> Iterator[Quote]:
        """Every line that holds anything, without its line end.

        >>> [line.of("一\\r\\n\\n二") for line in Document.from_text("一\\r\\n\\n二").lines()]
        ['一', '二']
        """
        start = 0
        for line in self.text.split("\n"):
            end = start + len(line) - line.endswith("\r")
            if end > start:
                yield Quote(start, end)
            start += len(line) + 1


def _bytes_of(path: Path) -> bytes:
    """A file's bytes, its size asked before it is read."""
    try:
        _refuse_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(
            f"打不开文件 {path.name}：请检查路径和读取权限。",
            f"Cannot open {path.name}: check the path and the rights to it.",
        ) from error


def _refuse_size(size: int) -> None:
    if size > LARGEST:
        limit = LARGEST // 1024**2
        raise CannotRead(
            f"文件有 {size / 1024**2:.0f} MB，超过 {limit} MB 的上限；请拆分，或删去图片后重新保存。",
            f"The file has {size / 1024**2:.0f} MB, more than the {limit} MB allowed; split it or drop its pictures.",
        )


def _refuse_length(characters: int) -> None:
    """A bulletin has some thousand characters; a book would keep everybody waiting."""
    if characters > LONGEST:
        raise CannotRead(
            f"文件有 {characters // 10_000} 万字，超过 {LONGEST // 10_000} 万字的上限；请拆成几份再上传。",
            f"The file has {characters:,} characters, more than the {LONGEST:,} allowed; split it.",
        )


def _title(text: str) -> str:
    """The first heading (a line that begins with #), else the first line that holds anything."""
    lines = [line.strip("\ufeff\u3000 \t\r") for line in text.split("\n")]
    filled = [line for line in lines if line]
    headings = (line.lstrip("# ") for line in filled if line.startswith("# "))
    return next(headings, filled[0].lstrip("# ") if filled else "")[:_LONGEST_TITLE]
