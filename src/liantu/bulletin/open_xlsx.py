"""打开表格 the sheets of an .xlsx workbook as text: a heading a sheet, a line a row, tabs between the cells.

What is seen is read: numbers as their formats show them, stored results of formulas, days written out. Hidden sheets,
rows and columns are not read and the text says so at its place. Charts, pictures, comments, macros and links to other
workbooks are never looked at.
"""

from typing import Final

from liantu.bulletin.grid import write
from liantu.bulletin.opened import Opened
from liantu.bulletin.package import Family, unpack
from liantu.bulletin.workbook import sheets

__all__ = ["open_xlsx"]

_FAMILY: Final = Family("表格", "spreadsheet", "Excel", ".xlsx")
_LARGEST: Final = 1024**3


def open_xlsx(data: bytes) -> Opened:
    """The text of a workbook, each cell anchored; `CannotRead` when it is locked, broken, a bomb or too large."""
    with unpack(data, _FAMILY, _LARGEST) as package:
        return write(list(sheets(package)))
