"""What every decision about a finding asks first: is it in the right state, and whose move is it?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from findings.events.parts import Criterion, State
from findings.model import cells
from findings.model.state import FindingState
from findings.refusals.finding import OwnFinding, WrongState

WORKING = (State.IN_PROGRESS, State.CONTINUING)
FIRST_TIME = (State.REGISTERED, State.PLANNED, State.IN_PROGRESS, State.CONTINUING)
BEFORE_REQUEST = (*FIRST_TIME, State.REOPENED)
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

    def numbered_criteria(self, texts: Sequence[str]) -> tuple[Criterion, ...]:
        """Sign-off criteria in order; one in the same words keeps its number, so that its evidence stands for it."""
        worded = [cells.line(text) for text in texts]
        numbers = places(worded, {c.no: c.text for c in self.criteria}, self.top_criterion)
        return tuple(Criterion(no=no, text=text) for no, text in zip(numbers, worded, strict=True))


def places(texts: Sequence[str], known: Mapping[int, str], top: int) -> list[int]:
    """A number for each text: its own where the same words are known, else the next one never used (`top` is the highest)."""
    free = dict(known)
    found: list[int] = []
    for text in texts:
        no = next((no for no, words in free.items() if words == text), None)
        if no is None:
            top += 1
            no = top
        free.pop(no, None)
        found.append(no)
    return found
