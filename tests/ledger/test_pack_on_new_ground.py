"""A pack in an empty ledger: loaded twice, and another district's."""

from pathlib import Path

import pytest
import yaml
from django.apps import apps

from liantu.ledger.models import Entry, Indicator, Subject
from liantu.ledger.pack import Step, load
from liantu.review.models import Document, Fact
from tests.district import PACK

pytestmark = pytest.mark.django_db


def counts() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in {"review", "ledger", "auth"} and model._meta.managed
    }


def test_a_pack_loaded_twice_adds_nothing_not_even_history() -> None:
    steps: list[Step] = []
    loaded = load(PACK, steps.append)
    assert [(step.done, step.total) for step in steps] == [(n, len(steps)) for n in range(1, len(steps) + 1)]
    assert loaded.new_documents == len(steps) == Document.objects.count()
    assert loaded.new_facts == Fact.objects.count() > 50
    before = counts()
    again = load(PACK)
    assert counts() == before
    assert (again.counts, again.new_documents, again.new_facts) == (loaded.counts, 0, 0)


def test_another_district_is_another_pack(tmp_path: Path) -> None:
    head = {
        "code": "elsewhere", "home": "999999", "public": False, "taxonomy": "two",
        "regions": [{"code": "999999", "name": "某区", "level": "district", "parent": None}],
    }  # fmt: skip
    nouns: dict[str, list[dict[str, object]]] = {
        "offices": [{"code": "one", "name": "一办"}],
        "taxonomies": [{"code": "two", "name": "一产业", "valid_from": "2024-01-01", "certainty": "A"}],
        "indicators": [{"code": "output", "name": "产值", "unit": "元", "nature": "flow", "price": "nominal"}],
        "clusters": [{"code": "tea", "taxonomy": "two", "name": "茶产业", "group": 1, "order": 1, "office": "one",
                      "main_indicators": ["output"]}],
        "documents": [{"file": "tea.txt", "title": "茶", "published": "2024-03-01"}],
        "enterprises": [], "carriers": [], "events": [], "mappings": [],
    }  # fmt: skip
    (tmp_path / "pack.yaml").write_text(yaml.safe_dump(head, allow_unicode=True), "utf-8")
    for noun, rows in nouns.items():
        text = yaml.safe_dump(rows, allow_unicode=True).replace("'2024-01-01'", "2024-01-01")
        (tmp_path / f"{noun}.yaml").write_text(text.replace("'2024-03-01'", "2024-03-01"), "utf-8")
    (tmp_path / "tea.txt").write_text("# 某区简报\n2024年1-2月，某区茶产业产值5亿元，同比增长3%。", "utf-8")
    load(tmp_path)
    assert [(entry.subject.code, entry.value, entry.yoy) for entry in Entry.objects.current()] == [("tea", 5, 3)]
    assert Subject.objects.count() == 2
    assert Indicator.objects.count() == 1
