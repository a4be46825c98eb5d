"""I17: publications verify, and account for every path of what was recorded exactly once."""

import asyncio
from hashlib import sha256

from audit.audits.run import Result, Run
from audit.tools import MirrorRow
from audit.verify import Wrong
from translog.codec import Json
from translog.errors import TranslogError
from translog.policy import Policy
from translog.publication import check_accounts, read_publication, read_redaction, verify_publication
from translog.record import Fields, RecordError, read_body, unpack
from translog.verdict import Outcome, Verdict

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
        policy = Policy.parse(str(clear.get("policy", "")).encode("utf-8"))
        verdict = verify_publication(proof, policy, _document(fields))
        if verdict.outcome is not Outcome.VALID:
            return [(problem.code, problem.text("en")) for problem in verdict.problems]
        if (foreign := _foreign(run, row.source, policy, verdict)) is not None:
            return [("proof-foreign", foreign)]
        check_accounts(read_redaction(fields.clear.get("redaction"), "redaction"), fields.clear, fields.sealed, "redaction")
    except (TranslogError, ValueError) as error:
        return [(getattr(error, "code", "proof-source"), str(error))]
    twice = proved.setdefault((row.source, position), row)
    if twice is not row:
        return [("proved-twice", f"position {position} was proved at {twice.position} before")]
    return []


def _foreign(run: Run, source: str, policy: Policy, verdict: Verdict) -> str | None:
    """Why the policy of a proof is not to be believed here: it was the one of its day, so its keys alone must be known."""
    known = run.tools.policy
    if set(policy.keys_of(source)) - set(known.keys_of(source)):
        return "its policy names another key of the log than is known here"
    witnesses = {(key.name, key.public) for key in known.witness_keys()}
    ours = {witness.name for witness in policy.witnesses if (witness.key.name, witness.key.public) in witnesses}
    if not ours & {one.witness for log in verdict.logs for one in log.cosigned}:
        return "no witness that is known here has cosigned it"
    return None


def _document(fields: Fields) -> bytes | None:
    """What was published, where the event holds it."""
    document: Json = fields.clear.get("document")
    return document.encode("utf-8") if isinstance(document, str) else None


def _fields(row: MirrorRow) -> Fields:
    return read_body(unpack(row.state)[1], f"{row.source}:{row.position}")
