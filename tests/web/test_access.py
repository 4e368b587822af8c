"""The login wall: default deny, on every address there is."""

import pytest
from django.test import Client

from tests.addresses import addresses
from tests.town import build

pytestmark = pytest.mark.django_db
OPEN = {"sign-in", "sign-out", "healthz"}


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_nobody_unsigned_reads_anything(client: Client, address: object) -> None:
    response = client.get(address.path())
    if address.name in OPEN:
        assert response.status_code in {200, 405}
    elif address.path().startswith("/api/"):
        assert response.status_code == 401
        assert response.json() == {"error": "请先登录。"}
    else:
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/sign-in/?next=/")


def test_an_address_that_does_not_exist_tells_an_unsigned_visitor_nothing(client: Client) -> None:
    assert client.get("/no/such/page/").headers["Location"].startswith("/sign-in/")
    assert client.get("/api/no-such").status_code == 401


def test_a_fragment_asked_for_without_a_session_sends_the_whole_page_to_sign_in(client: Client) -> None:
    response = client.get("/", HTTP_HX_REQUEST="true", HTTP_HX_CURRENT_URL="https://evil.example/figures/?q=a")
    assert (response.status_code, response.headers["HX-Redirect"]) == (401, "/sign-in/?next=/figures/%3Fq%3Da")


def test_in_a_public_pack_the_guest_reads(client: Client) -> None:
    build().open_to_all()
    assert client.get("/").status_code == 200
    assert client.get("/api/cockpit").status_code == 200


def test_an_account_out_of_use_loses_its_session_at_once(client: Client) -> None:
    person = build().people["wangmin"]
    client.force_login(person)
    assert client.get("/").status_code == 200
    person.is_active = False
    person.save()
    assert client.get("/").status_code == 302


def test_an_address_that_does_not_exist_says_so_to_a_signed_in_person(client: Client) -> None:
    client.force_login(build().people["zhaoju"])
    missing = client.get("/no/such/page/")
    assert missing.status_code == 404
    assert "没有这个页面" in missing.content.decode()
    assert client.get("/api/no-such").json() == {"error": "没有这个页面。请检查网址，或从驾驶舱重新进入。"}


def test_an_account_without_a_role_reads_nothing_and_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(build().people["stranger"])
    refused = client.get("/")
    assert refused.status_code == 403
    assert "请联系管理员" in refused.content.decode()
    assert "小面" not in refused.content.decode()
    assert client.get("/api/cockpit").status_code == 403
