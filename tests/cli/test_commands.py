"""The commands as a person meets them: named in the docs, quick to start, one sentence when something is wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from liantu.cli import COMMANDS, group
from liantu.site.database import ROOT

RUNNER = CliRunner()


def every_command() -> list[list[str]]:
    """The words of each command, those of a group with it."""
    found = []
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        found += [[name, inner] for inner in command.commands] if isinstance(command, click.Group) else [[name]]
    return found


def run(*words: str, **environment: str) -> Result:
    return RUNNER.invoke(group, list(words), env={"LIANTU_LANGUAGE": "zh", **environment})


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
def test_every_command_has_its_place_in_the_docs(words: list[str]) -> None:
    assert f"liantu {' '.join(words)}" in (ROOT / "docs" / "cli.md").read_text()


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
def test_every_command_says_what_it_does_in_both_languages(words: list[str]) -> None:
    told = {}
    for language in ("zh", "en"):
        done = subprocess.run(
            [sys.executable, "-m", "liantu.cli", *words, "--help"],
            env={**os.environ, "LIANTU_LANGUAGE": language},
            check=True,
            capture_output=True,
            text=True,
        )
        told[language] = done.stdout.split("\n\n")[1]
    assert re.search(r"[\u4e00-\u9fff]", told["zh"])
    assert not re.search(r"[\u4e00-\u9fff]", told["en"])


def test_every_variable_of_the_environment_has_its_line_in_the_docs() -> None:
    places = [*ROOT.glob("src/liantu/**/*.py"), *ROOT.glob("scripts/*.sh"), *ROOT.glob("tests/**/*.py")]
    named = {name for place in places for name in re.findall(r"[\"'{$](LIANTU_[A-Z_]+)", place.read_text())}
    documented = set(re.findall(r"`(LIANTU_[A-Z_]+)`", (ROOT / "docs" / "deploy.md").read_text()))
    assert named == documented


def test_reading_needs_neither_django_nor_a_database() -> None:
    code = "import sys, liantu.cli.read; print([m for m in sys.modules if m.startswith(('django', 'psycopg'))])"
    assert (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"
    )


def test_a_mistake_is_told_in_one_sentence_without_a_traceback(tmp_path: Path) -> None:
    url = "postgresql://wang@127.0.0.1:1/ledger"
    done = run("migrate", LIANTU_DATABASE_URL=url, LIANTU_VAR=str(tmp_path))
    assert done.exit_code == 2
    assert done.stderr.startswith("连不上数据库 127.0.0.1")
    assert "Traceback" not in done.output
    assert done.stdout == ""


def test_a_mistake_is_told_in_english_where_the_terminal_is(tmp_path: Path) -> None:
    done = run("migrate", LIANTU_DATABASE_URL="not an address", LIANTU_VAR=str(tmp_path), LIANTU_LANGUAGE="en_GB")
    assert done.exit_code == 2
    assert done.stderr.startswith("LIANTU_DATABASE_URL cannot be read")


def test_a_command_nobody_knows_is_refused() -> None:
    assert run("fly").exit_code == 2
