"""What a command needs to know of neighbours, asked before it is decided."""

import asyncio
import time
from collections.abc import Iterable
from typing import Any

from chassis.dispatch.needs import Ring
from chassis.refusals import DeadlinePassed, NeighbourRefused, Refused
from chassis.service import Ask
from kernel.context import Act
from kernel.errors import Kind, Refusal, Unavailable
from kernel.messages import Command


async def ask_all(
    neighbours: Ring, asks: Iterable[Ask], command: Command, act: Act, patience: float, deadline: float
) -> tuple[Any, ...]:
    """One answer per question, asked at once; None where nothing was asked or the neighbour has nothing.

    Args:
        patience: seconds in which neighbours must answer; deadline: of the command, by `time.monotonic()`.

    Raises:
        DeadlinePassed, Unavailable, NeighbourRefused: there is no answer to decide by.
    """
    left = min(patience, deadline - time.monotonic())
    try:
        async with asyncio.timeout(left):
            return tuple(await asyncio.gather(*(_ask_one(neighbours, ask, command, act) for ask in asks)))
    except TimeoutError as error:
        if time.monotonic() >= deadline:
            raise DeadlinePassed(what="a neighbour was asked") from error
        raise Unavailable(what=", ".join(sorted({ask.service for ask in asks})), why="未及时答复 / no answer in time") from error


async def _ask_one(neighbours: Ring, ask: Ask, command: Command, act: Act) -> Any:
    question = ask.ask(command, act)
    if question is None:
        return None
    try:
        answer = await neighbours(ask.service, ask.rpc, question)
    except (Refusal, Refused) as refusal:
        if refusal.kind is Kind.NOT_FOUND:
            return None
        if refusal.kind in (Kind.UNAVAILABLE, Kind.INTERNAL, Kind.UNAUTHENTICATED, Kind.EXHAUSTED):
            raise Unavailable(what=ask.service, why=refusal.code) from refusal
        raise NeighbourRefused(service=ask.service, rpc=ask.rpc, why=refusal.text("en"), neighbour_code=refusal.code) from refusal
    return ask.hear(answer)
