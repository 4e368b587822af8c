"""工作簿 Workbook: the sheets of an .xlsx file as filled cells, its text and numbers as they are seen.

The parts are read as a stream and only what the grid needs is kept, so a sheet that claims a million rows costs no more
than the cells it is allowed. Formulas are never run: the value the program stored beside them is read. Rows, columns and
sheets that are hidden are left out and said to be.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Final

from liantu.bulletin.grid import MOST_CELLS, Grid, too_large
from liantu.bulletin.package import Package
from liantu.bulletin.shown import BUILT_IN, shown
from liantu.bulletin.walk import walk

__all__ = ["sheets"]

_WORKBOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_STYLES: Final = "xl/styles.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_MOST_LETTERS: Final = 8_000_000
_MOST_ROWS: Final = 1_100_000
_MOST_FORMATS: Final = 65_000
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class _Book:
    """What the sheets of a workbook share."""

    strings: list[str]
    formats: list[str]
    since_1904: bool


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is read: `at` is the cell at hand."""

    book: _Book
    room: int
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    is_hidden: bool = False
    kind: str = "n"
    style: str = ""
    value: str | None = None
    words: list[str] = field(default_factory=list)
    has_formula: bool = False
    phonetic: bool = False
    seen: int = 0
    hidden_rows: int = 0
    hidden_cells: int = 0
    uncounted: int = 0

    def start(self, tag: str, own: Mapping[str, str]) -> None:
        if tag == "c":
            _enter_cell(self, own)
        elif tag == "row":
            _enter_row(self, own)
        elif tag == "f":
            self.has_formula = True
        elif tag == "rPh":
            self.phonetic = True
        elif tag == "col" and own.get("hidden") in ("1", "true"):
            self.hidden_columns.append((_number(own.get("min")), _number(own.get("max"))))

    def end(self, tag: str, text: str) -> None:
        if tag == "v":
            self.value = text
        elif tag == "t" and not self.phonetic:
            self.words.append(text)
        elif tag == "rPh":
            self.phonetic = False
        elif tag == "c":
            _leave_cell(self)


def sheets(package: Package) -> Iterator[Grid]:
    """The sheets of a workbook in their order; a hidden one is only named."""
    found, since_1904 = _listed(package)
    strings = _strings(package) if _STRINGS in package.names else []
    book = _Book(strings, _formats(package) if _STYLES in package.names else [], since_1904)
    room = MOST_CELLS
    for name, part, hidden in found:
        if part not in package.names or not re.search(r"worksheets?/", part):
            continue
        if hidden:
            yield Grid("", {}, (f"工作表「{name}」是隐藏的，没有读",))
            continue
        sheet = _read(package, part, book, room)
        room -= sheet.seen
        yield Grid(name, sheet.rows, tuple(_notes(sheet)))


def _notes(sheet: _Sheet) -> Iterator[str]:
    if sheet.hidden_rows:
        yield f"有 {sheet.hidden_rows} 行是隐藏的，没有读"
    if sheet.hidden_cells:
        yield f"隐藏的列里有 {sheet.hidden_cells} 格，没有读"
    if sheet.uncounted:
        yield f"有 {sheet.uncounted} 个公式没有存下结果，没有读；请在表格软件里打开、保存一次"


def _listed(package: Package) -> tuple[list[tuple[str, str, bool]], bool]:
    """Name, part and hiddenness of each sheet, and whether days are counted from 1904."""
    targets: dict[str, str] = {}
    found: list[tuple[str, str, bool]] = []
    epoch: list[bool] = []

    def link(tag: str, own: Mapping[str, str]) -> None:
        if tag == "Relationship":
            target = own.get("Target", "")
            targets[own.get("Id", "")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))

    def sheet(tag: str, own: Mapping[str, str]) -> None:
        if tag == "sheet":
            found.append(
                (
                    own.get("name", ""),
                    targets.get(own.get("id", ""), ""),
                    own.get("state", "") != "" and own.get("state") != "visible",
                )
            )
        elif tag == "workbookPr":
            epoch.append(own.get("date1904", "0") in ("1", "true"))

    walk(package, _LINKS, link)
    walk(package, _WORKBOOK, sheet)
    return found, any(epoch)


