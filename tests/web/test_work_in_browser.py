"""A day's work in a real browser: deciding many figures at once, taking them back, handing a document in, finding a place."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
Desk = Callable[..., Page]


@pytest.fixture
def at(page: Page, site: str) -> Desk:
    """The page of one of the cast at an address."""

    def go(path: str, who: str = "wangmin") -> Page:
        page.goto(f"{site}/sign-in/")
        page.fill("[name=username]", who)
        page.fill("[name=password]", "liantu-demo")
        page.click("form [type=submit]")
        page.wait_for_url(f"{site}/")
        page.goto(f"{site}{path}")
        return page

    return go


def waiting(page: Page) -> int:
    return int(page.locator(".fil [aria-current] b").inner_text())


def test_accepting_a_page_of_figures_and_taking_it_back(at: Desk) -> None:
    page = at("/desk/?cluster=mat")
    page.evaluate("window.sameDocument = true")
    before, many = waiting(page), page.locator("input[form=bulk]:not([type=hidden])[name=fact]").count()
    assert many > 1
    page.get_by_label("选中本页").check()
    expect(page.locator("[data-count]")).to_have_text(f"已选 {many} 条")
    page.get_by_role("button", name="接受所选").click()
    expect(page.locator(".toast")).to_contain_text(f"已接受 {many} 条")
    assert waiting(page) == before - many
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".toast")).to_contain_text(f"已撤销 {many} 条")
    assert waiting(page) == before
    assert page.evaluate("window.sameDocument")


def test_the_desk_by_keys_alone(at: Desk) -> None:
    page = at("/desk/?cluster=mat")
    before = waiting(page)
    page.keyboard.press("j")
    row = page.locator(".drow:focus")
    expect(row).to_have_count(1)
    page.keyboard.press("x")
    expect(row.locator("input[form=bulk]")).to_be_checked()
    page.keyboard.press("e")
    value = page.locator(".slot input[name=value]")
    expect(value).to_be_focused()
    value.fill("若干")
    page.locator(".slot input[name=reason]").fill("试填")
    page.locator(".slot").get_by_role("button", name="保存更正").click()
    expect(page.locator(".slot [role=alert]")).to_contain_text("不是一个可读的数量")
    expect(page.locator(".slot input[name=value]")).to_have_value("若干")
    expect(page.locator(".slot input[name=reason]")).to_have_value("试填")
    page.locator(".slot").get_by_text("取消").click()
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_contain_text("已接受 1 条")
    assert waiting(page) == before - 1
    page.keyboard.press("u")
    expect(page.locator(".toast")).to_contain_text("已撤销 1 条")
    assert waiting(page) == before


def test_typing_a_reason_and_pressing_enter_accepts_nothing(at: Desk) -> None:
    page = at("/desk/?cluster=mat")
    before = waiting(page)
    page.get_by_label("选中本页").check()
    page.locator("#why").fill("重复")
    page.keyboard.press("Enter")
    page.reload()
    assert waiting(page) == before


def test_the_desk_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/sign-in/")
    page.fill("[name=username]", "wangmin")
    page.fill("[name=password]", "liantu-demo")
    page.click("form [type=submit]")
    page.goto(f"{site}/desk/?cluster=mat")
    before = waiting(page)
    page.locator(".dacts button[value=accept]").first.click()
    expect(page.locator(".toast")).to_contain_text("已接受 1 条")
    expect(page).to_have_url(re.compile(r"/desk/\?cluster=mat&done="))
    page.get_by_role("button", name="撤销").click()
    assert waiting(page) == before
    context.close()


def test_handing_in_pasted_text_leads_to_the_lit_document(at: Desk) -> None:
    page = at("/documents/receive/")
    page.get_by_label("标题").fill("月球基地简报")
    page.get_by_label("正文").fill("2023年1—10月，月球基地产值48亿元，同比增长6.5%。")
    page.get_by_role("button", name="收录并阅读").click()
    expect(page.locator(".err")).to_contain_text("请选发布日期")
    expect(page.get_by_label("标题")).to_have_value("月球基地简报")
    page.get_by_label("发布日期").fill("2023-11-20")
    page.get_by_role("button", name="收录并阅读").click()
    expect(page.locator("h1")).to_have_text("月球基地简报")
    expect(page.locator(".sumline")).to_contain_text("读到 1 个数字")
    expect(page.locator(".paper a.fl")).to_have_text("48亿元")


def test_the_palette_is_reached_moved_in_and_left_by_keys(at: Desk) -> None:
    page = at("/documents/")
    page.keyboard.press("Control+k")
    box = page.locator("#palette input[type=search]")
    expect(box).to_be_focused()
    box.press_sequentially("小面", delay=20)
    first = page.locator("#palette a[data-hit]").first
    expect(first).to_contain_text("重庆小面")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).not_to_be_visible()
    page.keyboard.press("Control+k")
    box.press_sequentially("小面", delay=20)
    expect(first).to_contain_text("重庆小面")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/clusters/noo/$"))


def test_the_table_is_copied_with_its_heads(at: Desk) -> None:
    page = at("/figures/?cluster=mat", "zhaoju")
    page.evaluate(
        "document.addEventListener('copy', e => { window.copied = document.activeElement.value || getSelection() + '' })"
    )
    page.get_by_role("button", name="复制").click()
    lines = page.evaluate("window.copied").splitlines()
    assert lines[0].split("\t")[:3] == ["对象", "指标", "数值"]
    assert len(lines) == page.locator("#table tbody tr").count() + 1
