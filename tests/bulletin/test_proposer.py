"""A model may say what an unread figure measures; it writes no value, and the rules' word is never replaced.

The service is a real one on this machine that plays recorded answers; nothing is sent anywhere else.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from liantu.bulletin import Document, read
from liantu.bulletin.proposer import Endpoint, configured
from liantu.bulletin.reading import Use
from liantu.errors import NotReady
from tests.recorded import Service, service

__all__ = ["service"]

PUBLISHED = date(2024, 11, 20)
# The rules leave 450家 alone: a comma stands between the number and what it counts.
TEXT = "# 乙山区快报\n今年1-10月，乙山区实现产值5亿元，同比增长3%。集采平台常年伙伴，一数，450家。"


def answer(**other: object) -> dict[str, object]:
    told = {
        "sentence": 1, "figure": "q1", "subject": "n1", "measure": "常年伙伴", "aspect": "level", "modality": "actual",
        "period": None,
    }  # fmt: skip
    return told | other


def left(text: str = TEXT) -> list[str]:
    reading = read(Document.from_text(text), PUBLISHED)
    return [use.span.of(text) for use in reading.numbers if use.use is Use.REVIEW]


def test_the_rules_leave_the_figure_this_file_is_about() -> None:
    assert left() == ["450"]


def test_nothing_is_asked_unless_a_proposer_is_given(service: Service) -> None:
    service.says(answer())
    read(Document.from_text(TEXT), PUBLISHED)
    assert service.asked == []
    assert configured({}) is None


def test_an_answer_names_the_figure_and_our_grammar_gives_value_unit_and_days(service: Service) -> None:
    service.says(answer())
    reading = read(Document.from_text(TEXT), PUBLISHED, proposer=service.endpoint)
    fact = next(fact for fact in reading.facts if fact.rule == "model:recorded")
    assert (fact.subject, fact.measure, fact.value_base, fact.unit_base) == ("乙山区", "常年伙伴", Decimal(450), "家")
    assert (fact.period_start, fact.period_end) == (date(2024, 1, 1), date(2024, 10, 31))
    assert fact.confidence < Decimal("0.5")
    assert reading.reader.endswith("+model:recorded")
    assert {use.use for use in reading.numbers if use.span.of(TEXT) == "450"} == {Use.FACT}


def test_only_sentences_with_unread_figures_are_sent_and_the_key_goes_with_them(service: Service) -> None:
    service.says()
    read(Document.from_text(TEXT), PUBLISHED, proposer=service.endpoint)
    asked = service.asked[0]["messages"][1]["content"]
    assert "450家" in asked
    assert "产值" not in asked
    assert service.asked[0]["response_format"]["json_schema"]["strict"] is True
    assert service.headers[0]["Authorization"] == "Bearer a-key"


def test_a_text_read_whole_is_not_sent_at_all(service: Service) -> None:
    read(Document.from_text("# 乙山区快报\n今年1-10月，乙山区实现产值5亿元。"), PUBLISHED, proposer=service.endpoint)
    assert service.asked == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"measure": "伙伴总数"},
        {"measure": "450家"},
        {"figure": "q9"},
        {"figure": 450},
        {"subject": "n99"},
        {"subject": "丙水区"},
        {"aspect": "total"},
        {"period": "t7"},
        {"sentence": 2},
        {"sentence": True},
        {"value": 460},
    ],
    ids="-".join,
)
def test_an_answer_that_points_at_nothing_changes_nothing(service: Service, wrong: dict[str, object]) -> None:
    service.says(answer(**wrong))
    reading = read(Document.from_text(TEXT), PUBLISHED, proposer=service.endpoint)
    assert reading.facts == read(Document.from_text(TEXT), PUBLISHED).facts


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"modality": "target"}, "语气"), ({"aspect": "growth"}, "百分比"), ({"aspect": "gap"}, "百分点")],
)
def test_an_answer_against_the_texts_own_words_goes_to_review(
    service: Service, wrong: dict[str, object], why: str
) -> None:
    service.says(answer(**wrong))
    reading = read(Document.from_text(TEXT), PUBLISHED, proposer=service.endpoint)
    use = next(use for use in reading.numbers if use.span.of(TEXT) == "450")
    assert use.use is Use.REVIEW
    assert why in (use.reason or "")


def test_a_figure_the_rules_read_stays_as_they_read_it_and_the_disagreement_is_told(service: Service) -> None:
    text = "# 乙山区快报\n今年1-10月，乙山区实现产值5亿元，集采平台常年伙伴，一数，450家。"
    assert left(text) == ["450"]
    service.says(answer(measure="常年伙伴", figure="q1"), answer(figure="q2"))
    reading = read(Document.from_text(text), PUBLISHED, proposer=service.endpoint)
    assert [(f.measure, f.rule == "model:recorded") for f in reading.facts] == [("产值", False), ("常年伙伴", True)]
    told = [each for each in reading.conflicts if each.kind == "proposers_differ"]
    assert [each.facts for each in told] == [(reading.facts[0].id,)]


@pytest.mark.parametrize(
    "reply",
    [(500, b"no"), (200, b"not json"), (200, b"{}"), (200, b'{"choices": []}'), (200, b"x" * 1_100_000)],
    ids=["error", "no json", "empty", "no choice", "too long"],
)
def test_a_service_that_fails_ends_in_one_clear_sentence(service: Service, reply: tuple[int, bytes]) -> None:
    service.reply = lambda _: reply
    with pytest.raises(NotReady, match="模型服务"):
        read(Document.from_text(TEXT), PUBLISHED, proposer=service.endpoint)


def test_a_reply_that_is_no_list_of_answers_changes_nothing(service: Service) -> None:
    for content in ("[]", "抱歉", '{"answers": 3}', '{"answers": ["q1"]}', '{"answers": [], "more": 1}'):
        data = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        service.reply = lambda _, data=data: (200, data)  # type: ignore[misc]
        reading = read(Document.from_text(TEXT), PUBLISHED, proposer=service.endpoint)
        assert [fact.rule for fact in reading.facts if fact.rule.startswith("model")] == []


def test_the_endpoint_is_what_the_environment_says(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("secret\n")
    told = {"LIANTU_MODEL_URL": "https://m.invalid/v1", "LIANTU_MODEL": "m", "LIANTU_MODEL_KEY_FILE": str(key)}
    assert configured(told) == Endpoint("https://m.invalid/v1", "m", "secret")
    for wrong in ({"LIANTU_MODEL_URL": "file:///etc/passwd", "LIANTU_MODEL": "m"}, {"LIANTU_MODEL_URL": "http://a"}):
        with pytest.raises(NotReady):
            configured(wrong)
    with pytest.raises(NotReady, match="密钥"):
        configured(told | {"LIANTU_MODEL_KEY_FILE": str(tmp_path / "none")})
