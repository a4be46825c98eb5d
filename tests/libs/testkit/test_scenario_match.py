import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cli.names import Names
from kernel.context import named
from testkit.scenario_match import Matcher

PERSON = "f" * 32
MATCHER = Matcher(Names(person=lambda _: PERSON), ZoneInfo("Asia/Shanghai"))
EVENING = dt.datetime(2026, 3, 1, 17, tzinfo=dt.UTC)
ANSWER: dict[str, Any] = {
    "org": named("org", "CGJ"),
    "holder": named("org", "CGJ"),
    "verifier": PERSON,
    "state": "OPENED",
    "count": 38,
    "at": EVENING,
    "late": False,
    "none": "",
    "findings": [{"number": "F1", "due": "2026-06-02"}, {"number": "F2", "due": "2026-06-03"}],
    "codes": ["a", "b"],
}


@pytest.mark.parametrize(
    "expected",
    [
        {"state": "OPENED", "count": 38},
        {"count": "38"},
        {"org": "CGJ", "holder": "org:CGJ", "verifier": "principal@CGJ"},
        {"org": "org:CGJ"},
        {"at": "2026-03-02"},
        {"at": "2026-03-02T01:00"},
        {"at": "2026-03-01T17:00+00:00"},
        {"late": False, "none": None},
        {"findings": [{"number": "F1"}, {"due": "2026-06-03"}]},
        {"findings": {"count": 2, "some": {"number": "F2"}, "none": {"number": "F3"}, "all": {"due": {"matches": "^2026-06"}}}},
        {"findings": {"contains": [{"number": "F2"}, {"number": "F1"}]}},
        {"codes": {"contains": "a", "only": {"in": ["a"]}}} and {"codes": {"contains": "a"}},
        {"state": {"is": "OPENED", "not": "CLOSED", "in": ["CLOSED", "OPENED"], "contains": "PEN", "matches": "^O"}},
        {"count": {"at_least": 38, "at_most": 38}, "findings": {"at_least": 2}},
        {"none": {"empty": True}, "codes": {"empty": False}},
        {"absent": None},
    ],
)
def test_what_is_as_expected(expected: Any) -> None:
    assert list(MATCHER.differences(expected, ANSWER)) == []


@pytest.mark.parametrize(
    ("expected", "says"),
    [
        ({"state": "CLOSED"}, "state: expected 'CLOSED', got 'OPENED'"),
        ({"count": 37}, "count: expected 37, got 38"),
        ({"org": "JTJ"}, "org: expected 'JTJ'"),
        ({"org": "person:x"}, "org: expected"),
        ({"at": "2026-03-01"}, "at: expected '2026-03-01'"),
        ({"at": "soon"}, "at: expected 'soon'"),
        ({"late": True}, "late: expected True, got False"),
        ({"late": None, "state": None}, "state: expected None"),
        ({"findings": [{"number": "F1"}]}, "findings: expected 1 members, got 2 members"),
        ({"findings": [{"number": "F1"}, {"number": "F1"}]}, "findings[1].number: expected 'F1', got 'F2'"),
        ({"findings": {"count": 3}}, "findings: expected count 3, got 2 members"),
        ({"findings": {"some": {"number": "F3"}}}, "findings: expected some"),
        ({"findings": {"none": {"number": "F1"}}}, "findings: expected none"),
        ({"findings": {"all": {"number": "F1"}}}, "findings: expected all"),
        ({"findings": {"only": {"number": "F1"}}}, "findings: expected only"),
        ({"state": {"not": "OPENED"}}, "state: expected not"),
        ({"state": {"in": ["A", "B"]}}, "state: expected in"),
        ({"state": {"matches": "^C"}}, "state: expected matches"),
        ({"state": {"contains": "X"}}, "state: expected contains"),
        ({"count": {"at_least": 39}}, "count: expected at_least 39"),
        ({"count": {"at_most": 37}}, "count: expected at_most 37"),
        ({"codes": {"empty": True}}, "codes: expected empty"),
        ({"state": {"number": "F1"}}, "state: expected something with number"),
        ({"absent": 1}, "absent: expected 1, but there is no such field"),
    ],
)
def test_what_is_not_as_expected_is_said(expected: Any, says: str) -> None:
    lines = list(MATCHER.differences(expected, ANSWER))
    assert len(lines) == 1
    assert lines[0].startswith(says)
