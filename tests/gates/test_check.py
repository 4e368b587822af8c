"""A checked draft, which stands under no address: sent as a person does, then looked at as every other page is."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.gates.visit import look_at

pytestmark = pytest.mark.browser
DRAFT = """大渡口区简报
2023年1-10月，全区大数据智能化产业完成营收92.16亿元，同比增长1.89%。
2023年1-10月，全区生态环保产业完成营收75.6亿元，同比增长5.5%。
1-11月，全区完成外贸进出口总额60.5亿元，其中出口41.2亿元、进口22.3亿元。
1-10月，全区固定资产投资增长4.1%，增速比1-9月提高2%。
"""


def sent(page: Page) -> None:
    page.fill("[name=published]", "2023-12-05")
    page.fill("[name=text]", DRAFT)
    page.locator("form.sheet .pri").click()
    page.locator(".finds .fd").first.wait_for()


@pytest.mark.parametrize(("lang", "theme"), [("zh", "light"), ("en", "light"), ("zh", "dark"), ("en", "dark")])
def test_a_checked_draft_keeps_every_rule(
    site: str, context: Callable[..., BrowserContext], lang: str, theme: str
) -> None:
    seen = look_at(context(site, lang, theme), site, "/check/", theme, sent)
    assert not seen.violations, "\n".join(seen.violations)
    assert set(seen.sideways.values()) == {0}, seen.sideways
    assert not seen.console
    assert {urlsplit(address).netloc for address in seen.requests} == {urlsplit(site).netloc}
