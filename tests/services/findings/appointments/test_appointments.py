"""The register follows the organization department's decisions, each on its day, once, or says why it cannot."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from findings.events.appointments import AppointmentDropped, AppointmentFollowed, AppointmentNotApplied, AppointmentNoted
from findings.events.organisation import OrganisationRegistered, PersonAppointed, PostEnded
from findings.events.person import PersonRegistered
from findings.events.words import Level, Line, PostKind
from findings.model.appointment import Appointment
from findings.policies import appointments as then
from findings.policies.news import AppointmentDecided, AppointmentRevoked, RemovalDecided
from kernel.context import SYSTEM, Act, named
from kernel.envelope import Told
from kernel.messages import News, facts
from testkit.given import MORNING, ZONE, Given

ORG, DECISION = named("org", "CGJ"), named("post-decision", "1")
FIRST, SECOND, THIRD, UNKNOWN = (UUID(int=n).hex for n in (1, 2, 3, 4))


@pytest.fixture
def repo() -> Given:
    given = Given()
    given.apply([OrganisationRegistered(org=ORG, code="CGJ", name="县城市管理局", level=Level.COUNTY, line=Line.TERRITORIAL)])
    given.apply([PersonRegistered(person=person, name="某某") for person in (FIRST, SECOND, THIRD)])
    given.apply([PersonAppointed(org=ORG, n=1, person=FIRST, post=PostKind.PRINCIPAL, since=date(2020, 1, 1))])
    given.events.clear()
    return given


def system(days: int = 0) -> Act:
    moment = MORNING + timedelta(days=days)
    return Act(moment, moment, UUID(int=days + 1), SYSTEM, "system", ORG, ZONE)


def told[N: News](news: N) -> Told[N]:
    return Told(news, "test/review/1", 1, 1, MORNING, MORNING, SYSTEM, "org_dept", named("org", "ZZB"), "", ())


def decided(person: str = SECOND, replaces: str | None = FIRST, days: int = 0, post: str = "principal") -> AppointmentDecided:
    day = MORNING.date() + timedelta(days=days)
    return AppointmentDecided(
        decision=DECISION, org=ORG, post=PostKind(post), person=person, replaces=replaces, effective_on=day, decision_no="1号"
    )


def kinds(given: Given) -> list[type]:
    return [type(event) for event in given.events]


def test_one_leaves_and_the_other_takes_office_once_however_often_it_is_heard(repo: Given) -> None:
    for _ in range(3):
        repo.apply(then.note_appointment(told(decided()), system(), repo))
    assert kinds(repo) == [AppointmentNoted, PostEnded, PersonAppointed, AppointmentFollowed]
    assert (repo.last(PostEnded).person, repo.last(PersonAppointed).person) == (FIRST, SECOND)
    assert repo.last(PostEnded).until == repo.last(PersonAppointed).since == MORNING.date()


def test_a_decision_waits_for_its_day_and_one_taken_back_is_not_followed(repo: Given) -> None:
    repo.apply(then.note_appointment(told(decided(days=5)), system(), repo))
    assert kinds(repo) == [AppointmentNoted]
    assert then.follow_appointment(DECISION, date(2026, 3, 6), system(4), repo) == []
    repo.apply(then.follow_appointment(DECISION, date(2026, 3, 7), system(7), repo))
    assert repo.last(PersonAppointed).since == date(2026, 3, 7), "its own day, however late the register follows"
    assert then.follow_appointment(DECISION, date(2026, 3, 9), system(8), repo) == []
    assert then.drop_revoked_appointment(told(AppointmentRevoked(decision=DECISION, org=ORG)), system(8), repo) == []


def test_a_register_that_was_silent_moves_the_posts_on_their_own_day(repo: Given) -> None:
    act = Act(MORNING + timedelta(days=9), MORNING, UUID(int=9), SYSTEM, "system", ORG, ZONE)
    changes = then.note_appointment(told(decided(days=5)), act, repo)
    begins = datetime(2026, 3, 7, tzinfo=ZONE)
    assert [fact.effective for fact in facts(changes)] == [None, begins, begins, begins]
    repo.apply(changes)
    assert repo.last(AppointmentFollowed).followed_on == date(2026, 3, 7)


def test_a_decision_taken_back_is_dropped(repo: Given) -> None:
    repo.apply(then.note_appointment(told(decided(days=5)), system(), repo))
    repo.apply(then.drop_revoked_appointment(told(AppointmentRevoked(decision=DECISION, org=ORG)), system(1), repo))
    assert kinds(repo) == [AppointmentNoted, AppointmentDropped]
    assert then.follow_appointment(DECISION, date(2026, 3, 7), system(5), repo) == []
    assert repo.find(Appointment, DECISION).settled


@pytest.mark.parametrize(
    ("news", "code"),
    [
        (decided(replaces=None), "another-principal-serves"),
        (decided(replaces=THIRD), "another-principal-serves"),
        (decided(person=UNKNOWN), "person-unknown"),
        (decided(person=FIRST, replaces=None), "post-held-already"),
        (decided(person=SECOND, replaces=THIRD, post="member"), "post-not-held"),
    ],
)
def test_what_cannot_be_followed_says_why_and_moves_nobody(repo: Given, news: AppointmentDecided, code: str) -> None:
    repo.apply(then.note_appointment(told(news), system(), repo))
    assert kinds(repo) == [AppointmentNoted, AppointmentNotApplied]
    why = repo.last(AppointmentNotApplied)
    assert (why.code, why.decision, bool(why.en and why.zh)) == (code, DECISION, True)
    assert then.follow_appointment(DECISION, date(2026, 3, 3), system(1), repo) == []


def test_with_the_principal_goes_whoever_acted_in_their_place(repo: Given) -> None:
    repo.apply([PersonAppointed(org=ORG, n=2, person=THIRD, post=PostKind.PRINCIPAL, since=date(2026, 2, 1), acting=True)])
    repo.apply(then.note_appointment(told(decided()), system(), repo))
    assert [event.person for event in repo.events if isinstance(event, PostEnded)] == [FIRST, THIRD]
    assert isinstance(repo.events[-1], AppointmentFollowed)


def test_a_removal_leaves_the_post_vacant_for_the_next_decision(repo: Given) -> None:
    gone = RemovalDecided(
        decision=DECISION, org=ORG, post=PostKind.PRINCIPAL, person=FIRST, effective_on=MORNING.date(), decision_no="1号"
    )
    repo.apply(then.note_removal(told(gone), system(), repo))
    after = decided(replaces=None).model_copy(update={"decision": named("post-decision", "2")})
    repo.apply(then.note_appointment(told(after), system(), repo))
    assert [event.decision for event in repo.events if isinstance(event, AppointmentFollowed)] == [DECISION, after.decision]
