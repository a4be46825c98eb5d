"""What leads knows of a round: who refers, who leads the teams, and under which rulebook."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.messages import Changes, Event
from leads.events import RoundNoted, TeamsNoted
from leads.refusals import NoRulebook, NotTeamLeaderOfRound
from rulebook import preset, presets


def file_id(round: str) -> str:
    """The id of what is noted of a round."""
    return named("lead-round-file", round)


def in_force(name: str, day: date) -> str:
    """The reference `id@version` that binds on a day; a name with a version is taken as it is.

    Raises:
        NoRulebook: no version of this name is in force.
    """
    if "@" in name:
        return preset(name).ref
    versions = [book for book in presets() if book.id == name and book.effective_from.day <= day]
    if not versions:
        raise NoRulebook(rulebook=name, day=day.isoformat())
    return max(versions, key=lambda book: book.version).ref


class RoundFile(Aggregate):
    """A round as findings told it."""

    KIND = "leads.round"
    CALLED = "轮次 / round"

    round: str = ""
    code: str = ""
    rulebook: str = ""
    office: str = ""
    leading_group: str = ""
    leaders: tuple[str, ...] = ()

    def note(self, round: str, code: str, rulebook: str, office: str, leading_group: str) -> Changes:
        """The round is planned; nothing when it is known."""
        if self.round:
            return []
        noted = RoundNoted(file=self.id, round=round, code=code, rulebook=rulebook, office=office, leading_group=leading_group)
        return [noted]

    def man(self, round: str, leaders: Sequence[str]) -> Changes:
        """Its teams are led by these; nothing when they were before."""
        return [] if self.leaders == tuple(leaders) else [TeamsNoted(file=self.id, round=round, leaders=tuple(leaders))]

    def require_leader(self, person: str) -> None:
        """The person must lead a team of the round; where no mandate was issued, every team leader may.

        Raises:
            NotTeamLeaderOfRound.
        """
        if self.leaders and person not in self.leaders:
            raise NotTeamLeaderOfRound()

    @property
    def origin(self) -> dict[str, Any]:
        """What a lead takes over from its round."""
        return {
            "round": self.round,
            "round_code": self.code,
            "round_rulebook": self.rulebook,
            "office": self.office,
            "leading_group": self.leading_group,
        }

    def evolve(self, event: Event, at: datetime) -> None:  # nothing here is dated
        """Fold one fact."""
        match event:
            case RoundNoted():
                self.round, self.code, self.rulebook = event.round, event.code, event.rulebook
                self.office, self.leading_group = event.office, event.leading_group
            case TeamsNoted():
                self.leaders = event.leaders
            case _:
                raise TypeError(f"a round file does not fold {event.TOPIC}")
