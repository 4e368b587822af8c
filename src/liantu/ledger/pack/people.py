"""The five groups, and the people a demo can sign in as."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, User

from liantu.ledger.models import Membership, Office
from liantu.ledger.pack.known import Known
from liantu.ledger.pack.sheet import Row, Sheet
from liantu.ledger.permission import Role

__all__ = ["Person", "load_people"]


@dataclass(frozen=True, slots=True)
class Person:
    """A demo sign-in, as it is printed."""

    username: str
    name: str
    role: str
    offices: tuple[Office, ...]
    password: str


def load_people(head: Row, known: Known) -> tuple[Person, ...]:
    """The pack's people with their groups and offices. Someone who is there keeps the password he has."""
    groups = {role: Group.objects.get_or_create(name=role)[0] for role in Role}
    password = head.text("demo_password", need=False)
    sheet = Sheet.of("pack.yaml", head.fields.get("people") or [], "username")
    return tuple(_person(row, known, groups, password) for row in sheet.rows)


def _person(row: Row, known: Known, groups: dict[Role, Group], password: str) -> Person:
    role = Role(row.one_of("role", [one.value for one in Role]))
    offices = [known.named(row, "offices", "offices", code) for code in row.texts("offices")]
    user, new = User.objects.get_or_create(username=row.text("username"), defaults={"first_name": row.text("name")})
    if new:
        user.set_password(password or None)
        user.save()
    user.groups.set([groups[role]])
    Membership.objects.filter(user=user).exclude(office__in=offices).delete()
    for office in offices:
        Membership.objects.get_or_create(user=user, office=office)
    return Person(user.username, row.text("name"), role, tuple(offices), password)
