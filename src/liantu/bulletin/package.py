"""压缩包 Package: the parts of a .docx or .xlsx, each unpacked up to a limit that is enforced while it is read.

    >>> held = io.BytesIO()
    >>> with zipfile.ZipFile(held, "w") as made:
    ...     made.writestr("a.xml", "<a/>")
    >>> is_zip(held.getvalue()), names(held.getvalue())
    (True, ('a.xml',))
    >>> with unpack(held.getvalue(), Family("表格", "spreadsheet", "Excel", ".xlsx"), 1000) as package:
    ...     package.part("a.xml")
    b'<a/>'

The sizes a directory gives may be lies: they are only believed where they speak against the file. A part that declares
a document type (the door of entity attacks) is refused. Nothing is written to a disk, so `../x` leads nowhere.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, NamedTuple

from liantu.errors import CannotRead

__all__ = ["Family", "Package", "is_zip", "names", "unpack"]

_PIECE: Final = 64 * 1024
_MOST_ENTRIES: Final = 2000
_LONGEST_ENTRY: Final = 1024
_MOST_RATIO: Final = 200
_LARGEST_PART: Final = 40 * 1024**2
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_END: Final = b"PK\x05\x06"
_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    SyntaxError,
    NotImplementedError,
    OSError,
    ValueError,
    KeyError,
    struct.error,
)


class Family(NamedTuple):
    """The words for a kind of file: what it is (zh, en), the program that saves it, and its suffix."""

    zh: str
    en: str
    program: str
    suffix: str

    def broken(self) -> CannotRead:
        return CannotRead(
            f"这个 {self.zh}文件已损坏，读不出内容；请用 {self.program} 或 WPS 打开并重新另存为 {self.suffix}。",
            f"This {self.en} file is damaged; open it in {self.program} or WPS and save it again as {self.suffix}.",
        )

    def bomb(self) -> CannotRead:
        return CannotRead(
            f"这个文件解压后异常巨大，已拒绝打开；请用 {self.program} 重新另存为 {self.suffix} 再上传。",
            f"This file unpacks to something enormous and was not opened; save it again as {self.suffix} in {self.program}.",
        )


@dataclass(frozen=True, slots=True)
class Package:
    """An open archive of a family of files."""

    archive: zipfile.ZipFile
    family: Family

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.archive.namelist())

    def part(self, name: str) -> bytes:
        """A part's bytes, whole."""
        data = b"".join(self.pieces(name, _LARGEST_PART))
        if _DECLARES.search(data.replace(b"\0", b"")):
            raise self.family.broken()
        return data

    def pieces(self, name: str, largest: int) -> Iterator[bytes]:
        """A part's bytes a little at a time, up to `largest` of them."""
        size = 0
        with self.archive.open(name) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > largest:
                    raise self.family.bomb()
                yield piece


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does.

    >>> is_zip(b"PK\\x03\\x04..."), is_zip("公报".encode())
    (True, False)
    """
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def names(data: bytes) -> tuple[str, ...]:
    """The parts of an archive; none of one that is broken or whose directory is too long to be a document's."""
    if _directory_size(data) > _MOST_ENTRIES * _LONGEST_ENTRY:
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except _FAULTS:
        return ()


@contextmanager
def unpack(data: bytes, family: Family, largest: int) -> Iterator[Package]:
    """The package in `data`; `CannotRead` when it is locked, broken, or claims more than `largest` bytes."""
    if _directory_size(data) > _MOST_ENTRIES * _LONGEST_ENTRY:
        raise family.bomb()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive, family, largest)
            yield Package(archive, family)
    except _FAULTS as error:
        raise family.broken() from error


def _directory_size(data: bytes) -> int:
    """How long an archive says its directory is; the standard library would read it whole before anybody can look."""
    end = data.rfind(_END)
    return int(struct.unpack_from("<I", data, end + 12)[0]) if 0 <= end <= len(data) - 16 else 0


def _refuse_bomb(archive: zipfile.ZipFile, family: Family, largest: int) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise CannotRead(
            "这个文件设有密码；请去掉密码后重新上传。",
            "This file is protected by a password; remove it and upload again.",
        )
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or size > largest or size > _MOST_RATIO * max(packed, 2048):
        raise family.bomb()
