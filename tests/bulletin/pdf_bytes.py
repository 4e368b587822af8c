"""PDFs written by hand, object by object, as no honest program writes them."""

import zlib

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """The objects numbered from 1, the first one the catalog, with a true table of where they stand."""
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(data))
    return data + head + table + end


def stream(data: bytes, *, packed: bool = False) -> bytes:
    kept = zlib.compress(data, 9) if packed else data
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(kept), b"/Filter/FlateDecode" if packed else b"", kept)


def one_page(content: bytes, *, box: bytes = b"0 0 595 842", packed: bool = False, more: bytes = b"") -> bytes:
    """A page with a content stream and Helvetica as /F1; `more` stands in the catalog."""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % more,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>" % box,
            FONT,
            stream(content, packed=packed),
        ]
    )


def said(words: str, at: tuple[int, int] = (72, 700), *, how: str = "") -> bytes:
    """The content that prints some words; `how` are operators before them, such as a colour."""
    return f"BT /F1 12 Tf {how} {at[0]} {at[1]} Td ({words}) Tj ET\n".encode()


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *[page] * count]
    )


def deep_tree(depth: int) -> bytes:
    """A page below as many tables of contents as there are levels."""
    levels = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 2 + depth)]
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", *levels, b"<</Type/Page/MediaBox[0 0 595 842]>>"])


def locked() -> bytes:
    """Encrypted with a password nobody knows."""
    lock = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (b"5a" * 32, b"a5" * 32)
    page = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    page.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    return pdf([*page, lock], b"/Encrypt 4 0 R/ID[<%s><%s>]" % (b"11" * 16, b"11" * 16))
