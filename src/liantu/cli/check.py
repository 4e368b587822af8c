"""`liantu check`: a draft's figures against themselves, the ledger or other documents, before it goes out."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from liantu.bulletin.document import Document
from liantu.cli.language import language, say
from liantu.cli.read import day_of
from liantu.errors import CannotRead

if TYPE_CHECKING:
    from liantu.bulletin.check import Checked, Known

__all__ = ["check"]

DATABASE = "database"
_DATED = re.compile(r"(?P<path>.+)@(?P<day>\d{4}(?:-\d{1,2}){0,2})")


@click.command(
    help=say(
        "核稿：稿中每个数字与台账或其他文件比对，并核对稿内的算术。没有问题退出码为 0，有问题为 1，读不了为 2。",
        "Check a draft: every figure against the ledger or other documents, and the arithmetic inside the draft. "
        "Exit code 0 when nothing is wrong, 1 with findings, 2 for bad input.",
    )
)
@click.argument("draft", type=click.Path(path_type=Path))
@click.option(
    "--published",
    help=say("稿子的日期，如 2023-12-22；不给则按今天。", "The draft's day, e.g. 2023-12-22; today if left out."),
)
@click.option(
    "--place",
    default="",
    help=say("这份稿子是哪里的，如 涪陵区。", "Whose draft it is, e.g. 涪陵区."),
)
@click.option(
    "--against",
    multiple=True,
    metavar="FILE|database",
    help=say(
        "比对对象，可多次给：文件（可写作 文件@2023-11-20 注明其日期）或 database（台账）。"
        "不给时，本机有台账就用台账，没有就只核对稿内。",
        "What to hold it against, may be repeated: a file (FILE@2023-11-20 gives its day) or database (the ledger). "
        "Left out, the ledger is used where this machine has one, else only the draft itself.",
    ),
)
@click.option("--format", "form", type=click.Choice(["table", "json", "docx"]), default="table", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=say("写到这个文件；docx 必须给。", "Write to this file; needed for docx."),
)
def check(
    draft: Path, *, published: str | None, place: str, against: tuple[str, ...], form: str, output: Path | None
) -> None:
    """Check DRAFT; the exit code says whether a person has to look at it."""
    if form == "docx" and output is None:
        raise CannotRead(
            "批注稿要写到文件里，请加 -o 批注稿.docx。", "A marked-up copy goes to a file: add -o marked.docx."
        )
    day = day_of(published) if published else date.today()  # noqa: DTZ011 (the day on the wall of the person's office)
    document = Document.open(draft, published=day)
    checked = _checked(document, day, place.strip(), against)
    _write(checked, draft, form, output)
    if checked.wrong:
        raise click.exceptions.Exit(1)


def _checked(document: Document, day: date, place: str, against: tuple[str, ...]) -> "Checked":
    from liantu.bulletin import check as checking

    files = [word for word in against if word != DATABASE]
    if DATABASE in against and files:
        raise CannotRead(
            "台账和文件请分两次核对：--against database 或 --against 文件。",
            "Check against the ledger and against files one after the other.",
        )
    if files:
        known = [figure for word in files for figure in _known(word, day, place)]
        return checking.check(document, None, known, published=day, place=place, against=tuple(map(_name, files)))
    if DATABASE in against or _has_ledger():
        return _with_ledger(document, day, place)
    said = say("没有比对对象，只核对稿内。", "Nothing to hold it against; only the draft itself is checked.")
    click.echo(said, err=True)
    return checking.check(document, published=day, place=place)


def _with_ledger(document: Document, day: date, place: str) -> "Checked":
    from liantu.site import opening

    opening.open_house()
    from liantu.plan.checking import check_with_ledger

    return check_with_ledger(document, day, place)


def _has_ledger() -> bool:
    """Whether a database is named or the embedded one has been filled on this machine."""
    from liantu.site import database

    server = database.embedded()
    return server is None or server.data.exists()


def _name(word: str) -> str:
    found = _DATED.fullmatch(word)
    return Path(found["path"] if found else word).name


def _known(word: str, day: date, place: str) -> "tuple[Known, ...]":
    """The figures of a document given as FILE or FILE@DAY; without a day it is read as of the draft's."""
    from liantu.bulletin.check import known_of
    from liantu.bulletin.read import read

    found = _DATED.fullmatch(word)
    own = day_of(found["day"]) if found else day
    document = Document.open(Path(found["path"] if found else word), published=own)
    return known_of(document, read(document, own, place), link=_name(word))


def _write(checked: "Checked", draft: Path, form: str, output: Path | None) -> None:
    from liantu.bulletin.check import wire

    if form == "docx":
        from liantu.bulletin.check.marked import marked

        data = marked(checked, draft.read_bytes(), language())
    elif form == "json":
        data = wire.to_json(checked).encode() + b"\n"
    else:
        from rich.console import Console

        if output is None:
            Console().print(wire.to_table(checked, language() == "en"))
            return
        with output.open("w", encoding="utf8") as file:
            Console(file=file, width=120).print(wire.to_table(checked, language() == "en"))
        return
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    _save(output, data)


def _save(output: Path, data: bytes) -> None:
    try:
        output.write_bytes(data)
    except OSError as error:
        raise CannotRead(
            f"写不了文件 {output.name}：请检查路径和权限。",
            f"Cannot write {output.name}: check the path and the rights to it.",
        ) from error
