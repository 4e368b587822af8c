"""The region pack: loaded whole, once, and refused in one sentence."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction

from liantu.errors import CannotRead
from liantu.ledger.models import Cluster, Enterprise, Entry, Taxonomy
from liantu.ledger.pack import Loaded, load
from liantu.review.models import Fact
from tests.district import PACK


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Loaded]:
    """The pack, loaded once for the tests of this file inside a transaction that ends with them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(PACK)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def loaded(once: Loaded, db: None) -> Loaded:
    return once


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pack to spoil."""
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


def counts() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in {"review", "ledger", "auth"} and model._meta.managed
    }


def change(folder: Path, noun: str, do: Callable[[list], None]) -> None:
    path = folder / f"{noun}.yaml"
    rows = yaml.safe_load(path.read_text("utf-8"))
    do(rows)
    path.write_text(yaml.safe_dump(rows, allow_unicode=True), "utf-8")


def test_the_documents_of_the_pack_reach_the_clusters() -> None:
    told = Entry.objects.current().filter(subject__kind="cluster", kind="actual", aspect="level")
    assert {entry.subject.code for entry in told} == {"data", "bio", "eco", "mat", "noo", "svc"}
    assert all(fact.document.text[fact.span_start : fact.span_end] for fact in Fact.objects.select_related("document"))


def test_the_people_of_the_pack_may_sign_in_with_the_demo_password(loaded: Loaded) -> None:
    people = loaded.people
    assert [person.role for person in people] == ["officer", "officer", "leader", "reviewer", "administrator"]
    assert all(User.objects.get(username=one.username).check_password(one.password) for one in people)
    wang = User.objects.get(username="wangmin")
    wang.set_password("changed-since")
    wang.save()
    load(PACK)
    wang.refresh_from_db()
    assert wang.check_password("changed-since")


def test_a_changed_name_is_changed_and_its_history_kept(folder: Path) -> None:
    change(folder, "enterprises", lambda rows: rows[0].update(full_name="某某数字技术股份有限公司"))
    load(folder)
    firm = Enterprise.objects.get(subject__code="hikvision")
    assert firm.full_name == "某某数字技术股份有限公司"
    events = firm.events.order_by("pgh_id")
    assert [(one.pgh_label, one.full_name) for one in events] == [
        ("insert", ""),
        ("update", "某某数字技术股份有限公司"),
    ]


def test_a_new_alias_places_what_waited(folder: Path) -> None:
    before = Entry.objects.current().count()
    change(folder, "clusters", lambda rows: rows[0].update(aliases=[]))
    load(folder)
    assert Entry.objects.current().count() < before
    load(PACK)
    assert Entry.objects.current().count() == before


def test_one_cut_opens_the_cockpit() -> None:
    assert Taxonomy.objects.get(opening=True).code == "ddk-5-2"
    assert Cluster.objects.filter(taxonomy__code="ddk-5-2").count() == 7


FAULTS = {
    "no office": ("clusters", lambda rows: rows[0].update(office="nowhere"), "clusters.yaml 第 1 条（data）的 office"),
    "no name": ("clusters", lambda rows: rows[2].update(name=None), "clusters.yaml 第 3 条（eco）的 name 不能为空"),
    "twice": ("offices", lambda rows: rows.append(rows[0]), "offices.yaml 第 9 条（data-office）的 code 重复了"),
    "a number": (
        "events",
        lambda rows: rows[0].update(name=5),
        "events.yaml 第 1 条（signing-2023-3）的 name 要写成文字",
    ),
    "no day": (
        "taxonomies",
        lambda rows: rows[0].update(valid_from="去年"),
        "taxonomies.yaml .* valid_from 要写成日期",
    ),
    "backwards": (
        "taxonomies",
        lambda rows: rows[0].update(valid_to=rows[0]["valid_from"]),
        "taxonomies.yaml .* valid_to 要晚于",
    ),
    "no kind": ("indicators", lambda rows: rows[0].update(nature="both"), "indicators.yaml .* nature 没有「both」"),
    "no list": (
        "indicators",
        lambda rows: rows[0].update(synonyms="营收"),
        "indicators.yaml .* synonyms 要写成文字的列表",
    ),
    "no order": ("clusters", lambda rows: rows[0].update(order="first"), "clusters.yaml .* order 要写一个整数"),
    "no target": ("mappings", lambda rows: rows[0].update(to=None), "mappings.yaml 第 1 条的 to 不能为空"),
    "a target": (
        "mappings",
        lambda rows: rows[0].update(kind="unknown"),
        "mappings.yaml 第 1 条的 to 在 kind 为 unknown 时要留空",
    ),
    "no file": (
        "documents",
        lambda rows: rows[0].update(file="documents/none.txt"),
        "documents.yaml .* file 不在区域包里",
    ),
    "outside": (
        "documents",
        lambda rows: rows[0].update(file="../../../etc/hosts"),
        "documents.yaml .* file 不在区域包里",
    ),
    "itself": ("carriers", lambda rows: rows[0].update(within="jianqiao"), "carriers.yaml .* within 不能是自己"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_by_file_row_and_key_and_nothing_is_stored(folder: Path, fault: str) -> None:
    noun, spoil, sentence = FAULTS[fault]
    change(folder, noun, spoil)
    before = counts()
    with pytest.raises(CannotRead, match=sentence):
        load(folder)
    assert counts() == before


def test_a_broken_or_missing_file_is_told_by_its_name(folder: Path) -> None:
    (folder / "offices.yaml").write_text("- {code: a, name: [", "utf-8")
    with pytest.raises(CannotRead, match=r"offices\.yaml 不是可读的 YAML"):
        load(folder)
    (folder / "offices.yaml").unlink()
    with pytest.raises(CannotRead, match=r"没有 offices\.yaml"):
        load(folder)
    with pytest.raises(CannotRead, match="没有区域包"):
        load(folder / "nowhere")
