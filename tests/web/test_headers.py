"""Every response carries the whole list of headers, whoever made it."""

import pytest
from django.test import Client

from tests.town import build

pytestmark = pytest.mark.django_db
EXPECTED = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/nowhere/", "/api/openapi.json", "/static/web/nothing.css"])
def test_every_response_carries_the_security_headers(client: Client, path: str) -> None:
    response = client.get(path)
    assert {name: response.headers.get(name) for name in EXPECTED} == EXPECTED
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/api/cockpit"])
def test_a_page_with_figures_is_kept_nowhere(client: Client, path: str) -> None:
    build().open_to_all()
    assert "no-store" in client.get(path).headers["Cache-Control"]


def test_over_https_the_browser_is_told_to_stay_there(client: Client, settings: object) -> None:
    settings.SECURE_HSTS_SECONDS = 31536000
    assert client.get("/sign-in/", secure=True).headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in client.get("/sign-in/").headers
