"""打开网页 the main text of a web page: paragraphs a line each, headings with #, table rows with tabs between the cells.

    >>> page = "<html><head><title>快报</title></head><body><ul class=nav><li>首页</li></ul>" \\
    ...        "<div><p>今年1-10月，产值5亿元，增长3%。</p><p hidden>无</p></div></body></html>"
    >>> open_html(page.encode()).text
    '# 快报\\n今年1-10月，产值5亿元，增长3%。\\n'

Menus, scripts, forms, hidden elements and the foot of the page are left out; then the smallest element that holds nearly
all running text and all figures of tables is the page's own text. Nothing is fetched and no entity is opened. A cell
that spans others stands in the first of them, the rest are blank, as in a Word table. The day of publication is taken
from the page's own metadata.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from lxml import etree, html

from liantu.bulletin.grid import MOST_CELLS, too_large
from liantu.bulletin.open_text import read_text
from liantu.bulletin.opened import Opened
from liantu.errors import CannotRead

__all__ = ["is_html", "open_html"]

Element = Any  # an lxml element; lxml has no types of its own

_WEB: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype html|html|head|body|\?xml|!--)", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}
_GONE: Final = frozenset(
    "script style noscript template nav footer aside form button select iframe object svg canvas video audio head map"
    " textarea input datalist dialog".split()
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES: Final = frozenset("navigation banner contentinfo search complementary menu".split())
_AROUND: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|bread|breadcrumbs?|crumbs?|foot|footer|sidebar|share|related|recommend|copyright|"
    r"pagination|pager|toolbar|login|qrcode|links?|friendlink|topbar|search|location|position|mbx|dqwz|xgxw|xglj|fenxiang|"
    r"advert|ads?|banner)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_BLOCKS: Final = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_PROSE: Final = re.compile(r"[，。；：、！？,;]")
_FOOT: Final = re.compile(r"ICP备|公网安备|网站标识码|版权所有|主办单位：|网站地图|扫一扫|打印本页|关闭窗口|^【?字体")
_SITE: Final = re.compile(r"\s{0,8}[-_|–—·]\s{0,8}[^-_|–—·]{2,30}$")
_DAY: Final = re.compile(r"(20\d\d)\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])")
_DATED: Final = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "publicationdate",
    "date",
    "dc.date",
    "publish-date",
)
_STATED: Final = re.compile(r"(?:发布|发文|公布|成文)(?:时间|日期)\s*[:：]\s*" + _DAY.pattern)
_MOST: Final = 0.85
_DEEPEST: Final = 150
_WIDEST: Final = 63
_TALLEST: Final = 2000


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does.

    >>> is_html(b"\\n<!DOCTYPE html><html>"), is_html("公报".encode())
    (True, False)
    """
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return _WEB.match(head) is not None and (b"<html" in head[:8192].lower() or b"<body" in head.lower())


