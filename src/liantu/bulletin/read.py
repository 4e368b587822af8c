"""读 read: one document in, everything it says out: facts, relations, the number account, conflicts, hypotheses.

    >>> from liantu.bulletin.document import Document
    >>> reading = read(Document.of("# 乙山区快报\\n今年1-10月，乙山区实现产值5亿元，同比增长3%。"), date(2023, 12, 22))
    >>> [(f.subject, f.measure, str(f.value_base), str(f.yoy), f.period_end.isoformat()) for f in reading.facts]
    [('乙山区', '产值', '500000000', '3', '2023-10-31')]

Rules only, and deterministic: the same document gives the same reading, ids and all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from liantu.bulletin import when
from liantu.bulletin.assemble import Assembled, assemble
from liantu.bulletin.candidate import Candidate, Line
from liantu.bulletin.cast import gather
from liantu.bulletin.dating import Clock
from liantu.bulletin.flow import Stretch
from liantu.bulletin.fold import fold
from liantu.bulletin.place import find
from liantu.bulletin.rules import RULES
from liantu.bulletin.section import Section, sections, sentences
from liantu.bulletin.subject import Memory
from liantu.bulletin.telling import tell

READER = "rules-1"


@dataclass(slots=True)
class Page:
    sections: tuple[Section, ...]
    memory: Memory
    clock: Clock


def facts_of(text: str, title: str, published: date | None) -> Iterator[Assembled]:
    folded = fold(text)
    found, hypotheses = sections(folded)
    title = title or next((s.heading for s in found if s.heading), "")
    place = find(title, folded)
    body = "\n".join(p.text for s in found for p in s.paragraphs)
    cast = gather(body, place.stem, [s.heading for s in found])
    memory = Memory(place, cast)
    clock = Clock(published)
    for section in found:
        memory.enter_section(section.heading)
        clock.enter_section()
        for paragraph in section.paragraphs:
            memory.enter_paragraph(paragraph.text)
            for sentence in sentences(paragraph):
                yield from _sentence(sentence, memory, clock, published)


def _sentence(sentence: Stretch, memory: Memory, clock: Clock, published: date | None) -> Iterator[Assembled]:
    mentions = when.scan(sentence.text, published)
    tellings = tell(sentence.text, published, memory, mentions)
    line = Line(sentence.text, tuple(tellings), tuple(mentions), published, memory.place.parent)
    for candidate in _candidates(line):
        yield assemble(candidate, line, sentence, clock)
    clock.finish(mentions)


def _candidates(line: Line) -> Iterator[Candidate]:
    claimed: set[int] = set()
    for rule in RULES:
        for candidate in rule(line):
            starts = {candidate.telling.quantity.start} | ({candidate.yoy[0].quantity.start} if candidate.yoy else set())
            if not starts & claimed:
                claimed |= starts
                yield candidate
