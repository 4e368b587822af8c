"""Documents in our own words with the facts and relations a careful person finds in them, and the card they are scored on.

A document is `tests/bulletins/<name>.txt`; its gold is `<name>.facts.jsonl`: first what is told of the document itself
(`published`, and where it has them `place`, `kind`, `left_out`), then a row a fact in text order, then its relations.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from liantu.bulletin import Document, Reading, read
from liantu.bulletin.reading import Fact

FOLDER = Path(__file__).parents[1] / "bulletins"
FIELDS = ("subject", "measure", "aspect", "value", "unit", "low", "high", "yoy", "start", "end", "modality")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """One document with its gold; `left_out` ones were never looked at while the reader was mended."""

    name: str
    kind: str
    published: date
    place: str
    left_out: bool
    text: str
    facts: tuple[Row, ...]
    relations: tuple[Row, ...]

    def read(self) -> Reading:
        return read(Document.from_text(self.text), self.published, self.place)


@cache
def papers() -> tuple[Paper, ...]:
    """All of them, by name."""
    return tuple(_paper(path) for path in sorted(FOLDER.glob("*.txt")))


def _paper(path: Path) -> Paper:
    lines = path.with_suffix(".facts.jsonl").read_text(encoding="utf8").splitlines()
    about, *rows = [json.loads(line) for line in lines if line.strip()]
    with path.open(encoding="utf8", newline="") as file:
        text = file.read()
    return Paper(
        path.stem,
        about.get("kind", "其他"),
        date.fromisoformat(about["published"]),
        about.get("place", ""),
        about.get("left_out", False),
        text,
        tuple(row for row in rows if "relation" not in row),
        tuple(row for row in rows if "relation" in row),
    )


def told(fact: Fact) -> Row:
    """A fact in the form of a row of gold."""

    def say(value: Decimal | None) -> str | None:
        return None if value is None else f"{value:f}"

    def day(value: date | None) -> str | None:
        return None if value is None else value.isoformat()

    return {
        "at": fact.span.start,
        "subject": fact.subject,
        "measure": fact.measure,
        "aspect": fact.aspect.value,
        "value": say(fact.value_base),
        "unit": fact.unit_base,
        "low": say(fact.value_low),
        "high": say(fact.value_high),
        "yoy": say(fact.yoy),
        "start": day(fact.period_start),
        "end": day(fact.period_end),
        "modality": fact.modality.value,
    }


def matched(paper: Paper, reading: Reading) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """The pairs of gold and found, the gold that was missed, the found that is none; what is optional is neither.

    A pair stands at one place of the text with one value but for its sign; of several there, the likest.
    """
    free = [told(fact) for fact in reading.facts]
    pairs, missed = [], []
    for row in sorted(paper.facts, key=lambda row: bool(row.get("optional"))):
        same = [
            one for one in free if one["at"] == row["at"] and _size(one) == _size(row) and one["unit"] == row["unit"]
        ]
        best = max(same, key=lambda one: sum(one[key] == row[key] for key in FIELDS), default=None)
        if best is None:
            if not row.get("optional"):
                missed.append(row)
            continue
        free.remove(best)
        if not row.get("optional"):
            pairs.append((row, best))
    return pairs, missed, free


def _size(row: Row) -> Decimal:
    said = next((row[key] for key in ("value", "low", "high") if row[key] is not None), None)
    return Decimal(-1) if said is None else abs(Decimal(said))


@dataclass(slots=True)
class Card:
    """How a reading did, counted over documents; `asked` of a field are the pairs it is asked of."""

    gold: int = 0
    hit: int = 0
    false: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, ...]] = field(default_factory=list)

    def mark(self, paper: Paper, reading: Reading) -> None:
        """Count one document."""
        pairs, missed, more = matched(paper, reading)
        self.gold += len(pairs) + len(missed)
        self.hit += len(pairs)
        self.false += len(more)
        self.wrong += [(paper.name, row["figure"], "missed") for row in missed]
        self.wrong += [(paper.name, paper.text[row["at"] : row["at"] + 8], "none", row["measure"]) for row in more]
        for row, found in pairs:
            self._pair(paper, row, found)

    def _pair(self, paper: Paper, row: Row, found: Row) -> None:
        allowed = {row["modality"], *(row.get("modality_alt") or ())}
        verdicts = {
            "sign": found["value"] == row["value"],
            "aspect": found["aspect"] == row["aspect"],
            "modality": found["modality"] in allowed,
            "period": (found["start"], found["end"]) == (row["start"], row["end"]),
            "measure": alike(row["measure"], found["measure"]),
            "subject": found["subject"] == row["subject"],
            "bounds": (found["low"], found["high"]) == (row["low"], row["high"]),
        }
        self.right["measure to the letter"] += found["measure"] == row["measure"]
        self.asked["measure to the letter"] += 1
        if row["yoy"] is not None or found["yoy"] is not None:
            verdicts["yoy"] = found["yoy"] == row["yoy"]
        for name, good in verdicts.items():
            self.asked[name] += 1
            self.right[name] += good
            if not good:
                key = {"sign": "value", "period": "end", "bounds": "low"}.get(name, name)
                self.wrong.append((paper.name, row["figure"], name, str(row[key]), str(found[key])))
        self.asked["whole"] += 1
        self.right["whole"] += all(verdicts.values())

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.gold)

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.false)

    def share(self, name: str) -> float:
        """How many of the figures found are right in one field; `whole` counts the missed ones as wrong."""
        return self.right[name] / max(1, self.gold if name == "whole" else self.asked[name])

    def say(self) -> str:
        names = ("sign", "aspect", "modality", "yoy", "period", "measure", "subject", "bounds", "whole")
        fields = " ".join(f"{name} {self.share(name):.3f}" for name in names)
        return f"{self.gold:4} facts  recall {self.recall:.3f} precision {self.precision:.3f}  {fields}"


def alike(wanted: str, found: str) -> bool:
    """Whether a measure is named well enough: half of the wanted name's pairs of characters are there."""
    want = _pairs(wanted)
    return len(want & _pairs(found)) >= len(want) / 2


def _pairs(name: str) -> set[str]:
    said = re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]", "", name)
    return {said[i : i + 2] for i in range(len(said) - 1)} or {said}
