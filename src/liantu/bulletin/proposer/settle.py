"""议定 settle: a model's answers made into facts by our own grammar, or turned away; the rules' word is never replaced.

The value, its unit, its sign and its days are read from the text again. An answer that contradicts the text's own
words of modality or time goes to review, and one about a figure the rules have read otherwise is told as a conflict.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Protocol

from liantu.bulletin.assemble import Assembled, assemble
from liantu.bulletin.candidate import Candidate
from liantu.bulletin.proposer.answer import Answer, answers_of
from liantu.bulletin.proposer.question import Asked, Question, question_of
from liantu.bulletin.quote import Quote
from liantu.bulletin.reading import Aspect, Conflict, Fact
from liantu.bulletin.rules.sign import sign_of
from liantu.bulletin.telling import Telling

__all__ = ["Proposer", "Settled", "settled"]

_AT_ONCE: Final = 12
_CONFIDENCE: Final = Decimal("0.40")
_POINTS: Final = (Aspect.PP_CHANGE, Aspect.GAP, Aspect.CONTRIBUTION)


class Proposer(Protocol):
    """Whoever answers questions; `name` stands with every fact it proposed."""

    @property
    def name(self) -> str:
        """What it is called."""

    def propose(self, questions: Sequence[Question]) -> str:
        """The reply as it came, JSON of the form `question.ANSWER`."""


@dataclass(slots=True)
class Settled:
    """What came of asking: facts to be judged by the gate, disagreements, and why a figure's answer was turned away."""

    facts: list[Assembled] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: dict[Quote, str] = field(default_factory=dict)


def settled(sentences: Sequence[Asked], proposer: Proposer) -> Settled:
    """Ask about every sentence, a dozen at a time, and settle the answers."""
    made = Settled()
    for start in range(0, len(sentences), _AT_ONCE):
        batch = dict(enumerate(sentences[start : start + _AT_ONCE], 1))
        questions = [question_of(asked, number) for number, asked in batch.items()]
        answers, _ = answers_of(proposer.propose(questions), questions)
        for answer in answers:
            _settle(answer, batch[answer.sentence], proposer.name, made)
    return made


def _settle(answer: Answer, asked: Asked, name: str, made: Settled) -> None:
    telling = asked.line.tellings[answer.figure]
    known = asked.known.get(telling.quantity.start)
    if known is not None:
        made.conflicts += _disagreement(answer, known, name)
        return
    if telling not in asked.open:
        return
    done = assemble(_candidate(answer, telling, name), asked.line, asked.stretch, asked.clock)
    why = _unfit(answer, telling) or _unlike(answer, done.fact, asked)
    if why is None:
        made.facts.append(done)
    else:
        made.refused[done.fact.span] = f"模型 {name} 的提议未被采用：{why}"


def _candidate(answer: Answer, telling: Telling, name: str) -> Candidate:
    sign = sign_of(telling.change) if telling.change and telling.quantity.rate is not None else 1
    return Candidate(telling, answer.aspect, f"model:{name}"[:60], _CONFIDENCE, answer.subject, answer.measure, sign)


def _unfit(answer: Answer, telling: Telling) -> str | None:
    """Why a figure of this unit cannot be told under this aspect."""
    unit = telling.quantity.base[1]
    if (unit == "pp") != (answer.aspect in _POINTS):
        return "百分点与口径不符"
    if answer.aspect in (Aspect.GROWTH, Aspect.SHARE, Aspect.COMPLETION) and unit != "%":
        return "百分比与口径不符"
    return None


def _unlike(answer: Answer, fact: Fact, asked: Asked) -> str | None:
    """Why the answer does not fit what the text's own words say of modality and time."""
    if fact.modality is not answer.modality:
        return "语气与原文不符"
    if answer.period is None:
        return None
    mention = asked.line.mentions[answer.period]
    days = [(p.start, p.end) for p in (mention.period, mention.whole_year)]
    return None if (fact.period_start, fact.period_end) in days else "时期与原文不符"


def _disagreement(answer: Answer, known: Fact, name: str) -> Iterator[Conflict]:
    """A rule's fact that the model reads otherwise stays, and a person is told."""
    alike = answer.measure in known.measure or known.measure in answer.measure
    if answer.subject == known.subject and answer.aspect is known.aspect and alike:
        return
    zh = f"规则读作“{known.subject}·{known.measure}”，模型 {name} 读作“{answer.subject}·{answer.measure}”，请核对。"
    en = f"The rules read “{known.subject} · {known.measure}”, model {name} “{answer.subject} · {answer.measure}”."
    yield Conflict("proposers_differ", (known.id,), zh, en, (known.span,))
