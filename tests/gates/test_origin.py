"""Nothing leaves: every request goes to the server itself, and the browser has nothing to complain of."""

import pytest

from tests.gates.pages import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_no_request_leaves_the_server(visit, site: str, path: str, lang: str, theme: str) -> None:
    seen = visit(path, lang, theme)
    assert seen.requests
    assert [url for url in seen.requests if not url.startswith((f"{site}/", "data:"))] == []
    expected = 404 if path == "/no/such/page/" else 200
    assert seen.status == expected
    complaints = [said for said in seen.console if not (expected == 404 and "404" in said)]
    assert complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(visit, path: str) -> None:
    sideways = {
        (lang, width): over for lang in ("zh", "en") for width, over in visit(path, lang, "light").sideways.items()
    }
    assert {where: over for where, over in sideways.items() if over > 0} == {}
