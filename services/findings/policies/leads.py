"""What the leads' own service tells, counted by round: number, organ and content are not kept (SOD-07)."""

from datetime import date

from findings.events.round_reports import LeadStage
from findings.model.round_reports import LeadTally, tally_id
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes, Id, News


class LeadReferred(News):
    """A lead was referred."""

    lead: Id
    round: Id
    referred_on: date
    due: date | None = None


class LeadAccepted(News):
    """Its addressee took it."""

    lead: Id
    accepted_on: date
    due: date | None = None


class LeadMisdirected(News):
    """It came back from an organ that is not competent."""

    lead: Id
    returned_on: date


class LeadStatusChanged(News):
    """It is handled in this way."""

    lead: Id
    status_class: str
    on: date


class LeadOutcomeFedBack(News):
    """Its outcome came back."""

    lead: Id
    status_class: str
    fed_back_on: date
    late: bool = False
    target_passed: bool = False


class LeadClosed(News):
    """It is closed."""

    lead: Id
    status_class: str
    closed_on: date


def count_referred(told: Told[LeadReferred], act: Act, repo: Repository) -> Changes:
    """One more lead of the round, or one that was referred anew."""
    news = told.news
    return _tally(news.lead, repo).count(LeadStage.REFERRED, news.referred_on, round=news.round, due=news.due)


def count_accepted(told: Told[LeadAccepted], act: Act, repo: Repository) -> Changes:
    """It was accepted."""
    return _tally(told.news.lead, repo).count(LeadStage.ACCEPTED, told.news.accepted_on, due=told.news.due)


def count_misdirected(told: Told[LeadMisdirected], act: Act, repo: Repository) -> Changes:
    """It came back."""
    return _tally(told.news.lead, repo).count(LeadStage.MISDIRECTED, told.news.returned_on)


def count_status(told: Told[LeadStatusChanged], act: Act, repo: Repository) -> Changes:
    """It is in handling."""
    return _tally(told.news.lead, repo).count(LeadStage.IN_HANDLING, told.news.on, status_class=told.news.status_class)


def count_fed_back(told: Told[LeadOutcomeFedBack], act: Act, repo: Repository) -> Changes:
    """Its outcome is known."""
    news = told.news
    return _tally(news.lead, repo).count(
        LeadStage.FED_BACK,
        news.fed_back_on,
        status_class=news.status_class,
        late=news.late,
        target_passed=news.target_passed,
    )


def count_closed(told: Told[LeadClosed], act: Act, repo: Repository) -> Changes:
    """It is closed."""
    return _tally(told.news.lead, repo).count(LeadStage.CLOSED, told.news.closed_on, status_class=told.news.status_class)


def _tally(lead: str, repo: Repository) -> LeadTally:
    return repo.find(LeadTally, tally_id(lead))
