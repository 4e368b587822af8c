"""One visit of one page: everything the gates ask about it, looked at while it is open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

__all__ = ["WIDTHS", "Visit", "look_at"]

WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
NARROW = (320, 700)
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# The dark page is the light one in other colours: only what asks for colours can answer otherwise.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
AXE = Axe()
SPOKEN = {"error", "warning"}
CSP = (
    "document.addEventListener('securitypolicyviolation',"
    " event => console.error('CSP', event.violatedDirective, event.blockedURI))"
)


@dataclass
class Visit:
    """What was seen: violations by width, addresses asked for, words of the console, sideways overflow by width."""

    status: int = 0
    language: str = ""
    theme: str = ""
    violations: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    sideways: dict[int, int] = field(default_factory=dict)


def look_at(
    context: BrowserContext, site: str, path: str, theme: str, then: Callable[[Page], object] = lambda _: None
) -> Visit:
    """Open the page once and do `then` on it, look at it in both widths, then squeeze it to 320 px."""
    seen, rules = Visit(), RULES if theme == "light" else COLOUR_RULES
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.console.append(message.text) if message.type in SPOKEN else None)
    page.on("pageerror", lambda error: seen.console.append(str(error)))
    page.on("requestfailed", lambda request: seen.console.append(f"failed: {request.url}"))
    page.add_init_script(CSP)
    try:
        for name, (width, height) in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            if not seen.status:
                seen.status = _open(page, f"{site}{path}")
                then(page)
            seen.violations += [f"{name}: {each}" for each in _violations(page, rules)]
            seen.sideways[width] = _sideways(page)
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        seen.sideways[NARROW[0]] = _sideways(page)
        seen.language = page.evaluate("document.documentElement.lang")
        seen.theme = page.evaluate("document.documentElement.dataset.theme || ''")
    finally:
        page.close()
    return seen


def _open(page: Page, address: str) -> int:
    """Open the page, with its drawer where the address asks for one; the status of the answer."""
    response = page.goto(address, wait_until="load")
    if "fig=" in address:
        page.wait_for_selector("dialog[open] #drawer-title")
    return response.status if response else 0


def _violations(page: Page, rules: Any) -> list[str]:
    found = _axe(page, {"runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{rule} {target} {node['html'][:120]} {node.get('failureSummary', '')[:160]}"
        for rule, target, node in found
        if rule != "target-size" or _is_small(page, target)
    ]


def _is_small(page: Page, target: str) -> bool:
    """Whether a target is too small by itself, and not only half under the phone's tab bar as the page was scrolled."""
    page.locator(target).first.evaluate("element => element.scrollIntoView({block: 'center'})")
    again = _axe(page, {"runOnly": {"type": "rule", "values": ["target-size"]}, "resultTypes": ["violations"]})
    page.evaluate("window.scrollTo(0, 0)")
    return target in {found for _, found, _ in again}


def _axe(page: Page, options: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    told = AXE.run(page, options=options).response["violations"]
    return [(each["id"], node["target"][0], node) for each in told for node in each["nodes"]]


def _sideways(page: Page) -> int:
    """How many pixels the page can be scrolled sideways."""
    width = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    return int(width)
