"""One visit of one page: everything the gates ask about it, looked at while it is open."""

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

__all__ = ["WIDTHS", "Visit", "look_at"]

WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
NARROW = (320, 700)
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()


@dataclass
class Visit:
    """What was seen: violations by width, addresses asked for, words of the console, sideways overflow by width."""

    status: int = 0
    language: str = ""
    theme: str = ""
    violations: dict[str, list[str]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    sideways: dict[int, int] = field(default_factory=dict)
    small: list[str] = field(default_factory=list)


def look_at(context: BrowserContext, site: str, path: str) -> Visit:
    """Open the page once, look at it in both widths, then squeeze it to 320 px."""
    seen = Visit()
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.console.append(message.text) if message.type in SPOKEN else None)
    page.on("pageerror", lambda error: seen.console.append(str(error)))
    page.on("requestfailed", lambda request: seen.console.append(f"failed: {request.url}"))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " e => console.error('CSP', e.violatedDirective, e.blockedURI))"
    )
    try:
        for name, (width, height) in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            if not seen.status:
                response = page.goto(f"{site}{path}", wait_until="networkidle")
                seen.status = response.status if response else 0
            seen.violations[name] = _violations(page)
            seen.sideways[width] = _sideways(page)
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        seen.sideways[NARROW[0]] = _sideways(page)
        seen.language = page.evaluate("document.documentElement.lang")
        seen.theme = page.evaluate("document.documentElement.dataset.theme || ''")
    finally:
        page.close()
    return seen


SPOKEN = {"error", "warning"}


def _violations(page: Page) -> list[str]:
    options: dict[str, Any] = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found = AXE.run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:300]}"
        for each in found
        for node in each["nodes"]
    ]


def _sideways(page: Page) -> int:
    """How many pixels the page can be scrolled sideways."""
    width = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    return int(width)
