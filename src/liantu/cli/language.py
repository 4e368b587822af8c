"""The language a command speaks: Chinese, or English where the person's terminal is set to it."""

import os
from typing import IO, Any

import click

from liantu.errors import LiantuError

__all__ = ["Told", "language", "say"]


def language() -> str:
    """`zh` or `en`: the first of LIANTU_LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set decides.

    >>> import os
    >>> os.environ["LIANTU_LANGUAGE"] = "en_GB.UTF-8"
    >>> say("完成", "done")
    'done'
    >>> del os.environ["LIANTU_LANGUAGE"]
    """
    for name in ("LIANTU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def say(zh: str, en: str) -> str:
    """The one of the two sentences that the person reads."""
    return en if language() == "en" else zh


class Told(click.ClickException):
    """An error told as its one sentence on stderr; the program ends with 2."""

    exit_code = 2

    def __init__(self, error: LiantuError) -> None:
        super().__init__(error.say(language()))

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)
