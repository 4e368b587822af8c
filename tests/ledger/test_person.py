"""Adding the people who sign in."""

import pytest
from django.contrib.auth.models import User

from liantu.errors import Conflict, NotAllowed, NotFound
from liantu.ledger import permission, person
from liantu.ledger.models import Office

pytestmark = pytest.mark.django_db
GOOD = "vier-pferde-am-fluss"


@pytest.fixture(autouse=True)
def _office() -> None:
    Office.objects.create(code="noo-office", name="小面产业办")


def test_someone_added_may_sign_in_and_has_the_role() -> None:
    wang = person.add("wangmin", "王敏", "officer", ["noo-office"], GOOD)
    assert wang.check_password(GOOD)
    assert permission.role(wang) is permission.Role.OFFICER
    assert [one.office.code for one in wang.memberships.all()] == ["noo-office"]


def test_a_name_is_given_once() -> None:
    person.add("wangmin", "王敏", "officer", [], GOOD)
    with pytest.raises(Conflict, match="wangmin 已经有了"):
        person.add("wangmin", "王敏", "leader", [], GOOD)


@pytest.mark.parametrize("weak", ["kurz", "1234567890123", "password123", "wangmin123"])
def test_a_weak_password_adds_nobody(weak: str) -> None:
    with pytest.raises(NotAllowed, match="不能添加"):
        person.add("wangmin", "王敏", "officer", [], weak)
    assert not User.objects.exists()


def test_an_office_that_is_not_there_adds_nobody_and_names_those_that_are() -> None:
    with pytest.raises(NotFound, match="noo-office"):
        person.add("wangmin", "王敏", "officer", ["mat-office"], GOOD)
    assert not User.objects.exists()
