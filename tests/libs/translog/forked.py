"""A sample log that goes on in the place of another one."""

from collections.abc import Sequence

from tests.libs.translog.sample import FINDING, SampleLog
from translog.export import export_lines
from translog.history import LogPart, build_history
from translog.merkle import node_reader, root_of
from translog.note import ED25519, SignerKey
from translog.policy import Log, Policy

OLD, NEW, NEXT, OTHER = (
    SignerKey(name, ED25519, bytes([n]) * 32)
    for n, name in enumerate(("site/findings/1", "site/findings/2", "site/findings/3", "site/review/2"), 11)
)
BEGINNING = "ab" * 16
POLICY = Policy.make([Log(key.verifier) for key in (OLD, NEW, NEXT, OTHER)], [], [], "none")


def begin(log: SampleLog, signer: SignerKey, **change: object) -> None:
    """Let a log go on under another key and origin."""
    said = {
        "former": log.signer.name,
        "size": str(len(log.rows)),
        "root": root_of(log.leaves).hex(),
        "known": str(len(log.rows) + 5),
        "vkey": str(signer.verifier),
        **change,
    }
    log.signer = signer
    log.add(BEGINNING, "log.forked", said)


def grown(*, second: bool = False, **change: object) -> SampleLog:
    """Two events, the fork, two more of the same aggregate, and perhaps another fork and event."""
    log = SampleLog(OLD)
    for _ in range(2):
        log.add(FINDING, "finding.noted", {"title": "台账不全"})
    begin(log, NEW, **change)
    for _ in range(2):
        log.add(FINDING, "finding.noted", {"title": "台账不全"})
    if second:
        begin(log, NEXT)
        log.add(FINDING, "finding.noted", {"title": "台账不全"})
    return log


def export(log: SampleLog) -> bytes:
    """The log as `rectify verify` takes it."""
    return b"".join(export_lines(log.note(), log.rows, POLICY))


def bundle(log: SampleLog, positions: Sequence[int]) -> bytes:
    """Some of its events as a history of the finding."""
    rows = [row for row in log.rows if row[0] in positions]
    return build_history(FINDING, [LogPart(log.note(), rows, node_reader(log.leaves))], POLICY)
