"""Drafts put together from the forms: clean ones, and the same with one contradiction planted; the seed decides all."""

from dataclasses import dataclass
from datetime import date
from random import Random

from liantu.bulletin import Document
from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.finding import Finding
from liantu.bulletin.check.inside import inside
from tests.bulletin.check.forms import FORMS, Cast, Passage

__all__ = ["DAYS", "Planted", "clean", "found_in", "planted"]

DAYS = (date(2023, 11, 20), date(2024, 8, 16), date(2022, 10, 18), date(2025, 9, 12))
TITLES = ("# 青禾县1-{m}月经济运行简况", "青禾县经济运行情况通报（1-{m}月）", "# 青禾县工业和招商工作月报")
QUIET = (
    "各部门要把心思用在项目上。",
    "下一步，全县将继续做好要素保障。",
    "总的看，经济运行平稳，但压力依然不小。",
    "重点企业生产经营正常，用工总体稳定。",
    "联席会议按月召开，问题逐条销号。",
)


@dataclass(frozen=True)
class Planted:
    """A draft with one contradiction: what must be found in it, and at which words from which place on."""

    text: str
    day: date
    passage: Passage
    form: str
    start: int


def _passages(seed: int, first: int | None, most: int) -> tuple[list[tuple[str, Passage]], Random, date]:
    random = Random(seed)  # noqa: S311 (a seed is the point)
    day = random.choice(DAYS)
    chosen = random.sample(range(len(FORMS)), most)
    if first is not None:
        chosen = [first, *(one for one in chosen if one != first)][:most]
    cast = Cast(random, day.year, day.month - 1)
    made = []
    for one in chosen:
        if len(cast.towns) < 5 or len(cast.trades) < 4:
            break
        made.append((FORMS[one].__name__, FORMS[one](cast)))
    return made, random, day


def _put(parts: list[str], random: Random, day: date) -> str:
    title = random.choice(TITLES).format(m=day.month - 1)
    lines = [title, ""]
    for part in parts:
        lines.append(part)
        if random.random() < 0.4:
            lines.append(random.choice(QUIET))
    return "\n".join(lines) + "\n"


def clean(seed: int) -> tuple[str, date]:
    """A draft in which nothing contradicts anything."""
    made, random, day = _passages(seed, None, 6)
    return _put([passage.true for _, passage in made], random, day), day


def planted(seed: int, form: int) -> Planted:
    """The form numbered `form` with its contradiction, among clean passages."""
    made, random, day = _passages(seed, form, 5)
    name, passage = made[0]
    parts = [one.true for _, one in made[1:]]
    parts.insert(random.randint(0, len(parts)), passage.planted)
    text = _put(parts, random, day)
    return Planted(text, day, passage, name, text.index(passage.planted))


def found_in(text: str, day: date) -> list[Finding]:
    """What the check finds in a draft by itself."""
    return list(inside(Draft.of(Document.from_text(text), published=day)))
