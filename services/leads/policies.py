"""What leads notes of what findings tells."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes, Id, News
from leads.model.round_file import RoundFile, file_id


class RoundPlanned(News):
    """A round is planned."""

    round: Id
    code: str
    rulebook: str
    office: Id
    leading_group: Id


class MandateIssued(News):
    """The teams of a round are authorised."""

    round: Id
    leaders: tuple[Id, ...]


def note_round(told: Told[RoundPlanned], act: Act, repo: Repository) -> Changes:
    """Who acts in the round, so that nobody need be asked when a lead is registered."""
    return repo.find(RoundFile, file_id(told.news.round)).note(**told.news.model_dump())


def note_teams(told: Told[MandateIssued], act: Act, repo: Repository) -> Changes:
    """Who leads its teams."""
    return repo.find(RoundFile, file_id(told.news.round)).man(told.news.round, told.news.leaders)
