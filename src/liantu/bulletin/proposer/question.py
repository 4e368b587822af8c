"""提问 Question: one sentence with its figures, times and names numbered, as a model is asked about it.

    >>> question = Question(1, "", "", "截至10月，集采平台服务商户450家。", ("450家",), ("截至10月",), ("乙山区",))
    >>> print(question.say())
    [1] 截至10月，集采平台服务商户450家。
      q1=450家
      t1=截至10月
      n1=乙山区

The answer may only point at these numbers and cut a measure out of the sentence, so nothing it says can become a value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from liantu.bulletin.candidate import Line
from liantu.bulletin.dating import Clock
from liantu.bulletin.flow import Stretch
from liantu.bulletin.reading import Aspect, Fact, Modality
from liantu.bulletin.telling import Telling

__all__ = ["ANSWER", "Asked", "Question", "question_of"]

_LONGEST: Final = 600
_MOST_NAMES: Final = 24

# What an answer must look like; the endpoint is asked to keep to it, and `answer` checks it again here.
ANSWER: Final[Mapping[str, object]] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["answers"],
    "properties": {
        "answers": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["sentence", "figure", "subject", "measure", "aspect", "modality", "period"],
                "properties": {
                    "sentence": {"type": "integer"},
                    "figure": {"type": "string"},
                    "subject": {"type": "string"},
                    "measure": {"type": "string"},
                    "aspect": {"type": "string", "enum": [each.value for each in Aspect]},
                    "modality": {"type": "string", "enum": [each.value for each in Modality]},
                    "period": {"type": ["string", "null"]},
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence the rules left figures in, with all that is needed to assemble a fact of it later.

    `open` are the figures nobody claimed, `known` the facts the rules made of others, by where their figures start.
    """

    line: Line
    stretch: Stretch
    clock: Clock
    open: tuple[Telling, ...]
    known: Mapping[int, Fact]
    names: tuple[str, ...]
    heading: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """The same sentence as the model sees it; `figures`, `times` and `names` are numbered from 1 in their order."""

    number: int
    heading: str
    before: str
    text: str
    figures: tuple[str, ...]
    times: tuple[str, ...]
    names: tuple[str, ...]

    def say(self) -> str:
        """The lines of the question."""
        lines = [f"（标题：{self.heading}）"] if self.heading else []
        lines += [f"（上一句：{self.before}）"] if self.before else []
        lines += [f"[{self.number}] {self.text}"]
        for mark, choices in (("q", self.figures), ("t", self.times), ("n", self.names)):
            if choices:
                lines.append("  " + " ".join(f"{mark}{i}={each}" for i, each in enumerate(choices, 1)))
        return "\n".join(lines)


def question_of(asked: Asked, number: int) -> Question:
    """The question a sentence makes; all its figures are shown, so that an answer can be compared with the rules'."""
    return Question(
        number,
        asked.heading[:_LONGEST],
        asked.before[-_LONGEST:],
        asked.line.text[:_LONGEST],
        tuple(telling.quantity.text for telling in asked.line.tellings if telling.quantity.end <= _LONGEST),
        tuple(mention.text for mention in asked.line.mentions),
        _names(asked.names),
    )


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))[:_MOST_NAMES]
