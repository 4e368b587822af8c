"""`liantu doctor`: the check-up of the machine."""

import click
from rich.console import Console
from rich.table import Table

from liantu.cli.language import language, say
from liantu.cli.serve import address

__all__ = ["doctor"]


@click.command(help=say("检查这台机器缺什么，怎么补。", "Check what this machine lacks, and how to mend it."))
@address
def doctor(host: str, port: int) -> None:
    """Print one line a check; exit with 1 when something needed is missing."""
    from liantu.site.checkup import examine

    table = Table(box=None, show_header=False, padding=(0, 1))
    unfit = False
    for check in examine(host, port):
        unfit |= check.needed and not check.fine
        mark = "[green]✓[/]" if check.fine else "[red]✗[/]" if check.needed else "[yellow]–[/]"
        way_out = "" if check.fine or check.way_out is None else check.way_out.say(language())
        table.add_row(mark, say(check.zh, check.en), check.said or way_out, way_out if check.said else "")
    Console(highlight=False).print(table)
    if unfit:
        raise click.exceptions.Exit(1)
