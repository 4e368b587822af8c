"""稿内核对: everything a draft contradicts in itself, no source asked."""

from collections.abc import Iterator

from liantu.bulletin.check.draft import Draft
from liantu.bulletin.check.finding import Finding
from liantu.bulletin.check.rules import OF_A_DRAFT, OF_A_SENTENCE

__all__ = ["inside"]


def inside(draft: Draft) -> Iterator[Finding]:
    """The contradictions of a draft, each told once: where two rules speak of the same figures the first is heard.

    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("完成进出口总额100亿元，其中出口70亿元、进口40亿元。"))
    >>> [found.kind.value for found in inside(draft)]
    ['parts']
    """
    told: set[frozenset[object]] = set()
    for found in _every(draft):
        key = frozenset(found.spans)
        if key not in told:
            told.add(key)
            yield found


def _every(draft: Draft) -> Iterator[Finding]:
    for sentence in draft.sentences:
        for rule in OF_A_SENTENCE:
            yield from rule(sentence)
    for asked in OF_A_DRAFT:
        yield from asked(draft)
