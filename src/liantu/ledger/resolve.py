"""谁是谁 Resolve: which subject a name means and which indicator a measure means, or None.

Only the alias table and the indicators' synonyms are asked, and they are asked exactly: nothing is guessed. A name
may lose or gain the district's name before it (大渡口区新材料产业, 全区新材料产业). The city's name comes off or on
only before firms, carriers and events: 重庆市新材料产业 is the city's, never the district's cluster.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from liantu.ledger.models import Alias, Indicator, Subject
from liantu.ledger.names import fold
from liantu.ledger.region import Home, home

__all__ = ["Indicators", "Subjects", "resolve_indicator", "resolve_subject", "same_unit"]

UNDER_THE_CITY = frozenset({Subject.Kind.ENTERPRISE, Subject.Kind.CARRIER, Subject.Kind.EVENT})
COUNTERS = frozenset({"家", "户", "个"})
RATES = frozenset({"%", "pp", "个百分点"})
HERE = ("区里的", "区里", "区内", "全区", "我区", "本区")
LEADING = ("累计", "实现", "完成", "共")


class Subjects:
    """The subjects of many names, looked up with a constant number of queries."""

    def __init__(self, names: Iterable[str]) -> None:
        self.home = home()
        wanted = {name: list(candidates(folded, self.home)) for name in set(names) if (folded := fold(name))}
        rows = Alias.objects.select_related("subject").filter(
            folded__in={folded for found in wanted.values() for folded, _ in found}
        )
        self.aliases: dict[str, list[Alias]] = {}
        for row in rows:
            self.aliases.setdefault(row.folded, []).append(row)
        self.wanted = wanted

    def of(self, name: str, on: date | None = None) -> Subject | None:
        """The one subject `name` means on a day; None where there is none, or where two would do."""
        for folded, city in self.wanted.get(name, ()):
            found = {
                alias.subject_id: alias.subject
                for alias in self.aliases.get(folded, ())
                if _holds(alias, on) and (not city or alias.subject.kind in UNDER_THE_CITY)
            }
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None


class Indicators:
    """The indicators by every word documents use for them."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[Indicator]] = {}
        for indicator in Indicator.objects.all():
            for word in {fold(word) for word in [indicator.name, *indicator.synonyms]}:
                self.by_word.setdefault(word, []).append(indicator)

    def of(self, measure: str, unit_base: str, subject: Subject | None = None) -> Indicator | None:
        """The one indicator `measure` means in this unit; a rate fits any, counts of firms fit 家, 户 and 个 alike."""
        for word in _words(fold(measure), subject):
            fitting = [row for row in self.by_word.get(word, ()) if same_unit(row.unit, unit_base)]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def split(self, measure: str) -> Iterator[tuple[str, str]]:
        """The ways a measure may hold a name before an indicator's word: 三峰环境 + 垃圾处理量; the longest word first."""
        folded = fold(measure)
        for lead in HERE:
            folded = folded.removeprefix(lead)
        for at in range(1, len(folded)):
            if folded[at:] in self.by_word:
                yield folded[:at], folded[at:]


def resolve_subject(name: str, on: date | None = None) -> Subject | None:
    """The subject one name means, or None; `Subjects` does it for many."""
    return Subjects([name]).of(name, on)


def resolve_indicator(measure: str, unit_base: str, subject: Subject | None = None) -> Indicator | None:
    """The indicator one measure means, or None; `Indicators` does it for many."""
    return Indicators().of(measure, unit_base, subject)


def candidates(name: str, place: Home | None) -> Iterable[tuple[str, bool]]:
    """What to look up for a folded name, the fullest first, and whether the city's name was taken off or put on.

    >>> mine = Home("1", "甲区", "Jia", own=("甲区", "全区"), parent=("乙市",))
    >>> list(candidates("全区新材料产业", mine))[:2]
    [('全区新材料产业', False), ('新材料产业', False)]
    >>> ("新材料产业", True) in candidates("乙市新材料产业", mine)
    True
    """
    yield name, False
    if place is None:
        return
    bare = [name.removeprefix(own) for own in place.own if name.startswith(own) and name != own]
    for short in bare:
        yield short, False
    for short in [name, *bare]:
        for city in place.parent:
            if short.startswith(city) and short != city:
                rest = short.removeprefix(city)
                yield rest, True
                yield from ((rest.removeprefix(own), True) for own in place.own if rest.startswith(own) and rest != own)
    for short in [name, *bare]:
        yield from ((own + short, False) for own in place.own)
        yield from ((city + short, True) for city in place.parent)


def _holds(alias: Alias, on: date | None) -> bool:
    if on is None:
        return True
    return (alias.valid_from is None or alias.valid_from <= on) and (alias.valid_to is None or on <= alias.valid_to)


def _words(measure: str, subject: Subject | None) -> Iterable[str]:
    yield measure
    for lead in LEADING:
        yield measure.removeprefix(lead)
    if subject is not None:
        name = fold(subject.name)
        for prefix in (f"{name}产业", name):
            if measure.startswith(prefix) and measure != prefix:
                yield measure.removeprefix(prefix)


def same_unit(mine: str, theirs: str) -> bool:
    """Whether a figure in base unit `theirs` may stand under an indicator counted in `mine`."""
    return mine == theirs or theirs in RATES or {mine, theirs} <= COUNTERS
