"""What a site set up with nothing but its defaults gives away, and what it keeps."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from liantu.site.database import ROOT

ASK = """
import json
from django.conf import settings
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def settings_under(var: Path, **environment: str) -> dict[str, Any]:
    """The settings as another process sees them, with this environment and no other."""
    bare = {"PATH": os.defpath, "DJANGO_SETTINGS_MODULE": "liantu.site.settings", "LIANTU_VAR": str(var)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env={**bare, **environment}, check=True, capture_output=True, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_defaults_are_safe(tmp_path: Path) -> None:
    found = settings_under(tmp_path)
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert found["SESSION_COOKIE_HTTPONLY"]
    assert found["CSRF_COOKIE_SAMESITE"] == "Lax"
    assert found["X_FRAME_OPTIONS"] == "DENY"
    assert found["PASSWORD_HASHERS"][0].endswith("ScryptPasswordHasher")
    assert found["DATABASES"]["default"]["ATOMIC_REQUESTS"]


def test_a_site_with_a_name_of_its_own_asks_for_tls(tmp_path: Path) -> None:
    found = settings_under(tmp_path, LIANTU_HOSTS="liantu.example")
    assert found["ALLOWED_HOSTS"][0] == "liantu.example"
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_SECONDS"] > 0
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]


def test_an_office_network_without_tls_says_so_itself(tmp_path: Path) -> None:
    found = settings_under(tmp_path, LIANTU_HOSTS="10.0.0.5", LIANTU_HTTPS="0")
    assert not found["SESSION_COOKIE_SECURE"]
    assert found["SECURE_PROXY_SSL_HEADER"] is None


def test_the_secret_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = settings_under(tmp_path)["SECRET_KEY"]
    assert len(first) >= 64
    assert settings_under(tmp_path)["SECRET_KEY"] == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret_key"]


def test_the_secret_key_may_come_from_outside(tmp_path: Path) -> None:
    given = "k" * 64
    assert settings_under(tmp_path, LIANTU_SECRET_KEY=given)["SECRET_KEY"] == given
    assert list(tmp_path.iterdir()) == []


def test_django_finds_nothing_to_say_against_a_deployed_site(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            "PATH": os.defpath,
            "DJANGO_SETTINGS_MODULE": "liantu.site.settings",
            "LIANTU_VAR": str(tmp_path),
            "LIANTU_HOSTS": "liantu.example",
        },
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_no_secret_lies_in_the_tree() -> None:
    kept = re.compile(r"(SECRET_KEY|PASSWORD|TOKEN) *= *[\"'][^\"']{20,}|BEGIN [A-Z ]*PRIVATE KEY|django-insecure-\w")
    places = [place for name in ("src", "scripts", "docs", "regions", ".ci") for place in (ROOT / name).rglob("*")]
    assert [place for place in places if place.is_file() and kept.search(place.read_text(errors="replace"))] == []
