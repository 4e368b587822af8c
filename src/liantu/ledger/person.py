"""人员 Person: adding someone who signs in, with one role and the offices it is held in."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from liantu.errors import Conflict, NotAllowed, NotFound
from liantu.ledger.models import Membership, Office
from liantu.ledger.permission import Role

__all__ = ["add"]


@transaction.atomic
def add(username: str, name: str, role: str, offices: Iterable[str], password: str) -> User:
    """Add a person; `role` is one of `Role`, `offices` are codes.

    Raises `Conflict` for a name that is taken, `NotFound` for an office that is not there, and `NotAllowed` for a
    password the settings' rules call weak; nothing is stored then.
    """
    if User.objects.filter(username=username).exists():
        raise Conflict(
            f"账号 {username} 已经有了，请换一个。", f"The user {username} is there already; take another name."
        )
    person = User(username=username, first_name=name)
    try:
        person.full_clean(exclude=["password"])
        validate_password(password, person)
    except ValidationError as error:
        told = " ".join(error.messages)
        raise NotAllowed(f"不能添加：{told}", f"Not added: {told}") from error
    person.set_password(password)
    person.save()
    person.groups.add(Group.objects.get_or_create(name=Role(role))[0])
    for code in offices:
        office = Office.objects.filter(code=code).first()
        if office is None:
            known = "、".join(Office.objects.values_list("code", flat=True))
            raise NotFound(f"没有产业办 {code}；现有：{known}。", f"There is no office {code}; there are: {known}.")
        Membership.objects.create(user=person, office=office)
    return person
