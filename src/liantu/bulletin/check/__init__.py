"""核稿 check: a draft's figures against each other and against what is known; pure, no database.

>>> from datetime import date
>>> from liantu.bulletin.document import Document
>>> paper = Document.from_text("# 青禾县简报\\n1-10月，青禾县完成进出口100亿元，其中出口70亿元、进口40亿元。")
>>> checked = check(paper, published=date(2023, 11, 20))
>>> [(found.kind.value, found.expected) for found in checked.wrong]
[('parts', '110亿元')]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from liantu.bulletin.check.compare import compare
from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.inside import inside
from liantu.bulletin.check.known import Known, known_of
from liantu.bulletin.document import Document
from liantu.bulletin.read import read
from liantu.bulletin.reading import Reading

__all__ = ["Checked", "Finding", "Kind", "Known", "Severity", "check", "known_of"]

_ORDER: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, how it was read, and every finding, the worst first and then in the order of the text.

    `against` says what the draft was held against, in words; it is empty where only the draft itself was asked.
    """

    document: Document
    reading: Reading
    findings: tuple[Finding, ...]
    against: tuple[str, ...] = ()

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What a person has to look at before the draft goes out."""
        return tuple(found for found in self.findings if found.says_wrong)


def check(
    document: Document,
    reading: Reading | None = None,
    known: Iterable[Known] | None = None,
    *,
    published: date | None = None,
    place: str = "",
    placed: Mapping[str, tuple[str, str]] | None = None,
    against: tuple[str, ...] = (),
) -> Checked:
    """Check a draft; without `known` it is only held against itself, and no figure is called unknown.

    `placed` gives, by a fact's id, the subject and measure its figure is kept under in the sources.
    """
    reading = reading or read(document, published or document.published, place)
    draft = Draft.of(document, reading)
    found = [*inside(draft), *(compare(draft, known, placed) if known is not None else ())]
    ordered = sorted(found, key=lambda one: (_ORDER.index(one.severity), one.spans[0]))
    return Checked(document, reading, tuple(ordered), against)
