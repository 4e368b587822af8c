"""读 read: one document in, everything it says out: facts, relations, the number account, conflicts, hypotheses.

    >>> from liantu.bulletin.document import Document
    >>> reading = read(Document.from_text("# 乙山区快报\\n今年1-10月，乙山区实现产值5亿元，同比增长3%。"), date(2023, 12, 22))
    >>> [(f.subject, f.measure, str(f.value_base), str(f.yoy), f.period_end.isoformat()) for f in reading.facts]
    [('乙山区', '产值', '500000000', '3', '2023-10-31')]

Rules only, and deterministic: the same document gives the same reading, ids and all.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import PurePath
from typing import Final

from liantu.bulletin import quantity, relation, unsure, when
from liantu.bulletin.account import account
from liantu.bulletin.aim import plans
from liantu.bulletin.anchoring import lead
from liantu.bulletin.assemble import UNNAMED, Assembled, assemble
from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.cast import gather
from liantu.bulletin.conflict import Goal, among, two_times
from liantu.bulletin.dating import Clock, names_event
from liantu.bulletin.document import Document
from liantu.bulletin.flow import Stretch
from liantu.bulletin.fold import fold
from liantu.bulletin.gate import admit
from liantu.bulletin.headline import merged
from liantu.bulletin.memory import Memory
from liantu.bulletin.opened import blanked
from liantu.bulletin.place import certain, find
from liantu.bulletin.proposer import Asked, Proposer, settled
from liantu.bulletin.quantity import forget
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Conflict, Fact, Hypothesis, Modality, NumberUse, Reading, Relation, Use
from liantu.bulletin.repeat import Repeats
from liantu.bulletin.rules import RULES, shared
from liantu.bulletin.section import Section, sections, sentences
from liantu.bulletin.settle import settle
from liantu.bulletin.table import Table, hidden, tables
from liantu.bulletin.tabulate import tabulate
from liantu.bulletin.telling import Telling, tell

__all__ = ["READER", "read"]

READER: Final = "rules-2"
_BOOK: Final = 200_000  # characters; the sentences of so long a text are not kept in mind for the next one
_PLANNED: Final = re.compile(r"(?:计划|规划|方案|纲要|意见|措施)(?!.{0,8}(?:完成|落实|执行|进展))")
_GOAL_OF: Final = r"(?P<measure>总产值|产值|营收|营业收入|增加值|销售收入)"
_GOALS: Final = (
    re.compile(rf"(?P<scale>[十百千万]{{1,6}}亿)级?{_GOAL_OF}"),
    re.compile(rf"{_GOAL_OF}(?:规模)?[一-龥]{{0,4}}?[到达至破上刺越过为](?P<scale>[十百千万]{{1,6}}亿)"),
)


@dataclass(slots=True)
class _Page:
    """What is gathered while a page is read through once."""

    memory: Memory
    clock: Clock
    published: date | None
    facts: list[Assembled] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    unread: dict[Quote, str] = field(default_factory=dict)
    tables: deque[Table] = field(default_factory=deque)
    booked: dict[Quote, tuple[Use, str]] = field(default_factory=dict)
    asked: list[Asked] | None = None
    heading: str = ""
    headings: dict[str, tuple[Quote, ...]] = field(default_factory=dict)
    repeats: Repeats = field(default_factory=Repeats)


def read(
    document: Document,
    published: date | None = None,
    place: str = "",
    proposer: Proposer | None = None,
    home: str = "",
) -> Reading:
    """Read a document whose date of publication is `published`; without it, unstated years stay open.

    `place` is whose paper it is (涪陵区), said by somebody who knows; `home` is whose it is likely to be, and counts only
    where the text names no place of its own (it says 全区 or 我市).
    `proposer` is asked about the sentences whose figures the rules leave; without one nothing leaves this machine.
    """
    text = blanked(fold(document.text), document.aside)
    tabled = tables(text)
    found, hypotheses = sections(hidden(text, tabled))
    page = _page(document, text, found, published, (fold(place), fold(home)))
    page.tables = deque(tabled)
    page.asked = None if proposer is None else []
    for number, (section, end) in enumerate(zip(found, _ends(found, len(text)), strict=True)):
        _section(number, section, page, end)
    _tables(page, len(text))
    _headlines(found, page)
    if proposer is not None and page.asked:
        _ask(page, proposer)
    facts = settle(page.facts)
    reader = READER if proposer is None else f"{READER}+model:{proposer.name}"[:60]
    reading = _close(document, page, facts, hypotheses, reader)
    if len(text) > _BOOK:
        forget()
    return reading


def _page(
    document: Document, text: str, found: tuple[Section, ...], published: date | None, told: tuple[str, str]
) -> _Page:
    headings = [section.heading for section in found if section.heading]
    title = fold(document.title) or next(iter(headings), "")
    said, home = told
    place = certain(said, text) if said else find(title, text, home, fold(PurePath(document.name).stem))
    body = "\n".join(paragraph.text for section in found for paragraph in section.paragraphs)
    memory = Memory(place, gather(body, place.stem, headings))
    named = [
        m
        for m in when.scan(title, published)
        if m.kind in ("interval", "until") and not m.is_base and not names_event(title, m)
    ]
    clock = Clock(published, named[-1] if named else None, plan=bool(_PLANNED.search(title)))
    if not named and len(text) <= _BOOK:
        times = [m for m in when.scan(text, published) if not names_event(text, m)]
        if not any(m.kind in ("interval", "until", "point", "since") for m in times):
            clock.aim.whole = plans(text)
        clock.lead = lead(text, times, published, _opening(found, len(text)))
    return _Page(memory, clock, published)


def _opening(found: tuple[Section, ...], length: int) -> int:
    """Where the first heading below the page's title stands: what comes before it is about the whole page."""
    below = [s.title.offsets[0] for i, s in enumerate(found) if s.title and s.title.offsets and (s.trail or i)]
    return min(below, default=length)


