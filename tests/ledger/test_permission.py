"""Who may do what."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from liantu.errors import NotAllowed
from liantu.ledger import permission
from liantu.ledger.models import Region, Subject
from liantu.review.models import Fact, Relation
from tests.district import District
from tests.paper import Paper, Said

pytestmark = pytest.mark.django_db

PAPER = Paper(
    "新材料产值53亿元，国际复合材料营收70亿元，小面营收45.5亿元，小面产业园产值6亿元，某县产值1亿元。",
    (
        Said("53亿元", "新材料产业", "产值", "53"),
        Said("70亿元", "国际复合材料", "营收", "70"),
        Said("45.5亿元", "小面产业", "营收", "45.5"),
        Said("6亿元", "小面产业园", "产值", "6"),
        Said("1亿元", "某县", "产值", "1"),
    ),
    relations=(("国际复合材料", "role", "龙头"), ("井谷元", "role", "重点企业"), ("某公司", "role", "重点企业")),
)
# 王敏 keeps 新材料, 李强 keeps 小面.
# role; reads, sends, reviews; decides on figures of
MATRIX = {
    "wangmin": ("officer", (True, True, False), {"mat", "cpic"}),
    "liqiang": ("officer", (True, True, False), {"noo", "noodle-park"}),
    "zhaoju": ("leader", (True, False, False), set()),
    "chenshen": ("reviewer", (True, True, True), {"mat", "cpic", "noo", "noodle-park", None}),
    "admin": ("administrator", (True, True, True), {"mat", "cpic", "noo", "noodle-park", None}),
}


@pytest.mark.parametrize("who", MATRIX)
def test_each_role_may_do_its_own(district: District, who: str) -> None:
    role, rights, decides = MATRIX[who]
    PAPER.keep()
    user = district.person(who)
    assert permission.role(user) == role
    assert (permission.may_read(user), permission.may_send(user), permission.may_review(user)) == rights
    subjects = {code: Subject.objects.get(code=code) for code in ("mat", "cpic", "noo", "noodle-park")}
    assert {code for code, one in subjects.items() if permission.may_decide(user, one)} == decides - {None}
    assert permission.may_decide(user, None) == (None in decides)
    facts = list(Fact.objects.order_by("span_start"))
    barred = permission.barred(user, facts)
    owners = ["mat", "cpic", "noo", "noodle-park", None]
    assert {owner for owner, fact in zip(owners, facts, strict=True) if fact.pk not in barred} == decides


def test_relations_belong_to_the_firms_they_speak_of(district: District) -> None:
    PAPER.keep()
    relations = list(Relation.objects.order_by("pk"))
    barred = permission.barred(district.person("wangmin"), relations)
    assert [one.subject for one in relations if one.pk not in barred] == ["国际复合材料"]
    assert all("复核员" in sentence for sentence in barred.values())


def test_a_stranger_and_a_closed_pack_s_visitor_may_nothing(district: District) -> None:
    stranger = User.objects.create_user("stranger")
    Region.objects.update(public=False)
    for who in (stranger, AnonymousUser()):
        assert permission.role(who) is None
        with pytest.raises(NotAllowed, match="登录"):
            permission.require_reader(who)


def test_the_guest_of_a_public_pack_reads_and_no_more(district: District) -> None:
    PAPER.keep()
    guest = AnonymousUser()
    assert permission.role(guest) is permission.Role.GUEST
    permission.require_reader(guest)
    for refused in (
        lambda: permission.require_sender(guest),
        lambda: permission.require_reviewer(guest),
        lambda: permission.require_decide(guest, list(Fact.objects.all()[:1])),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_one_barred_thing_bars_the_whole_batch_and_says_who_may(district: District) -> None:
    PAPER.keep()
    with pytest.raises(NotAllowed, match="重庆小面由其产业办人员、复核员或管理员核定"):
        permission.require_decide(district.person("wangmin"), list(Fact.objects.order_by("span_start")[:4]))


def test_many_things_take_as_many_queries_as_one(district: District, django_assert_num_queries) -> None:
    PAPER.keep()
    things = [*Fact.objects.all(), *Relation.objects.all()]
    wangmin = district.person("wangmin")
    with django_assert_num_queries(5):
        permission.barred(wangmin, things)
