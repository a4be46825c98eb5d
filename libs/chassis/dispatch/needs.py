"""What dispatching needs from around it."""

from collections.abc import Awaitable, Callable
from datetime import tzinfo
from typing import Protocol

from google.protobuf.message import Message as Proto

Ring = Callable[[str, str, Proto], Awaitable[Proto]]
"""Asks a neighbour: (service, rpc, request) → response; raises `Refused` or a `Refusal`."""


class Limits(Protocol):
    """The settings that dispatching needs."""

    @property
    def zone(self) -> tzinfo:
        """Zone in which business days begin and end."""
        ...

    @property
    def call_timeout(self) -> float:
        """Seconds that a call without a deadline of its own gets."""
        ...

    @property
    def ask_timeout(self) -> float:
        """Seconds in which neighbours must answer."""
        ...

    @property
    def refusal_limit(self) -> int:
        """Refusals recorded one by one per actor, code and day."""
        ...

    @property
    def query_threads(self) -> int:
        """Threads that answer questions."""
        ...
