"""What holds for the whole API: its paper, its language, its decimals, its refusals."""

import json
import re
from pathlib import Path

from liantu.api.face import api
from tests.town import Town

PAPER = Path(__file__).parents[2] / "docs" / "api.md"


def operations() -> list[str]:
    paths = api.get_openapi_schema(path_prefix="/api/")["paths"]
    return [f"{method.upper()} {path}" for path, methods in paths.items() for method in methods]


def test_every_route_has_a_line_in_the_paper_and_every_line_a_route() -> None:
    told = re.findall(r"^\| `((?:GET|POST|PUT|PATCH|DELETE) /api/[^`]*)` \|", PAPER.read_text(), re.MULTILINE)
    assert sorted(told) == sorted(operations())


def test_the_schema_is_openapi_3_1_and_says_every_operation_in_words(as_, town: Town) -> None:
    schema = as_("zhaoju").get("/api/openapi.json").json()
    assert schema["openapi"] == "3.1.0"
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            assert told.get("description"), (method, path)


def test_no_figure_is_a_float(as_, town: Town) -> None:
    def floats(value: object) -> list[float]:
        if isinstance(value, dict):
            return [found for each in value.values() for found in floats(each)]
        if isinstance(value, list):
            return [found for each in value for found in floats(each)]
        return [value] if isinstance(value, float) else []

    client = as_("zhaoju")
    for path in ("/api/cockpit", "/api/figures", f"/api/documents/{town.document.pk}", "/api/targets", "/api/desk"):
        response = client.get(path)
        assert response.status_code == 200, path
        assert floats(json.loads(response.content)) == [], path


def test_refusals_speak_the_visitor_s_language(as_, town: Town) -> None:
    assert as_().get("/api/desk").json() == {"error": "请先登录。"}
    assert as_().get("/api/desk", HTTP_ACCEPT_LANGUAGE="en-GB,en;q=0.9").json() == {"error": "Please sign in first."}
    client = as_()
    client.cookies["liantu_language"] = "zh-hans"
    assert client.get("/api/desk", HTTP_ACCEPT_LANGUAGE="en").json() == {"error": "请先登录。"}


def test_a_write_without_the_page_s_token_is_refused(as_, town: Town) -> None:
    client = as_("chenshen", enforce_csrf_checks=True)
    word = {"verdict": "accept", "facts": [town.mine.pk]}
    refused = client.post("/api/desk/decisions", word, content_type="application/json")
    assert refused.status_code == 403
    assert "CSRF" in refused.json()["error"]
    client.get("/")
    token = client.cookies["liantu_csrf"].value
    told = client.post("/api/desk/decisions", word, content_type="application/json", headers={"X-CSRFToken": token})
    assert told.status_code == 200


def test_every_error_of_ours_has_a_status() -> None:
    from liantu import errors
    from liantu.api.status import STATUS

    kinds = {getattr(errors, name) for name in errors.__all__} - {errors.LiantuError}
    assert set(STATUS) == kinds
