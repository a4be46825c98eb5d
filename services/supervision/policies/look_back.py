"""Which findings look-backs may draw from."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.look_back import CaseEnrolled, SignedOffNoted
from supervision.model.case import CaseFile, file_id
from supervision.model.signed_off import RoundRoll, SignedOffRoll, case_roll_id, round_roll_id


def enrol_case(told: Told[heard.CaseOpened], act: Act, repo: Repository) -> Changes:
    """A case was opened: look-backs of its round may draw from it."""
    case = told.news
    if not case.round:
        return []
    roll = repo.find(RoundRoll, round_roll_id(case.round))
    return roll.enrol(CaseEnrolled(roll=roll.id, round=case.round, case=case.case, org=case.org))


def note_signed_off(told: Told[heard.FindingSignedOff], act: Act, repo: Repository) -> Changes:
    """A finding was signed off: after the rulebook's time it may be drawn."""
    news, file = told.news, repo.find(CaseFile, file_id(told.news.case))
    if not file.rulebook:
        return []  # nothing is known of the case, so nobody could say when it may be drawn
    roll = repo.find(SignedOffRoll, case_roll_id(news.case))
    noted = SignedOffNoted(
        **{**news.model_dump(), "verifier": news.verifier or None},
        roll=roll.id,
        round=file.round,
        rulebook=file.rulebook,
        signed_off_on=act.effective_day,
    )
    return roll.note(noted)


def lose_sign_off(told: Told[heard.FindingReopened], act: Act, repo: Repository) -> Changes:
    """A finding was reopened: it is not drawn until it is signed off again."""
    return repo.find(SignedOffRoll, case_roll_id(told.news.case)).lose(told.news.finding)
