"""`liantu check` as a person meets it: a table, JSON or a Word copy, and an exit code a script can act on."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from liantu.cli import group

SOURCE = "# 青禾县月报\n\n1-10月，青禾县完成税收12.34亿元，同比增长5%。\n"
RIGHT = "# 青禾县简报\n\n1-10月，青禾县完成税收12.3亿元，同比增长5%。\n"
WRONG = "# 青禾县简报\n\n1-10月，青禾县完成税收13.2亿元，同比增长5%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("source.txt", SOURCE), ("right.txt", RIGHT), ("wrong.txt", WRONG)):
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


def run(folder: Path, *words: str, **environment: str) -> Result:
    env = {"LIANTU_LANGUAGE": "zh", "LIANTU_VAR": str(folder / "var"), "LIANTU_DATABASE_URL": None, **environment}
    return CliRunner().invoke(group, ["check", *words, "--published", "2023-11-20"], env=env)


def test_the_exit_code_says_whether_anything_is_wrong(folder: Path) -> None:
    against = ["--against", str(folder / "source.txt")]
    assert run(folder, str(folder / "right.txt"), *against).exit_code == 0
    assert run(folder, str(folder / "wrong.txt"), *against).exit_code == 1
    assert run(folder, str(folder / "nowhere.txt"), *against).exit_code == 2


def test_the_table_names_the_source(folder: Path) -> None:
    told = run(folder, str(folder / "wrong.txt"), "--against", f"{folder / 'source.txt'}@2023-11-18").stdout
    assert "与来源不同" in told
    assert "12.34亿元" in told
    assert "青禾县月报" in "".join(told.split())


def test_json_is_what_the_docs_say(folder: Path) -> None:
    done = run(folder, str(folder / "wrong.txt"), "--against", str(folder / "source.txt"), "--format", "json")
    told = json.loads(done.stdout)
    assert set(told) == {"draft", "against", "counts", "findings"}
    first = told["findings"][0]
    assert set(first) == {"kind", "severity", "spans", "zh", "en", "expected", "source"}
    assert (first["kind"], first["expected"], first["source"]["link"]) == ("differs", "12.34亿元", "source.txt")
    assert told["draft"]["text"] == WRONG
    assert told["counts"] == {"differs": 1, "same": 1}


def test_the_word_copy_goes_to_the_file_named(folder: Path) -> None:
    out = folder / "marked.docx"
    done = run(
        folder, str(folder / "wrong.txt"), "--against", str(folder / "source.txt"), "--format", "docx", "-o", str(out)
    )
    assert done.exit_code == 1
    assert len(list(docx.Document(BytesIO(out.read_bytes())).comments)) == 2


def test_a_word_copy_without_a_file_is_refused(folder: Path) -> None:
    done = run(folder, str(folder / "wrong.txt"), "--format", "docx")
    assert (done.exit_code, done.stderr.strip()) == (2, "批注稿要写到文件里，请加 -o 批注稿.docx。")


def test_without_any_source_the_draft_is_held_against_itself(folder: Path) -> None:
    done = run(folder, str(folder / "wrong.txt"))
    assert done.exit_code == 0
    assert "只核对稿内" in done.stderr


def test_the_ledger_and_files_are_not_mixed(folder: Path) -> None:
    done = run(folder, str(folder / "wrong.txt"), "--against", "database", "--against", str(folder / "source.txt"))
    assert done.exit_code == 2
    assert "请分两次核对" in done.stderr
