"""A change of principal: inside the window the feedback is given again, outside it a reminder is all there is."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from findings.commands import principal as wish
from findings.events.organisation import PersonAppointed, PostEnded
from findings.events.principal import ReminderGround
from findings.events.words import PostKind
from findings.handlers import principal as act_on
from findings.model.case import Case
from findings.model.organisation import Organisation
from findings.model.principal import ReFeedback, ReFeedbackState
from findings.queries.principal import GetReFeedback, ListReFeedback, get_refeedback, list_refeedback
from findings.refusals.case import DateNotYet, DateTooEarly, NotBodyOfCase
from findings.refusals.organisation import NotServingPrincipal
from findings.refusals.principal import NothingToFeedBackAgain, NotTheNewPrincipal, WrongReFeedbackState
from kernel.context import named
from kernel.errors import Refusal

from .conftest import CASE, OFFICE, ORG, Team


def schedule(team: Team, day: date | None = None, org: str = OFFICE) -> None:
    command = wish.ScheduleReFeedback(case=CASE, day=day or team.now.date(), place="会议室")
    team.do(act_on.schedule_refeedback, command, team.who("o", "office", org))


def deliver(team: Team, day: date | None = None, org: str = OFFICE) -> None:
    team.do(act_on.deliver_refeedback, wish.DeliverReFeedback(case=CASE, day=day), team.who("o", "office", org))


def accept(team: Team, name: str) -> None:
    team.do(act_on.accept_refeedback, wish.AcceptReFeedback(case=CASE), team.who(name))


STEPS: dict[str, Callable[[Team], None]] = {"schedule": schedule, "deliver": deliver, "accept": lambda team: accept(team, "b")}


def test_a24_three_changes_superseded_due_and_reminder_only(team: Team) -> None:
    team.days(200).appoint("b")
    first = team.changes[0]
    assert (first.state, first.outgoing, first.incoming) == ("REFEEDBACK_DUE", team.person("a"), team.person("b"))
    assert (first.changed_on, first.due) == (date(2026, 9, 18), date(2026, 10, 22))  # 20 working days, over the holidays
    schedule(team, date(2026, 10, 9))
    team.days(340).appoint("c")
    assert team.states == ["SUPERSEDED", "REFEEDBACK_DUE"]
    assert team.changes[0].superseded_by == 2
    schedule(team)
    deliver(team)
    accept(team, "c")
    team.days(400).appoint("d")
    assert team.states == ["SUPERSEDED", "ACCEPTED", "REMINDER_ONLY"]
    third = team.changes[2]
    assert (third.ground, third.last_day, third.due) == (ReminderGround.OUTSIDE_WINDOW, date(2027, 3, 2), None)
    assert team.handover("c").state == "CHANGE_RECORDED"
    assert [event.model_dump()["incoming"] for event in team.of("ReFeedbackDue")] == [team.person("b"), team.person("c")]


def test_a24_the_new_principal_signs_and_nobody_else(team: Team) -> None:
    team.days(200).appoint("b")
    schedule(team)
    deliver(team)
    for name in ("a", "m"):
        with pytest.raises(NotServingPrincipal):
            accept(team, name)
    accept(team, "b")
    assert team.states == ["ACCEPTED"]
    assert not team.changes[0].late
    assert team.of("ReFeedbackDelivered")[-1].model_dump()["digest"] == "ab" * 32


@pytest.mark.parametrize(("left", "state"), [("2025-02-28", "REFEEDBACK_DUE"), ("2025-03-01", "REMINDER_ONLY")])
def test_a25_a_leap_day_is_a_year_old_on_the_last_of_february(make: Callable[..., Team], left: str, state: str) -> None:
    team = make(date(2024, 2, 29))
    day = date.fromisoformat(left)
    team.on(day).leave("a")
    assert team.states == ["CHANGE_RECORDED"]
    team.on(day + timedelta(days=20)).appoint("b")
    assert team.states == [state]
    assert team.changes[0].last_day == date(2025, 2, 28)
    shown = get_refeedback(GetReFeedback(case=CASE), team.rows, team).changes[0]
    assert shown.inside is (state == "REFEEDBACK_DUE")
    assert "2025-02-28" in shown.window_zh
    assert "2025-02-28" in shown.window_en
    assert bool(shown.due_zh) is shown.inside


def test_what_counts_is_the_day_the_former_principal_left(make: Callable[..., Team]) -> None:
    team = make(date(2024, 2, 29))
    team.on(date(2025, 2, 28)).leave("a")
    team.on(date(2025, 6, 3)).appoint("b")
    found = team.changes[0]
    assert (found.state, found.changed_on, found.since) == ("REFEEDBACK_DUE", date(2025, 2, 28), date(2025, 6, 3))
    assert found.due is not None
    assert found.due > date(2025, 6, 3)


def test_an_acting_principal_counts_after_thirty_days(team: Team) -> None:
    team.days(100).leave("a")
    team.appoint("b", acting=True)
    team.days(130)
    assert team.states == ["CHANGE_RECORDED"]
    team.days(131)
    found = team.changes[0]
    assert (found.state, found.incoming) == ("REFEEDBACK_DUE", team.person("b"))
    assert found.since == date(2026, 3, 2) + timedelta(days=131)
    team.days(140).appoint("b")
    assert team.states == ["REFEEDBACK_DUE"]
    team.days(150)
    assert team.states == ["REFEEDBACK_DUE"]


def test_an_acting_principal_who_goes_earlier_is_no_change(team: Team) -> None:
    team.days(100).leave("a")
    team.appoint("b", acting=True)
    team.days(120).leave("b")
    team.appoint("c")
    assert [(change.outgoing, change.incoming) for change in team.changes] == [(team.person("a"), team.person("c"))]
    assert team.handover("a").post is PostKind.PRINCIPAL
    assert [event.model_dump()["leaver"] for event in team.of("HandoverCalled")] == [team.person("a")]


def test_who_acts_beside_a_serving_principal_is_no_change(team: Team) -> None:
    team.days(100).appoint("b", acting=True)
    team.days(160).leave("b")
    assert team.changes == ()


def test_a_second_change_during_a_vacancy_is_the_same_change(team: Team) -> None:
    team.days(100).leave("a")
    team.days(110).appoint("b")
    assert len(team.changes) == 1
    team.leave("b")
    assert team.states == ["SUPERSEDED", "CHANGE_RECORDED"]
    team.days(120).appoint("b")
    assert team.changes[1].ground is ReminderGround.SAME_PERSON


def test_a_closed_case_asks_for_a_reminder_inside_the_window_and_for_nothing_after_it(team: Team) -> None:
    team.days(300).close()
    team.days(310).appoint("b")
    assert (team.states, team.changes[0].ground) == (["REMINDER_ONLY"], ReminderGround.CASE_CLOSED)
    assert team.of("HandoverCalled") == []
    team.days(400).appoint("c")
    assert len(team.changes) == 1


def test_the_same_news_again_changes_nothing(team: Team) -> None:
    team.days(200).appoint("b")
    team.days(220).appoint("c")
    before = list(team.events)
    refeedback, case = team.find(ReFeedback, named("refeedback", "XC2026-1", ORG)), team.find(Case, CASE)
    for event in before:
        match event:
            case PersonAppointed() if event.post is PostKind.PRINCIPAL and event.n > 1:
                assert refeedback.took_office(event.person, event.since, case, team.person("a")) == []
            case PostEnded():
                assert refeedback.left(event.person, event.until, case) == []


def test_feedback_from_paper_finds_the_changes_that_the_register_knew(team: Team) -> None:
    team.days(50).appoint("b")
    team.days(100).leave("b")
    team.days(120).appoint("c", acting=True)
    team.days(200)
    blank = ReFeedback(id=named("refeedback", "XC2026-1", ORG))
    followed = blank.follow(
        team.find(Organisation, named("org", ORG)), team.find(Case, CASE), team.person("a"), team.who("s", "system")
    )
    again = Team.__new__(Team)
    super(Team, again).__init__()
    again.apply(followed)
    assert again.changes == team.changes
    assert again.states == ["SUPERSEDED", "REFEEDBACK_DUE"]


# Every step in every state; what is not listed is refused.
ALLOWED = {
    ("REFEEDBACK_DUE", "schedule"): "SCHEDULED",
    ("SCHEDULED", "schedule"): "SCHEDULED",
    ("SCHEDULED", "deliver"): "DELIVERED",
    ("DELIVERED", "accept"): "ACCEPTED",
}
WAY = ("REFEEDBACK_DUE", "SCHEDULED", "DELIVERED", "ACCEPTED")


def reach(team: Team, state: str) -> None:
    if state == "CHANGE_RECORDED":
        team.days(200).leave("a")
        team.appoint("b", acting=True)
        return
    team.days(400 if state == "REMINDER_ONLY" else 200).appoint("b")
    for step, reached in (("schedule", "SCHEDULED"), ("deliver", "DELIVERED"), ("accept", "ACCEPTED")):
        if state in WAY and WAY.index(state) >= WAY.index(reached):
            STEPS[step](team)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", [state.value for state in ReFeedbackState if state is not ReFeedbackState.SUPERSEDED])
def test_every_step_in_every_state(team: Team, state: str, step: str) -> None:
    reach(team, state)
    assert team.states == [state]
    if reached := ALLOWED.get((state, step)):
        STEPS[step](team)
        assert team.states == [reached]
        return
    before = len(team.events)
    with pytest.raises((WrongReFeedbackState, NotServingPrincipal)) as refused:
        STEPS[step](team)
    assert isinstance(refused.value, Refusal)
    assert all(refused.value.text(language) and refused.value.next_step(language) for language in ("zh", "en"))
    assert len(team.events) == before


def test_without_a_change_there_is_nothing_to_feed_back(team: Team) -> None:
    with pytest.raises(NothingToFeedBackAgain):
        schedule(team)


def test_only_the_office_of_the_case_gives_it_and_days_follow_each_other(team: Team) -> None:
    team.days(200).appoint("b")
    with pytest.raises(NotBodyOfCase):
        schedule(team, org=ORG)
    with pytest.raises(DateTooEarly):
        schedule(team, team.now.date() - timedelta(days=1))
    schedule(team)
    with pytest.raises(DateNotYet):
        deliver(team, team.now.date() + timedelta(days=1))
    with pytest.raises(DateTooEarly):
        deliver(team, team.now.date() - timedelta(days=1))
    with pytest.raises(NotBodyOfCase):
        deliver(team, org="JW")


def test_an_acceptance_after_the_service_target_is_marked_so_and_not_late(team: Team) -> None:
    team.days(200).appoint("b")
    team.days(260)
    schedule(team)
    deliver(team)
    accept(team, "b")
    assert (team.states, team.changes[0].late, team.changes[0].target_passed) == (["ACCEPTED"], False, True)
    listed = list_refeedback(ListReFeedback(state="ACCEPTED"), team.rows, team).changes
    shown = [(line.number, line.change, line.late, line.target_passed, line.due) for line in listed]
    assert shown == [("XC2026-1/CGJ", 1, False, True, date(2026, 10, 22))]


def test_re_feedback_given_to_one_is_not_signed_by_another(team: Team) -> None:
    team.days(200).appoint("b")
    schedule(team)
    deliver(team)
    found = team.find(ReFeedback, named("refeedback", "XC2026-1", ORG))
    with pytest.raises(NotTheNewPrincipal):
        found.accept(team.person("c"), team.now.date(), team.find(Case, CASE))
