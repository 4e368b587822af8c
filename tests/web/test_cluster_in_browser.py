"""A cluster's page on the running demo: progress stands with the target it is measured against."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_progress_stands_under_its_own_target_and_no_other(page: Page, site: str) -> None:
    page.goto(f"{site}/clusters/bio/")
    targets = page.locator("section[aria-labelledby=target-h] li")
    assert targets.count() > 1
    measured = targets.filter(has=page.locator(".tg"))
    expect(measured).to_have_count(1)
    expect(measured).to_contain_text("2025年营业收入")
    expect(measured).to_contain_text("69%")


def test_a_firms_part_in_its_chain_is_said_in_the_readers_language(page: Page, site: str) -> None:
    page.goto(f"{site}/clusters/bio/?lang=en")
    expect(page.locator("section[aria-labelledby=firms-h]")).to_contain_text("chain leader")
    page.goto(f"{site}/clusters/bio/?lang=zh")
    expect(page.locator("section[aria-labelledby=firms-h]")).to_contain_text("链主")
