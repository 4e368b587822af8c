"""Signing in: rotation, no enumeration, only local returns, and slow for whoever guesses."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from liantu.web import throttle
from liantu.web.models import SignInFailure

pytestmark = pytest.mark.django_db
PASSWORD = "right-as-rain-42"


@pytest.fixture
def person() -> User:
    return User.objects.create_user("wangmin", password=PASSWORD, first_name="王敏")


def sign_in(client: Client, password: str = PASSWORD, name: str = "wangmin", **more: str) -> object:
    return client.post("/sign-in/", {"username": name, "password": password, **more.pop("form", {})}, **more)


def test_the_right_password_opens_and_a_new_session_begins(client: Client, person: User) -> None:
    client.get("/sign-in/")
    session = client.session
    session["seen"] = "before"
    session.save()
    before = session.session_key
    client.cookies["liantu_session"] = before
    assert sign_in(client).status_code == 302
    assert client.session.session_key != before
    assert client.session["_auth_user_id"] == str(person.pk)


def test_five_wrong_passwords_close_the_account_to_this_address_only(client: Client, person: User) -> None:
    for _ in range(throttle.LIMIT):
        assert "用户名或密码不对" in sign_in(client, "wrong").content.decode()
    assert "失败次数过多" in sign_in(client).content.decode()
    assert "_auth_user_id" not in client.session
    assert sign_in(Client(), REMOTE_ADDR="10.1.2.3").status_code == 302


def test_a_closed_account_opens_again_after_a_while(
    client: Client, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(throttle.LIMIT):
        sign_in(client, "wrong")
    later = timezone.now() + throttle.WINDOW + timedelta(seconds=1)
    monkeypatch.setattr(throttle.timezone, "now", lambda: later)
    assert sign_in(client).status_code == 302


def test_a_success_forgets_the_failures_before_it(client: Client, person: User) -> None:
    for _ in range(throttle.LIMIT - 1):
        sign_in(client, "wrong")
    assert sign_in(client).status_code == 302
    client.post("/sign-out/")
    for _ in range(throttle.LIMIT - 1):
        sign_in(client, "wrong")
    assert sign_in(client).status_code == 302


def test_nobody_learns_which_names_exist(client: Client, person: User) -> None:
    User.objects.create_user("retired", password=PASSWORD, is_active=False)
    said = {name: errors_of(sign_in(client, "wrong", name)) for name in ("wangmin", "nobody", "retired")}
    said["retired, right password"] = errors_of(sign_in(client, PASSWORD, "retired"))
    assert len(set(said.values())) == 1, said
    for _ in range(throttle.LIMIT):
        last = sign_in(client, "wrong", "nobody")
    assert "失败次数过多" in last.content.decode() or "失败次数过多" in sign_in(client, "x", "nobody").content.decode()


def errors_of(response: object) -> str:
    return str(response.context["form"].non_field_errors())


def test_one_address_trying_many_names_is_closed_too(
    client: Client, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "ADDRESS_LIMIT", 6)
    for number in range(6):
        sign_in(client, "wrong", f"name{number}")
    assert "失败次数过多" in sign_in(client).content.decode()


def test_what_was_typed_is_never_kept(client: Client, person: User) -> None:
    sign_in(client, "my-secret", "my-name")
    kept = " ".join(str(value) for row in SignInFailure.objects.values() for value in row.values())
    assert "my-secret" not in kept
    assert "my-name" not in kept


def test_behind_a_proxy_the_visitor_is_who_the_proxy_says(client: Client, person: User, settings: object) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    forged = {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 10.0.0.9"}
    for _ in range(throttle.LIMIT):
        sign_in(client, "wrong", **forged)
    assert "失败次数过多" in sign_in(client, HTTP_X_FORWARDED_FOR="7.7.7.7, 10.0.0.9").content.decode()
    assert sign_in(client, HTTP_X_FORWARDED_FOR="10.0.0.10").status_code == 302


def test_without_a_proxy_its_header_is_not_believed(client: Client, person: User) -> None:
    for number in range(throttle.LIMIT):
        sign_in(client, "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
    assert "失败次数过多" in sign_in(client, HTTP_X_FORWARDED_FOR="10.0.0.99").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "https:evil.example", "/\\evil.example"]
)
def test_signing_in_never_leads_off_the_site(client: Client, person: User, elsewhere: str) -> None:
    assert sign_in(client, form={"next": elsewhere}).headers["Location"] == "/"


def test_signing_in_returns_where_one_was_going(client: Client, person: User) -> None:
    assert sign_in(client, form={"next": "/figures/?q=1"}).headers["Location"] == "/figures/?q=1"


def test_signing_out_is_a_post_and_ends_the_session(client: Client, person: User) -> None:
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    assert "_auth_user_id" in client.session
    client.post("/sign-out/")
    assert "_auth_user_id" not in client.session
