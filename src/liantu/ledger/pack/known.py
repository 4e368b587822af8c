"""What of a pack is already there: find by code, change what differs, add what is new.

Only rows that truly differ are written, so loading twice leaves no trace in the history.
"""

from typing import Any, TypeVar

from django.db.models import Model

from liantu.ledger.models import Alias, Subject
from liantu.ledger.names import fold
from liantu.ledger.pack.sheet import Row

__all__ = ["Known", "keep"]

M = TypeVar("M", bound=Model)


def keep(model: type[M], by: dict[str, Any], fields: dict[str, Any]) -> M:
    """The row found by `by` with `fields` as given; it is written only where something differs."""
    row = model._default_manager.filter(**by).first()
    if row is None:
        return model._default_manager.create(**by, **fields)
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=changed)
    return row


class Known:
    """The rows of each noun by code, as a pack's files refer to them, and the names of every subject."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.subjects: list[Subject] = []

    def add(self, noun: str, code: str, row: Model) -> None:
        """Remember a row for those that refer to it."""
        self.rows.setdefault(noun, {})[code] = row

    def get(self, row: Row, key: str, noun: str, *, need: bool = False) -> Any:
        """The row of `noun` that `key` names, None where the key is null."""
        code = row.text(key, need=need)
        if not code:
            return None
        return self.named(row, key, noun, code)

    def named(self, row: Row, key: str, noun: str, code: str) -> Any:
        """The row of `noun` by its code."""
        found = self.rows.get(noun, {}).get(code)
        if found is None:
            raise row.fault(key, f"指向的「{code}」不存在", f"names “{code}”, which is not there")
        return found

    def subject(self, kind: str, row: Row, *more: str) -> Subject:
        """The subject of a row, with its names; `more` are names beside `name` and `aliases`."""
        subject = keep(
            Subject,
            {"kind": kind, "code": row.text("code")},
            {"name": row.text("name"), "name_en": row.text("name_en", need=False)},
        )
        names = dict.fromkeys(name for name in (subject.name, *more, *row.texts("aliases")) if name)
        there = {alias.name: alias for alias in subject.aliases.all()}
        for name in names:
            if name not in there:
                Alias.objects.create(subject=subject, name=name, folded=fold(name))
        for name, alias in there.items():
            if name not in names:
                alias.delete()
        self.subjects.append(subject)
        return subject
