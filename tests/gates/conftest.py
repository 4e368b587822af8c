"""The site as a newcomer gets it, in a real browser: `liantu demo` on a database of its own, each page visited once."""

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

    cockpit = get("cockpit")
    figure = next(c["main"] for c in cockpit["clusters"] if c["main"])
    derived = next(c["needed"] for c in cockpit["clusters"] if c["needed"])
    found = {
        "cluster": cockpit["clusters"][0]["code"],
        "document": get("documents")[0]["id"][:12],
        "figure": figure["id"],
        "derived": derived["id"],
        "fact": get("desk")["facts"][0]["id"],
    }
    context.close()
    return {name: str(value) for name, value in found.items()}


@pytest.fixture(scope="session")
def context(browser: Browser, signed: Any) -> Iterator[Callable[..., BrowserContext]]:
    """A browser profile for a language, a theme, and a person or nobody; made once each."""
    made: dict[tuple[str, str, bool], BrowserContext] = {}

    def make(site: str, lang: str, theme: str, *, unsigned: bool = False) -> BrowserContext:
        key = (lang, theme, unsigned)
        if key not in made:
            profile = browser.new_context(
                storage_state=None if unsigned else signed, reduced_motion="reduce", bypass_csp=False
            )
            language = {"zh": "zh-hans", "en": "en"}[lang]
            cookies = {"liantu_language": language, "liantu_theme": theme}
            profile.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])
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
            unsigned = path.startswith("/sign-in/")
            made[key] = look_at(context(site, lang, theme, unsigned=unsigned), site, path.format(**samples))
        return made[key]

    return make
