"""Verification of a publication proof: every byte bound to a checkpoint, every path accounted for, two approvals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from translog.checkpoint import Checkpoint, parse_checkpoint
from translog.codec import Json
from translog.errors import (
    ApprovalWrong,
    CommitmentMismatch,
    NoticeMismatch,
    PublicationMalformed,
    RedactionWrong,
    SourceMismatch,
    TimeBackwards,
    TranslogError,
    Words,
)
from translog.merkle import verify_inclusion
from translog.note import parse_note
from translog.policy import Policy
from translog.publication.redaction import APPROVES, BOUND, PATH, Redaction, approves, read_redaction
from translog.publication.shape import Publication, Shown, read_publication
from translog.record import commit, field_digest, leaf_hash
from translog.record.body import value_text
from translog.record.envelope import Envelope, envelope_dict, read_envelope
from translog.trust import vouched
from translog.verdict import Kind, NoticeSeen, Outcome, SeenApproval, SeenLog, SeenPublication, Verdict

_SHA256 = re.compile(r"[0-9a-f]{64}")
_APPROVALS = 2


class _Event(NamedTuple):
    position: int
    envelope: Envelope
    fields: dict[str, Json]


def verify_publication(data: bytes, policy: Policy, notice: bytes | None = None) -> Verdict:
    """The verdict on a proof under a policy, and on the file of the notice if it is given; never raises for either."""
    digest = sha256(data).hexdigest()
    demanded = {language: policy.describe(language) for language in ("en", "zh")}
    try:
        publication = read_publication(data)
        log, seen = check_publication(publication)
        if notice is not None:
            seen = check_notice(seen, notice)
        log, doubts = vouched(log, publication.checkpoint, policy)
    except TranslogError as error:
        return Verdict(Outcome.INVALID, Kind.PUBLICATION, digest, (error,), demanded=demanded)
    outcome = Outcome.UNDECIDED if doubts else Outcome.VALID
    about = seen.source["agg"]
    return Verdict(outcome, Kind.PUBLICATION, digest, tuple(doubts), about, (log,), demanded, publication=seen)


def check_notice(seen: SeenPublication, notice: bytes) -> SeenPublication:
    """The same with the notice compared; raises `NoticeMismatch` where its bytes are not those that were published."""
    found = sha256(notice).hexdigest()
    if found != seen.sha256:
        raise NoticeMismatch("notice", found=found, expected=seen.sha256)
    return seen._replace(notice=NoticeSeen.SAME)


def check_publication(publication: Publication) -> tuple[SeenLog, SeenPublication]:
    """Everything that needs no policy: that source and approvals are under the checkpoint, and account for each other.

    Raises subclasses of `TranslogError`. What the checkpoint is worth, `Policy` says.
    """
    where = "checkpoint of the publication"
    checkpoint = parse_checkpoint(parse_note(publication.checkpoint, where).text, where)
    source = _check(publication.source, checkpoint, "source")
    redaction = _check_redaction(publication.source, source.fields)
    given = [_check(one, checkpoint, f"approval {n}") for n, one in enumerate(publication.approvals, 1)]
    _check_approvals(source, given)
    events = [*given, source]
    for before, after in pairwise(events):
        if after.envelope["at"] < before.envelope["at"]:
            at = f"{checkpoint.origin}:{after.position}"
            raise TimeBackwards(at, found=after.envelope["at"], expected=before.envelope["at"])
    log = SeenLog(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root,
        count=len(events),
        aggregates=1,
        first_at=events[0].envelope["at"],
        last_at=source.envelope["at"],
    )
    approvals = tuple(SeenApproval(one.position, one.envelope) for one in given)
    return log, SeenPublication(
        position=source.position,
        source=source.envelope,
        sha256=str(source.fields["sha256"]),
        disclosed=source.fields,
        masked=tuple((one.path, one.rule, one.text) for one in redaction.masked),
        withheld=tuple((one.path, one.reason) for one in redaction.withheld),
        approvals=approvals,
    )


def _check(shown: Shown, checkpoint: Checkpoint, what: str) -> _Event:
    """One event: canonical envelope of this log, in its tree, with a body of which these are the fields and the rest."""
    where = f"{what} at {checkpoint.origin}:{shown.position}"
    envelope = envelope_dict(read_envelope(shown.envelope, where))
    if envelope["src"] != checkpoint.origin:
        raise SourceMismatch(where, found=envelope["src"], expected=checkpoint.origin)
    if not 1 <= shown.position <= checkpoint.size:
        raise PublicationMalformed(where, why=Words("its position is not under the checkpoint", "其位置不在检查点之内"))
    proof = f"inclusion proof of {where}"
    verify_inclusion(leaf_hash(shown.envelope), shown.position - 1, checkpoint.size, shown.proof, checkpoint.root, proof)
    if any(a >= b for a, b in pairwise(shown.rest)):
        why = Words("its other digests must be in ascending order", "其余摘要须按升序排列")
        raise PublicationMalformed(where, why=why)
    digests = [field_digest(one.salt, path, value_text(path, one.value).encode("utf-8")) for path, one in shown.disclosed.items()]
    if commit([*digests, *(one.hex() for one in shown.rest)]).hash != envelope["body"]:
        raise CommitmentMismatch(where)
    return _Event(shown.position, envelope, {path: one.value for path, one in shown.disclosed.items()})


def _check_redaction(shown: Shown, fields: Mapping[str, Json]) -> Redaction:
    """The redaction, when it names exactly what is shown as disclosed, and as many others as digests are left."""
    where = "redaction of the source"
    if PATH not in fields:
        raise RedactionWrong(where, why=Words("the source shows none", "来源未列出处理方式"))
    redaction = read_redaction(fields[PATH], where)
    if list(redaction.disclosed) != list(fields):
        why = Words("what is shown is not what it lists as disclosed", "所示字段与其列为公开的路径不一致")
        raise RedactionWrong(where, why=why)
    if redaction.hidden != len(shown.rest):
        why = Words(
            f"it accounts for {redaction.hidden} undisclosed digests, there are {len(shown.rest)}",
            f"其说明的未公开摘要为 {redaction.hidden} 个，实有 {len(shown.rest)} 个",
        )
        raise RedactionWrong(where, why=why)
    for path in BOUND:
        if not isinstance(fields.get(path), dict if path == PATH else str):
            raise RedactionWrong(where, why=Words(f"{path} must be disclosed", f"{path} 须公开"))
    if _SHA256.fullmatch(str(fields["sha256"])) is None:
        raise RedactionWrong(where, why=Words("sha256 is not a hash", "sha256 不是哈希"))
    return redaction


def _check_approvals(source: _Event, given: Sequence[_Event]) -> None:
    """Two or more, of different persons, of the same aggregate and earlier, each of exactly this content and redaction."""
    if len(given) < _APPROVALS:
        raise ApprovalWrong("approvals", why=Words(f"there are fewer than {_APPROVALS}", f"少于 {_APPROVALS} 项"))
    if any(a.position >= b.position for a, b in pairwise([*given, source])):
        why = Words("they must stand in order of position, before the source", "须按位置排列且早于来源")
        raise ApprovalWrong("approvals", why=why)
    if len({one.envelope["actor"] for one in given}) < len(given):
        raise ApprovalWrong("approvals", why=Words("they are not of different persons", "并非由不同人员作出"))
    expected = approves(source.fields)
    for one in given:
        where = f"approval at {source.envelope['src']}:{one.position}"
        if one.envelope["agg"] != source.envelope["agg"]:
            raise ApprovalWrong(where, why=Words("it is about something else", "其对象与来源不同"))
        if one.fields != {APPROVES: expected}:
            why = Words("it does not approve of this content and redaction", "其批准的不是此内容和处理方式")
            raise ApprovalWrong(where, why=why)
