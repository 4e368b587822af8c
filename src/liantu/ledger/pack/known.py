"""What of a pack is already there: find by code, change what differs, add what is new.

Only rows that truly differ are written, so loading twice leaves no trace in the history.
"""

from typing import Any, TypeVar

from django.db.models import Model

from liantu.ledger.models import Alias, Subject
from liantu.ledger.names import fold
from liantu.ledger.pack.sheet import Row

__all__ = ["Known"]

M = TypeVar("M", bound=Model)


class Known:
    """The rows of each noun by code, as a pack's files refer to them, and the names of every subject.

    What the database holds of a table is fetched once, when its first row is asked for.
    """

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.subjects: list[Subject] = []
        self.held: dict[tuple[type[Model], tuple[str, ...]], dict[tuple[Any, ...], Any]] = {}
        self.names: dict[int, dict[str, Alias]] = {}
        for alias in Alias.objects.all():
            self.names.setdefault(alias.subject_id, {})[alias.name] = alias

    def keep(self, model: type[M], by: dict[str, Any], fields: dict[str, Any]) -> M:
        """The row found by `by` with `fields` as given; it is written only where something differs."""
        key = (model, tuple(by))
        if key not in self.held:
            rows = model._default_manager.all()
            self.held[key] = {
                tuple(getattr(row, name) for name in by): row for row in rows.select_related(*_links(model))
            }
        row: M | None = self.held[key].get(tuple(by.values()))
        if row is None:
            row = self.held[key][tuple(by.values())] = model._default_manager.create(**by, **fields)
            return row
        changed = [name for name, value in fields.items() if getattr(row, name) != value]
        for name in changed:
            setattr(row, name, fields[name])
        if changed:
            row.save(update_fields=changed)
        return row

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
        subject = self.keep(
            Subject,
            {"kind": kind, "code": row.text("code")},
            {"name": row.text("name"), "name_en": row.text("name_en", need=False)},
        )
        names = dict.fromkeys(name for name in (subject.name, *more, *row.texts("aliases")) if name)
        there = self.names.get(subject.pk, {})
        new = [Alias(subject=subject, name=name, folded=fold(name)) for name in names if name not in there]
        if new:
            Alias.objects.bulk_create(new)
        for name, alias in there.items():
            if name not in names:
                alias.delete()
        self.subjects.append(subject)
        return subject


def _links(model: type[Model]) -> list[str]:
    """The rows a row refers to, fetched with it, for they are compared."""
    return [field.name for field in model._meta.concrete_fields if field.is_relation]
