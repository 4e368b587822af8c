"""回答 Answer: what a model said, checked against the question; whatever points elsewhere is turned away with a reason.

>>> from liantu.bulletin.proposer.question import Question
>>> question = Question(1, "", "", "截至10月，集采平台服务商户450家。", ("450家",), ("截至10月",), ("乙山区",))
>>> said = '{"answers": [{"sentence": 1, "figure": "q1", "subject": "n1", "measure": "服务商户", "aspect": "level", '
>>> said += '"modality": "actual", "period": "t1"}]}'
>>> answers, refused = answers_of(said, [question])
>>> answers[0].subject, answers[0].measure, refused
('乙山区', '服务商户', [])
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from liantu.bulletin.proposer.question import Question
from liantu.bulletin.reading import Aspect, Modality

__all__ = ["Answer", "answers_of"]

_KEYS: Final = frozenset("sentence figure subject measure aspect modality period".split())
_MOST: Final = 2000
_NO_MEASURE: Final = re.compile(r"[\d，。；：,;]")
_ASPECTS: Final = frozenset(each.value for each in Aspect)
_MODALITIES: Final = frozenset(each.value for each in Modality)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that points at what was asked: the sentence and the places of its choices, counted from 0."""

    sentence: int
    figure: int
    subject: str
    measure: str
    aspect: Aspect
    modality: Modality
    period: int | None


def answers_of(said: str, questions: Sequence[Question]) -> tuple[list[Answer], list[str]]:
    """The sound answers in a reply, one a figure, and why others were turned away; a reply of another form has none."""
    try:
        reply = json.loads(said)
    except ValueError:
        return [], ["回答不是 JSON"]
    rows = reply.get("answers") if isinstance(reply, dict) and set(reply) == {"answers"} else None
    if not isinstance(rows, list) or len(rows) > _MOST:
        return [], ["回答不合约定的格式"]
    asked = {question.number: question for question in questions}
    found: dict[tuple[int, int], Answer] = {}
    refused: list[str] = []
    for row in rows:
        answer = _checked(row, asked)
        if isinstance(answer, str):
            refused.append(answer)
        elif (answer.sentence, answer.figure) in found:
            refused.append("同一个数字答了两次")
        else:
            found[answer.sentence, answer.figure] = answer
    return list(found.values()), refused


def _checked(row: Any, asked: dict[int, Question]) -> Answer | str:
    if not isinstance(row, dict) or set(row) != _KEYS:
        return "回答的字段不合约定"
    question = asked.get(row["sentence"]) if type(row["sentence"]) is int else None
    if question is None:
        return "所答的句子没有问过"
    if row["aspect"] not in _ASPECTS or row["modality"] not in _MODALITIES:
        return "口径或语气不在约定的范围里"
    measure = _measure(row["measure"], question.text)
    return _pointed(row, question, measure) if measure else "指标名不是句中的原话"


def _measure(said: Any, text: str) -> str:
    """The measure cut out of the sentence, '' where it is not one."""
    measure = said.strip() if isinstance(said, str) else ""
    return measure if 2 <= len(measure) <= 40 and measure in text and not _NO_MEASURE.search(measure) else ""


def _pointed(row: dict[str, Any], question: Question, measure: str) -> Answer | str:
    figure = _place(row["figure"], "q", len(question.figures))
    name = _place(row["subject"], "n", len(question.names))
    period = _place(row["period"], "t", len(question.times))
    if figure is None or name is None or (period is None and row["period"] is not None):
        return "所指的数字、主体或时期不在所给之列"
    aspect, modality = Aspect(row["aspect"]), Modality(row["modality"])
    return Answer(question.number, figure, question.names[name], measure, aspect, modality, period)


def _place(said: Any, mark: str, many: int) -> int | None:
    """Which choice q3 points at, counted from 0."""
    m = re.fullmatch(rf"{mark}([1-9]\d{{0,3}})", said) if isinstance(said, str) else None
    return int(m[1]) - 1 if m and int(m[1]) <= many else None
