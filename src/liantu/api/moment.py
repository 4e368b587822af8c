"""`as_of`: the ledger as it was known at a moment; a bare day means its end in the office's time.

>>> read("2024-03-01").isoformat()
'2024-03-01T23:59:59.999999+08:00'
>>> read("2024-03-01T09:30:00+08:00").isoformat()
'2024-03-01T09:30:00+08:00'
"""

from datetime import date, datetime
from typing import Annotated

from django.utils import timezone
from ninja import Query
from pydantic import BeforeValidator

from liantu.ledger.known import moment

__all__ = ["AsOf", "read"]

DAY = len("2024-03-01")


def read(written: str | datetime) -> datetime | None:
    """A day or a moment in ISO 8601; a moment without an offset is the office's."""
    if isinstance(written, datetime):
        return written
    if len(written) == DAY:
        return moment(date.fromisoformat(written))
    told = datetime.fromisoformat(written)
    return timezone.make_aware(told) if timezone.is_naive(told) else told


AsOf = Annotated[
    Annotated[datetime, BeforeValidator(read)] | None,
    Query(None, description="A day (its end) or a moment, ISO 8601: the ledger as it was known then; now if left out."),
]
