"""`liantu demo`: a whole house on this machine, from the empty database to the open door."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from liantu.cli.language import say
from liantu.cli.load import load_with_bar
from liantu.cli.serve import address
from liantu.cli.words import role_word

if TYPE_CHECKING:
    from liantu.ledger.pack import Loaded

__all__ = ["demo"]


@click.command(help=say("在本机演示：建库、装入区域包、开站。", "Show it here: database, region pack, site."))
@address
@click.option("--pack", type=click.Path(path_type=Path), help=say("区域包的文件夹。", "The folder of a region pack."))
def demo(host: str, port: int, pack: Path | None) -> None:
    """Everything `serve` needs, from nothing; run again it adds nothing."""
    from django.conf import settings

    from liantu.site import database, opening, server

    console = Console(highlight=False)
    server.see_port_free(host, port)
    with console.status(say("启动数据库 …", "Starting the database …")):
        version = opening.open_house()
    with console.status(say("更新数据表 …", "Updating the tables …")):
        opening.migrate()
    console.print(f"[green]✓[/] PostgreSQL {version}")
    loaded = load_with_bar(console, pack or database.ROOT / "regions" / "dadukou", people=True)
    with console.status(say("整理静态文件 …", "Collecting static files …")):
        opening.collect()
    settings.LIANTU_DEMO_PEOPLE = loaded.people
    server.serve(host, port, lambda: _welcome(console, f"http://{host}:{port}", loaded))
    console.print(say("已停站。", "Stopped."))


def _welcome(console: Console, where: str, loaded: "Loaded") -> None:
    table = Table(box=None, padding=(0, 2), title_justify="left", header_style="dim")
    for zh, en in (("账号", "user"), ("口令", "password"), ("姓名", "name"), ("角色", "role"), ("产业办", "office")):
        table.add_column(say(zh, en))
    for person in loaded.people:
        offices = say("、", ", ").join(say(one.name, one.name_en or one.name) for one in person.offices)
        table.add_row(person.username, person.password, person.name, role_word(person.role), offices)
    console.print(f"\n[bold green]{where}[/]\n")
    console.print(table)
    console.print("\n" + say("按 Ctrl-C 停站。", "Ctrl-C stops it."))
