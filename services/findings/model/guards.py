"""What every decision about a finding asks first: is it in the right state, and whose move is it?"""

from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from findings.events.parts import Criterion, MeasurePlan, MilestonePlan, State
from findings.model import cells
from findings.model.state import FindingState
from findings.refusals.finding import NumberingWrong, OwnFinding, WrongState

WORKING = (State.IN_PROGRESS, State.CONTINUING)
BEFORE_REQUEST = (State.REGISTERED, State.PLANNED, State.IN_PROGRESS, State.CONTINUING, State.REOPENED)
OPEN = (*BEFORE_REQUEST, State.SIGNOFF_REQUESTED, State.INNER_SIGNED)


class Guarded(FindingState):
    """A finding that can say no."""

    @property
    def about(self) -> dict[str, Any]:
        """The fields by which a fact names this finding, its case and its organisation."""
        return {"finding": self.id, "case": self.case, "org": self.org}

    def refuse_state(self, allowed: Iterable[State]) -> NoReturn:
        """The state does not allow it."""
        raise WrongState(number=self.number or self.id, state=self.state or "—", allowed=" / ".join(allowed))

    def must_be_in(self, *allowed: State) -> None:
        """Go on only in one of these states.

        Raises:
            WrongState: it is in another one.
        """
        if self.state not in allowed:
            self.refuse_state(allowed)

    def by_another_organ(self, org: str, what: str) -> None:
        """Nobody decides in the dispatching side's place about the own organisation's finding (SOD-13).

        Raises:
            OwnFinding: the acting organ is the inspected one.
        """
        if org == self.org:
            raise OwnFinding(number=self.number, what=what)


def criteria(texts: Sequence[str]) -> tuple[Criterion, ...]:
    """Sign-off criteria, numbered in the order given."""
    return tuple(Criterion(no=no, text=cells.line(text)) for no, text in enumerate(texts, 1))


def numbered(parts: Sequence[Criterion | MeasurePlan | MilestonePlan], what: str) -> None:
    """Parts count from 1 without gaps.

    Raises:
        NumberingWrong: they do not.
    """
    if [part.no for part in parts] != list(range(1, len(parts) + 1)):
        raise NumberingWrong(what=what)
