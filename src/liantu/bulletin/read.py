"""读 read: one document in, everything it says out: facts, relations, the number account, conflicts, hypotheses.

    >>> from liantu.bulletin.document import Document
    >>> reading = read(Document.from_text("# 乙山区快报\\n今年1-10月，乙山区实现产值5亿元，同比增长3%。"), date(2023, 12, 22))
    >>> [(f.subject, f.measure, str(f.value_base), str(f.yoy), f.period_end.isoformat()) for f in reading.facts]
    [('乙山区', '产值', '500000000', '3', '2023-10-31')]

Rules only, and deterministic: the same document gives the same reading, ids and all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from liantu.bulletin import relation, when
from liantu.bulletin.assemble import Assembled, assemble
from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.cast import gather
from liantu.bulletin.conflict import Goal, among, two_times
from liantu.bulletin.dating import Clock
from liantu.bulletin.document import Document
from liantu.bulletin.flow import Stretch
from liantu.bulletin.fold import fold
from liantu.bulletin.numeral import scan as scan_numerals
from liantu.bulletin.place import find
from liantu.bulletin.quantity import scan as scan_figures
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Conflict, Hypothesis, NumberUse, Reading, Relation, Use
from liantu.bulletin.rules import RULES
from liantu.bulletin.section import Section, sections, sentences
from liantu.bulletin.settle import settle
from liantu.bulletin.subject import Memory
from liantu.bulletin.telling import Telling, tell

__all__ = ["READER", "read"]

READER: Final = "rules-1"
_GOAL: Final = re.compile(r"(?P<scale>[十百千万]+亿)级?(?P<measure>产值|营收|营业收入|增加值|销售收入|总产值)")


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


def read(document: Document, published: date | None = None) -> Reading:
    """Read a document whose date of publication is `published`; without it, unstated years stay open."""
    text = fold(document.text)
    found, hypotheses = sections(text)
    page = _page(document, text, found, published)
    for section in found:
        _section(section, page)
    facts = settle(page.facts)
    return _close(document, text, page, facts, hypotheses, published)


def _page(document: Document, text: str, found: tuple[Section, ...], published: date | None) -> _Page:
    headings = [section.heading for section in found if section.heading]
    title = document.title or next(iter(headings), "")
    place = find(title, text)
    body = "\n".join(paragraph.text for section in found for paragraph in section.paragraphs)
    memory = Memory(place, gather(body, place.stem, headings))
    named = [m for m in when.scan(fold(title), published) if m.kind in ("interval", "until")]
    return _Page(memory, Clock(published, named[-1] if named else None), published)


def _section(section: Section, page: _Page) -> None:
    page.memory.enter_section(section.heading)
    page.clock.enter_section()
    if section.title is not None and page.memory.section_industry:
        for m in _GOAL.finditer(section.heading):
            subject = page.memory.local(page.memory.section_industry)
            page.goals.append(Goal(subject, m["measure"], f"{m['scale']}级", section.title.raw(0, len(section.title))))
    for paragraph in section.paragraphs:
        page.memory.enter_paragraph(paragraph.text)
        for sentence in sentences(paragraph):
            _sentence(sentence, page)


def _sentence(sentence: Stretch, page: _Page) -> None:
    mentions = when.scan(sentence.text, page.published)
    tellings = tell(sentence.text, page.published, page.memory, mentions)
    line = Line(sentence.text, tuple(tellings), tuple(mentions), page.published, page.memory.place)
    claimed: set[int] = set()
    made: list[Assembled] = []
    for candidate in _candidates(line, claimed):
        made.append(assemble(candidate, line, sentence, page.clock))
    page.facts += made
    page.clock.finish(mentions)
    for telling in tellings:
        if telling.quantity.start not in claimed:
            page.unread[sentence.raw(telling.quantity.start, telling.quantity.end)] = _why(telling)
    starts = [telling.quantity.start for telling in tellings]
    page.conflicts += two_times(sentence, mentions, starts, [each.fact for each in made])
    for said in relation.find(sentence.text, page.memory):
        quotes = sentence.quotes(said.start, said.end)
        page.relations.append(Relation(said.subject, said.predicate, said.object, quotes, said.rule))


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
    text: str,
    page: _Page,
    facts: list[Assembled],
    hypotheses: tuple[Hypothesis, ...],
    published: date | None,
) -> Reading:
    kept = tuple(sorted((each.fact for each in facts), key=lambda fact: (fact.span, fact.id)))
    conflicts = (*page.conflicts, *among(kept, page.goals))
    relations = tuple(sorted(page.relations, key=lambda r: (r.quotes, r.predicate, r.object)))
    numbers = tuple(_numbers(text, facts, page.unread))
    return Reading(document.id, published, READER, kept, relations, numbers, conflicts, hypotheses)


def _numbers(text: str, facts: list[Assembled], unread: dict[Quote, str]) -> Iterator[NumberUse]:
    """Every numeral and what became of it; what no fact took keeps the scanner's word or goes to review."""
    claims = {each.fact.span: (Use.FACT, each.fact.id) for each in facts}
    claims |= {each.yoy: (Use.YOY, each.fact.id) for each in facts if each.yoy is not None}
    figures = iter([*scan_figures(text), None])
    spans = sorted(claims)
    figure, at = next(figures), 0
    for numeral in scan_numerals(text):
        while at < len(spans) and spans[at].end <= numeral.start:
            at += 1
        while figure is not None and figure.end <= numeral.start:
            figure = next(figures)
        span = Quote(numeral.start, numeral.end)
        if at < len(spans) and spans[at].start < numeral.end:
            use, ident = claims[spans[at]]
            yield NumberUse(span, use, ident)
        elif figure is not None and figure.start < numeral.end and figure.use is not None:
            yield NumberUse(span, figure.use, reason=figure.reason)
        else:
            why = unread.get(Quote(figure.start, figure.end)) if figure is not None else None
            yield NumberUse(span, Use.REVIEW, reason=why or "不在正文句子里")
