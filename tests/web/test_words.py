from datetime import date
from pathlib import Path

from liantu.bulletin import Document, read
from liantu.web.words import ASPECTS, KINDS, PREDICATES, RULES, USES, word

HERE = Path(__file__).resolve().parents[2]
PAPERS = sorted([*HERE.glob("regions/*/documents/*"), *HERE.glob("tests/bulletins/*.txt")])


def test_whatever_the_reader_finds_has_a_word_on_the_page() -> None:
    assert len(PAPERS) > 10
    for path in PAPERS:
        found = read(Document.open(path), date(2023, 12, 29))
        assert {fact.rule for fact in found.facts} <= set(RULES)
        assert {fact.aspect.value for fact in found.facts} <= set(ASPECTS)
        assert {fact.modality.value for fact in found.facts} <= set(KINDS)
        assert {relation.predicate for relation in found.relations} <= set(PREDICATES)
        assert {number.use.value for number in found.numbers} <= set(USES)


def test_a_key_of_no_list_stands_for_itself() -> None:
    assert word(RULES, "level") == "水平句"
    assert word(RULES, "a new one") == "a new one"
