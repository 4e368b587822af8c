"""Light and steady: what the cockpit weighs, what it asks of the database, and that it fits screen, phone and paper."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
BUDGET = 120 * 1024


def test_the_cockpit_weighs_less_than_120_kb_on_the_wire(browser, site: str, signed: dict) -> None:
    context = browser.new_context(storage_state=signed, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    weighed: dict[str, float] = {}
    names: dict[str, str] = {}
    session.on("Network.requestWillBeSent", lambda event: names.setdefault(event["requestId"], event["request"]["url"]))
    session.on("Network.loadingFinished", lambda e: weighed.update({names[e["requestId"]]: e["encodedDataLength"]}))
    page.goto(f"{site}/", wait_until="networkidle")
    context.close()
    assert f"{site}/" in weighed
    assert any(url.endswith(".css") for url in weighed)
    assert sum(weighed.values()) < BUDGET, weighed


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_cockpit_fits_one_screen(context, site: str, lang: str, theme: str) -> None:
    page = context(site, lang, theme).new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site}/", wait_until="networkidle")
    over = page.evaluate("document.scrollingElement.scrollHeight - window.innerHeight")
    page.close()
    assert over <= 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_cockpit_prints_on_one_sheet(context, site: str, lang: str, tmp_path: Path) -> None:
    page = context(site, lang, "dark").new_page()
    page.goto(f"{site}/", wait_until="networkidle")
    sheet = tmp_path / "cockpit.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True, print_background=True)
    page.close()
    drawn = sheet.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", drawn)) == 1
    width, height = (float(each) for each in re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", drawn).groups())
    assert (round(width), round(height)) == (842, 595)


def test_a_wide_screen_zoomed_twice_does_not_scroll_sideways(context, site: str) -> None:
    page = context(site, "zh", "light").new_page()
    page.set_viewport_size({"width": 720, "height": 450})
    page.goto(f"{site}/", wait_until="networkidle")
    over = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    page.close()
    assert over <= 0
