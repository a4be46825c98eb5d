"""Plain data for command lines and pages."""

import json
from datetime import date
from typing import Any

import pytest

from rulebook import Trigger, UnknownRule, catalogue, preset, presets

GX = preset("guangxi-2022")


def plain(value: object) -> Any:
    """The value after a journey through JSON, which proves that it is plain."""
    return json.loads(json.dumps(value))


def test_listing() -> None:
    rows = plain(catalogue.listing(presets()))
    assert [row["ref"] for row in rows] == ["county-demo@1", "guangxi-2022@1", "national-2017@1", "national-2017@2"]
    gx = rows[1]
    assert (gx["rules"], gx["calendar"], gx["calendar_last_year"], gx["zone"]) == (145, "cn", 2026, "Asia/Shanghai")
    assert gx["effective_from_inference"] is True
    assert gx["digest"] == GX.digest


def test_show() -> None:
    shown = plain(catalogue.show(GX))
    assert len(shown["rules"]) == 145
    assert shown["rules"][0]["deadline"] == {"zh": "收到反馈意见起3个月", "en": "3 months from receipt of the feedback"}
    by_name = {row["name"]: row for row in shown["settings"]}
    assert by_name["roll_over"]["value"] == "off"
    assert by_name["roll_over"]["inference"] is True
    assert [row["rule"] for row in plain(catalogue.show(preset("county-demo")))["dropped"]] == ["R-117", "R-121"]


@pytest.mark.parametrize(
    ("rule_id", "words"),
    [
        ("R-02", "within the time of R-01"),
        ("R-12", "before the first sign-off"),
        ("R-14", "standing duty"),
        ("R-15", "each month, by the 5th of the month that follows"),
        ("R-24", "on the day of the feedback meeting"),
        ("R-34", "3 months from the end of the concentrated phase"),
        ("R-74", "each half year"),
    ],
)
def test_deadlines_in_words(rule_id: str, words: str) -> None:
    assert catalogue.deadline_text(GX, GX.rule(rule_id)).en == words


def test_an_outer_limit_in_words() -> None:
    book = preset("county-demo")
    assert catalogue.deadline_text(book, book.rule("F-04")).zh == "收到反馈意见起6个月，最长1年"


def test_show_rule() -> None:
    shown = plain(catalogue.show_rule(GX, "R-17"))
    assert shown["inference"] == ["party", "deadline", "evidence", "verifier"]
    assert shown["window"]["en"] == "within 1 year of receipt of the feedback, the last day included"
    assert {row["code"]: row["inference"] for row in shown["on_miss"]} == {"accountability_d": False, "escalation": True}
    assert [row["id"] for row in shown["source"]] == ["gx-qa-2022", "practice-qingtongxia"]
    with pytest.raises(UnknownRule):
        catalogue.show_rule(GX, "R-999")


def test_explain() -> None:
    shown = plain(catalogue.explain(GX, "R-07", Trigger(date(2024, 11, 30))))
    assert shown["due"] == "2025-02-28"
    assert "2月没有30日" in shown["explanation"]["zh"]
    assert [row["on"] for row in shown["reminders"]] == ["2025-02-08", "2025-02-18", "2025-02-28"]
    assert shown["action"]["en"] == "submit the progress report on the concentrated phase"


def test_differences() -> None:
    rows = {row["where"]: (row["old"], row["new"]) for row in plain(catalogue.differences(GX, preset("national-2017")))}
    old, new = rows["rules.R-07.deadline"]
    assert (old["period"], new["period"]) == ({"months": 3}, {"months": 2})
    assert rows["rules.F-02.party"][0] is None
    assert catalogue.differences(GX, GX) == []
