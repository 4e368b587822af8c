"""Real files made byte by byte: Word packages good and bad."""

import io
import zipfile

from docx import Document as Word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def word(*paragraphs: str) -> bytes:
    """A Word file as Word itself would save it."""
    made = Word()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return saved(made)


def saved(made) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def package(**parts: bytes) -> bytes:
    """A zip with these parts; `body` becomes word/document.xml."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr("word/document.xml" if name == "body" else name, content)
    return stream.getvalue()


def body(inner: str, before: str = "") -> bytes:
    """A main part holding `inner`."""
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{inner}</w:body></w:document>'.encode()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ole(*names: str) -> bytes:
    """The head of an old compound file whose directory names these streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(n.encode("utf-16-le") + bytes(64) for n in names)
