"""The running demo in a real browser, each page visited once for all the gates."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.gates.visit import Visit, look_at

SIGN_IN = ("admin", "liantu-demo")


@pytest.fixture(scope="session")
def signed(browser: Browser, site: str) -> Any:
    """The cookies of the administrator, who sees every page and every button."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/sign-in/")
    page.fill("[name=username]", SIGN_IN[0])
    page.fill("[name=password]", SIGN_IN[1])
    page.click("form [type=submit]")
    page.wait_for_url(f"{site}/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def samples(browser: Browser, site: str, signed: Any) -> dict[str, str]:
    """What fills the blanks of addresses, asked of the running site through its own API."""
    context = browser.new_context(storage_state=signed)

    def get(path: str) -> Any:
        response = context.request.get(f"{site}/api/{path}")
        assert response.ok, f"{path}: {response.status} {response.text()}"
        return response.json()

    clusters = get("cockpit")["clusters"]
    desk = get("desk")
    told = next(one for one in clusters if one["main"])
    found = {
        "cluster": told["code"],
        "figure": told["main"]["id"],
        "derived": next(one["needed"]["id"] for one in clusters if one["needed"]),
        "document": get("documents")[0]["id"],
        "fact": desk["facts"][0]["fact"]["id"],
        "relation": desk["relations"][0]["id"],
    }
    context.close()
    return {name: str(value) for name, value in found.items()}


@pytest.fixture(scope="session")
def context(browser: Browser, signed: Any) -> Iterator[Callable[..., BrowserContext]]:
    """A browser profile for a language and a theme, of the administrator or of nobody; made once each."""
    made: dict[tuple[str, str, bool], BrowserContext] = {}

    def make(site: str, lang: str, theme: str, *, unsigned: bool = False) -> BrowserContext:
        key = (lang, theme, unsigned)
        if key not in made:
            profile = browser.new_context(storage_state=None if unsigned else signed, reduced_motion="reduce")
            cookies = {"liantu_language": {"zh": "zh-hans", "en": "en"}[lang], "liantu_theme": theme}
            profile.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
            made[key] = profile
        return made[key]

    yield make
    for profile in made.values():
        profile.close()


@pytest.fixture(scope="session")
def visit(
    site: str, context: Callable[..., BrowserContext], samples: dict[str, str]
) -> Callable[[str, str, str], Visit]:
    """Visit a page in a language and a theme, looking at it in every width; each visit is made once for all tests."""
    made: dict[tuple[str, str, str], Visit] = {}

    def make(path: str, lang: str, theme: str) -> Visit:
        key = (path, lang, theme)
        if key not in made:
            profile = context(site, lang, theme, unsigned=path.startswith("/sign-in/"))
            made[key] = look_at(profile, site, path.format(**samples), theme)
        return made[key]

    return make
