"""Inclusion proofs of single events under a cosigned checkpoint, for whoever has the events themselves."""

from functools import partial

from rectify.audit.v1 import audit_service_pb2 as pb

from audit.bundle import NotProvable, cosigned
from audit.tools import Quorate, Tools
from kernel.errors import InvalidField
from translog.errors import TranslogError
from translog.merkle import inclusion_proof
from translog.policy import Policy


async def get_proof(request: pb.GetProofRequest, tools: Tools) -> pb.GetProofResponse:
    """The proofs, once a cosigned checkpoint covers the positions; what was recorded a moment ago is waited for."""
    source, last = request.source, max(request.positions)
    if source not in tools.witnessed.logs():
        raise InvalidField(field="source", field_name="source", why=f"日志 {source} 未见证 / {source} is not witnessed here")
    head = next((head for head in tools.mirror.heads() if head.source == source), None)
    if head is None or last > max(head.known, head.position):
        why = f"{source} 尚无位置 {last} / {source} has no position {last} yet"
        raise InvalidField(field="positions", field_name="positions", why=why)
    checkpoint = (await cosigned(tools, {source: last}))[source]
    return await tools.aside(partial(_built, tools, request, checkpoint))


def _built(tools: Tools, request: pb.GetProofRequest, checkpoint: Quorate) -> pb.GetProofResponse:
    source, size = request.source, checkpoint.size
    policy = own_policy(tools, source)
    read = tools.mirror.nodes(source, size)
    try:
        answer = pb.GetProofResponse(
            checkpoint=policy.close(checkpoint.note, source).decode("utf-8"), size=size, policy=policy.text().decode("utf-8")
        )
        for position in request.positions:
            hashes = inclusion_proof(position - 1, size, read)
            answer.proofs.add(position=position, leaf=read(0, position - 1), hashes=hashes)
    except TranslogError as error:
        raise NotProvable(about=f"{source}:{max(request.positions)}", why=f"{error.text('zh')} / {error.text('en')}") from error
    return answer


def own_policy(tools: Tools, source: str) -> Policy:
    """This system's policy for one log: whoever checks a single proof need not know of the others."""
    policy = tools.policy
    logs = [log for log in policy.logs if log.key.name == source]
    return Policy.make(logs, policy.witnesses, policy.groups, policy.quorum)
