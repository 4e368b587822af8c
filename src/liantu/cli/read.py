"""`liantu read`: the facts of one file, as the JSON contract or as a table; it needs no database."""

import re
import sys
from calendar import monthrange
from datetime import date
from pathlib import Path

import click

from liantu.bulletin import wire
from liantu.bulletin.document import Document
from liantu.bulletin.proposer import Endpoint, configured
from liantu.bulletin.read import read as read_document
from liantu.cli.language import say
from liantu.errors import CannotRead, NotReady

__all__ = ["day_of", "read"]

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def day_of(text: str) -> date:
    """The day of publication: a date, or a month or a year, which stand for their last day.

    >>> day_of("2023-12-22"), day_of("2023-02"), day_of("2022")
    (datetime.date(2023, 12, 22), datetime.date(2023, 2, 28), datetime.date(2022, 12, 31))
    >>> day_of("2023-28")
    datetime.date(2023, 12, 31)

    Where only the year can be read it counts, as a page may carry no more than that; the command says so.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None or not 1900 <= int(found[1]) <= 2200:
        raise CannotRead(
            f"「{text}」不是一个日期，请写成 2023-12-22。", f"“{text}” is not a date; write it as 2023-12-22."
        )
    year, month = int(found[1]), int(found[2] or 12)
    if not 1 <= month <= 12:
        return date(year, 12, 31)
    last = monthrange(year, month)[1]
    return date(year, month, min(int(found[3] or last) or last, last))


@click.command(help=say("读一个文件，列出其中的数字及其出处。", "Read a file and list its figures with their sources."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--published",
    help=say(
        "发布日期，如 2023-12-22；今年、去年由它推定。",
        "Day of publication, e.g. 2023-12-22; it decides 今年 and 去年.",
    ),
)
@click.option(
    "--place",
    default="",
    help=say(
        "这份材料是哪里的，如 涪陵区；正文只写“全区”“我市”时用它。",
        "Whose paper it is, e.g. 涪陵区, where the text only says 全区 or 我市.",
    ),
)
@click.option(
    "--model",
    is_flag=True,
    help=say(
        "把没读懂的句子交给已配置的模型提议（LIANTU_MODEL_URL）；默认不发送任何内容。",
        "Let the configured model (LIANTU_MODEL_URL) propose for sentences left unread; nothing is sent otherwise.",
    ),
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def read(file: Path, published: str | None, place: str, model: bool, form: str) -> None:
    """Read FILE and write its facts to standard output."""
    day = day_of(published) if published else None
    if day is not None and published is not None and not day.isoformat().startswith(published.strip()):
        said = say(f"发布日期按 {day} 计。", f"Day of publication taken as {day}.")
        click.echo(said, err=True)
    document = Document.open(file, published=day)
    reading = read_document(document, day, place.strip(), _proposer() if model else None)
    if form == "json":
        sys.stdout.buffer.write(wire.to_json(document, reading).encode() + b"\n")
        sys.stdout.buffer.flush()
        return
    from rich.console import Console

    Console().print(wire.to_table(document, reading))


def _proposer() -> Endpoint:
    endpoint = configured()
    if endpoint is None:
        raise NotReady(
            "还没有配置模型：请设置 LIANTU_MODEL_URL 和 LIANTU_MODEL，再加 --model。",
            "No model is configured: set LIANTU_MODEL_URL and LIANTU_MODEL before using --model.",
        )
    return endpoint
