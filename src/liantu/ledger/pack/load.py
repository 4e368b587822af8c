"""Load a pack: its nouns, its people and its documents, whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import prefetch_related_objects

from liantu.errors import CannotRead
from liantu.ledger import posting, region, search
from liantu.ledger.models import Indicator
from liantu.ledger.pack.known import Known
from liantu.ledger.pack.nouns import load_nouns
from liantu.ledger.pack.people import Person, load_people
from liantu.ledger.pack.sheet import Row, read_head, read_sheet
from liantu.review.receive import Received, receive

__all__ = ["Loaded", "Person", "Step", "load"]


@dataclass(frozen=True, slots=True)
class Step:
    """One document of a pack has been received: the `done`th of `total`."""

    done: int
    total: int
    name: str
    received: Received


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a pack holds (`counts` by noun), what was new in it, and who can sign in."""

    counts: dict[str, int]
    new_documents: int
    new_facts: int
    people: tuple[Person, ...]


@transaction.atomic
def load(path: Path, progress: Callable[[Step], None] | None = None, *, people: bool = True) -> Loaded:
    """Bring the pack in the folder `path` into the ledger; loading it again adds nothing.

    The pack's people sign in with a password anybody can read in it: a house in earnest use leaves them out.

    Raises `CannotRead` with one sentence naming file, row and key; nothing of the pack is stored then.
    """
    if not path.is_dir():
        raise CannotRead(f"没有区域包 {path}。", f"There is no pack {path}.")
    head, known = read_head(path), Known()
    counts = load_nouns(path, head, known)
    signed_up = load_people(head, known) if people else ()
    prefetch_related_objects(known.subjects, "aliases")
    search.index_subjects(known.subjects)
    search.index_indicators(Indicator.objects.all())
    posting.post_all()
    rows, place = read_sheet(path, "documents", "file").rows, region.told()
    received = []
    for done, row in enumerate(rows, 1):
        received.append(_receive(path, row, place))
        if progress is not None:
            progress(Step(done, len(rows), row.text("title"), received[-1]))
    return Loaded(
        counts | {"documents": len(rows), "people": len(signed_up)},
        sum(one.new_document for one in received),
        sum(one.new_facts for one in received),
        signed_up,
    )


def _receive(folder: Path, row: Row, place: str) -> Received:
    file = folder / row.text("file")
    if not file.resolve().is_relative_to(folder.resolve()) or not file.is_file():
        raise row.fault("file", "不在区域包里", "is not in the pack")
    published = row.day("published", need=True)
    assert published is not None
    return receive(
        file.read_bytes(),
        file.name,
        published=published,
        title=row.text("title"),
        issuer=row.text("issuer", need=False),
        note=row.text("note", need=False),
        place=place,
    )
