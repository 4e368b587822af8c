"""Series and targets: exact, in the order of the periods, as known at a moment."""

from decimal import Decimal

from tests.town import Town


def test_a_series_keeps_the_figures_behind_each_point(as_, town: Town) -> None:
    told = as_("zhaoju").get("/api/series?subject=cluster/noodle&indicator=revenue").json()
    assert (told["unit"], told["subject"]["name"]) == ("元", "小面产业")
    (point,) = told["points"]
    assert (point["period_start"], point["period_end"]) == ("2023-01-01", "2023-10-31")
    assert [Decimal(value) for value in point["values"]] == [Decimal("12.50") * 10**8]
    assert point["conflict"] is False
    assert point["figures"]


def test_as_of_a_day_before_anything_was_known_there_is_nothing(as_, town: Town) -> None:
    told = as_("zhaoju").get("/api/series?subject=cluster/noodle&indicator=revenue&as_of=2020-01-01").json()
    assert told["points"] == []
    assert as_("zhaoju").get("/api/targets?as_of=2020-01-01").json() == []


def test_a_moment_that_is_none_is_refused_in_words(as_, town: Town) -> None:
    refused = as_("zhaoju").get("/api/targets?as_of=someday")
    assert refused.status_code == 422
    assert "as_of" in refused.json()["error"]


def test_an_unknown_subject_or_indicator_is_not_found(as_, town: Town) -> None:
    assert as_("zhaoju").get("/api/series?subject=cluster/none&indicator=revenue").status_code == 404
    assert as_("zhaoju").get("/api/series?subject=cluster/noodle&indicator=none").status_code == 404
