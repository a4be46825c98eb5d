"""A silent neighbour is left alone for a while, and tried again."""

import pytest

from chassis.breaker import Breaker
from chassis.clock import Machine
from kernel.errors import NotFound, Unavailable

AWAY = Unavailable(what="findings", why="no answer")
REFUSED = NotFound(what="finding", id="1")


class Hands(Machine):
    """A machine clock moved by hand."""

    seconds = 100.0

    def monotonic(self) -> float:
        """Where the hands stand."""
        return self.seconds


def silent(times: int, failures: int = 3) -> tuple[Breaker, Hands]:
    hands = Hands()
    breaker = Breaker("findings", failures, 2.0, hands)
    for _ in range(times):
        breaker.admit()
        breaker.failed(AWAY)
    return breaker, hands


def test_it_opens_after_so_many_silent_calls_in_a_row() -> None:
    breaker, _ = silent(2)
    breaker.admit()
    breaker.failed(AWAY)
    with pytest.raises(Unavailable) as refused:
        breaker.admit()
    assert "3" in refused.value.text("en")


def test_a_neighbour_that_refuses_is_there() -> None:
    breaker, _ = silent(2)
    breaker.failed(REFUSED)
    breaker.failed(AWAY)
    breaker.admit()
    assert not breaker.open


def test_after_a_while_one_call_tries_and_its_answer_decides() -> None:
    breaker, hands = silent(3)
    hands.seconds += 2.0
    breaker.admit()
    with pytest.raises(Unavailable):
        breaker.admit()  # somebody tries already
    breaker.answered()
    breaker.admit()
    assert not breaker.open


def test_none_is_left_alone_when_the_setting_is_zero() -> None:
    breaker, _ = silent(50, failures=0)
    breaker.admit()
    assert not breaker.open
