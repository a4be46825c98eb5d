"""`rectify audit receipts check`: holds signed receipts against the logs, as audit shows them or as exports do."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rectify.audit.v1.audit_service_pb2 import DESCRIPTOR, ProveEventsRequest

from cli.calls import common_options, output_of, session_of
from cli.failure import Exit, Failure
from cli.render import Output, print_error
from cli.session import Session
from cli.shape import SETTINGS, Spoken
from cli.words import Language, say
from translog.codec import b64decode_bytes
from translog.errors import TranslogError, Undecided, Words
from translog.export import MAX_LINE as EXPORT_LINE
from translog.export import verify_export
from translog.merkle import leaf_hash, verify_inclusion
from translog.policy import MAX_POLICY, Policy
from translog.receipt import Checked, Standing, check_held, read_held, reconcile
from translog.record import unpack
from translog.verdict import Outcome

_PROVE = DESCRIPTOR.services_by_name["AuditService"].methods_by_name["ProveEvents"]
_MOST = 1000
_PATIENCE = 10.0
_PAUSE = 0.5

COLUMNS = ("verdict", "receipt", "command", "log", "position", "events", "why")


@dataclass(slots=True)
class Found:
    """One line of a file, and what came of it."""

    where: str
    checked: Checked | None = None
    error: TranslogError | None = None

    def row(self, lang: Language) -> dict[str, Any]:
        """As it is shown."""
        receipt = self.checked.receipt if self.checked is not None else None
        return {
            "verdict": self.error.code if self.error is not None else "held",
            "receipt": self.where,
            "command": receipt.command if receipt is not None else "",
            "log": receipt.origin if receipt is not None else "",
            "position": receipt.position if receipt is not None else 0,
            "events": len(receipt.entries) if receipt is not None else 0,
            "why": self.error.text(lang) if self.error is not None else "",
        }


def commands(lang: Language) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """`audit receipts check`."""
    path = click.Path(path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["files"], nargs=-1, required=True, type=path, metavar="FILE…", help=say("receipts_file", lang)),
        click.Option(["--policy"], type=path, metavar="FILE", help=say("receipts_policy", lang)),
        click.Option(["--export", "exports"], type=path, multiple=True, metavar="FILE", help=say("receipts_export", lang)),
    ]
    yield (
        ("audit", "receipts", "check"),
        Spoken(
            "check",
            lang=lang,
            callback=lambda **given: _check(given),
            params=params,
            common=common_options(lang),
            help=say("receipts_check", lang),
            context_settings=SETTINGS,
        ),
    )


def _check(given: dict[str, Any]) -> int:
    session = session_of(given)
    policy = _policy(session, given["policy"])
    found = [one for file in given["files"] for one in _read(file, policy)]
    if given["exports"]:
        standings: Mapping[str, Standing] = dict(_exported(given["exports"], found, policy, session.lang))
        _settle(found, standings)
    else:
        _ask(session, found, policy)
    _show(output_of(session, given), found)
    wrong = [one.error for one in found if one.error is not None]
    if any(not isinstance(error, Undecided) for error in wrong):
        return Exit.FAILED
    return Exit.USAGE if wrong else Exit.OK


def _policy(session: Session, file: Path | None) -> Policy:
    if file is None and session.context.data is not None:
        file = session.context.data / "policy.txt"
    if file is None:
        raise Failure("no-policy", "receipts_no_policy", session.lang)
    try:
        with file.open("rb") as opened:
            return Policy.parse(opened.read(MAX_POLICY + 1), str(file))
    except TranslogError as error:
        raise Failure(error.code, "witness_said", session.lang, text=error.text(session.lang)) from error


def _read(file: Path, policy: Policy) -> Iterator[Found]:
    """Every line of a file, its signatures verified."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            one = Found(f"{file.name}:{number}")
            try:
                one.checked = check_held(read_held(line.removesuffix(b"\n"), one.where), policy, one.where)
            except TranslogError as error:
                one.error = error
            yield one


def _show(output: Output, found: list[Found]) -> None:
    wanted = found if output.form in ("json", "csv", "xlsx") else [one for one in found if one.error is not None]
    if wanted:
        output.rows([one.row(output.lang) for one in wanted], COLUMNS)
    undecided = sum(isinstance(one.error, Undecided) for one in found)
    wrong = sum(one.error is not None for one in found) - undecided
    held = len(found) - undecided - wrong
    print_error(say("receipts_counted", output.lang, held=held, wrong=wrong, undecided=undecided))


