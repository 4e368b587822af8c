"""A web page gives its own text: no menus, nothing hidden, tables as rows; what it loads and opens is nothing."""

from datetime import date
from decimal import Decimal

import pytest

from liantu.bulletin.document import Document
from liantu.bulletin.read import read
from liantu.errors import CannotRead

DAY = date(2023, 11, 20)
NAV = '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>'
FOOT = '<div class="footer"><p>版权所有：乙山区人民政府 电话：023-68000000</p><p>某ICP备12345678号</p></div>'
SAID = (
    "1-10月，乙山区经济运行总体平稳，稳中有进。",
    "乙山区规上工业总产值203.6亿元，同比增长6.1%。",
    "固定资产投资102.4亿元，同比下降3.6%。",
)
TABLE = (
    "<table><tr><th rowspan=2>产业</th><th colspan=2>1-10月</th></tr><tr><th>产值（亿元）</th><th>同比（%）</th></tr>"
    "<tr><td>新材料</td><td>33.6</td><td>1.1</td></tr><tr><td>软件</td><td>6</td><td>-2</td></tr></table>"
)


def page(body: str, head: str = "<title>乙山区简况-乙山区人民政府</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{NAV}{body}{FOOT}</body></html>".encode()


def text_of(data: bytes) -> str:
    return Document.open(data, "页.html").text


def test_a_page_says_what_the_same_text_typed_says() -> None:
    paragraphs = "".join(f"<p>{said}</p>" for said in SAID)
    document = Document.open(page(f"<div class=con>{paragraphs}</div>"), "页.html")
    typed = "# 乙山区简况\n" + "".join(f"{said}\n" for said in SAID)
    assert document.text == typed
    assert read(document, DAY).facts == read(Document.from_text(typed), DAY).facts
    assert len(read(document, DAY).facts) == 2


def test_a_table_gives_rows_with_merged_cells_in_their_columns() -> None:
    data = page(f"<div><p>{SAID[1]}</p>{TABLE}</div>")
    assert "产业\t1-10月\t\n\t产值（亿元）\t同比（%）\n新材料\t33.6\t1.1\n软件\t6\t-2" in text_of(data)
    facts = [fact for fact in read(Document.open(data, "页.html"), DAY).facts if fact.rule == "table"]
    assert [(f.subject, f.value, f.yoy, f.period_end) for f in facts] == [
        ("乙山区新材料产业", Decimal("33.6"), Decimal("1.1"), date(2023, 10, 31)),
        ("乙山区软件产业", Decimal(6), Decimal(-2), date(2023, 10, 31)),
    ]


def test_a_page_laid_out_in_tables_is_read_as_paragraphs() -> None:
    inner = f"<table><tr><td><h1>乙山区简况</h1></td></tr><tr><td>{'<br>'.join(SAID)}{TABLE}</td></tr></table>"
    text = text_of(page(f"<table><tr><td>{inner}</td></tr></table>"))
    assert text.startswith("# 乙山区简况\n" + "\n".join(SAID) + "\n产业\t")


@pytest.mark.parametrize(
    "unseen",
    [
        '<p style="display: none">密：产值999亿元。</p>',
        "<p hidden>密：产值999亿元。</p>",
        '<script>var said = "产值999亿元，增长";</script>',
        "<!-- 产值999亿元 -->",
        '<div class="related"><p>相关：1-9月产值999亿元。</p></div>',
        "<form><input value='产值999亿元'><button>产值999亿元</button></form>",
    ],
)
def test_what_is_not_seen_or_stands_around_is_not_read(unseen: str) -> None:
    text = text_of(page(f"<div><p>{SAID[1]}</p>{unseen}<p>{SAID[2]}</p></div>"))
    assert text == f"# 乙山区简况\n{SAID[1]}\n{SAID[2]}\n"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("gb18030", "gb2312"),
        ("gbk", ""),
        ("utf-8", "gb2312"),
        ("utf-16", ""),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_the_encoding_is_what_the_bytes_show_and_not_only_what_is_said(encoding: str, said: str) -> None:
    head = f'<title>乙山区简况</title><meta charset="{said}">' if said else "<title>乙山区简况</title>"
    data = page(f"<div>{''.join(f'<p>{each}</p>' for each in SAID)}</div>", head).decode().encode(encoding)
    assert text_of(data) == "# 乙山区简况\n" + "".join(f"{each}\n" for each in SAID)


def test_a_page_tells_the_day_it_was_published() -> None:
    dated = page(f"<p>{SAID[1]}</p>", '<title>简况</title><meta name="PubDate" content="2023-11-20 09:30">')
    assert Document.open(dated, "页.html").published == date(2023, 11, 20)
    assert Document.open(dated, "页.html", published=DAY.replace(day=1)).published == date(2023, 11, 1)
    said = page(f"<p>发布时间：2023年11月3日 来源：乙山区统计局</p><p>{SAID[1]}</p>")
    assert Document.open(said, "页.html").published == date(2023, 11, 3)
    assert Document.open(page(f"<p>{SAID[1]}</p>"), "页.html").published is None


def test_no_entity_and_no_file_is_opened(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret"
    secret.write_text("产值999亿元。")
    start = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>{SAID[1]}&x;</p>'
    )
    assert "999" not in text_of(f"{start}<iframe src='file://{secret}'></iframe></body></html>".encode())


@pytest.mark.parametrize("body", ["", "<p></p>", "<div>" * 100_000 + SAID[1]])
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(CannotRead, match="正文"):
        Document.open(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "页.html")


def test_cells_that_span_without_end_are_refused() -> None:
    row = "<tr>" + "<td colspan=63 rowspan=2000>产值</td>" * 3000 + "</tr>"
    with pytest.raises(CannotRead, match="5 万格"):
        Document.open(page(f"<table>{row}{'<tr><td>甲<td>5</tr>' * 3000}</table>"), "页.html")
