"""The drawer, the keys and the dialogs, in a real browser on the running demo."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_click_on_a_figure_opens_its_lit_sentence_and_esc_returns(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    figure = page.locator("a.fig.big").first
    number = figure.locator(".n").inner_text()
    figure.click()
    drawer = page.locator("#drawer")
    expect(drawer).to_be_visible()
    expect(drawer.locator("#drawer-title")).to_be_focused()
    expect(drawer.locator(".dn")).to_have_text(number)
    expect(drawer.locator(".lit").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]fig=e\d+"))
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(figure).to_be_focused()
    expect(page).not_to_have_url(re.compile("fig="))


def test_the_address_opens_the_drawer(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    key = page.locator("a.fig.big").first.get_attribute("href").split("/")[2]
    page.goto(f"{site}/clusters/?fig={key}")
    expect(page.locator("#drawer")).to_be_visible()
    page.locator("#drawer [data-close]").click()
    expect(page).to_have_url(f"{site}/clusters/")


def test_another_figure_of_the_text_opens_in_the_same_drawer(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.locator("a.fig.big").first.click()
    other = page.locator("#drawer a.other >> visible=true").first
    key = other.get_attribute("href").split("/")[2]
    other.click()
    expect(page).to_have_url(re.compile(rf"fig={key}$"))
    expect(page.locator("#drawer-title")).to_be_focused()


def test_folded_paragraphs_unfold(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.locator("a.fig.big").first.click()
    fold = page.locator("#drawer .fold").first
    expect(fold.locator("p").first).not_to_be_visible()
    fold.locator("summary").click()
    expect(fold.locator("p").first).to_be_visible()


def test_the_citation_is_copied_and_said(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.locator("a.fig.big").first.click()
    page.locator("#drawer [data-copy]").click()
    expect(page.locator("#live")).to_have_text("已复制引用")
    page.evaluate(
        "document.querySelector('#drawer').close(); document.body.insertAdjacentHTML('beforeend', '<textarea id=paste>')"
    )
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    expect(page.locator("#paste")).to_have_value(re.compile("《"))


def test_a_firms_star_leads_to_the_sentence_that_gives_it(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.locator(".ld a.src").first.click()
    expect(page.locator("#drawer .lit").first).to_be_visible()


def test_with_ctrl_a_figure_is_a_link_like_any_other(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    with page.context.expect_page() as opened:
        page.locator("a.fig.big").first.click(modifiers=["Control"])
    expect(opened.value.locator("article.page-fig .lit").first).to_be_visible()
    expect(page.locator("#drawer")).not_to_be_visible()


def test_without_scripts_a_figure_opens_its_own_page(browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.locator("a.fig.big").first.click()
    assert page.locator("article.page-fig .lit").count()
    context.close()


def test_on_a_phone_the_drawer_is_a_sheet_at_the_bottom(browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/")
    page.locator("a.fig.big").first.click()
    expect(page.locator("#drawer")).to_be_visible()
    box = page.locator("#drawer").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 0
    assert box["y"] + box["height"] == 844
    context.close()


def test_keys_go_places(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    for key, path in (("l", "/clusters/"), ("f", "/figures/"), ("d", "/documents/"), ("k", "/desk/"), ("c", "/")):
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(f"{site}{path}")


def test_j_and_k_walk_the_cards_and_enter_opens(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.getAttribute('href')") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}{first}")


@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_the_palette_opens_and_arrows_walk_it(page: Page, site: str, key: str) -> None:
    page.goto(f"{site}/")
    page.keyboard.press(key)
    box = page.locator("#palette input[type=search]")
    expect(box).to_be_focused()
    box.press_sequentially("材料", delay=20)
    expect(page.locator("#palette a[data-hit]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#palette a[data-hit]").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).not_to_be_visible()


def test_no_key_acts_while_a_person_types_or_composes(page: Page, site: str) -> None:
    page.goto(f"{site}/sign-in/")
    page.locator("[name=username]").press_sequentially("gfjk?/")
    assert page.url == f"{site}/sign-in/"
    page.goto(f"{site}/")
    page.evaluate(
        "['g', 'f'].forEach(k => document.body.dispatchEvent("
        "new KeyboardEvent('keydown', {key: k, isComposing: true, bubbles: true})))"
    )
    page.wait_for_timeout(200)
    assert page.url == f"{site}/"


def test_the_help_list_opens_on_a_question_mark(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.locator("#help [data-close]").click()
    expect(page.locator("#help")).not_to_be_visible()


def test_print_prints(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed")


def test_a_lost_connection_is_said_in_words(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.context.set_offline(True)
    page.locator("a.fig.big").first.click()
    expect(page.locator("#live")).to_contain_text("连接中断")
    expect(page.locator("#drawer")).not_to_be_visible()
    page.context.set_offline(False)