def _settle(found: Iterable[Found], standings: Mapping[str, Standing]) -> None:
    """Hold every receipt whose log is known against it."""
    for one in found:
        if one.checked is not None:
            origin = one.checked.receipt.origin
            one.error = reconcile(one.checked, standings.get(origin) or Standing(origin, doubt=_UNSHOWN))


_UNSHOWN = Words("nothing was shown of its log", "未提供其日志的内容")


# --- as audit shows the logs -----------------------------------------------------------------------------------------


def _ask(session: Session, found: list[Found], policy: Policy) -> None:
    """Ask audit; what was recorded a moment ago is waited for: its checkpoint is on its way."""
    end = time.monotonic() + _PATIENCE
    waiting = [one for one in found if one.checked is not None]
    while waiting:
        wanted: dict[str, set[int]] = {}
        for one in waiting:
            if one.checked is not None:
                receipt = one.checked.receipt
                positions = {entry.position for entry in receipt.entries} or ({receipt.position} - {0})
                wanted.setdefault(receipt.origin, set()).update(positions)
        standings = {origin: _standing(session, origin, sorted(places), policy) for origin, places in wanted.items()}
        _settle(waiting, standings)
        waiting = [one for one in waiting if isinstance(one.error, Undecided)]
        if not waiting or time.monotonic() >= end:
            return
        time.sleep(_PAUSE)


def _standing(session: Session, origin: str, positions: list[int], policy: Policy) -> Standing:
    """What audit proves of a log; nothing of its answer is believed that is not proved."""
    size, end, leaves = 0, None, {}
    pages = iter(positions)
    doubt = Words("no checkpoint of its log has its quorum yet", "其日志尚无获足够联署的检查点")
    while True:
        page = list(islice(pages, _MOST))
        if not page and (positions or end is not None):
            break
        answer: Any = session.remote.call("audit", _PROVE, ProveEventsRequest(source=origin, positions=page))
        end = answer.end if answer.ended else None
        if answer.checkpoint:
            try:
                judged = policy.judge(answer.checkpoint.encode(), origin)
                policy.demand(judged)
                tree = judged.checkpoint
                for event in answer.events:
                    verify_inclusion(event.leaf, event.position - 1, tree.size, list(event.proof), tree.root)
                    leaves[event.position] = event.leaf
                size = max(size, tree.size)
            except TranslogError as error:
                doubt = Words(f"what audit shows does not verify: {error.text('en')}", f"审计所示无法核验：{error.text('zh')}")
        if not page:
            break
    return Standing(origin, size, leaves, end, doubt if not size else None)


# --- as exports show the logs ----------------------------------------------------------------------------------------


def _exported(files: Iterable[Path], found: Iterable[Found], policy: Policy, lang: Language) -> Iterator[tuple[str, Standing]]:
    """What whole logs hold, each verified up to its checkpoint."""
    wanted = {entry.position for one in found if one.checked is not None for entry in one.checked.receipt.entries}
    for file in files:
        leaves: dict[int, bytes] = {}
        with file.open("rb") as lines:
            verdict = verify_export(_kept(iter(lambda: lines.readline(EXPORT_LINE), b""), wanted, leaves), policy)
        if verdict.outcome is not Outcome.VALID:
            error = verdict.problems[0]
            exit_ = Exit.FAILED if verdict.outcome is Outcome.INVALID else Exit.USAGE
            raise Failure(error.code, "receipts_export_bad", lang, exit=exit_, where=str(file), text=error.text(lang))
        log = verdict.logs[0]
        yield log.origin, Standing(log.origin, log.size, leaves)


def _kept(lines: Iterator[bytes], wanted: set[int], leaves: dict[int, bytes]) -> Iterator[bytes]:
    """The same lines; of the events at wanted positions the leaves are kept."""
    blanks = position = 0
    for line in lines:
        if blanks == 2:
            position += 1
            if position in wanted and line.endswith(b"\n"):
                leaves[position] = _leaf(line[:-1])
        elif line == b"\n":
            blanks += 1
        yield line


def _leaf(line: bytes) -> bytes:
    try:
        return leaf_hash(unpack(b64decode_bytes(line))[0])
    except TranslogError:
        return b""  # the verifier says what is wrong with it
