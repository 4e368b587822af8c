"""The glossary speaks of what is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_word_of_the_code_column_stands_in_the_code_or_a_pack() -> None:
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "regions").rglob("*.yaml")]
    known = set(re.findall(r"[A-Za-z_]+", "\n".join(path.read_text("utf-8") for path in files)))
    rows = [line.strip("|").split("|") for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()]
    named = [word for row in rows if len(row) == 4 for word in re.findall(r"`([^`]+)`", row[2])]
    assert len(named) > 60
    assert [word for word in named if not set(re.findall(r"[A-Za-z_]+", word)) <= known] == []
