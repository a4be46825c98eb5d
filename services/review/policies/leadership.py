"""What the register made of decisions about posts."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from review.events.heard import findings as heard
from review.model.leadership import Leadership, leadership_id


def see_appointment_followed(told: Told[heard.AppointmentFollowed], act: Act, repo: Repository) -> Changes:
    """The register followed the decision."""
    return repo.find(Leadership, leadership_id(told.news.org)).followed(told.news.decision)


def see_appointment_not_applied(told: Told[heard.AppointmentNotApplied], act: Act, repo: Repository) -> Changes:
    """The register could not follow it; the decision shows why."""
    news = told.news
    return repo.find(Leadership, leadership_id(news.org)).not_followed(news.decision, news.code, news.en, news.zh)
