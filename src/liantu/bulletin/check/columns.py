"""表内合计: a table's row 合计 against the rows above or below it, its column 合计 against the columns.

    >>> from liantu.bulletin.document import Document
    >>> page = "项目表（单位：个）\\n镇街\\t签约\\t开工\\n东岭镇\\t3\\t2\\n西坪镇\\t4\\t1\\n合计\\t8\\t3"
    >>> [found.expected for found in totals(Draft.of(Document.from_text(page)))]
    ['7']

Rates, ranks and rows that hold parts of others (其中, 小计) are never added up; a cell without a figure ends the sum.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.quote import Quote
from liantu.bulletin.table import Cell, Table

__all__ = ["totals"]

_TOTAL: Final = re.compile("^(?:合计|总计|共计|总和)$")
_PART: Final = re.compile("其中|小计|^[#＃]|[①②]|平均|同比|增[速长幅]|占比|比重|率")
_NO_SUM: Final = re.compile(
    "率|占比|比重|增[速长幅]|同比|环比|名次|排名|位次|序号|均|指数|单价|%|％|年份|日期|时间|备注|比上年"
)
_NUMBER: Final = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_BLANK: Final = re.compile("^(?:-|/|—|无)?$")


def totals(draft: Draft) -> Iterator[Finding]:
    """Every total of every table that its rows or columns do not make."""
    for table in draft.tables:
        yield from _rows(table)
        yield from _columns(table)


def _rows(table: Table) -> Iterator[Finding]:
    labels = [_label(row) for row in table.rows]
    at = [n for n, label in enumerate(labels) if _TOTAL.match(label)]
    others = [n for n in range(len(labels)) if n not in at]
    if len(at) != 1 or len(others) < 2 or table.odd or any(_PART.search(labels[n]) for n in others):
        return
    if at[0] not in (0, len(labels) - 1):
        return
    for column, head in enumerate(table.head):
        if column and not _NO_SUM.search(head):
            cells = [table.rows[n][column] for n in others]
            yield from _against(table.rows[at[0]][column], cells, head)


def _columns(table: Table) -> Iterator[Finding]:
    at = [n for n, head in enumerate(table.head) if n and re.search("^(?:合计|总计)", head)]
    others = [n for n in range(1, len(table.head)) if n not in at]
    if (
        len(at) != 1
        or len(others) < 2
        or any(_NO_SUM.search(table.head[n]) or _PART.search(table.head[n]) for n in others)
    ):
        return
    units = {tuple(re.findall(r"[(（]([^()（）]*)[)）]", head)) for head in table.head[1:]}
    if len(units) > 1 or at[0] not in (1, len(table.head) - 1):
        return
    for row in table.rows:
        yield from _against(row[at[0]], [row[n] for n in others], _label(row))


def _against(total: Cell, cells: Sequence[Cell], name: str) -> Iterator[Finding]:
    told = _number(total.text)
    held = [_number(cell.text) for cell in cells if not _BLANK.match(cell.text)]
    values = [value for value in held if value is not None]
    if told is None or len(values) < 2 or len(values) < len(held):
        return
    found = sum(values, Decimal())
    room = sum((_step(value) for value in (told, *values)), Decimal()) / 2
    exact = all(value == value.to_integral_value() for value in (told, *values))
    if abs(found - told) <= (0 if exact else room):
        return
    spans = (total.place, *(cell.place for cell in cells if not _BLANK.match(cell.text)))
    yield Finding(
        Kind.TABLE,
        Severity.WRONG,
        tuple(Quote(*span) for span in spans),
        f"表中“{name}”的合计写{total.text}，各项相加为{found:f}，相差{abs(found - told):f}。",
        f"The total of “{name}” is told as {total.text}; its parts add up to {found:f}.",
        f"{found:f}",
    )


def _label(row: Sequence[Cell]) -> str:
    """The words that name a row; a column of running numbers stands before them in many tables."""
    words = [re.sub(r"[\s　]", "", cell.text) for cell in row[:2]]
    return words[0] if words[0] and not words[0].isdigit() else words[-1]


def _number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))
