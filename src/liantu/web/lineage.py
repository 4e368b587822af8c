"""来路: how a figure came here, in four steps: the document, the reading, a person's decision, the ledger's entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.ledger.models import Entry
from liantu.review.models import Decision, Fact, Reading, Relation
from liantu.web.language import say
from liantu.web.templatetags.liantu import day, minute
from liantu.web.words import PREDICATES, VERDICTS, rule_word, word

__all__ = ["Step", "derived", "of_entry", "of_relation"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, what happened, and when and by whom; not `done` where it has yet to happen."""

    name: str
    what: str
    detail: str = ""
    done: bool = True


def of_entry(entry: Entry) -> tuple[Step, ...]:
    """The four steps of a quoted figure."""
    fact = entry.fact
    return (received(fact), read(fact), decided(entry.decision), entered(entry))


def of_relation(relation: Relation) -> tuple[Step, ...]:
    """The first three steps, of something said rather than counted."""
    return (received(relation), read(relation), decided(relation.decisions.select_related("by").last()))


def received(of: Fact | Relation) -> Step:
    """When the document came in, and who brought it."""
    document = of.document
    by = document.received_by.get_full_name() if document.received_by else ""
    return Step(
        say("文档", "Document"),
        say(f"{day(document.published)}发布", f"Published {day(document.published)}")
        + (f" · {document.issuer}" if document.issuer else ""),
        _when(say("收到", "received"), minute(document.received_at), by),
    )


def read(of: Fact | Relation) -> Step:
    """Which reader found it first, by which rule."""
    first = Reading.objects.filter(**{_held_in(of): of}).defer("numbers", "conflicts", "hypotheses").last()
    pieces = len(of.quotes)
    kind = rule_word(of.rule) if isinstance(of, Fact) else word(PREDICATES, of.predicate)
    detail = _when(first.reader, minute(first.read_at), "") if first else ""
    return Step(
        say("读取", "Reading"),
        say(f"{pieces} 段原文，{kind}", f"{pieces} passage{'s' * (pieces > 1)}, {kind}"),
        detail,
    )


def decided(decision: Decision | None) -> Step:
    """Who checked it and what they said, or that nobody has."""
    if decision is None:
        return Step(say("核对", "Check"), say("待核对", "not yet checked"), done=False)
    words = say(*VERDICTS[decision.verdict])
    return Step(
        say("核对", "Check"),
        words + (f"：{decision.reason}" if decision.reason else ""),
        _when("", minute(decision.at), decision.by.get_full_name() or decision.by.get_username()),
    )


def entered(entry: Entry) -> Step:
    """Under which indicator it stands in the ledger."""
    indicator = entry.indicator
    by = entry.recorded_by.get_full_name() if entry.recorded_by else ""
    later = getattr(entry, "superseded_by", None)
    what = say(indicator.name, indicator.name_en) + (f" · {indicator.scope}" if indicator.scope else "")
    if later is not None:
        what += say("（已被后来的更正取代）", " (superseded by a later correction)")
    return Step(say("入账", "Entry"), what, _when(f"e{entry.pk}", minute(entry.recorded_at), by))


def derived(entries: Sequence[Entry]) -> tuple[Step, ...]:
    """The four steps of a derived figure: what it was reckoned from, and how much of that is checked."""
    documents = {entry.fact.document_id: entry.fact.document for entry in entries}
    checked = sum(entry.decision_id is not None for entry in entries)
    count = len(entries)
    titles = "、".join(document.title for document in documents.values())
    return (
        Step(say("文档", "Document"), titles, say(f"{len(documents)} 份", f"{len(documents)} in all")),
        Step(say("读取", "Reading"), say(f"{count} 个数", f"{count} figures")),
        Step(
            say("核对", "Check"),
            say(f"{checked}/{count} 已核对", f"{checked} of {count} checked"),
            done=bool(count) and checked == count,
        ),
        Step(say("推算", "Reckoning"), say("打开时按上面的算式现算，不入账", "reckoned when opened, never entered")),
    )


def _held_in(of: Fact | Relation) -> str:
    return "facts" if isinstance(of, Fact) else "relations"


def _when(what: str, at: str, by: str) -> str:
    return " · ".join(part for part in (what, at, by) if part)