def _ends(found: tuple[Section, ...], length: int) -> list[int]:
    """Where the file goes on to another heading, for each section: pieces of torn pages may come from anywhere."""
    own = [section.title.offsets[0] if section.title and section.title.offsets else -1 for section in found]
    places = [*sorted(own), length]
    return [places[bisect_right(places, start, hi=len(own))] for start in own]


def _section(number: int, section: Section, page: _Page, end: int) -> None:
    page.memory.enter_section(section.heading)
    if section.title is not None:
        page.headings[section.heading] = section.title.quotes(0, len(section.title))
    page.clock.enter_section([(each, page.headings.get(each, ())) for each in (*section.trail, section.heading)])
    page.heading = section.heading
    if section.title is not None and page.memory.section_industry:
        for m in chain.from_iterable(form.finditer(section.heading) for form in _GOALS):
            subject = page.memory.local(page.memory.section_industry)
            page.goals.append(Goal(subject, m["measure"], f"{m['scale']}级", section.title.raw(0, len(section.title))))
    for paragraph in section.paragraphs:
        _tables(page, min(paragraph.offsets[0] if paragraph.offsets else 0, end))
        if page.repeats.holds(paragraph, number):
            continue
        page.memory.enter_paragraph(paragraph.text)
        page.clock.enter_paragraph()
        before = Stretch("", range(0))
        for sentence in sentences(paragraph):
            figures = _sentence(sentence, page)
            page.relations += _relations(before, sentence, page.memory)
            page.relations += (_relation(said, sentence) for said in relation.placed(sentence.text, figures))
            before = sentence
    _tables(page, end)


def _headlines(found: Sequence[Section], page: _Page) -> None:
    """Read the headings after everything else, for the figures that stand nowhere else."""
    body, page.facts = page.facts, []
    for section in found:
        if section.title is not None and any(q.is_figure for q in quantity.scan(section.heading)):
            page.memory.enter_section("")
            page.clock.enter_section([])
            _sentence(section.title, page)
    page.facts = merged(body, page.facts)


def _tables(page: _Page, end: int) -> None:
    """Read the tables that stand before a place of the file and are still unread."""
    while page.tables and page.tables[0].place.start < end:
        table = page.tables.popleft()
        done = tabulate(table, page.memory, page.clock)
        page.facts += done.facts
        page.booked |= done.booked
        page.unread |= dict.fromkeys(done.unread, "这一行的格数与表头不同")


def _sentence(sentence: Stretch, page: _Page) -> list[relation.Figured]:
    """Read the figures of a sentence; whose they are and where they stand in it."""
    mentions = page.clock.anchor.settle(sentence.text, when.scan(sentence.text, page.published))
    tellings = tell(sentence.text, page.published, page.memory, mentions)
    page.clock.enter_sentence(sentence.text, mentions, sentence.quotes(0, len(sentence)))
    line = Line(sentence.text, tuple(tellings), tuple(mentions), page.published, page.memory.place, page.memory.counted)
    claimed: set[int] = set()
    told = [each for candidate in _candidates(line, claimed) for each in shared.out(candidate, line)]
    made = [assemble(candidate, line, sentence, page.clock) for candidate in told]
    page.facts += made
    if page.asked is not None:
        _put_by(line, sentence, made, page, claimed)
    page.clock.finish(sentence.text, mentions)
    for telling in tellings:
        if telling.quantity.start not in claimed:
            page.unread[sentence.raw(telling.quantity.start, telling.quantity.end)] = _why(telling)
    starts = [telling.quantity.start for telling in tellings]
    page.conflicts += two_times(sentence, mentions, starts, [each.fact for each in made])
    return [figure for each, done in zip(told, made, strict=True) for figure in _figured(each, done.fact)]


def _figured(told: Candidate, fact: Fact) -> Iterator[relation.Figured]:
    """The figure of a fact, and that of its growth, as a place among others may be said of it."""
    if fact.modality is not Modality.ACTUAL or fact.subject == UNNAMED or "第" in fact.measure:
        return
    q = told.telling.quantity
    moves = fact.aspect in (Aspect.GROWTH, Aspect.GAP, Aspect.PP_CHANGE)
    yield relation.Figured(fact.subject, fact.measure, moves, q.start, q.end)
    if told.yoy is not None:
        growth = told.yoy[0].quantity
        yield relation.Figured(fact.subject, fact.measure, True, min(q.start, growth.start), growth.end)


