"""One run of the audits: its outcome, and what several of them need, computed once."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field

from audit.tools import MirrorRow, Tools
from audit.verify import PAGE, Verdict, Wrong, verify
from translog.record import RecordError, unpack
from translog.record.envelope import Head, read_envelope


@dataclass(slots=True)
class Result:
    """The outcome of one audit."""

    checked: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    note: str = ""


class Run:
    """One run of the audits: what several of them need is computed once."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._verdicts: list[Verdict] | None = None

    @property
    def tools(self) -> Tools:
        """The machine's side."""
        return self._tools

    async def verdicts(self) -> list[Verdict]:
        """The verification of every service, mirror against source."""
        if self._verdicts is None:
            self._verdicts = []
            for service in self._tools.services:
                self._verdicts += await verify(self._tools, service)
        return self._verdicts

    def mirrored(self) -> Iterator[tuple[MirrorRow, Head | None]]:
        """Every mirrored row with its envelope, None where it cannot be read."""
        for head in self._tools.mirror.heads():
            after = 0
            while rows := self._tools.mirror.rows(head.source, after, PAGE):
                for row in rows:
                    yield row, envelope(row)
                after = rows[-1].position


def envelope(row: MirrorRow) -> Head | None:
    """The envelope of a row, None where it cannot be read."""
    try:
        return read_envelope(unpack(row.state)[0])
    except RecordError:
        return None


@dataclass(frozen=True, slots=True)
class Audit:
    """An invariant and how it is tested."""

    invariant: str
    run: Callable[[Run], Awaitable[Result]]


def of(verdicts: Sequence[Verdict], wanted: Callable[[str], bool]) -> Result:
    """What verification found, as far as its codes are wanted."""
    result = Result(checked=sum(verdict.events for verdict in verdicts))
    result.wrong = [wrong for verdict in verdicts for wrong in verdict.broken if wanted(wrong.code)]
    return result


def both(*runs: Callable[[Run], Awaitable[Result]]) -> Callable[[Run], Awaitable[Result]]:
    """One audit of several parts."""

    async def run(one: Run) -> Result:
        whole = Result()
        notes = []
        for part in runs:
            result = await part(one)
            whole.checked += result.checked
            whole.wrong += result.wrong
            notes.append(result.note)
        whole.note = "; ".join(note for note in notes if note)
        return whole

    return run
