"""Chinese first, English by switch, on the same page."""

from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from liantu.web.written import plain, written
from tests.town import build

pytestmark = pytest.mark.django_db


def test_chinese_comes_first_whatever_the_browser_prefers(client: Client) -> None:
    page = client.get("/sign-in/", headers={"accept-language": "en-GB"}).content.decode()
    assert '<html lang="zh-CN"' in page
    assert "登录" in page


def test_the_switch_is_remembered(client: Client) -> None:
    assert '<html lang="en"' in client.get("/sign-in/?lang=en").content.decode()
    assert "Sign in" in client.get("/sign-in/").content.decode()
    assert '<html lang="zh-CN"' in client.get("/sign-in/?lang=zh").content.decode()


def test_the_switch_keeps_the_page_and_what_it_shows(client: Client) -> None:
    build().open_to_all()
    page = client.get("/figures/?q=%E9%9D%A2&lang=zh").content.decode()
    assert "/figures/" in page
    assert "?q=%E9%9D%A2&amp;lang=en" in page


def test_an_unknown_language_is_chinese(client: Client) -> None:
    assert '<html lang="zh-CN"' in client.get("/sign-in/?lang=xx").content.decode()


def test_an_error_speaks_the_readers_language(client: Client) -> None:
    build().open_to_all()
    assert "There is no cluster" in client.get("/clusters/nowhere/?lang=en").content.decode()
    assert "没有产业集群" in client.get("/clusters/nowhere/?lang=zh").content.decode()


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_billions_are_a_tenth_of_yi_to_the_last_digit(value: Decimal) -> None:
    chinese = written(value, "亿元")
    english = written(value, "亿元", english=True)
    assert Decimal(english.number.replace(",", "")) * 10 == Decimal(chinese.number.replace(",", ""))


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_writing_a_value_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value).replace(",", "").replace("−", "-")) == value


def test_vagueness_stays_vague() -> None:
    assert str(written(Decimal(450), "家", "+")) == "450+家"
    assert str(written(Decimal(2), "亿元", "-")) == "近2亿元"
    assert str(written(Decimal(2), "亿元", "~", english=True)) == "about ¥0.2 bn"
