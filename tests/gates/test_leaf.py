"""The printed page of a document, with boxes: handed in as an officer does, then looked at as every other page is."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.bulletin.printing import printed, sheet
from tests.gates.visit import look_at

pytestmark = pytest.mark.browser
TEXT = (
    "全区产业快报\n今年1-10月，全区新材料产业产值48亿元，同比增长6.5%。\n全区生态环保产业产值31.5亿元，同比增长4.2%。"
)


@pytest.fixture(scope="module")
def paged(browser: Browser, site: str, context: Callable[..., BrowserContext]) -> str:
    """The address of a PDF just received, one of its figures chosen."""
    page = context(site, "zh", "light").new_page()
    page.goto(f"{site}/documents/receive/")
    page.fill("[name=title]", "快报")
    page.fill("[name=published]", "2023-11-20")
    page.set_input_files(
        "[name=file]", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": printed(browser, sheet(TEXT))}
    )
    page.get_by_role("button", name="收录并阅读").click()
    page.wait_for_url(re.compile(r"/documents/[0-9a-f]{12}/"))
    chosen = page.locator(".boxed a").first.get_attribute("href") or ""
    address = page.url.removeprefix(site).partition("?")[0] + chosen
    page.close()
    return address


@pytest.mark.parametrize(("lang", "theme"), [("zh", "light"), ("en", "light"), ("zh", "dark"), ("en", "dark")])
def test_the_printed_page_keeps_every_rule(
    paged: str, site: str, context: Callable[..., BrowserContext], lang: str, theme: str
) -> None:
    seen = look_at(context(site, lang, theme), site, paged, theme)
    assert not seen.violations, "\n".join(seen.violations)
    assert not seen.console
    assert max(seen.sideways.values()) <= 0


def test_a_figure_is_chosen_from_the_printed_page_by_keys_alone(
    paged: str, site: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(site, "zh", "light").new_page()
    page.goto(f"{site}{paged.partition('?')[0]}")
    assert page.locator(".bx").count() == 2
    page.locator(".boxed a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"fact=\d+"))
    assert page.locator(".bx.on").count() == 1
    assert page.locator(".boxed [aria-current]").inner_text().startswith("31.5亿元")
    assert page.locator(".paper .lit").first.is_visible()
    page.close()
