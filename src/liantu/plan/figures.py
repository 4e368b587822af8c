"""Figures by their id: what a link, the drawer, the API and an export ask for.

e12 · yoy-12                                   told by a document
annual-12 · prior-12 · need-12-15 · rate-13-14 · implied-12-16   worked out
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from liantu.errors import NotFound
from liantu.ledger.contradiction import contradictions
from liantu.ledger.known import HEAVY, Moment, known
from liantu.ledger.models import Entry
from liantu.ledger.series import LEVEL, is_ahead, points
from liantu.plan.derived import KINDS
from liantu.plan.quoted import Torn, growth_of, of_entry, of_point
from liantu.plan.shown import Shown

__all__ = ["derived", "find", "inputs", "quoted", "shown"]

QUOTED = re.compile(r"e(\d{1,18})")
GROWTH = re.compile(r"yoy-(\d{1,18})")
DERIVED = re.compile(r"([a-z]+)-(\d{1,18})(?:-(\d{1,18}))?")


def shown(entry: Entry) -> Shown:
    """One entry as it is shown; for many use `quoted`."""
    return _superseded(entry, of_entry(entry, contradictions()))


def quoted(ids: Iterable[int], as_of: Moment = None) -> tuple[Shown, ...]:
    """The entries of these ids as shown, in this order; ids that are not there are left out. Two queries.

    `as_of` is the moment whose contradictions put them in doubt.
    """
    wanted = list(dict.fromkeys(ids))
    rows, torn = _entries(wanted), contradictions(as_of)
    return tuple(_superseded(rows[one], of_entry(rows[one], torn)) for one in wanted if one in rows)


def derived(key: str) -> Shown:
    """A derived figure reckoned anew from the entries its id names.

    Raises `NotFound` where the id or an entry does not exist, `NotComparable` where the entries do not go together.
    """
    kind, *numbers = found.groups() if (found := DERIVED.fullmatch(key)) else ("",)
    wanted = [int(number) for number in numbers if number]
    if kind not in KINDS or KINDS[kind][0] != len(wanted):
        raise _missing(key)
    rows = _entries(wanted)
    if len(rows) < len(set(wanted)):
        raise _missing(key)
    return KINDS[kind][1](*(rows[one] for one in wanted), contradictions())


def find(key: str) -> Shown:
    """The figure of an id, told or worked out; raises `NotFound`."""
    if (told := QUOTED.fullmatch(key)) or (told := GROWTH.fullmatch(key)):
        entry = _entries([int(told[1])]).get(int(told[1]))
        if entry is None or (key.startswith("yoy") and entry.yoy is None):
            raise _missing(key)
        torn = contradictions()
        return _superseded(entry, growth_of(entry, torn) if key.startswith("yoy") else _among(entry, torn))
    return derived(key)


def inputs(figure: Shown) -> tuple[Shown, ...]:
    """The told figures behind a derived one, in the order of its formula; a told figure's is itself."""
    return quoted(figure.entries)


def _entries(ids: list[int]) -> dict[int, Entry]:
    rows = Entry.objects.select_related("subject", "indicator", "fact__document", "decision", "superseded_by")
    return rows.defer(*HEAVY).in_bulk(ids)


def _among(entry: Entry, torn: Torn) -> Shown:
    """A level among all that is told of its period: others that say the same stand behind it, others contest it."""
    if entry.aspect != LEVEL or entry.kind == Entry.Kind.COMPARISON or hasattr(entry, "superseded_by"):
        return of_entry(entry, torn)
    past = entry.kind == Entry.Kind.ACTUAL
    told = known().filter(
        subject=entry.subject_id,
        indicator=entry.indicator_id,
        kind__in=[Entry.Kind.ACTUAL] if past else [Entry.Kind.TARGET, Entry.Kind.FORECAST],
        aspect=LEVEL,
        period_start=entry.period_start,
        period_end=entry.period_end,
    )
    found = points(one for one in told if past or is_ahead(one))
    if not found or entry not in found[0].entries:
        return of_entry(entry, torn)
    mine = points([entry])[0].values
    alike = [one for one in found[0].entries if one != entry and points([one])[0].values == mine]
    return of_point(replace(found[0], entries=(entry, *alike)), torn)


def _superseded(entry: Entry, figure: Shown) -> Shown:
    """An old link still opens the figure it was made for, and says that a later one stands now."""
    if entry.withdrawn:
        return _noted(figure, "这个数已被撤下。", "This figure was withdrawn.")
    if hasattr(entry, "superseded_by"):
        return _noted(
            figure, "这个数已有新的记录，此处是当时的样子。", "A later record stands now; this is how it was."
        )
    return figure


def _noted(figure: Shown, zh: str, en: str) -> Shown:
    return replace(figure, note_zh=f"{zh} {figure.note_zh}".strip(), note_en=f"{en} {figure.note_en}".strip())


def _missing(key: str) -> NotFound:
    return NotFound(f"没有编号为 {key} 的数。", f"There is no figure {key}.")
