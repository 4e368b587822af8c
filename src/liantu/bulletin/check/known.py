"""已知数 Known: a figure somebody has already stated, which a draft can be held against.

From the ledger (`liantu.plan.checking`) or from another document (`known_of`); here it is plain values.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from liantu.bulletin.check.rounding import step_of_fact
from liantu.bulletin.document import Document
from liantu.bulletin.reading import Aspect, Fact, Modality, Reading

__all__ = ["Known", "known_of"]


@dataclass(frozen=True, slots=True)
class Known:
    """One value of one subject and measure in one period; `value`, `low`, `high` and `step` stand in the base `unit`.

    `subjects` and `measures` are the names that mean the same (the first of each is shown). `step` is the last place
    written: 92.16亿元 is exact to a million. `label` and `link` lead to the source, `as_of` is the source's day.
    """

    subjects: tuple[str, ...]
    measures: tuple[str, ...]
    aspect: Aspect
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    step: Decimal
    start: date | None
    end: date | None
    modality: Modality
    yoy: Decimal | None = None
    label: str = ""
    link: str = ""
    as_of: date | None = None
    about: bool = False

    @property
    def subject(self) -> str:
        """The subject's first name."""
        return self.subjects[0]

    @property
    def measure(self) -> str:
        """The measure's first name."""
        return self.measures[0]


def known_of(document: Document, reading: Reading, link: str = "") -> tuple[Known, ...]:
    """What a document that was read states, as figures to hold a draft against.

    >>> from liantu.bulletin.read import read
    >>> paper = Document.from_text("# 青禾县快报\\n2023年1-10月，青禾县实现产值5.2亿元，增长3%。")
    >>> [(one.subject, one.measure, str(one.value), str(one.yoy)) for one in known_of(paper, read(paper))]
    [('青禾县', '产值', '520000000', '3')]
    """
    return tuple(_known(fact, document, reading, link) for fact in reading.facts)


def _known(fact: Fact, document: Document, reading: Reading, link: str) -> Known:
    step = step_of_fact(fact, document.text)
    factor = fact.value_base / fact.value if fact.value_base is not None and fact.value else Decimal(1)
    return Known(
        (fact.subject,),
        (fact.measure,),
        fact.aspect,
        fact.value_base,
        None if fact.value_low is None else fact.value_low * factor,
        None if fact.value_high is None else fact.value_high * factor,
        fact.unit_base,
        step,
        fact.period_start,
        fact.period_end,
        fact.modality,
        fact.yoy,
        f"《{document.title}》" if document.title else document.name,
        link,
        reading.published,
        fact.qualifier in ("约", "左右", "大约", "级"),
    )
