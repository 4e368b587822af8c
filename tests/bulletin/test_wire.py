import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from liantu.bulletin import Document, read, wire
from liantu.cli import group

PAGE = "# 乙山区快报\r\n\r\n今年1-10月，乙山区实现产值5.25亿元，同比增长3%。\r\n企业近200家。"
PUBLISHED = date(2023, 12, 22)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_a_figure_is_never_rounded_on_its_way_out(value: Decimal) -> None:
    written = json.loads(json.dumps(wire.number(value)), parse_float=Decimal)
    assert Decimal(written) == value


def test_the_contract_has_exactly_its_keys() -> None:
    document = Document.from_text(PAGE)
    told = json.loads(wire.to_json(document, read(document, PUBLISHED)))
    assert set(told) == {"document", "facts", "relations", "numbers", "conflicts"}
    assert set(told["document"]) == {"id", "title", "published", "text"}
    assert told["document"]["text"] == PAGE
    wanted = (
        "id subject measure aspect value value_low value_high unit value_base unit_base qualifier period_text period_start "
        "period_end modality yoy base rule confidence span quotes"
    ).split()
    fact = told["facts"][0]
    assert set(fact) == set(wanted)
    assert (fact["value"], fact["value_base"], fact["yoy"], fact["period_end"]) == (5.25, 525000000, 3, "2023-10-31")
    start, end = fact["span"]
    assert PAGE[start:end] == "5.25亿元"


def test_the_table_shows_every_fact_with_its_place() -> None:
    document = Document.from_text(PAGE)
    reading = read(document, PUBLISHED)
    console = Console(width=200, record=True)
    console.print(wire.to_table(document, reading))
    shown = console.export_text()
    assert all(f"{fact.span.start}:{fact.span.end}" in shown for fact in reading.facts)


def test_the_command_writes_the_file_as_it_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "快报.txt"
    path.write_bytes(PAGE.encode())
    result = CliRunner().invoke(group, ["read", str(path), "--published", "2023-12-22", "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"]["text"] == PAGE


def test_the_command_prints_a_table_by_default(tmp_path: Path) -> None:
    path = tmp_path / "快报.txt"
    path.write_bytes(PAGE.encode())
    result = CliRunner().invoke(group, ["read", str(path), "--published", "2023-12-22"])
    assert result.exit_code == 0
    assert "产值" in result.stdout


@pytest.mark.parametrize("arguments", [["没有.txt"], ["快报.txt", "--published", "昨天"]])
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "快报.txt").write_bytes(PAGE.encode())
    result = CliRunner().invoke(group, ["read", str(tmp_path / arguments[0]), *arguments[1:]])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert len(result.output.strip().splitlines()) == 1