def open_html(data: bytes) -> Opened:
    """The text of a page; `CannotRead` when nothing is told on it."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        page = html.document_fromstring(_decoded(data), parser=parser)
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise _empty() from error
    title, day = _title(page), _published(page)
    for element in [each for each in page.iter() if _is_around(each)]:
        if element.getparent() is not None:
            element.drop_tree()
    lines = [line for line in _lines(_main(page)) if not (_FOOT.search(line) and "\t" not in line)]
    if not any(line.strip() for line in lines):
        raise _empty()
    if title and not any(line.lstrip("# ") == title for line in lines[:8]):
        lines.insert(0, f"# {title}")
    return Opened("\n".join(lines) + "\n", published=day)


def _empty() -> CannotRead:
    return CannotRead(
        "这个网页里没有读到正文；请在浏览器里复制正文，粘贴到上传页。",
        "No text was found on this web page; copy it in the browser and paste it on the upload page.",
    )


def _decoded(data: bytes) -> str:
    """The characters of a page: by what it says of itself where that holds, else by what they look like."""
    said = _CHARSET.search(data[:4096])
    if said and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = said[1].decode("ascii").lower()
        try:
            text = data.decode(_WIDER.get(name, name))
        except (UnicodeDecodeError, LookupError):
            text = read_text(data)
    else:
        text = read_text(data)
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text.removeprefix("\ufeff")).replace("\x00", "")


def _title(page: Element) -> str:
    for name in ("ArticleTitle", "og:title"):
        for meta in page.iterfind(".//meta"):
            if name.lower() in ((meta.get("name") or "").lower(), (meta.get("property") or "").lower()):
                return _flat(meta.get("content") or "")
    heads = [_flat(each.text_content()) for each in page.iterfind(".//h1")]
    named = page.find(".//title")
    titled = _flat(named.text_content()) if named is not None else ""
    own = [head for head in heads if head and (head in titled or len(heads) == 1)]
    return own[0] if own else _SITE.sub("", titled)


def _published(page: Element) -> date | None:
    """The day a page says it was published on."""
    said = {
        (meta.get("name") or meta.get("property") or "").lower(): meta.get("content") or ""
        for meta in page.iter("meta")
    }
    found = next((m for name in _DATED if (m := _DAY.search(said.get(name, "")))), None)
    found = found or _STATED.search(page.text_content())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _is_around(element: Element) -> bool:
    """Whether an element is no part of what is told: hidden, a control, a menu, the foot of the page."""
    if not isinstance(element.tag, str) or element.tag in ("html", "body"):
        return False
    if element.tag in _GONE or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or "") or element.get("role") in _ROLES:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_AROUND.search(named)) and element.tag in ("div", "ul", "ol", "section", "p", "table", "header", "dl")


def _main(page: Element) -> Element:
    """The smallest element that holds nearly all running text and figures; the words of links count for nothing."""
    body = page.find("body")
    main = page if body is None else body
    own: dict[Element, int] = {}
    linked: set[Element] = set()
    for element in main.iter(etree.Element):
        if element.tag == "a" or element.getparent() in linked:
            linked.add(element)
        own[element] = 0 if element in linked else _weight(element.text) + sum(_weight(each.tail) for each in element)
    total: dict[Element, int] = {}
    for element in reversed(own):
        total[element] = own[element] + sum(total.get(child, 0) for child in element)
    whole = total.get(main, 0)
    while whole:
        heavy = max(main, key=lambda child: total.get(child, 0), default=None)
        if heavy is None or heavy.tag in ("p", "table", "tr", "tbody", "span") or total.get(heavy, 0) < _MOST * whole:
            break
        main = heavy
    return main


def _weight(text: str | None) -> int:
    """How much a piece of text tells: running text by its length, a figure a little."""
    said = (text or "").strip()
    return len(said) if _PROSE.search(said) else min(len(said), 12)


def _lines(main: Element) -> list[str]:
    """The lines of an element; a table of data gives its rows."""
    pieces: list[str] = []
    _walk(main, pieces, 0)
    lines = (line if "\t" in line else _flat(line) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line.strip()]


def _walk(element: Element, pieces: list[str], depth: int) -> None:
    if not isinstance(element.tag, str):
        return
    if element.tag == "table" and _is_data(element):
        pieces += ["\n", *(f"{row}\n" for row in _rows(element))]
        return
    block = element.tag in _BLOCKS
    if element.tag == "br":
        pieces.append("\n")
    if block:
        pieces.append("\n")
    if re.fullmatch(r"h[1-6]", element.tag) and element.text_content().strip():
        pieces.append("#" if element.tag == "h1" else "##")
        pieces.append(" ")
        pieces.append(_flat(element.text_content()))
    elif depth > _DEEPEST:
        pieces.append(_spaced(element.text_content()))
    else:
        pieces.append(_spaced(element.text or ""))
        for child in element:
            _walk(child, pieces, depth + 1)
            pieces.append(_spaced(child.tail or ""))
    if block:
        pieces.append("\n")


def _is_data(table: Element) -> bool:
    """Whether a table holds data and no page layout: several short cells a row, no table within."""
    if table.find(".//table") is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    wide = [row for row in rows if len(row) > 1]
    longest = max((len(cell.text_content()) for row in wide for cell in row), default=0)
    return len(wide) > 1 and longest < 400


def _rows(table: Element) -> Iterator[str]:
    """The rows of a table with the cells that reach into them from above left blank."""
    reach: dict[int, int] = {}
    left = MOST_CELLS
    for row in table.iter("tr"):
        cells: list[str] = []
        own = iter([cell for cell in row if cell.tag in ("td", "th")])
        cell = next(own, None)
        while cell is not None or any(at >= len(cells) and deep > 0 for at, deep in reach.items()):
            at = len(cells)
            if reach.get(at, 0) > 0:
                reach[at] -= 1
                cells.append("")
                continue
            if cell is None:
                cells.append("")
                continue
            wide, deep = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _TALLEST)
            cells += [_flat(cell.text_content()), *[""] * (wide - 1)]
            reach |= dict.fromkeys(range(at, at + wide), deep - 1)
            cell = next(own, None)
        left -= len(cells)
        if left < 0:
            raise too_large()
        yield "\t".join(cells)


def _span(cell: Element, name: str, most: int) -> int:
    told = (cell.get(name) or "1").strip()
    return min(max(int(told), 1), most) if told.isascii() and told.isdigit() and len(told) < 6 else 1


def _spaced(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", " ", text)


def _flat(text: str) -> str:
    return _spaced(text).strip(" \u3000\xa0")
