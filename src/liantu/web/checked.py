"""A checked draft as a page shows it: its text with every figure marked, and the findings beside it, the worst first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from liantu.bulletin import check
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.quote import Quote
from liantu.web.language import english, say
from liantu.web.paper import Mark, Paragraph, paragraphs

__all__ = ["Checked", "Item", "Tally", "result"]

SIGNS = {Severity.WRONG: "✗", Severity.DOUBT: "?", Severity.NOTE: "○", Severity.FINE: "✓"}
PILLS = {Severity.WRONG: "bad", Severity.DOUBT: "warn", Severity.NOTE: "plain", Severity.FINE: "ok"}
SHORT = {
    Severity.WRONG: ("有误", "wrong"),
    Severity.DOUBT: ("核对", "check"),
    Severity.NOTE: ("未载", "none"),
    Severity.FINE: ("一致", "same"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One finding: its number, its figure's words, what is said of it, what would fit, and where that is told."""

    number: int
    severity: str
    pill: str
    sign: str
    word: str
    kind: str
    kind_word: str
    figure: str
    sentence: str
    expected: str
    source: str
    href: str
    told_on: object


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are of one severity or kind."""

    key: str
    word: str
    count: int
    pill: str
    sign: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything the page shows of a checked draft."""

    title: str
    figures: int
    severities: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    wrong: tuple[Item, ...]
    others: tuple[Item, ...]
    paragraphs: list[Paragraph]

    @property
    def long(self) -> bool:
        """Whether the browser should draw only the paragraphs in sight."""
        return len(self.paragraphs) > 200


def result(checked: check.Checked) -> Checked:
    """The page's view of a check, in the reader's language."""
    items = [_item(number, found, checked) for number, found in enumerate(checked.findings, 1)]
    wrong = tuple(item for item, found in zip(items, checked.findings, strict=True) if found.says_wrong)
    others = tuple(item for item, found in zip(items, checked.findings, strict=True) if not found.says_wrong)
    return Checked(
        checked.document.title,
        len(checked.reading.facts),
        tuple(_severities(checked)),
        tuple(_kinds(checked)),
        wrong,
        others,
        paragraphs(checked.document.text, list(_marks(checked))),
    )


def _item(number: int, found: Finding, checked: check.Checked) -> Item:
    known = found.known
    return Item(
        number,
        found.severity.value,
        PILLS[found.severity],
        SIGNS[found.severity],
        say(*found.severity.words),
        found.kind.value,
        say(*found.kind.words),
        found.spans[0].of(checked.document.text)[:60],
        say(found.zh, found.en),
        found.expected,
        known.label if known else "",
        reverse("figure", args=[known.link]) if known and known.link else "",
        known.as_of if known else None,
    )


def _severities(checked: check.Checked) -> Iterator[Tally]:
    counts = Counter(found.severity for found in checked.findings)
    for one in Severity:
        yield Tally(one.value, say(*one.words), counts[one], PILLS[one], SIGNS[one])


def _kinds(checked: check.Checked) -> Iterator[Tally]:
    counts = Counter(found.kind for found in checked.findings)
    worst = {found.kind: found.severity for found in reversed(checked.findings)}
    for kind in sorted(counts, key=lambda one: (list(Severity).index(worst[one]), list(Kind).index(one))):
        yield Tally(kind.value, say(*kind.words), counts[kind], PILLS[worst[kind]], SIGNS[worst[kind]])


def _marks(checked: check.Checked) -> Iterator[Mark]:
    """Each figure once, by the worst that is said of it; the figures a finding speaks of besides are only underlined."""
    seen: set[Quote] = set()
    for number, found in enumerate(checked.findings, 1):
        span = found.spans[0]
        if span not in seen:
            seen.add(span)
            word = f"{SIGNS[found.severity]}{SHORT[found.severity][english()]}"
            kind = f"ck ck-{found.severity.value} k-{found.kind.value}"
            yield Mark(*span, kind, word=word)
            yield Mark(*span, "ckl", href=f"#f{number}", id=f"at{number}")
        if found.says_wrong:
            yield from (Mark(*other, f"ckw k-{found.kind.value}") for other in found.spans[1:])
