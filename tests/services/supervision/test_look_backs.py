"""Look-backs: what can be drawn, a draw that anybody can repeat, what a visit shows."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kernel.context import named
from supervision.commands.look_back import DrawLookBack, RecordLookBackResult, ReportLookBack
from supervision.events.accountability import AccountabilityProposed
from supervision.events.case import CaseTakenUp
from supervision.events.look_back import (
    CaseEnrolled,
    LookBackDrawn,
    LookBackReopened,
    LookBackReported,
    Outcome,
    SignedOffNoted,
)
from supervision.events.words import Defect
from supervision.handlers import look_back as handle
from supervision.handlers.look_back import FindingStanding
from supervision.model.case import CaseFile, file_id
from supervision.model.look_back_draw import drawn, population_hash, score
from supervision.model.signed_off import RoundRoll, SignedOffRoll, case_roll_id, drawable_from, round_roll_id
from supervision.refusals.look_back import (
    AlreadyChecked,
    LookBackOpen,
    LookBackOver,
    NotDrawn,
    NothingToDraw,
    OwnVerdict,
    ShareTooSmall,
)
from supervision.refusals.organ import NotOrganOfCase
from testkit.given import ZONE, Given, act

ROUND = named("round", "2026-1")
ORGS = ("CGJ", "YLB", "JW")  # the discipline organ is inspected too
BOOK = "guangxi-2022@1"
OFFICE, VERIFIER = act("office", "XCB", now=datetime(2026, 10, 12, 9, tzinfo=ZONE)), act("discipline", "JW")
DRAW = named("lookback", "回头看1号")


def case(org: str) -> str:
    return named("case", "2026-1", org)


def finding(org: str, n: int) -> str:
    return named("finding", f"2026-1-{org}-{n:02d}")


def signed_off(per_case: int = 30, on: date = date(2026, 4, 10)) -> Given:
    repo = Given()
    for org in ORGS:
        bodies = {"leading_group": "LDXZ", "office": "XCB", "discipline": "SJW" if org == "JW" else "JW", "org_dept": "ZZB"}
        ids = {name: named("org", code) for name, code in bodies.items()}
        file = repo.find(CaseFile, file_id(case(org)))
        repo.apply(
            file.take_up(CaseTakenUp(file=file.id, case=case(org), org=named("org", org), rulebook=BOOK, round=ROUND, **ids))
        )
        rounds = repo.find(RoundRoll, round_roll_id(ROUND))
        repo.apply(rounds.enrol(CaseEnrolled(roll=rounds.id, round=ROUND, case=case(org), org=named("org", org))))
        for n in range(per_case):
            roll = repo.find(SignedOffRoll, case_roll_id(case(org)))
            noted = SignedOffNoted(
                roll=roll.id,
                finding=finding(org, n),
                case=case(org),
                org=named("org", org),
                number=f"2026-1-{org}-{n:02d}",
                signoff=1,
                signed_off_on=on,
                verifier=VERIFIER.actor,
                rulebook=BOOK,
            )
            repo.apply(roll.note(noted))
    return repo


def order(**parts: Any) -> DrawLookBack:
    return DrawLookBack(**{"number": "回头看1号", "title": "倒查", "round": ROUND, **parts})


def standing(org: str, n: int) -> tuple[FindingStanding]:
    known = FindingStanding(finding=finding(org, n), case=case(org), org=named("org", org), rulebook=BOOK, state="SIGNED_OFF")
    return (known,)


def test_a_tenth_is_drawn_of_what_was_signed_off_six_months_ago_and_anybody_can_draw_again() -> None:
    repo = signed_off()
    with pytest.raises(NothingToDraw):
        handle.draw_look_back(order(), act("office", "XCB", now=datetime(2026, 10, 9, 9, tzinfo=ZONE)), repo)
    repo.apply(handle.draw_look_back(order(seed="开奖号码 15 03 22"), OFFICE, repo))
    event = repo.last(LookBackDrawn)
    everything = sorted(finding(org, n) for org in ORGS for n in range(30))
    # With nothing but the event, the ids and SHA-256.
    assert event.population_sha256 == hashlib.sha256("\n".join(everything).encode()).hexdigest()
    by_score = sorted(everything, key=lambda one: hashlib.sha256(f"{event.seed}\n{one}".encode()).hexdigest())
    assert list(event.finding_ids) == by_score[:9]
    assert (event.population_count, event.percent, len(event.items)) == (90, 10, 9)


def test_without_a_seed_one_is_derived_from_what_is_public() -> None:
    repo = signed_off(2)
    repo.apply(handle.draw_look_back(order(), OFFICE, repo))
    event = repo.last(LookBackDrawn)
    assert event.seed == hashlib.sha256(f"回头看1号\n2026-10-12\n{event.population_sha256}".encode()).hexdigest()


def test_fewer_than_the_rulebook_wants_is_refused_and_a_reopened_finding_is_not_drawn() -> None:
    repo = signed_off(1)
    with pytest.raises(ShareTooSmall):
        handle.draw_look_back(order(percent=5), OFFICE, repo)
    repo.apply(repo.find(SignedOffRoll, case_roll_id(case("CGJ"))).lose(finding("CGJ", 0)))
    repo.apply(handle.draw_look_back(order(percent=100), OFFICE, repo))
    assert finding("CGJ", 0) not in repo.last(LookBackDrawn).finding_ids


def test_a_discipline_organ_draws_from_the_cases_in_which_it_judges() -> None:
    repo = signed_off(1)
    who = act("discipline", "JW", now=OFFICE.now)
    repo.apply(handle.draw_look_back(order(percent=100), who, repo))
    assert set(repo.last(LookBackDrawn).cases) == {case("CGJ"), case("YLB")}
    with pytest.raises(NotOrganOfCase):
        handle.draw_look_back(order(number="2号", cases=(case("JW"),)), who, repo)


def test_visits_are_by_others_than_the_verifier_and_the_report_waits_for_all_of_them() -> None:
    repo = signed_off(1)
    repo.apply(handle.draw_look_back(order(percent=100, cases=(case("CGJ"), case("YLB"))), OFFICE, repo))
    holds = RecordLookBackResult(lookback=DRAW, finding=finding("CGJ", 0), outcome=Outcome.HOLDS, note="清退属实")
    with pytest.raises(OwnVerdict):
        handle.record_look_back_result(holds, VERIFIER, repo, (None,))
    repo.apply(handle.record_look_back_result(holds, OFFICE, repo, (None,)))
    with pytest.raises(AlreadyChecked):
        handle.record_look_back_result(holds, OFFICE, repo, (None,))
    with pytest.raises(NotDrawn):
        handle.record_look_back_result(holds.model_copy(update={"finding": finding("CGJ", 7)}), OFFICE, repo, (None,))
    report = ReportLookBack(lookback=DRAW, summary="两项", document_sha256="b" * 64)
    with pytest.raises(LookBackOpen):
        handle.report_look_back(report, OFFICE, repo)
    false = RecordLookBackResult(
        lookback=DRAW,
        finding=finding("YLB", 0),
        outcome=Outcome.OVERTURNED,
        note="台账造假",
        defect=Defect.FALSE,
        evidence=("c" * 64,),
    )
    repo.apply(handle.record_look_back_result(false, OFFICE, repo, standing("YLB", 0)))
    assert repo.last(LookBackReopened).finding == finding("YLB", 0)
    assert repo.last(AccountabilityProposed).defect is Defect.FALSE
    repo.apply(handle.report_look_back(report, OFFICE, repo))
    assert (repo.last(LookBackReported).held, repo.last(LookBackReported).overturned) == (1, 1)
    with pytest.raises(LookBackOver):
        handle.report_look_back(report, OFFICE, repo)


@given(some.lists(some.uuids().map(lambda one: one.hex), min_size=1, max_size=60, unique=True), some.integers(1, 100), some.text())
def test_a_draw_is_a_share_rounded_up_and_does_not_depend_on_the_order(ids: list[str], percent: int, seed: str) -> None:
    seed = seed.encode("utf-8", "ignore").decode()
    chosen = drawn(seed, ids, percent)
    assert chosen == drawn(seed, reversed(ids), percent)
    assert len(chosen) == -(-len(ids) * percent // 100)
    assert set(chosen) <= set(ids)
    assert max(score(seed, one) for one in chosen) <= min([score(seed, one) for one in set(ids) - set(chosen)], default="g")
    assert population_hash(ids) == population_hash(reversed(ids))


def test_six_months_are_counted_as_the_rulebook_counts_months() -> None:
    assert drawable_from(BOOK, date(2026, 8, 31)) == date(2027, 2, 28)
    assert drawable_from(BOOK, date(2026, 4, 10)) - date(2026, 4, 10) == timedelta(days=183)
