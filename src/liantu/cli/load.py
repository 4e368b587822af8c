"""`liantu load`: a region pack brought into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from liantu.cli.language import say

if TYPE_CHECKING:
    from liantu.ledger.pack import Loaded

__all__ = ["load", "load_with_bar"]


@click.command(
    help=say("装入区域包；再装一次，什么也不会多出来。", "Load a region pack; loading it again adds nothing.")
)
@click.argument("pack", type=click.Path(path_type=Path))
@click.option(
    "--people",
    is_flag=True,
    help=say("连同包里的演示账号（口令是公开的）。", "With its demo users, whose password is public."),
)
def load(pack: Path, *, people: bool) -> None:
    """Load the pack in a folder, reading its documents."""
    from liantu.site import opening

    opening.open_house()
    opening.migrate()
    load_with_bar(Console(highlight=False), pack, people=people)


def load_with_bar(console: Console, pack: Path, *, people: bool) -> "Loaded":
    """Load with a bar that moves on with every document read, then say what came of it."""
    from liantu.ledger import pack as packs

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(say("装入区域包 …", "Loading the region pack …"), total=None)

        def moved(step: packs.Step) -> None:
            bar.update(task, total=step.total, completed=step.done, description=step.name)

        loaded = packs.load(pack, moved, people=people)
    documents = loaded.counts["documents"]
    told = say(
        f"{pack.name}：{documents} 份文件（新 {loaded.new_documents}），新读出 {loaded.new_facts} 条",
        f"{pack.name}: {documents} documents ({loaded.new_documents} new), {loaded.new_facts} new facts",
    )
    console.print(f"[green]✓[/] {told}")
    return loaded
