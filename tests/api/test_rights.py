"""Who may write: every route of the pages and the API that takes a write, tried by everyone it is not for.

A new write route without a line in `WRITES` fails the first test.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from liantu.review import desk
from liantu.review.models import Decision, Document
from tests.addresses import Address, addresses
from tests.town import PASSWORD, Town

METHODS = ("post", "put", "patch", "delete")
JSON = "application/json"
# 王敏 keeps 小面, 李强 another office; 赵局 reads all; 路人 has an account and no role; "" is nobody, or the guest.
OUTSIDE = ("", "stranger", "zhaoju")
OTHERS = (*OUTSIDE, "liqiang")


@dataclass(frozen=True)
class Write:
    """One write: what is sent about 王敏's figure, by whom it is done, and by whom it is refused."""

    sent: Callable[[Town], dict[str, Any]]
    done_by: str = "wangmin"
    refused: tuple[str, ...] = OTHERS
    blanks: Callable[[Town], dict[str, str]] = lambda _: {}
    json: bool = False


def accepted(town: Town) -> str:
    """The batch of a decision 陈审 has made on 王敏's figure."""
    return str(desk.decide([town.mine], "accept", by=town.people["chenshen"]))


def file(_: Town) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("a.txt", "全区企业5家。".encode()), "published": "2023-12-01", "title": "简报"}


def draft(_: Town) -> dict[str, Any]:
    return {"text": "2023年1-10月，小面产业营业收入12.50亿元。", "published": "2023-12-01"}


WRITES: dict[str, Write | None] = {
    # None: open to everybody, and tested by itself.
    "sign-in": None,
    "sign-out": None,
    "decide": Write(lambda town: {"verdict": "accept", "fact": town.mine.pk}),
    "undo": Write(lambda town: {"batch": accepted(town)}),
    "correct": Write(
        lambda town: {
            "value": "12.6",
            "unit": "亿元",
            "reason": "笔误",
            "yoy": "6.1",
            "modality": "actual",
            "subject_code": "cluster/noodle",
            "indicator_code": "revenue",
            "period_start": "2023-01-01",
            "period_end": "2023-10-31",
        },
        blanks=lambda town: {"pk": str(town.mine.pk)},
    ),
    "upload": Write(file, refused=OUTSIDE),
    "document-reread": Write(
        lambda town: {},
        done_by="chenshen",
        refused=(*OTHERS, "wangmin"),
        blanks=lambda town: {"key": town.document.pk},
    ),
    "document-propose": Write(
        lambda town: {},
        done_by="chenshen",
        refused=(*OTHERS, "wangmin"),
        blanks=lambda town: {"key": town.document.pk},
    ),
    # A draft is checked and forgotten: any signed-in reader may ask, and nothing is kept.
    "check": Write(draft, done_by="zhaoju", refused=("", "stranger")),
    "/api/check": Write(draft, done_by="zhaoju", refused=("", "stranger")),
    "/api/documents": Write(file, refused=OUTSIDE),
    "/api/desk/decisions": Write(lambda town: {"verdict": "accept", "facts": [town.mine.pk]}, json=True),
    "/api/desk/undo": Write(lambda town: {"batch": accepted(town)}, json=True),
}


@pytest.fixture(autouse=True)
def a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """One is configured; it is never reached, for the town's document holds no unread figure."""
    monkeypatch.setenv("LIANTU_MODEL_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("LIANTU_MODEL", "none")


def label(address: Address) -> str:
    return address.path() if address.route.startswith("api/") else address.name


def counts() -> dict[str, int]:
    models = [model for model in apps.get_models(include_auto_created=True) if model is not Session]
    return {model._meta.label: model._default_manager.count() for model in models if model._meta.managed}


def send(client: Client, write: Write, address: Address, town: Town) -> Any:
    path, sent = address.path(**write.blanks(town)), write.sent(town)
    before = counts()
    response = client.post(path, sent, content_type=JSON) if write.json else client.post(path, sent)
    return response, before


def test_every_write_route_is_known(as_: Callable[..., Client], town: Town) -> None:
    taken = set()
    for address in addresses():
        if address.name == "api:api-root":  # ninja's own, and it answers nothing but 404
            continue
        for method in METHODS:
            client = as_("admin" if getattr(address.view, "login_required", True) else "")
            client.raise_request_exception = False
            if getattr(client, method)(address.path()).status_code != 405:
                taken.add(label(address))
                assert method == "post", f"{address}: {method}"
    assert taken == set(WRITES)


@pytest.mark.parametrize("public", [False, True], ids=["closed", "public"])
@pytest.mark.parametrize("name", [name for name, write in WRITES.items() if write])
def test_nobody_else_writes(as_: Callable[..., Client], town: Town, name: str, public: bool) -> None:
    write, address = WRITES[name], by_label(name)
    assert write is not None
    if public:
        town.open_to_all()
    for who in write.refused:
        response, before = send(as_(who), write, address, town)
        refused = response.status_code in {401, 403} or response.headers.get("Location", "").startswith("/sign-in/")
        assert refused, f"{who}: {response.status_code} {response.content[:300]!r}"
        assert counts() == before, who


@pytest.mark.parametrize("name", [name for name, write in WRITES.items() if write])
def test_those_it_is_for_do_write(as_: Callable[..., Client], town: Town, name: str) -> None:
    write, address = WRITES[name], by_label(name)
    assert write is not None
    response, before = send(as_(write.done_by), write, address, town)
    assert response.status_code in {200, 201, 302}, response.content.decode()
    assert not response.headers.get("Location", "").startswith("/sign-in/")
    if name in {"check", "/api/check"}:
        assert counts() == before
    elif name not in {"document-reread", "document-propose"}:  # the same reader reads the same and adds nothing
        assert counts() != before


@pytest.mark.parametrize("name", list(WRITES))
def test_no_write_without_the_page_s_token(as_: Callable[..., Client], town: Town, name: str) -> None:
    write, address = WRITES[name], by_label(name)
    client = as_("chenshen" if write else "", enforce_csrf_checks=True)
    if write is None:
        before = counts()
        response = client.post(address.path(), {"username": "wangmin", "password": PASSWORD})
    else:
        response, before = send(client, write, address, town)
    assert response.status_code == 403
    assert counts() == before
    assert not Decision.objects.filter(by=town.people["wangmin"]).exists()
    assert Document.objects.count() == 1


def by_label(name: str) -> Address:
    return next(address for address in addresses() if label(address) == name)
