"""接口 wire: a reading as the JSON contract and as a table for the terminal.

Decimals become JSON numbers that say exactly the same: whole ones as integers, the rest as the float whose shortest
form is the decimal. One that no float can say is written as a string of its digits: a figure is never rounded on its
way out.
"""

import json
from datetime import date
from decimal import Decimal

from rich.table import Table

from liantu.bulletin.document import Document
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Conflict, Fact, NumberUse, Reading, Relation

__all__ = ["number", "to_dict", "to_json", "to_table"]


def number(value: Decimal | None) -> int | float | str | None:
    """A decimal as the JSON number that reads back as the same decimal.

    >>> number(Decimal("92.2")), number(Decimal("9220000000")), number(None), number(Decimal("0.12345678901234567891"))
    (92.2, 9220000000, None, '0.12345678901234567891')
    """
    if value is None:
        return None
    if value == value.to_integral_value():
        return int(value)
    as_float = float(value)
    return as_float if Decimal(repr(as_float)) == value else f"{value:f}"


def to_dict(document: Document, reading: Reading) -> dict[str, object]:
    """The reading in the shape of the contract: these keys and no others."""
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "published": _day(reading.published),
            "text": document.text,
        },
        "facts": [_fact(fact) for fact in reading.facts],
        "relations": [_relation(relation) for relation in reading.relations],
        "numbers": [_use(use) for use in reading.numbers],
        "conflicts": [_conflict(conflict) for conflict in reading.conflicts],
    }


def to_json(document: Document, reading: Reading) -> str:
    """The contract as one JSON object."""
    return json.dumps(to_dict(document, reading), ensure_ascii=False, indent=1)


def to_table(document: Document, reading: Reading) -> Table:
    """The facts as a table; `rich` counts a Chinese character as two columns."""
    table = Table(title=f"{document.title} · {len(reading.facts)}条", title_justify="left", show_lines=False)
    for head in ("主体 subject", "口径 measure", "数值 value", "同比 yoy", "时期 period", "语气 modality", "出处 span"):
        table.add_column(head, overflow="fold")
    for fact in reading.facts:
        table.add_row(
            fact.subject,
            f"{fact.measure} ({fact.aspect})",
            _shown(fact),
            "" if fact.yoy is None else f"{fact.yoy:+f}%",
            fact.period_text or "",
            fact.modality,
            f"{fact.span.start}:{fact.span.end}",
        )
    return table


def _shown(fact: Fact) -> str:
    if fact.value is None:
        return f"{fact.value_low}—{fact.value_high}{fact.unit}"
    return f"{fact.value:f}{fact.unit}" + (f"（{fact.qualifier}）" if fact.qualifier else "")


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "id": fact.id,
        "subject": fact.subject,
        "measure": fact.measure,
        "aspect": fact.aspect.value,
        "value": number(fact.value),
        "value_low": number(fact.value_low),
        "value_high": number(fact.value_high),
        "unit": fact.unit,
        "value_base": number(fact.value_base),
        "unit_base": fact.unit_base,
        "qualifier": fact.qualifier,
        "period_text": fact.period_text,
        "period_start": _day(fact.period_start),
        "period_end": _day(fact.period_end),
        "modality": fact.modality.value,
        "yoy": number(fact.yoy),
        "base": fact.base,
        "rule": fact.rule,
        "confidence": number(fact.confidence),
        "span": list(fact.span),
        "quotes": _quotes(fact.quotes),
    }


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "quotes": _quotes(relation.quotes),
    }


def _use(use: NumberUse) -> dict[str, object]:
    return {"span": list(use.span), "use": use.use.value, "fact": use.fact, "reason": use.reason}


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "kind": conflict.kind,
        "facts": list(conflict.facts),
        "zh": conflict.zh,
        "en": conflict.en,
        "quotes": _quotes(conflict.quotes),
    }


def _quotes(quotes: tuple[Quote, ...]) -> list[list[int]]:
    return [list(quote) for quote in quotes]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
