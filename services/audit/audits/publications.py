"""I17: publications verify, and account for every path of what was recorded exactly once."""

import asyncio
from hashlib import sha256

from audit.audits.run import Result, Run
from audit.inclusion import own_policy
from audit.tools import MirrorRow
from audit.verify import Wrong
from translog.codec import Json
from translog.errors import TranslogError, Undecided
from translog.policy import Policy
from translog.publication import check_accounts, read_publication, read_redaction, verify_publication
from translog.record import Fields, RecordError, read_body, unpack
from translog.verdict import Outcome

PROVED = ".proved.v1"
"""How the names of events end that keep a proof: fields `proof` and `sha256`, of a publication earlier in the same log."""


async def publications(run: Run) -> Result:
    """I17."""
    return await asyncio.to_thread(_publications, run)


def _publications(run: Run) -> Result:
    result = Result()
    proved: dict[tuple[str, int], MirrorRow] = {}
    wanting = 0
    for row, head in run.mirrored():
        if head is None:
            continue  # named by I03
        if row.topic.endswith(PROVED):
            result.checked += 1
            for code, why in _wrong(run, row, proved):
                result.wrong.append(Wrong(row.source, row.position, row.aggregate, row.version, "mirror", code, why))
        elif row.topic.endswith(".published.v1"):
            wanting += _wants(row)
    if wanting > len(proved):
        result.note = f"{wanting - len(proved)} publications have no proof yet"
    return result


def _wants(row: MirrorRow) -> bool:
    """Whether a publication says how it is to be proved; those of former times do not."""
    try:
        clear = _fields(row).clear
    except RecordError:
        return False  # named by I03
    return bool(clear.get("redaction") and clear.get("content"))


def _wrong(run: Run, row: MirrorRow, proved: dict[tuple[str, int], MirrorRow]) -> list[tuple[str, str]]:
    """What is wrong with the proof that an event keeps, by the bytes of the mirror alone."""
    try:
        clear = _fields(row).clear
        proof = str(clear.get("proof", "")).encode("utf-8")
        if sha256(proof).hexdigest() != clear.get("sha256"):
            return [("proof-digest", "the hash beside the proof is not the proof's")]
        position = read_publication(proof).source.position
        (source,) = run.tools.mirror.rows(row.source, position - 1, 1)
        fields = _fields(source)
        verdict = verify_publication(proof, _policy(run, row.source), _document(fields))
        if verdict.outcome is not Outcome.VALID:
            return [(problem.code, problem.text("en")) for problem in verdict.problems]
        check_accounts(read_redaction(fields.clear.get("redaction"), "redaction"), fields.clear, fields.sealed, "redaction")
    except (TranslogError, ValueError) as error:
        return [(getattr(error, "code", "proof-source"), str(error))]
    twice = proved.setdefault((row.source, position), row)
    if twice is not row:
        return [("proved-twice", f"position {position} was proved at {twice.position} before")]
    return []


def _policy(run: Run, source: str) -> Policy:
    """This system's own, whatever the event says; raises `Undecided` where nothing of the log was cosigned yet."""
    if source not in run.tools.witnessed.logs():
        raise Undecided(f"log {source}")
    return own_policy(run.tools, source)


def _document(fields: Fields) -> bytes | None:
    """What was published, where the event holds it."""
    document: Json = fields.clear.get("document")
    return document.encode("utf-8") if isinstance(document, str) else None


def _fields(row: MirrorRow) -> Fields:
    return read_body(unpack(row.state)[1], f"{row.source}:{row.position}")
