"""A neighbour that does not answer is left alone for a while, so that callers hear at once that it is away."""

from chassis.clock import Machine
from chassis.refusals import Refused
from kernel.errors import Kind, Refusal, Unavailable

_AWAY = frozenset({Kind.UNAVAILABLE})


class Breaker:
    """Counts calls that nobody answered; after `failures` in a row it refuses for `seconds`, then lets one call try.

    Only silence counts: a neighbour that refuses is there. Not thread-safe; one event loop uses it.

    Args:
        name: the neighbour's; failures: how many in a row open it, 0 never; seconds: how long it stays open.
    """

    def __init__(self, name: str, failures: int, seconds: float, clock: Machine | None = None) -> None:
        self._name = name
        self._failures = failures
        self._seconds = seconds
        self._clock = clock or Machine()
        self._missed = 0
        self._opened = 0.0

    @property
    def open(self) -> bool:
        """Whether calls are refused at present."""
        return 0 < self._failures <= self._missed and self._clock.monotonic() < self._opened + self._seconds

    def admit(self) -> None:
        """Let a call pass, or refuse it. When the time is over, one caller tries and the others go on being refused.

        Raises:
            Unavailable: it was silent for too long.
        """
        if self.open:
            raise Unavailable(what=self._name, why=f"连续 {self._missed} 次未答复 / silent {self._missed} times in a row")
        if 0 < self._failures <= self._missed:
            self._opened = self._clock.monotonic()

    def answered(self) -> None:
        """The neighbour answered, if only to refuse."""
        self._missed = 0

    def failed(self, refusal: Refusal | Refused) -> None:
        """The call was refused: by the neighbour itself, or because nobody answered."""
        if refusal.kind not in _AWAY:
            self.answered()
            return
        self._missed += 1
        if self._missed >= self._failures:
            self._opened = self._clock.monotonic()
