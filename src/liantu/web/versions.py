"""Everyone's version of one figure, side by side: what the machine read, then what each person made of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from liantu.ledger.models import Indicator, Subject
from liantu.review.models import Decision, Fact, Verdict
from liantu.web.language import english, say
from liantu.web.row import kind_words, period_words, value_words
from liantu.web.words import VERDICTS
from liantu.web.written import written

__all__ = ["LABELS", "Version", "bounded", "digits", "versions"]

LABELS = (
    ("数值", "Value"),
    ("对象", "Subject"),
    ("指标", "Measure"),
    ("统计期", "Period"),
    ("性质", "Kind"),
    ("同比", "Year on year"),
)


Named = Subject | Indicator


@dataclass(frozen=True, slots=True)
class Version:
    """One party's word; `who` empty is the machine. `cells` follow `LABELS`, each with whether it differs from its.

    `stands` marks the latest word, the one the ledger follows.
    """

    who: str
    at: datetime | None
    verdict: str
    reason: str
    cells: tuple[tuple[str, bool], ...]
    stands: bool


def versions(fact: Fact, decisions: Sequence[Decision], names: Mapping[str, Named]) -> tuple[Version, ...]:
    """The machine's version, then one for every decision; `names` holds what corrections name by code."""
    read = _cells(fact, {}, names)
    machine = Version("", None, say("读到", "read"), "", tuple((cell, False) for cell in read), not decisions)
    return (machine, *_spoken(fact, decisions, read, names))


def digits(value: Decimal | None) -> str:
    """A value as one types it: no exponent, no idle zeros.

    >>> digits(Decimal("92.20000000")), digits(Decimal("0E-8")), digits(None)
    ('92.2', '0', '')
    """
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def bounded(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    """A value with its bound as the correction form takes it.

    >>> bounded(Decimal(450), Decimal(450), None), bounded(Decimal(2), None, Decimal(2))
    ('450多', '近2')
    """
    if value is None:
        return ""
    if low is not None:
        return f"{digits(value)}多"
    return f"近{digits(value)}" if high is not None else digits(value)


def _spoken(
    fact: Fact, decisions: Sequence[Decision], read: Sequence[str], names: Mapping[str, Named]
) -> Iterable[Version]:
    for decision in decisions:
        cells = _cells(fact, decision.correction, names)
        yield Version(
            decision.by.get_full_name() or decision.by.get_username(),
            decision.at,
            say(*VERDICTS[decision.verdict]),
            decision.reason,
            tuple((cell, cell != before) for cell, before in zip(cells, read, strict=True))
            if decision.verdict in {Verdict.ACCEPT, Verdict.CORRECT}
            else tuple(("—", False) for _ in read),
            decision == decisions[-1],
        )


def _cells(fact: Fact, correction: Mapping[str, Any], names: Mapping[str, Named]) -> tuple[str, ...]:
    told = {key: correction.get(key, getattr(fact, key, None)) for key in ("unit", "modality", "aspect", "period_text")}
    value = str(value_words(fact))
    if correction.get("value") is not None:
        value = str(written(Decimal(correction["value"]), told["unit"], _mark(correction), english=english()))
    subject, indicator = (
        names.get(correction.get("subject_code") or ""),
        names.get(correction.get("indicator_code") or ""),
    )
    rate = Decimal(correction["yoy"]) if correction.get("yoy") else None if "yoy" in correction else fact.yoy
    return (
        value,
        say(subject.name, subject.name_en) if subject else correction.get("subject") or fact.subject,
        say(indicator.name, indicator.name_en) if indicator else correction.get("measure") or fact.measure,
        period_words(told["period_text"], _day(fact, correction, "period_start"), _day(fact, correction, "period_end")),
        kind_words(told["modality"], told["aspect"]),
        f"{digits(rate)}%" if rate is not None else "—",
    )


def _mark(correction: Mapping[str, Any]) -> str:
    return "+" if correction.get("value_low") else "-" if correction.get("value_high") else ""


def _day(fact: Fact, correction: Mapping[str, Any], key: str) -> date | None:
    if key not in correction:
        found: date | None = getattr(fact, key)
        return found
    return date.fromisoformat(correction[key]) if correction[key] else None
