"""Signing in: the one page nobody needs a name for."""

import pytest
from django.test import Client

from liantu.ledger.models import Office
from liantu.ledger.pack import Person
from tests.town import PASSWORD, Town, build


@pytest.fixture
def town(db: None) -> Town:
    return build()


def test_wang_min_signs_in_and_comes_to_where_she_was_going(town: Town, client: Client) -> None:
    answer = client.get("/clusters/")
    assert answer.status_code == 302
    form = {"username": "wangmin", "password": PASSWORD, "next": "/clusters/"}
    assert client.post(answer.url, form).url == "/clusters/"
    assert "王敏" in client.get("/clusters/").content.decode()


def test_a_wrong_password_keeps_the_name_and_says_so(town: Town, client: Client) -> None:
    page = client.post("/sign-in/", {"username": "wangmin", "password": "guess"}).content.decode()
    assert "用户名或密码不对" in page
    assert 'value="wangmin"' in page
    assert "guess" not in page


def test_signing_out_ends_it(town: Town, client: Client) -> None:
    client.force_login(town.people["wangmin"])
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").url == "/sign-in/"
    assert client.get("/").status_code == 302


def test_a_guest_is_only_offered_where_the_pack_is_public(town: Town, client: Client) -> None:
    assert "访客" not in client.get("/sign-in/").content.decode()
    town.open_to_all()
    assert "访客" in client.get("/sign-in/").content.decode()


def test_the_sign_in_page_shows_nothing_of_the_ledger(town: Town, client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert "某区" not in page
    assert 'class="side"' not in page


def test_nobody_is_sent_to_another_house_after_signing_in(town: Town, client: Client) -> None:
    form = {"username": "wangmin", "password": PASSWORD, "next": "https://example.com/"}
    assert client.post("/sign-in/", form).url == "/"


OFFICE = Office(code="mat", name="新材料产业办", name_en="New Materials Office")


def test_the_demo_names_whom_to_sign_in_as_and_no_other_house_does(town: Town, client: Client, settings) -> None:
    settings.LIANTU_DEMO_PEOPLE = (Person("wangmin", "王敏", "officer", (OFFICE,), "a-demo-password"),)
    assert "a-demo-password" not in client.get("/sign-in/").content.decode()
    town.open_to_all()
    page = client.get("/sign-in/").content.decode()
    assert "a-demo-password" in page
    assert "新材料产业办" in page
    assert "New Materials Office" in client.get("/sign-in/?lang=en").content.decode()
    settings.LIANTU_DEMO_PEOPLE = ()
    assert "wangmin" not in client.get("/sign-in/").content.decode()