def _formats(package: Package) -> list[str]:
    """The number format of each cell style, in their order."""
    own_codes: dict[str, str] = {}
    found: list[str] = []
    inside: list[str] = []

    def start(tag: str, own: Mapping[str, str]) -> None:
        if tag == "numFmt":
            own_codes[own.get("numFmtId", "")] = own.get("formatCode", "")
        elif tag == "cellXfs":
            inside.append(tag)
        elif tag == "xf" and inside and len(found) < _MOST_FORMATS:
            number = own.get("numFmtId", "0")
            found.append(own_codes.get(number) or BUILT_IN.get(int(number) if number.isdecimal() else 0, "General"))

    def end(tag: str, text: str) -> None:
        if tag == "cellXfs":
            inside.clear()

    walk(package, _STYLES, start, end)
    return found


def _strings(package: Package) -> list[str]:
    """The table of texts that cells point into, without the readings printed above characters."""
    found: list[str] = []
    pieces: list[str] = []
    above: list[str] = []
    letters = 0

    def start(tag: str, own: Mapping[str, str]) -> None:
        if tag == "rPh":
            above.append(tag)

    def end(tag: str, text: str) -> None:
        nonlocal letters
        if tag == "t" and not above:
            pieces.append(text)
        elif tag == "rPh":
            above.clear()
        elif tag == "si":
            found.append(_unescaped("".join(pieces)))
            letters += len(found[-1]) + 8
            pieces.clear()
            if letters > _MOST_LETTERS:
                raise too_large()

    walk(package, _STRINGS, start, end)
    return found


def _read(package: Package, part: str, book: _Book, room: int) -> _Sheet:
    sheet = _Sheet(book, room)
    walk(package, part, sheet.start, sheet.end)
    return sheet


def _enter_row(sheet: _Sheet, own: Mapping[str, str]) -> None:
    sheet.row = _number(own.get("r")) or sheet.row + 1
    sheet.column = 0
    sheet.is_hidden = own.get("hidden") in ("1", "true")
    sheet.hidden_rows += sheet.is_hidden
    if sheet.row > _MOST_ROWS:
        raise too_large()


def _enter_cell(sheet: _Sheet, own: Mapping[str, str]) -> None:
    address = _ADDRESS.fullmatch(own.get("r", ""))
    sheet.column = _column(address[1]) if address else sheet.column + 1
    sheet.kind, sheet.style = own.get("t", "n"), own.get("s", "")
    sheet.value, sheet.has_formula = None, False
    sheet.words.clear()


def _leave_cell(sheet: _Sheet) -> None:
    words = _seen(sheet).strip()
    sheet.uncounted += sheet.has_formula and sheet.value is None
    if not words or sheet.is_hidden:
        return
    if any(first <= sheet.column <= last for first, last in sheet.hidden_columns):
        sheet.hidden_cells += 1
        return
    sheet.seen += 1
    if sheet.seen > sheet.room:
        raise too_large()
    sheet.rows.setdefault(sheet.row, {})[sheet.column] = words


def _seen(sheet: _Sheet) -> str:
    """What the cell at hand shows."""
    value, book = sheet.value or "", sheet.book
    if sheet.kind == "inlineStr":
        return _unescaped("".join(sheet.words))
    if sheet.kind == "s":
        return book.strings[int(value)] if value.isdecimal() and int(value) < len(book.strings) else ""
    if sheet.kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if sheet.kind == "d":
        return value.removesuffix("T00:00:00")
    if sheet.kind in ("str", "e") or not value:
        return _unescaped(value)
    at = int(sheet.style) if sheet.style.isdecimal() else 0
    return shown(value, book.formats[at] if at < len(book.formats) else "General", book.since_1904)


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), words) if "_x" in words else words


def _number(digits: str | None) -> int:
    return int(digits) if digits and digits.isdecimal() and len(digits) <= 8 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
