"""One figure: everyone's version side by side, and the form that corrects it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from liantu.ledger.models import Entry
from liantu.review import desk
from liantu.review.models import Decision, Fact
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db
As = Callable[..., Client]
PAPER = Paper(
    "新材料产业产值53亿元，企业30多家；月球基地7亿元。",
    (
        Said("53亿元", "新材料产业", "产值", "53", yoy="9.8"),
        Said("30多家", "新材料产业", "企业数", "30", "家", bound="over"),
        Said("7亿元", "月球基地", "产值", "7"),
    ),
)


@pytest.fixture
def output(district: District) -> Fact:
    PAPER.keep()
    return Fact.objects.get(subject="新材料产业", measure="产值")


def standing(fact: Fact) -> dict[str, str]:
    """The form as the page gives it."""
    entry = Entry.objects.current().filter(fact=fact).select_related("subject", "indicator").first()
    return {
        "value": f"{(entry or fact).value:.0f}" + ("多" if (entry or fact).value_low else ""),
        "unit": (entry or fact).unit,
        "subject_code": f"{entry.subject.kind}/{entry.subject.code}" if entry else "",
        "indicator_code": entry.indicator.code if entry else "",
        "period_start": "2023-01-01",
        "period_end": "2023-11-30",
        "modality": "actual",
        "yoy": "9.8" if fact.yoy else "",
        "reason": "原文有误",
        "next": "/desk/",
    }


def correct(client: Client, fact: Fact, **changed: str) -> Any:
    return client.post(f"/desk/facts/{fact.pk}/correct/", standing(fact) | changed)


def test_a_correction_keeps_only_what_was_changed(as_: As, output: Fact) -> None:
    answer = correct(as_("wangmin"), output, value="59", reason="错行")
    assert answer.status_code == 302
    decision = Decision.objects.get()
    assert (decision.verdict, decision.reason, decision.by.first_name) == ("correct", "错行", "王敏")
    assert decision.correction["value"] == "59"
    assert not {"subject_code", "period_start", "yoy", "modality"} & set(decision.correction)
    entry = Entry.objects.current().get(fact=output)
    assert (entry.value, entry.value_base, entry.yoy) == (59, Decimal("5.9E9"), Decimal("9.8"))
    assert Fact.objects.get(pk=output.pk).value == 53


def test_the_machine_s_reading_stands_beside_everyone_s(as_: As, output: Fact) -> None:
    correct(as_("wangmin"), output, value="59", reason="错行")
    correct(as_("chenshen"), output, value="53.1", reason="以月报为准")
    body = as_("liqiang").get(f"/desk/facts/{output.pk}/").content.decode()
    table = body.split('class="tbl vers"')[1].split("</table>")[0]
    for words in (
        "机器",
        "王敏",
        "陈审",
        "53亿元",
        "<mark>59亿元</mark>",
        "<mark>53.1亿元</mark>",
        "错行",
        "以月报为准",
    ):
        assert words in table
    assert 'id="correct"' not in body


def test_a_second_correction_starts_from_the_first(as_: As, output: Fact) -> None:
    correct(as_("wangmin"), output, value="59", reason="错行")
    correct(as_("wangmin"), output, value="59", yoy="8", reason="同比也错")
    entry = Entry.objects.current().get(fact=output)
    assert (entry.value, entry.yoy) == (59, 8)


def test_a_bound_is_kept_unless_it_is_taken_off(as_: As, output: Fact) -> None:
    firms = Fact.objects.get(measure="企业数")
    assert 'name="value" value="30多"' in as_("wangmin").get(f"/desk/facts/{firms.pk}/").content.decode()
    correct(as_("wangmin"), firms, yoy="3", reason="补同比")
    assert Entry.objects.current().get(fact=firms).value_low == 30
    correct(as_("wangmin"), firms, value="31", yoy="3", reason="数过了")
    assert Entry.objects.current().get(fact=firms).value_low is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": "若干"}, "不是一个可读的数量"),
        ({"value": ""}, "请写出更正后的数值"),
        ({"value": "12", "unit": "吨"}, "产值以“元”计，单位不合"),
        ({"indicator_code": "firms"}, "单位不合"),
        ({"yoy": "很多"}, "不是一个可读的比率"),
        ({"period_end": "昨天"}, "不是一个日期"),
        ({"period_start": "2024-01-01", "period_end": "2023-01-01"}, "起点不能晚于终点"),
        ({"value": "59", "reason": " "}, "要写明理由"),
        ({}, "没有改动"),
        ({"modality": "wish"}, "不是可选的值"),
    ],
)
def test_what_is_refused_is_said_and_what_was_typed_stays(
    as_: As, output: Fact, changed: dict[str, str], said: str
) -> None:
    answer = correct(as_("wangmin"), output, **changed)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert said in body
    assert all(
        f'value="{typed}"' in body
        for key, typed in changed.items()
        if key not in {"modality", "reason", "indicator_code"}
    )
    assert not Decision.objects.exists()


def test_an_unplaced_figure_is_placed_by_a_reviewer(as_: As, output: Fact) -> None:
    moon = Fact.objects.get(subject="月球基地")
    assert correct(as_("wangmin"), moon, subject_code="cluster/mat", indicator_code="output").status_code == 403
    wrong = correct(as_("chenshen"), moon, subject_code="cluster/mat", indicator_code="firms", reason="即新材料")
    assert (wrong.status_code, Entry.objects.current().filter(fact=moon).exists()) == (422, False)
    correct(as_("chenshen"), moon, subject_code="cluster/mat", indicator_code="output", reason="即新材料")
    assert Entry.objects.current().get(fact=moon).subject.name == "新材料"


def test_an_officer_moves_nothing_to_another_office(as_: As, output: Fact) -> None:
    assert correct(as_("wangmin"), output, subject_code="cluster/noo").status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("who", ["liqiang", "zhaoju", ""])
def test_nobody_else_corrects(as_: As, output: Fact, who: str) -> None:
    assert correct(as_(who), output, value="1").status_code == (403 if who else 302)
    assert not Decision.objects.exists()


def test_two_people_at_once_see_both_and_choose(as_: As, output: Fact) -> None:
    seen = str(desk.last())
    correct(as_("wangmin"), output, value="59", seen=seen, reason="错行")
    answer = correct(as_("chenshen"), output, value="60", seen=seen, reason="漏加")
    body = answer.content.decode()
    assert answer.status_code == 409
    form = body.split('id="correct"')[1]
    assert all(words in form for words in ("王敏刚刚已作出", "59亿元", 'value="60"', "仍以我的为准"))
    correct(as_("chenshen"), output, value="60", seen=str(desk.last()), reason="漏加")
    assert Entry.objects.current().get(fact=output).value == 60


def test_a_form_opened_on_an_old_page_of_the_desk_knows_what_that_page_knew(as_: As, output: Fact) -> None:
    row = as_("chenshen").get("/desk/").content.decode().split(f'hx-get="/desk/facts/{output.pk}/')[1].split('"')[0]
    correct(as_("wangmin"), output, value="59", seen=str(desk.last()), reason="错行")
    form = as_("chenshen").get(f"/desk/facts/{output.pk}/{row.replace('&amp;', '&')}").content.decode()
    seen = form.split('id="correct"')[1].split('name="seen" value="')[1].split('"')[0]
    answer = correct(as_("chenshen"), output, value="60", seen=seen, reason="漏加")
    assert answer.status_code == 409
    assert Entry.objects.current().get(fact=output).value == 59


def test_an_error_goes_back_into_the_row_it_came_from(as_: As, output: Fact) -> None:
    answer = as_("wangmin").post(
        f"/desk/facts/{output.pk}/correct/",
        standing(output) | {"value": "若干"},
        headers={"HX-Request": "true", "HX-Target": "desk"},
    )
    assert answer.headers["HX-Retarget"] == f"#slot-{output.pk}"
    assert answer.headers["HX-Reselect"] == "#correct"
