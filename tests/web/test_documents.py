"""The list of documents: what was read from each and what still waits."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from liantu.review import desk
from liantu.review.models import Fact
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
PAPER = Paper(
    "新材料产业产值53亿元；月球基地7亿元。",
    (Said("53亿元", "新材料产业", "产值", "53"), Said("7亿元", "月球基地", "产值", "7")),
    conflicts=(("test", (0,), "两说。"),),
)


def cells(body: str) -> list[str]:
    return [re.sub(r"<[^>]*>", "", cell).split()[-1] for cell in re.findall(r'<td class="num">(.*?)</td>', body)]


def test_each_document_tells_figures_waiting_contradictions_unread(as_: As, district: District) -> None:
    PAPER.keep()
    assert cells(as_("zhaoju").get("/documents/").content.decode()) == ["2", "1", "1", "0"]
    desk.decide([Fact.objects.get(subject="新材料产业")], "accept", by=district.person("wangmin"))
    assert cells(as_("zhaoju").get("/documents/").content.decode()) == ["2", "0", "1", "0"]


def test_the_list_is_narrowed_by_title_and_says_when_nothing_is_left(as_: As, district: District) -> None:
    PAPER.keep()
    client = as_("zhaoju")
    assert PAPER.text[:12] in client.get("/documents/?q=新材料").content.decode()
    assert "没有标题含“不存在”的文档" in client.get("/documents/?q=不存在").content.decode()


def test_an_empty_list_says_who_may_fill_it(as_: As, district: District) -> None:
    assert "先收录一份公报" in as_("wangmin").get("/documents/").content.decode()
    body = as_("zhaoju").get("/documents/").content.decode()
    assert "由产业办人员、复核员或管理员收录" in body
    assert "收录文件" not in body


def test_the_number_of_queries_does_not_grow(as_: As, district: District) -> None:
    client, asked = as_("zhaoju"), []
    for many in (1, 5):
        for at in range(many):
            Paper(f"{PAPER.text}{many}{at}", PAPER.said, conflicts=PAPER.conflicts).keep()
        client.get("/documents/")
        with CaptureQueriesContext(connection) as held:
            client.get("/documents/")
        asked.append(len(held))
    assert asked[0] == asked[1]
