"""What review tells the folders to its right, inside its own transaction: an error there undoes the whole step.

`received` is sent with `reading` when a document's reading changed; `decided` with `decisions`, the rows of one batch.
"""

from django.dispatch import Signal

__all__ = ["decided", "received"]

received = Signal()
decided = Signal()
