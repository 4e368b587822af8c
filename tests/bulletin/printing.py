"""Our own documents printed to PDF by the browser: one column or several, ruled tables, heads and page numbers."""

from html import escape
from itertools import groupby

from playwright.sync_api import Browser

from liantu.bulletin.reading import Reading

ONE = ""
TWO = "main{column-count:2;column-gap:2em;text-align:justify}"
THREE = "main{column-count:3;column-gap:1.6em;text-align:justify;font-size:9pt}"
STYLE = """
body{font:12pt/1.7 "Noto Serif CJK SC";margin:0} p{text-indent:2em;margin:0} h1{font-size:20pt;text-align:center}
h2{font-size:15pt;margin:.4em 0} table{border-collapse:collapse;margin:.5em 0} td,th{border:1px solid;padding:2px 6px}
"""


SAID = ("subject", "measure", "aspect", "value_low", "value_high", "value_base", "unit_base", "period_start")
SAID += ("period_end", "modality", "yoy", "qualifier")


def sheet(text: str, style: str = ONE) -> str:
    """The lines of a text as a page of HTML: its first line and those with # as headings, lines with tabs as a table."""
    lines = [line for line in text.splitlines() if line.strip()]
    title = f"<h1>{escape(lines[0].lstrip('# '))}</h1>" if len(lines[0]) <= 32 and "。" not in lines[0] else ""
    body = "".join(
        "".join(_row(line) for line in run).join(("<table>", "</table>")) if tabbed else "".join(map(_line, run))
        for tabbed, run in groupby(lines[bool(title) :], lambda line: "\t" in line)
    )
    return f"<meta charset=utf-8><style>{STYLE}{style}</style>{title}<main>{body}</main>"


def _row(line: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line.split(chr(9)))}</tr>"


def _line(line: str) -> str:
    return f"<h2>{escape(line.lstrip('# '))}</h2>" if line.startswith("#") else f"<p>{escape(line)}</p>"


def printed(browser: Browser, html: str, head: str = "") -> bytes:
    """The PDF of a page on A4; with `head` every page bears it above and its number below."""
    page = browser.new_page()
    try:
        page.set_content(html)
        margin = dict.fromkeys(("top", "bottom", "left", "right"), "22mm")
        edge = '<div style="font-size:9px;width:100%;text-align:center">{}</div>'
        return page.pdf(
            format="A4",
            margin=margin,
            display_header_footer=bool(head),
            header_template=edge.format(escape(head)),
            footer_template=edge.format('— <span class="pageNumber"></span> —'),
        )
    finally:
        page.close()


def told(reading: Reading) -> list[tuple[object, ...]]:
    """What a reading says, wherever its words stand."""
    return [tuple(getattr(f, name) for name in SAID) for f in reading.facts]


def accounted(reading: Reading, text: str, aside: str = "页眉、页脚或页码") -> list[tuple[str, str]]:
    """Every numeral and what became of it, those of the margins left out."""
    return [(use.span.of(text), use.use) for use in reading.numbers if use.reason != aside]
