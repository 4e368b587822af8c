"""合同与到位、目标的口径: money signed beside money paid in, and one goal told under two measures."""

import re
from collections.abc import Iterator
from typing import Final

from liantu.bulletin.check.draft import LEVEL, Draft, Sentence, Told
from liantu.bulletin.check.finding import Finding, Kind, Severity
from liantu.bulletin.check.rounding import slack

__all__ = ["goal_in_two_measures", "paid_in_over"]

_CONTRACT: Final = re.compile("合同|协议|签约")


def paid_in_over(sentence: Sentence) -> Iterator[Finding]:
    """合同投资额2.4亿元，到位资金10.6亿元 in one sentence: more paid in than signed is to be looked at.

    Told in two sentences it is no sign of anything: money of this year is paid on contracts of the years before.

    >>> from liantu.bulletin.check.draft import Draft
    >>> from liantu.bulletin.document import Document
    >>> draft = Draft.of(Document.from_text("8个项目合同投资额2.4亿元，到位资金10.6亿元。"))
    >>> [found.kind.value for found in paid_in_over(draft.sentences[0])]
    ['paid_in']
    """
    for signed, paid in _money(sentence):
        if paid.value > signed.value + slack(paid.step, signed.step):
            yield Finding(
                Kind.PAID_IN,
                Severity.DOUBT,
                (paid.span, signed.span),
                f"到位资金{paid.words}多于合同额{signed.words}，请核对是否写反或口径不同。",
                f"More was paid in ({paid.words}) than signed ({signed.words}): swapped, or of other projects?",
            )


def _money(sentence: Sentence) -> Iterator[tuple[Told, Told]]:
    """The signed and the paid-in sums of one sentence; 当年到位 of older contracts is left out."""
    places = [at for at, mark in enumerate(sentence.shape) if mark == LEVEL and sentence.at(at).unit == "元"]
    named = [(at, sentence.clause(at)) for at in places if sentence.at(at).exact]
    signed = [at for at, words in named if _CONTRACT.search(words) and "到位" not in words]
    paid = [at for at, words in named if re.search("到位", words) and not re.search("累计|历年|往年|上年", words)]
    if len(signed) == 1 and len(paid) == 1:
        yield sentence.at(signed[0]), sentence.at(paid[0])


def goal_in_two_measures(draft: Draft) -> Iterator[Finding]:
    """A heading that sets a goal of 产值 over a text that sets it of 营收 (the reader's own finding).

    >>> from datetime import date
    >>> text = "# 轻纺产业 五年内打造百亿级产值集群\\n\\n今年1-10月，平川县轻纺产业实现营收47.2亿元，预计到2028年营收将突破100亿元。"
    >>> [found.kind.value for found in goal_in_two_measures(Draft.of_text(text, date(2023, 11, 20)))]
    ['other_measure']
    """
    for told in draft.reading.conflicts:
        if told.kind == "goal_measure":
            yield Finding(Kind.OTHER_MEASURE, Severity.DOUBT, told.quotes[::-1], told.zh, told.en)
