"""Monthly returns: called for by the ledger, made from it, missing for ever; and the case around them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.events.finding import FindingReopened
from findings.events.parts import Route
from findings.events.signoff import FindingSignedOff, SignOffRequested
from findings.events.words import Standing
from findings.model.cycle import Entry
from findings.refusals.organisation import NotServingPrincipal
from findings.refusals.returns import FindingNotInReturn, ReturnNotExpected, ReturnTooEarly, WrongReturnState
from kernel.context import named
from kernel.messages import Event

from .conftest import HASH, Town


def finding(n: int) -> str:
    return named("finding", f"XC2026-1-CGJ-{n:02d}")


def signed(n: int, case: str) -> list[Event]:
    """Requested and signed off, as if everything between had passed."""
    about = {"finding": finding(n), "case": case, "org": named("org", "CGJ")}
    return [
        SignOffRequested(**about, signoff=1, requester=HASH[:32], matrix=(), digest=HASH),
        FindingSignedOff(**about, number=f"XC2026-1-CGJ-{n:02d}", signoff=1, digest=HASH, route=Route.OFF),
    ]


def sign_off(town: Town, case: str, *numbers: int) -> None:
    """These findings are done, and the case hears of it."""
    for n in numbers:
        town.world.record(list(signed(n, case)), town.world.act(f"signed-off {n}"))
        town.world.react()


def reopen(town: Town, case: str, n: int) -> None:
    facts = {"finding": finding(n), "case": case, "org": named("org", "CGJ")}
    told = FindingReopened(**facts, signoff=1, count=1, ground="look-back", reason="未退款")
    town.world.record([told], town.world.act(f"reopened {n}"))
    town.world.react()


def months(town: Town) -> list[tuple[str, str]]:
    return [(line["month"], line["timeliness"]) for line in town.ask("ListReturns")["returns"]]


def file(town: Town, case: str, month: str, *progress: int) -> None:
    """Prepared, endorsed, submitted; with progress on these findings."""
    texts = [{"finding": finding(n), "progress": "已推进"} for n in progress]
    town.do("PrepareReturn", "handler@CGJ", case=case, month=month, texts=texts)
    town.do("EndorseReturn", "principal@CGJ", case=case, month=month)
    town.do("SubmitReturn", "handler@CGJ", case=case, month=month)


def test_the_phase_ends_by_date_with_what_is_unfinished(case: str, town: Town) -> None:
    sign_off(town, case, 1)
    town.at("2026-06-02", 23)
    assert town.ask("GetCase", case=case)["phase"] == "concentrated"
    town.at("2026-06-03", 0)
    ended = town.last("concentrated-phase-ended")
    assert (ended["phase_end"], ended["unfinished"]) == ("2026-06-02", [finding(2), finding(3)])
    assert [e.model_dump()["finding"] for e in town.events("finding.continued")] == [finding(2), finding(3)]
    found = town.ask("GetCase", case=case)
    assert (found["phase"], found["state"]) == ("continuing", "REPORT_DUE")
    assert [line["standing"] for line in found["findings"]] == ["signed-off", "continuing", "continuing"]
    town.at("2026-06-10")
    assert len(town.events("concentrated-phase-ended")) == 1


def test_a14_not_filed_is_missing_filed_later_is_late_for_ever(case: str, town: Town) -> None:
    town.at("2026-07-01")
    assert months(town) == [("2026-07", "open")]
    assert town.last("return.expected")["due"] == "2026-08-05"
    town.at("2026-08-05", 23)
    assert months(town) == [("2026-07", "open"), ("2026-08", "open")]
    town.at("2026-08-06", 0)
    assert months(town) == [("2026-07", "missing"), ("2026-08", "open")]
    file(town, case, "2026-07")
    assert months(town)[0] == ("2026-07", "filed-late")
    town.do("AcceptReturn", "discipline@JW", case=case, month="2026-07")
    town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-08")
    assert months(town) == [("2026-07", "filed-late"), ("2026-08", "open")]
    assert len(town.events("return.missing")) == 1


def test_no_row_can_be_left_out_and_none_added(case: str, town: Town) -> None:
    sign_off(town, case, 3)
    town.at("2026-08-03")
    with pytest.raises(FindingNotInReturn) as refused:
        town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-07", texts=[{"finding": finding(3)}])
    assert refused.value.values["findings"] == "XC2026-1-CGJ-03"
    file(town, case, "2026-07", 2)
    found = town.ask("GetReturn", case=case, month="2026-07")
    assert [(row["number"], row["no_progress"]) for row in found["rows"]] == [("XC2026-1-CGJ-01", True), ("XC2026-1-CGJ-02", False)]
    assert found["rows"][0]["wording"] == "问题1"
    assert {k: found["totals"][k] for k in ("findings", "signed_off", "unfinished", "overdue")} == {
        "findings": 3,
        "signed_off": 1,
        "unfinished": 2,
        "overdue": 2,
    }
    assert (found["state"], found["timeliness"], found["submitted_on"]) == ("SUBMITTED", "on-time", "2026-08-03")


def test_a15_no_progress_twice_is_told(case: str, town: Town) -> None:
    town.at("2026-08-03")
    file(town, case, "2026-07", 2)
    assert town.last("return.submitted")["stagnant"] == []
    town.at("2026-09-03")
    file(town, case, "2026-08", 2, 3)
    told = town.last("return.submitted")
    assert (told["no_progress"], told["stagnant"]) == ([finding(1)], [finding(1)])


def test_a_return_is_endorsed_by_the_serving_principal_and_covers_its_month(case: str, town: Town) -> None:
    town.at("2026-07-20")
    town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-07")
    with pytest.raises(WrongReturnState):
        town.do("SubmitReturn", "handler@CGJ", case=case, month="2026-07")
    with pytest.raises(NotServingPrincipal):
        town.do("EndorseReturn", "member@CGJ", case=case, month="2026-07")
    town.do("EndorseReturn", "principal@CGJ", case=case, month="2026-07")
    with pytest.raises(ReturnTooEarly):
        town.do("SubmitReturn", "handler@CGJ", case=case, month="2026-07")
    with pytest.raises(ReturnNotExpected):
        town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-06")


def test_a_draft_made_anew_needs_a_new_endorsement(case: str, town: Town) -> None:
    town.at("2026-08-03")
    town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-07")
    town.do("EndorseReturn", "principal@CGJ", case=case, month="2026-07")
    town.do("PrepareReturn", "handler@CGJ", case=case, month="2026-07", texts=[{"finding": finding(1), "progress": "改"}])
    with pytest.raises(WrongReturnState):
        town.do("SubmitReturn", "handler@CGJ", case=case, month="2026-07")


def test_sent_back_the_first_day_counts(case: str, town: Town) -> None:
    town.at("2026-08-04")
    file(town, case, "2026-07")
    town.do("SendBackReturn", "office@XCB", case=case, month="2026-07", reason="不完整")
    town.at("2026-08-10")
    file(town, case, "2026-07", 1)
    found = town.ask("GetReturn", case=case, month="2026-07")
    assert (found["timeliness"], found["submitted_on"], found["sent_back"]) == ("on-time", "2026-08-04", "不完整")


def test_returns_stop_after_the_last_sign_off_and_start_again(case: str, town: Town) -> None:
    sign_off(town, case, 1, 2)
    town.at("2026-07-10")
    sign_off(town, case, 3)
    assert town.last("all-signed-off")["final_report_due"] == "2026-07-25"
    town.at("2026-09-15")
    assert [month for month, _ in months(town)] == ["2026-07"]
    reopen(town, case, 2)
    town.at("2026-09-16")
    assert [month for month, _ in months(town)] == ["2026-07", "2026-09"]
    found = town.ask("GetCase", case=case)
    assert (found["unfinished"], found["findings"][1]["standing"]) == (1, "reopened")


def test_a46_signed_off_on_the_last_day_no_return_is_expected(case: str, town: Town) -> None:
    sign_off(town, case, 1, 2)
    town.at("2026-06-02", 22)
    sign_off(town, case, 3)
    assert town.last("all-signed-off")["final_report_due"] == "2026-06-17"
    town.at("2026-09-01")
    assert (months(town), town.events("finding.continued")) == ([], [])
    assert town.last("concentrated-phase-ended")["unfinished"] == []
    found = town.ask("GetCase", case=case)
    assert found["state"] == "ALL_SIGNED_OFF"
    assert {due["what"] for due in found["dues"]} == {"concentrated-phase", "report:progress"}


def test_a_sign_off_that_the_case_has_not_heard_of_still_counts_at_the_end(case: str, town: Town) -> None:
    town.at("2026-06-02", 23)
    town.world.record(list(signed(1, case)), town.world.act("signed-off"))
    town.at("2026-06-03")
    assert town.last("concentrated-phase-ended")["unfinished"] == [finding(2), finding(3)]


DAYS = st.integers(1, 400).map(lambda n: date.fromordinal(date(2026, 3, 2).toordinal() + n))


@given(st.lists(DAYS, max_size=6), DAYS, DAYS)
def test_open_between_is_what_counting_days_says(turns: list[date], first: date, last: date) -> None:
    """Settled and reopened in turn: open at any time of a span is open at the end of the day before it, or opened in it."""
    entry = Entry(finding="0" * 32, number="X-01", received_on=date(2026, 3, 2), due=date(2026, 6, 2))
    for n, day in enumerate(sorted(turns)):
        entry = entry.opened_again(day) if n % 2 else entry.settled(Standing.SIGNED_OFF, day)
    ordered = sorted(turns)
    open_before = sum(day < first for day in ordered) % 2 == 0
    opened_in = any(first <= day <= last for n, day in enumerate(ordered) if n % 2)
    assert entry.open_between(first, last) == (first <= last and (open_before or opened_in))
    assert entry.standing.settled == bool(len(turns) % 2)
