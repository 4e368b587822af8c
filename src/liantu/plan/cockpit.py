"""驾驶舱 Cockpit: a taxonomy's clusters as they stand, now or as the ledger knew them on an earlier day.

One fetch, then plain reckoning: the number of queries does not depend on how much the ledger holds.
"""

from django.utils import timezone

from liantu.ledger.known import Moment, moment
from liantu.ledger.models import Entry
from liantu.ledger.series import LEVEL, points
from liantu.plan.briefs import briefs
from liantu.plan.card import card, newest_year
from liantu.plan.material import Material, gather, taxonomy_of
from liantu.plan.standing import Standing

__all__ = ["standing"]


def standing(taxonomy_code: str | None = None, as_of: Moment = None) -> Standing:
    """The cockpit of a taxonomy, the opening one if none is named.

    `figures` counts the different told figures of its clusters and their parts, `waiting` those nobody has decided on.
    Raises `NotFound` for a taxonomy that is not there.
    """
    at = moment(as_of)
    material = gather(taxonomy_of(taxonomy_code), at)
    year = newest_year(material.parts)
    cards = [card(part, material.torn, year) for part in material.parts]
    figures, waiting = _counts(material)
    taxonomy = material.taxonomy
    return Standing(
        taxonomy=taxonomy.code,
        taxonomy_name=taxonomy.name,
        taxonomy_name_en=taxonomy.name_en or taxonomy.name,
        as_of=at or timezone.now(),
        clusters=tuple(one.standing for one in cards),
        briefs=briefs(cards, material.torn),
        figures=figures,
        waiting=waiting,
    )


def _counts(material: Material) -> tuple[int, int]:
    """Different figures, and those nobody decided on; a figure told by several documents counts once."""
    entries = {entry.pk: entry for part in material.parts for entry in [*part.entries, *part.within]}
    levels = points(e for e in entries.values() if e.aspect == LEVEL and e.kind == Entry.Kind.ACTUAL)
    rest = points(e for e in entries.values() if e.aspect == LEVEL and e.kind != Entry.Kind.ACTUAL)
    waiting = [one for one in (*levels, *rest) if all(entry.decision_id is None for entry in one.entries)]
    return len(levels) + len(rest), len(waiting)
