"""Light, dark or as the system, without a flash and without a script."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_the_theme_is_in_the_first_bytes_and_remembered(client: Client, theme: str) -> None:
    assert f'data-theme="{theme}"' in client.get(f"/sign-in/?theme={theme}").content.decode()
    assert f'data-theme="{theme}"' in client.get("/sign-in/").content.decode()


def test_paper_is_light_unless_asked_otherwise(client: Client) -> None:
    assert 'data-theme="light"' in client.get("/sign-in/").content.decode()
    assert 'data-theme="light"' in client.get("/sign-in/?theme=plaid").content.decode()


def test_the_cookie_is_out_of_reach_of_scripts(client: Client) -> None:
    cookie = client.get("/sign-in/?theme=dark").cookies["liantu_theme"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
