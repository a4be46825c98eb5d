"""What puts a finding on the ladder, or forward for listed supervision."""

from typing import Any

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Recorded, Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.ladder import Ground
from supervision.events.listing import ListingGround
from supervision.events.look_back import LookBackReopened
from supervision.events.signoff_check import SignOffCheckFailed
from supervision.events.words import Defect
from supervision.model.case import CaseFile, file_id
from supervision.model.duties import SUPERVISORS
from supervision.model.ladder import Ladder, about_finding, ladder_id
from supervision.model.listing import Listing, listing_id, proposal
from supervision.model.obligation import Obligation, obligation_id
from supervision.model.signoff_check import SignOffCheck, check_id


def press_stagnant(told: Told[heard.ReturnSubmitted], act: Act, repo: Repository) -> Changes:
    """Two returns in a row without progress: the finding is put forward for listed supervision."""
    filed = told.news
    book = repo.find(CaseFile, file_id(filed.case)).rulebook
    changes: Changes = []
    for finding in filed.stagnant if book else ():
        about = about_finding(finding, filed.case, filed.org, book)
        ladder = repo.find(Ladder, ladder_id(finding))
        changes += ladder.press(about, Ground.STAGNANT, lambda step: step.stagnant_returns is not None, filed.month)
        proposed = proposal(finding, filed.case, filed.org, book, ListingGround.STAGNANT, "no progress", filed.month)
        changes += repo.find(Listing, listing_id(finding)).propose(proposed)
    return changes


def press_failed(told: Recorded[SignOffCheckFailed], act: Act, repo: Repository) -> Changes:
    """The outer check failed, perhaps not for the first time, perhaps because the rectification is false."""
    failed = told.event
    check = repo.find(SignOffCheck, check_id(failed.finding))
    ladder = repo.find(Ladder, ladder_id(failed.finding))
    about = about_finding(failed.finding, failed.case, failed.org, check.rulebook)
    times = check.failures
    changes = ladder.press(
        about,
        Ground.CHECK_FAILED_TWICE,
        lambda step: step.failed_outer_checks is not None and step.failed_outer_checks <= times,
        str(times),
    )
    return [*changes, *_false(ladder, about, failed.defect)]


def press_false(told: Recorded[LookBackReopened], act: Act, repo: Repository) -> Changes:
    """A look-back found the rectification false."""
    found = told.event
    book = repo.find(CaseFile, file_id(found.case)).rulebook
    ladder = repo.find(Ladder, ladder_id(found.finding))
    return _false(ladder, about_finding(found.finding, found.case, found.org, book), found.defect) if book else []


def press_letter(told: Told[heard.LetterOverdue], act: Act, repo: Repository) -> Changes:
    """A letter stayed unanswered: the addressee is reminded, and the next step is put to a person (R-67)."""
    duty = repo.find(Obligation, obligation_id(told.news.letter, "R-67"))
    if not duty.exists:
        return []
    ladder = repo.find(Ladder, ladder_id(duty.id))
    about: dict[str, Any] = {
        "obligation": duty.id,
        "finding": None,
        "case": duty.case,
        "org": duty.org,
        "rule_id": duty.rule_id,
        "rulebook": duty.rulebook,
        "supervisors": duty.party in SUPERVISORS,
    }
    reminded = ladder.remind(about, Ground.LETTER_UNANSWERED)
    return [*reminded, *ladder.press(about, Ground.LETTER_UNANSWERED, lambda step: step.stagnant_returns is not None)]


def check_listed(told: Told[heard.FindingSignedOff], act: Act, repo: Repository) -> Changes:
    """A listed finding passed its outer check: it may come off the list."""
    signed = told.news
    return repo.find(Listing, listing_id(signed.finding)).checked_outside(signed.signoff, signed.verifier)


def keep_listed(told: Told[heard.FindingReopened], act: Act, repo: Repository) -> Changes:
    """A listed finding is open again."""
    return repo.find(Listing, listing_id(told.news.finding)).overturned(told.news.count)


def _false(ladder: Ladder, about: dict[str, Any], defect: Defect | None) -> Changes:
    return ladder.propose_highest(about, Ground.FALSE_RECTIFICATION) if defect is Defect.FALSE else []
