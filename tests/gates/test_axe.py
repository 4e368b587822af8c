"""Nobody is kept out: no page breaks a rule of WCAG 2.2 AA or good practice, in any width, theme or language."""

import pytest

from tests.gates.pages import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path: str, lang: str, theme: str) -> None:
    seen = visit(path, lang, theme)
    assert seen.language.startswith(lang)
    assert seen.theme == theme
    assert not seen.violations, "\n".join(seen.violations)
