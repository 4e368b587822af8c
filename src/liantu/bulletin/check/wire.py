"""接口 wire: what a check found as JSON and as a table for the terminal.

The JSON has these keys and no others: `draft` (id, title, published, text), `against` (what it was held against),
`counts` (findings by kind), `findings`. A finding has `kind`, `severity`, `spans` (offsets into the text, the figure to
look at first), `zh`, `en`, `expected`, and `source` (`label`, `link`, `as_of`) or null.
"""

import json
from collections import Counter

from rich.table import Table

from liantu.bulletin.check import Checked
from liantu.bulletin.check.finding import Finding, Severity
from liantu.bulletin.check.known import Known

__all__ = ["summary", "to_dict", "to_json", "to_table"]


def to_dict(checked: Checked) -> dict[str, object]:
    """The check in the shape above."""
    published = checked.reading.published
    return {
        "draft": {
            "id": checked.document.id,
            "title": checked.document.title,
            "published": published.isoformat() if published else None,
            "text": checked.document.text,
        },
        "against": list(checked.against),
        "counts": dict(Counter(found.kind.value for found in checked.findings)),
        "findings": [_finding(found) for found in checked.findings],
    }


def to_json(checked: Checked) -> str:
    """The check as one JSON object."""
    return json.dumps(to_dict(checked), ensure_ascii=False, indent=1)


def to_table(checked: Checked, english: bool = False) -> Table:
    """What is to be looked at, the worst first; the figures that agree or stand nowhere are only counted."""
    table = Table(title=summary(checked, english), title_justify="left", show_lines=True)
    heads = ("To do", "Kind", "Figure", "Finding", "Expected") if english else ("结论", "类别", "数字", "说明", "应为")
    for head in heads:
        table.add_column(head, overflow="fold")
    for found in checked.findings:
        if found.says_wrong:
            words = found.spans[0].of(checked.document.text)
            kind, severity = found.kind.words[english], found.severity.words[english]
            table.add_row(severity, kind, words, found.en if english else found.zh, found.expected)
    return table


def summary(checked: Checked, english: bool = False) -> str:
    """One line: how many figures were looked at, how many are wrong, to be checked, the same, nowhere to be found."""
    counts = Counter(found.severity for found in checked.findings)
    told = len(checked.reading.facts)
    wrong, doubt, fine = (counts[one] for one in (Severity.WRONG, Severity.DOUBT, Severity.FINE))
    if english:
        line = f"{told} figures read: {wrong} wrong, {doubt} to check"
        return (
            f"{line}, {fine} agree with the sources, {counts[Severity.NOTE]} not in them" if checked.against else line
        )
    line = f"读到{told}个数字：有误{wrong}处，请核对{doubt}处"
    return f"{line}，与来源一致{fine}处，来源无可比数{counts[Severity.NOTE]}处" if checked.against else line


def _finding(found: Finding) -> dict[str, object]:
    return {
        "kind": found.kind.value,
        "severity": found.severity.value,
        "spans": [list(span) for span in found.spans],
        "zh": found.zh,
        "en": found.en,
        "expected": found.expected,
        "source": _source(found.known) if found.known else None,
    }


def _source(known: Known) -> dict[str, object]:
    return {"label": known.label, "link": known.link, "as_of": known.as_of.isoformat() if known.as_of else None}
