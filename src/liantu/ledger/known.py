"""What the ledger held at a moment: now, or as anyone would have seen it on an earlier day."""

from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from liantu.ledger.models import Entry
from liantu.review.models import Document, Fact

__all__ = ["HEAVY", "UNSHOWN", "Moment", "known", "moment"]

# A document's text and bytes would come once with every entry.
HEAVY: tuple[str, ...] = ("fact__document__text", "fact__document__original", "fact__quotes")

# What a page of many figures does not show of each.
UNSHOWN = (
    *(f"fact__{field.name}" for field in Fact._meta.concrete_fields if field.name not in {"id", "document", "note"}),
    *(
        f"fact__document__{field.name}"
        for field in Document._meta.concrete_fields
        if field.name not in {"id", "title", "published"}
    ),
)

Moment = date | datetime | None


def moment(as_of: Moment) -> datetime | None:
    """An aware moment; a day means its end, None means now and for ever on."""
    if as_of is None or isinstance(as_of, datetime):
        return as_of
    return timezone.make_aware(datetime.combine(as_of, time.max))


def known(as_of: Moment = None) -> QuerySet[Entry]:
    """The entries the ledger held then, with subject, indicator, document and the person's word beside them."""
    at = moment(as_of)
    rows = Entry.objects.current() if at is None else Entry.objects.as_of(at)
    return rows.select_related("subject", "indicator", "fact__document", "decision").defer(*HEAVY)
