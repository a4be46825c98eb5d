"""Every command in every state: what is allowed changes the state as the table says, the rest is refused by name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from findings.commands import amendments as amendments_wish
from findings.commands import evidence as evidence_wish
from findings.commands import finding as wish
from findings.commands import measures as measures_wish
from findings.events.parts import State, Track
from findings.handlers import amendments as amendments_act
from findings.handlers import evidence as evidence_act
from findings.handlers import finding as act_on
from findings.handlers import measures as measures_act
from kernel.errors import Refusal

S = State
R, P, W, C, Q, N, D, X, E = (
    S.REGISTERED,
    S.PLANNED,
    S.IN_PROGRESS,
    S.CONTINUING,
    S.SIGNOFF_REQUESTED,
    S.INNER_SIGNED,
    S.SIGNED_OFF,
    S.CLOSED_NOT_APPLICABLE,
    S.REOPENED,
)


def close(world: Any) -> None:
    command = wish.CloseNotApplicable(finding=world.id(), ground="impossible", reason="对象灭失", proof=("d" * 64,))
    world.do(act_on.close_not_applicable, command, "office", "XCB")


def bring(world: Any, state: State) -> None:
    """The first finding of the world to a state, by the ordinary way."""
    if state is R:
        return
    if state is P:
        world.claim()
        return
    world.begin()
    if state is W:
        return
    if state is X:
        close(world)
        return
    if state is C:
        world.continue_()
        return
    world.finish()
    world.request()
    if state is Q:
        return
    world.approve()
    world.approve(1, "principal")
    if state is N:
        return
    world.verdict()
    if state is E:
        world.reopen()


def do(handler: Callable[..., Any], command: Callable[[Any], Any], role: str, org: str = "CGJ") -> Callable[[Any], Any]:
    return lambda world: world.do(handler, command(world), role, org)


def sha(world: Any) -> str:
    return f"{len(world.events):064x}"


COMMANDS: dict[str, tuple[Callable[[Any], Any], dict[State, State]]] = {
    "claim": (lambda world: world.claim(), {R: P}),
    "draft plan item": (
        lambda world: world.draft(),
        # A plan in force is amended first; here one is in force for every state but the first two.
        {P: P},
    ),
    "serve notice": (
        do(
            act_on.serve_immediate_notice,
            lambda w: wish.ServeImmediateNotice(
                finding=w.id(), demand="x", due=date(2026, 3, 9), served_to=w.who("principal").actor
            ),
            "office",
            "XCB",
        ),
        {R: W, P: W, W: W, C: W},
    ),
    "set criteria": (
        do(act_on.set_criteria, lambda w: wish.SetCriteria(finding=w.id(), criteria=("别的标准",)), "handler"),
        {R: R, P: P, E: E},
    ),
    "assign units": (
        do(act_on.assign_units, lambda w: wish.AssignUnits(finding=w.id(), unit="人事科"), "handler"),
        {s: s for s in (R, P, W, C, Q, N, E)},
    ),
    "assign persons": (
        do(
            act_on.assign_persons,
            lambda w: wish.AssignPersons(finding=w.id(), member=w.who("member", "CGJ", "b").actor, handler=w.who("handler").actor),
            "principal",
        ),
        {s: s for s in (R, P, W, C, Q, N, E)},
    ),
    "set sponsor": (
        do(act_on.set_sponsor, lambda w: wish.SetSponsor(finding=w.id(), sponsor=w.who("leader", "DW").actor), "principal"),
        {s: s for s in (R, P, W, C, Q, N, E)},
    ),
    "flag": (
        do(act_on.flag_key_finding, lambda w: wish.FlagKeyFinding(finding=w.id(), key=True, reason="重点"), "office", "XCB"),
        {s: s for s in State},
    ),
    "classify": (
        do(act_on.classify_finding, lambda w: wish.ClassifyFinding(finding=w.id(), severity="grave"), "office", "XCB"),
        {s: s for s in State},
    ),
    "add measure": (
        do(measures_act.add_measure, lambda w: measures_wish.AddMeasure(finding=w.id(), text="x"), "handler"),
        {s: s for s in (P, W, C, E)},
    ),
    "report measure": (
        do(
            measures_act.report_measure,
            lambda w: measures_wish.ReportMeasure(finding=w.id(), measure=1, percent=1, note="x"),
            "handler",
        ),
        {W: W, C: C},
    ),
    "complete measure": (
        do(
            measures_act.complete_measure, lambda w: measures_wish.CompleteMeasure(finding=w.id(), measure=1, result="x"), "handler"
        ),
        {W: W, C: C},
    ),
    "extension check": (
        do(measures_act.record_extension_check, lambda w: measures_wish.RecordExtensionCheck(finding=w.id(), scope="x"), "handler"),
        {W: W, C: C},
    ),
    "add milestone": (
        do(
            measures_act.add_milestone,
            lambda w: measures_wish.AddMilestone(finding=w.id(), day=date(2026, 5, 1), goal="x"),
            "handler",
        ),
        {s: s for s in (P, W, C, E)},
    ),
    "add evidence": (
        do(
            evidence_act.add_evidence,
            lambda w: evidence_wish.AddEvidence(
                finding=w.id(), criteria=(1,), name="x", sha256=sha(w), size=1, media_type="text/plain"
            ),
            "handler",
        ),
        {s: s for s in (W, C, E)},
    ),
    "request extension": (lambda world: world.extend(date(2026, 9, 1)), {W: W, C: C}),
    "grant extension": (lambda world: world.grant(), {}),
    "request sign-off": (lambda world: (world.finish(), world.request()), {W: Q, C: Q}),
    "approve as member": (lambda world: world.approve(), {Q: Q}),
    "approve as principal": (lambda world: world.approve(1, "principal"), {}),
    "close": (close, dict.fromkeys((R, P, W, C, Q, N, E), X)),
    "propose amendment": (
        do(
            amendments_act.propose_amendment,
            lambda w: amendments_wish.ProposeAmendment(finding=w.id(), cells=({"column": "备注", "text": "x"},), reason="x"),
            "handler",
        ),
        {s: s for s in (R, P, W, C, Q, N, E)},
    ),
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_in_every_state(world: Any, name: str, state: State) -> None:
    bring(world, state)
    assert world.finding().state is state
    command, table = COMMANDS[name]
    before = world.finding()
    if state in table:
        command(world)
        assert world.finding().state is table[state]
    else:
        with pytest.raises(Refusal) as refused:
            command(world)
        assert refused.value.code
        assert refused.value.text("zh") != refused.value.text("en")
        after = world.finding()
        assert after.state is before.state


@pytest.mark.parametrize("state", list(State))
def test_the_end_of_the_phase_in_every_state(world: Any, state: State) -> None:
    bring(world, state)
    before = world.finding().phase_end
    world.continue_()
    expected = {W: C}.get(state, state)
    assert world.finding().state is expected
    closed = state in (D, X)
    assert (world.finding().phase_end is None) is (closed and before is None)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize(("passed", "after"), [(True, D), (False, W)])
def test_a_verdict_in_every_state(world: Any, state: State, passed: bool, after: State) -> None:
    bring(world, state)
    given = {} if passed else {"defect": "paper"}
    world.verdict(passed=passed, **given)
    assert world.finding().state is (after if state is N else state)


@pytest.mark.parametrize("state", list(State))
def test_a_look_back_in_every_state(world: Any, state: State) -> None:
    bring(world, state)
    world.reopen()
    assert world.finding().state is (E if state is D else state)


def test_a_track_is_one_of_three() -> None:
    assert {track.value for track in Track} == {"immediate", "concentrated", "long_term"}
