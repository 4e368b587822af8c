"""走一遍 Walk: the elements of one part of a package, handed on as they are read; nothing of the part is kept.

A document type (entities), a text or a tag without end, or more elements than a sheet may have, stop the walk with the
sentence that refuses the file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from liantu.bulletin.grid import too_large
from liantu.bulletin.package import Package

__all__ = ["walk"]

_LARGEST: Final = 400 * 1024**2
_MOST_TAGS: Final = 4_000_000
_MOST_PIECES: Final = 1000  # of the text within one element; the parser hands over some 8 KB at once
_LONGEST_TAG: Final = 4 * 1024**2

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


@dataclass(slots=True)
class _Walk:
    """The element at hand: its text so far."""

    package: Package
    start: Start
    end: End | None
    text: list[str] = field(default_factory=list)
    tags: int = 0

    def opens(self, name: str, own: dict[str, str]) -> None:
        self.tags += 1
        if self.tags > _MOST_TAGS:
            raise too_large()
        self.text.clear()
        self.start(name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in own.items()})

    def closes(self, name: str) -> None:
        if self.end is not None:
            self.end(name.rpartition(":")[2], "".join(self.text))
        self.text.clear()

    def says(self, words: str) -> None:
        self.text.append(words)
        if len(self.text) > _MOST_PIECES:
            raise self.package.family.bomb()

    def declares(self, *_: object) -> None:
        raise self.package.family.broken()


def walk(package: Package, part: str, start: Start, end: End | None = None) -> None:
    """Call `start` with the name and attributes of each element, `end` with its name and the text before its end.

    Names come without their prefixes.
    """
    steps = _Walk(package, start, end)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = steps.opens, steps.closes
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = steps.says, steps.declares
    fed = 0
    try:
        for piece in package.pieces(part, _LARGEST):
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                raise package.family.bomb()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise package.family.broken() from error
