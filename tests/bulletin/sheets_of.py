"""Real sheets: workbooks as openpyxl saves them, and parts written by hand where a file must be wrong."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook

Value = str | int | float | date | bool | None


def book(**sheets: Iterable[Sequence[Value]]) -> bytes:
    """A workbook with these sheets, each of rows from A1."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    return saved(made)


def saved(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def by_hand(sheet: str, strings: str = "", workbook: str = "", **parts: str) -> bytes:
    """A workbook of one sheet whose `sheetData` is given as XML."""
    links = (
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
        if "links" not in parts
        else parts.pop("links")
    )
    content = {
        "xl/workbook.xml": workbook
        or '<workbook><sheets><sheet name="投资" r:id="r1" xmlns:r="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links,
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{sheet}</sheetData></worksheet>",
        **({"xl/sharedStrings.xml": strings} if strings else {}),
        **parts,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in content.items():
            made.writestr(name, text)
    return stream.getvalue()
