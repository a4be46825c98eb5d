"""Whose figures are shown to whom: the inspected organisation's to it alone, a supervising organ's by the rounds it acts in."""

from datetime import date

import pytest

from chassis.store.rows import MemoryRows
from findings.projections.cases import CASES
from findings.projections.register import ORGANISATIONS
from findings.projections.rounds import ROUND_BODIES
from findings.queries.scope import below, concerns, own
from kernel.context import Asker, named
from kernel.tables import Row, Where

WHOLE = {"name": "", "short_name": "", "level": "county", "line": "territorial"}


def organ(code: str, parent: str = "", successor: str = "") -> Row:
    ids = {"org": named("org", code), "parent": parent and named("org", parent), "successor": successor and named("org", successor)}
    return {"code": code, **WHOLE, **ids}


def case(code: str, holder: str) -> Row:
    known = dict.fromkeys(CASES.columns, "") | {"findings": 0, "unfinished": 0, "whole": {}}
    return known | {"case_id": f"case-{code}", "round": "R1", "org": named("org", code), "holder": named("org", holder)}


@pytest.fixture
def rows() -> MemoryRows:
    """CITY above COUNTY; JW of the county acts in R1, SJW belongs to the city; SOE1 was merged into SOE."""
    made = MemoryRows()
    for line in (organ("CITY"), organ("COUNTY", "CITY"), organ("JW", "COUNTY"), organ("SJW", "CITY"), organ("OTHER"),
                 organ("SOE"), organ("SOE1", successor="SOE"), organ("SOE2")):  # fmt: skip
        made.put(ORGANISATIONS, line)
    for line in (case("SOE1", "SOE"), case("SOE2", "SOE2")):
        made.put(CASES, line)
    made.put(ROUND_BODIES, {"round": "R1", "org": named("org", "JW")})
    return made


def asker(role: str, org: str) -> Asker:
    return Asker("a" * 32, role, named("org", org), date(2026, 6, 2))


@pytest.mark.parametrize("role", ["handler", "member", "principal"])
@pytest.mark.parametrize(("org", "cases"), [("SOE", ["case-SOE1"]), ("SOE1", ["case-SOE1"]), ("SOE2", ["case-SOE2"]), ("JW", [""])])
def test_an_inspected_organisation_sees_its_own(rows: MemoryRows, role: str, org: str, cases: list[str]) -> None:
    assert own(asker(role, org), rows) == concerns(asker(role, org), rows) == [Where("case_id", "in", cases)]


@pytest.mark.parametrize("role", ["team", "office", "leading_group", "discipline", "org_dept", "publicity"])
@pytest.mark.parametrize(("org", "rounds"), [("JW", ["R1"]), ("COUNTY", ["R1"]), ("SJW", ["R1"]), ("OTHER", [""])])
def test_a_supervising_organ_sees_rounds_of_its_level_and_below(rows: MemoryRows, role: str, org: str, rounds: list[str]) -> None:
    assert own(asker(role, org), rows) == []
    assert concerns(asker(role, org), rows) == [Where("round", "in", rounds)]


@pytest.mark.parametrize("role", ["auditor", "leader", "service:neighbour"])
def test_others_read_what_the_call_is_open_to(rows: MemoryRows, role: str) -> None:
    assert concerns(asker(role, "OTHER"), rows) == []


def test_a_tree_that_leads_back_to_itself_ends(rows: MemoryRows) -> None:
    rows.put(ORGANISATIONS, organ("CITY", "JW"))
    assert sorted(below(named("org", "CITY"), rows)) == sorted(named("org", code) for code in ("CITY", "COUNTY", "JW", "SJW"))
