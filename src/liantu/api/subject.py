"""Subjects: whatever may own a figure, named in addresses as `kind/code`."""

from dataclasses import dataclass

from liantu.errors import NotFound
from liantu.ledger.models import Subject

__all__ = ["SubjectOut", "find", "subject_out"]


@dataclass(frozen=True, slots=True)
class SubjectOut:
    """A cluster, firm, carrier, region or event."""

    kind: str
    code: str
    name: str
    name_en: str


def find(kind: str, code: str) -> Subject:
    """The subject, or NotFound."""
    found = Subject.objects.filter(kind=kind, code=code).first()
    if found is None:
        raise NotFound(f"没有代码为 {kind}/{code} 的主体。", f"There is no subject {kind}/{code}.")
    return found


def subject_out(row: Subject) -> SubjectOut:
    """The row as the API writes it."""
    return SubjectOut(row.kind, row.code, row.name, row.name_en)
