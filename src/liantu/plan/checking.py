"""核稿 with the ledger: a draft held against every figure the ledger has of the subjects it speaks of."""

from collections.abc import Iterable, Mapping
from datetime import date

from liantu.bulletin.check import Checked, Known, check
from liantu.bulletin.check.rounding import step_of
from liantu.bulletin.document import Document
from liantu.bulletin.read import read
from liantu.bulletin.reading import Aspect, Fact, Modality, Reading
from liantu.figure.amount import plain
from liantu.figure.unit import base_of
from liantu.ledger.known import known
from liantu.ledger.models import Entry, Indicator, Subject
from liantu.ledger.posting import Places
from liantu.ledger.region import told

__all__ = ["LEDGER", "check_with_ledger"]

LEDGER = "台账"
Place = tuple[Subject | None, Indicator | None]


def check_with_ledger(document: Document, published: date, place: str = "") -> Checked:
    """The draft read, as one of the home region where no `place` is given, and checked; nothing of it is kept."""
    reading = read(document, published, place, home=told())
    places = _places(reading, published)
    subjects = {subject for subject, _ in places.values() if subject is not None}
    placed = {
        key: (_key(subject), indicator.code) for key, (subject, indicator) in places.items() if subject and indicator
    }
    placed |= {
        fact.id: (_key(subject), fact.measure)
        for fact in reading.facts
        if (subject := places[fact.id][0]) is not None and fact.id not in placed
    }
    return check(document, reading, _known(subjects), placed=placed, against=(LEDGER,))


def _places(reading: Reading, published: date) -> Mapping[str, Place]:
    """Under which subject and indicator the ledger would keep each figure; None where it would not know."""
    places = Places(reading.facts, ())
    return {fact.id: _place(fact, places, published) for fact in reading.facts}


def _place(fact: Fact, places: Places, published: date) -> Place:
    on = fact.period_end or published
    words = {name: getattr(fact, name) for name in ("subject", "measure", "unit_base")}
    found = places.find(words | {"subject_code": None, "indicator_code": None}, on)
    return found if found is not None else (places.subject(fact.subject, None, on), None)


def _key(subject: Subject) -> str:
    return f"{subject.kind}/{subject.code}"


def _known(subjects: Iterable[Subject]) -> list[Known]:
    rows = known().filter(subject__in=[subject.pk for subject in subjects]).order_by("-fact__document__published", "pk")
    return [_figure(row) for row in rows]


def _figure(entry: Entry) -> Known:
    document = entry.fact.document
    factor = base_of(entry.unit)[0]
    written = plain(entry.value) if entry.value is not None else None
    base = base_of(entry.unit)[1]
    unit = entry.indicator.unit if entry.aspect == Aspect.LEVEL else {"个百分点": "pp"}.get(base, base)
    return Known(
        (_key(entry.subject), entry.subject.name),
        (entry.indicator.name, entry.indicator.code),
        Aspect(entry.aspect),
        None if entry.value_base is None else plain(entry.value_base),
        None if entry.value_low is None else plain(entry.value_low * factor),
        None if entry.value_high is None else plain(entry.value_high * factor),
        unit,
        step_of(written, entry.unit, base=unit),
        entry.period_start,
        entry.period_end,
        Modality(entry.kind),
        None if entry.yoy is None else plain(entry.yoy),
        f"《{document.title}》",
        f"e{entry.pk}",
        document.published,
        entry.qualifier in ("约", "左右", "大约", "级"),
    )
