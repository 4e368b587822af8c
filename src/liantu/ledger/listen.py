"""The ledger listens to review: a new reading or decision is posted in the same transaction, or neither stands."""

from typing import Any

from liantu.ledger import posting, search
from liantu.review.models import Decision, Reading
from liantu.review.signals import decided, received

__all__ = ["listen"]


def listen() -> None:
    """Connect once, when the app is ready."""
    received.connect(_on_received, dispatch_uid="ledger.received")
    decided.connect(_on_decided, dispatch_uid="ledger.decided")


def _on_received(sender: Any, *, reading: Reading, **_: Any) -> None:
    posting.post([reading.document_id], by=reading.read_by)
    search.index_document(reading.document)


def _on_decided(sender: Any, *, decisions: list[Decision], **_: Any) -> None:
    documents = {row.fact.document_id for row in decisions if row.fact is not None}
    if documents:
        posting.post(sorted(documents))