def _put_by(line: Line, sentence: Stretch, made: list[Assembled], page: _Page, claimed: set[int]) -> None:
    """Keep a sentence with figures nobody claimed for the proposer, with the clock as it stands now."""
    left = tuple(t for t in line.tellings if t.quantity.start not in claimed and t.quantity.is_figure)
    if not left or page.asked is None:
        return
    spans = {sentence.raw(t.quantity.start, t.quantity.end): t.quantity.start for t in line.tellings}
    known = {spans[each.fact.span]: each.fact for each in made if each.fact.span in spans}
    cast = page.memory.cast
    names = [page.memory.default()[0], page.memory.place.name, *(t.subject for t in line.tellings)]
    names += [name for name in (*cast.firms, *cast.parks) if name in line.text]
    names += [page.memory.local(f"{name}产业") for name in cast.industries if name in line.text]
    page.asked.append(Asked(line, sentence, replace(page.clock), left, known, tuple(names), page.heading))


def _ask(page: _Page, proposer: Proposer) -> None:
    made = settled(page.asked or (), proposer)
    page.facts += made.facts
    page.conflicts += made.conflicts
    for done in made.facts:
        page.unread.pop(done.fact.span, None)
    page.unread |= made.refused


def _relations(before: Stretch, sentence: Stretch, memory: Memory) -> list[Relation]:
    """The relations of a sentence, read with the one before it where it points back (这是, 它)."""
    told = before + sentence if relation.points_back(sentence.text) else sentence
    own = len(told) - len(sentence)
    return [_relation(said, told) for said in relation.find(told.text, memory) if said.end > own]


def _relation(said: relation.Said, told: Stretch) -> Relation:
    return Relation(said.subject, said.predicate, said.object, told.quotes(said.start, said.end), said.rule)


def _candidates(line: Line, claimed: set[int]) -> list[Candidate]:
    """The rules asked in order; a figure that one rule claims is kept from the rest."""
    taken: list[Candidate] = []
    for rule in RULES:
        for candidate in rule(line):
            starts = {candidate.telling.quantity.start}
            if candidate.yoy is not None:
                starts.add(candidate.yoy[0].quantity.start)
            if not starts & claimed:
                claimed |= starts
                taken.append(candidate)
    return sorted(taken, key=lambda candidate: candidate.telling.quantity.start)


def _why(telling: Telling) -> str:
    q = telling.quantity
    if q.amount is None and q.rate is None:
        return q.reason or "没有认出单位"
    if not telling.named:
        return "没有认出口径"
    return "没有规则认领这个句式"


def _close(
    document: Document,
    page: _Page,
    facts: list[Assembled],
    hypotheses: tuple[Hypothesis, ...],
    reader: str,
) -> Reading:
    """Everything through the gate, into order, and into the account; what the gate turns away is told there."""
    proposed = sorted((each.fact for each in facts), key=lambda fact: (fact.span, fact.id))
    kept, refused = admit(document, proposed, page.published)
    kept = unsure.doubted(kept, document.unsure)
    unread = page.unread | {fact.span: f"未过证据关：{reason}" for fact, reason in refused}
    reasons = {at: why for place, why in unread.items() for at in range(*place)}
    growths = {each.fact.id: [each.yoy, *each.yoy_rest] for each in facts if each.yoy is not None}
    rests = {each.fact.id: each.rest for each in facts if each.rest}
    booked = {at: what for place, what in page.booked.items() for at in range(*place)}
    reasons |= unsure.reasons(document.unsure, reasons)
    booked |= {at: (Use.NAME, _set_aside(document.text, place)) for place in document.aside for at in range(*place)}
    numbers = page.repeats.booked(
        _explained(use, reasons, booked) for use in account(document.text, kept, growths, rests)
    )
    held = {fact.id for fact in kept}
    conflicts = (*(each for each in page.conflicts if held.issuperset(each.facts)), *among(kept, page.goals))
    relations = tuple(sorted(page.relations, key=lambda r: (r.quotes, r.predicate, r.object)))
    return Reading(document.id, page.published, reader, tuple(kept), relations, numbers, conflicts, hypotheses)


def _set_aside(text: str, place: Quote) -> str:
    return "注的标号或读者的说明" if text.startswith("［", place.start) else "页眉、页脚或页码"


def _explained(use: NumberUse, reasons: dict[int, str], booked: dict[int, tuple[Use, str]]) -> NumberUse:
    """A numeral of a cell that is no fact as the table says; one left for review with the reader's own reason."""
    if use.fact is None and (known := booked.get(use.span.start)):
        use = NumberUse(use.span, known[0], reason=known[1])
    reason = reasons.get(use.span.start) if use.use is Use.REVIEW else None
    return replace(use, reason=reason) if reason else use
