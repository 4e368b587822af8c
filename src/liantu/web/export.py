"""A table as a file: numbers stay numbers, words never become formulas, the filter stands at the head."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from xlsxwriter import Workbook

from liantu.web.language import say
from liantu.web.versions import digits

__all__ = ["COLUMNS", "Line", "Sheet", "as_csv", "as_xlsx", "harmless"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINKS = 65_000  # links a sheet of Excel holds
COLUMNS = (
    ("对象", "Subject", 22),
    ("指标", "Measure", 24),
    ("数值", "Value", 14),
    ("单位", "Unit", 10),
    ("界限", "Bound", 8),
    ("统计期", "Period", 18),
    ("性质", "Kind", 8),
    ("同比（%）", "Year on year (%)", 10),
    ("状态", "Status", 10),
    ("原文", "Sentence", 60),
    ("文档", "Document", 32),
    ("发布日期", "Published", 12),
    ("链接", "Link", 28),
)

Cell = str | Decimal | date | None


class Line(NamedTuple):
    """One row, a cell for each of `COLUMNS`."""

    subject: str
    measure: str
    value: Decimal
    unit: str
    bound: str
    period: str
    kind: str
    yoy: Decimal | None
    status: str
    sentence: str
    document: str
    published: date
    link: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title, the filter in words and the moment it was made."""

    title: str
    narrowed: str
    made: datetime
    lines: Sequence[Line]

    def head(self) -> tuple[tuple[str, str], ...]:
        """What stands above the columns."""
        return (
            (self.title, say(f"{len(self.lines)} 条", f"{len(self.lines)} rows")),
            (say("筛选", "Filter"), self.narrowed),
            (say("导出", "Exported"), f"{self.made:%Y-%m-%d %H:%M}"),
        )


def harmless(text: str) -> str:
    """Text a spreadsheet will not run: what would begin a formula gets an apostrophe before it.

    >>> harmless("=1+1"), harmless("－SUM(A1)"), harmless("新材料")
    ("'=1+1", "'－SUM(A1)", '新材料')
    """
    return f"'{text}" if text.startswith(tuple("=+-@＝＋－＠\t\r\n")) else text


def as_csv(sheet: Sheet) -> HttpResponse:
    """UTF-8 with the mark Excel wants; decimals exact."""
    held = StringIO()
    writer = csv.writer(held)
    writer.writerows([harmless(cell) for cell in row] for row in sheet.head())
    writer.writerow([])
    writer.writerow([say(zh, en) for zh, en, _ in COLUMNS])
    writer.writerows([_written(cell) for cell in line] for line in sheet.lines)
    return _file(held.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"{_name(sheet)}.csv")


def as_xlsx(sheet: Sheet) -> HttpResponse:
    """One worksheet: the head, then the table with numbers, dates and links as what they are."""
    held = BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet.title)
    strong, quoted, day = (
        book.add_format(each) for each in ({"bold": True}, {"quote_prefix": True}, {"num_format": "yyyy-mm-dd"})
    )
    for at, row in enumerate(sheet.head()):
        for column, words in enumerate(row):
            page.write_string(at, column, words, strong if column == 0 else quoted)
    top = len(sheet.head()) + 1
    for column, (zh, en, width) in enumerate(COLUMNS):
        page.set_column(column, column, width)
        page.write_string(top, column, say(zh, en), strong)
    page.freeze_panes(top + 1, 1)
    for at, line in enumerate(sheet.lines, top + 1):
        for column, cell in enumerate(line[:-1]):
            if isinstance(cell, Decimal):
                page.write_number(at, column, float(cell))
            elif isinstance(cell, date):
                page.write_datetime(at, column, cell, day)
            elif cell:
                page.write_string(at, column, cell, quoted if harmless(cell) != cell else None)
        if at < LINKS:
            page.write_url(at, len(line) - 1, line.link, string=line.link)
        else:
            page.write_string(at, len(line) - 1, line.link)
    page.autofilter(top, 0, top + max(1, len(sheet.lines)), len(COLUMNS) - 1)
    book.close()
    return _file(held.getvalue(), XLSX, f"{_name(sheet)}.xlsx")


def _written(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return digits(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell or "")


def _name(sheet: Sheet) -> str:
    return f"{sheet.title}-{sheet.made:%Y%m%d}"


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": disposition})
