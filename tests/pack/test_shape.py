"""A pack holds the keys regions/README.md names and no others, its codes are unique and its references resolve."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liantu.ledger.names import fold

Check = Callable[[Any], bool]
REGIONS = Path(__file__).parents[2] / "regions"


def text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == value.strip()


def number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def day(value: Any) -> bool:
    return type(value) is date


def flag(value: Any) -> bool:
    return isinstance(value, bool)


def names(value: Any) -> bool:
    return isinstance(value, list) and all(map(text, value)) and len(set(value)) == len(value)


def shape(pattern: str) -> Check:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def one_of(*words: str) -> Check:
    return lambda value: value in words


def or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


code, colour, mark = shape("[a-z0-9]+(-[a-z0-9]+)*"), shape("#[0-9A-F]{6}"), one_of("A", "B", "C", "D")
measure = shape("[a-z]+(_[a-z]+)*")
area = shape("CN|[1-9][0-9]{5}")
named: dict[str, Check] = {"code": code, "name": text, "name_en": text}

SCHEMA: dict[str, dict[str, Check]] = {
    "taxonomies": named
    | {"issuer": text, "region": area, "valid_from": day, "valid_to": or_null(day), "certainty": mark, "source": text},
    "offices": named | {"short": text},
    "clusters": named
    | {"taxonomy": code, "group": number, "order": number, "aliases?": names, "icon?": code, "hue?": colour}
    | {"hue_dark?": colour, "tint?": colour, "office?": code, "main_indicators?": names},
    "mappings": {"source": code, "taxonomy": code, "to": or_null(code), "certainty": mark, "note": text}
    | {"kind": one_of("same", "part", "none", "unknown")},
    "indicators": named
    | {"code": measure, "unit": text, "nature": one_of("flow", "stock"), "price": one_of("nominal", "real", "none")}
    | {"scope": text, "issuer": text, "valid_from": or_null(day), "valid_to": or_null(day), "synonyms": names},
    "enterprises": named
    | {"full_name": or_null(text), "credit_code": or_null(shape("[0-9A-Z]{18}")), "aliases": names}
    | {"cluster": or_null(code)},
    "carriers": named
    | {"kind": one_of("park", "building", "scenic", "street", "camp"), "within": or_null(code)}
    | {"cluster": or_null(code), "address": or_null(text), "aliases": names},
    "events": named | {"kind": one_of("signing", "fair"), "held_on": or_null(day), "aliases": names},
    "documents": {"file": text, "title": text, "title_en": text, "published": day, "issuer": text}
    | {"office": or_null(code), "kind": one_of("bulletin", "page", "plan", "notice"), "note": text},
}
HEAD: dict[str, Check] = {
    "code": code, "home": area, "language": text, "public": flag, "taxonomy": code, "demo_password": text,
    "regions": lambda value: isinstance(value, list), "people": lambda value: isinstance(value, list),
}  # fmt: skip
REGION: dict[str, Check] = named | {"code": area, "level": one_of("nation", "city", "district")}
REGION |= {"parent": or_null(area), "aliases": names}
PERSON: dict[str, Check] = {"username": code, "name": text, "name_en": text, "offices": names}
PERSON |= {"role": one_of("officer", "leader", "reviewer", "administrator")}


def faults(row: dict[str, Any], schema: dict[str, Check]) -> list[str]:
    """What is missing, strange or ill-formed in a row, in words."""
    known = {key.removesuffix("?"): check for key, check in schema.items()}
    missing = [f"{key} is missing" for key in schema if not key.endswith("?") and key not in row]
    strange = [f"{key} is not a key" for key in row if key not in known]
    wrong = [f"{key} cannot be {row[key]!r}" for key, check in known.items() if key in row and not check(row[key])]
    return missing + strange + wrong


def test_the_checker_finds_what_is_wrong() -> None:
    row = {"code": "Bad Code", "name": "", "nmae_en": "x"}
    assert faults(row, named) == [
        "name_en is missing", "nmae_en is not a key", "code cannot be 'Bad Code'", "name cannot be ''",
    ]  # fmt: skip


@pytest.mark.parametrize("noun", SCHEMA)
def test_every_row_has_the_keys_of_its_noun(pack: Any, noun: str) -> None:
    for row in pack.rows[noun]:
        assert faults(row, SCHEMA[noun]) == [], row


def test_the_head_names_regions_and_people_in_full(pack: Any) -> None:
    assert faults(pack.head, HEAD) == []
    for row in pack.head["regions"]:
        assert faults(row, REGION) == [], row
    for row in pack.head["people"]:
        assert faults(row, PERSON) == [], row


def test_a_code_names_one_row(pack: Any) -> None:
    for noun in set(SCHEMA) - {"mappings", "documents"}:
        again = [code for code, count in Counter(row["code"] for row in pack.rows[noun]).items() if count > 1]
        assert again == [], noun
    assert len({row["username"] for row in pack.head["people"]}) == len(pack.head["people"])
    targets = [(row["source"], row["taxonomy"], row["to"]) for row in pack.rows["mappings"]]
    assert len(set(targets)) == len(targets)


def test_a_name_belongs_to_one_thing(pack: Any) -> None:
    owners: dict[str, set[str]] = {}
    things = [("region", pack.head["regions"])]
    things += [(noun, pack.rows[noun]) for noun in ("clusters", "enterprises", "carriers", "events")]
    for noun, rows in things:
        for row in rows:
            called = {row["name"], *row.get("aliases", []), *filter(None, [row.get("full_name")])}
            for name in called:
                owners.setdefault(fold(name), set()).add(f"{noun} {row['code']}")
    assert {name: owner for name, owner in owners.items() if len(owner) > 1} == {}


def test_a_word_belongs_to_one_indicator(pack: Any) -> None:
    words = Counter(word for row in pack.rows["indicators"] for word in set(map(fold, [row["name"], *row["synonyms"]])))
    assert [word for word, count in words.items() if count > 1] == []


def test_every_reference_resolves(pack: Any) -> None:
    regions = {row["code"] for row in pack.head["regions"]}
    clusters, offices, indicators = pack.codes("clusters"), pack.codes("offices"), pack.codes("indicators")
    taxonomies = pack.codes("taxonomies")
    assert pack.head["home"] in regions
    assert pack.head["taxonomy"] in taxonomies
    assert {row["parent"] for row in pack.head["regions"]} <= regions | {None}
    assert {office for row in pack.head["people"] for office in row["offices"]} <= offices
    assert {row["region"] for row in pack.rows["taxonomies"]} <= regions
    assert {row["taxonomy"] for row in pack.rows["clusters"] + pack.rows["mappings"]} <= taxonomies
    assert {row.get("office") for row in pack.rows["clusters"]} <= offices | {None}
    assert {code for row in pack.rows["clusters"] for code in row.get("main_indicators", [])} <= indicators
    assert {row["source"] for row in pack.rows["mappings"]} <= clusters
    assert {row["cluster"] for row in pack.rows["enterprises"] + pack.rows["carriers"]} <= clusters | {None}
    assert {row["within"] for row in pack.rows["carriers"]} <= pack.codes("carriers") | {None}
    assert {row["office"] for row in pack.rows["documents"]} <= offices | {None}
    for row in pack.rows["documents"]:
        assert (pack.folder / row["file"]).is_file(), row["file"]


def test_an_area_stands_after_the_one_it_belongs_to(pack: Any) -> None:
    seen: set[str | None] = {None}
    for row in pack.head["regions"]:
        assert row["parent"] in seen
        seen.add(row["code"])


def test_a_mapping_is_either_known_or_says_it_is_not(pack: Any) -> None:
    taxonomy = {row["code"]: row["taxonomy"] for row in pack.rows["clusters"]}
    for row in pack.rows["mappings"]:
        assert (row["to"] is not None) == (row["kind"] in {"same", "part"}), row
        if row["to"]:
            assert taxonomy[row["to"]] == row["taxonomy"] != taxonomy[row["source"]], row


def test_every_cluster_on_the_cockpit_can_be_drawn_and_has_an_office(pack: Any) -> None:
    shown = [row for row in pack.rows["clusters"] if row["taxonomy"] == pack.head["taxonomy"]]
    assert shown
    assert [row["order"] for row in shown] == list(range(1, len(shown) + 1))
    for row in shown:
        needed = {"icon", "hue", "hue_dark", "tint", "office", "main_indicators"}
        assert needed <= row.keys(), row["code"]


def luminance(hexed: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(hexed[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_hues_can_be_read_on_cards_and_tiles(pack: Any) -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    for row in pack.rows["clusters"]:
        if "hue" in row:
            assert contrast(row["hue"], "#FFFFFF") >= 4.5, row["code"]
            assert contrast(row["hue_dark"], "#16212B") >= 4.5, row["code"]
            assert contrast(row["hue"], row["tint"]) >= 3, row["code"]


def test_the_guide_names_every_key(pack: Any) -> None:
    guide = (REGIONS / "README.md").read_text("utf-8")
    keys = {key.removesuffix("?") for schema in (*SCHEMA.values(), HEAD, REGION, PERSON) for key in schema}
    words = set(re.findall(r"[a-z_]+", guide))
    assert keys - words == set()
