"""Which pages the gates visit: every address of the URL conf that shows one, and the states worth seeing besides."""

import re

from tests.addresses import addresses

__all__ = ["NOT_PAGES", "PAGES", "blanks"]

BLANKS = {
    "cluster": "{cluster}",
    "relation": "{relation}",
    "figure": "{figure}",
    "document": "{document}",
    "fact": "{fact}",
}
# Addresses under which no page stands: downloads, a style sheet, a health check, and those that only take a POST.
NOT_PAGES = {
    *("figures-csv", "figures-xlsx", "document-original", "document-page", "clusters-css", "healthz"),
    *("sign-out", "document-reread", "document-propose", "decide", "undo", "correct"),
}
STATES = [
    "/?fig={figure}",
    "/?fig={derived}",
    "/figures/{derived}/",
    "/figures/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA",
    "/documents/{document}/?view=numbers",
    "/documents/{document}/?view=order",
    "/desk/?tab=conflicts",
    "/desk/?tab=relations",
    "/search/?q=%E5%B0%8F%E9%9D%A2",
    "/no/such/page/",
]


def blanks(name: str, route: str) -> str:
    """The address with its blanks named after what fills them; a KeyError asks for a new line in `BLANKS`."""
    return "/" + re.sub(r"<[^>]+>", lambda _: BLANKS[name], route)


PAGES = [
    blanks(address.name, address.route)
    for address in addresses()
    if address.name not in NOT_PAGES and not address.route.startswith("api/")
] + STATES
