"""What the mirror holds at places of a log, with proofs: what receipts are held against."""

from itertools import groupby

from rectify.audit.v1 import audit_service_pb2 as pb

from audit.tools import Quorate, Tools
from translog.merkle import inclusion_proof


async def prove_events(request: pb.ProveEventsRequest, tools: Tools) -> pb.ProveEventsResponse:
    """Leaves of one log under its newest checkpoint that has its quorum, and how far the log goes."""
    source = request.source
    answer = pb.ProveEventsResponse()
    heads = {head.source: head.position for head in await tools.aside(tools.mirror.heads)}
    mirrored = heads.get(source, 0)
    checkpoint = await tools.quorate(source) if source in heads else None
    if checkpoint is not None and checkpoint.size <= mirrored:
        await tools.aside(lambda: _prove(answer, tools, source, sorted(set(request.positions)), checkpoint))
    answer.end, answer.ended = await _end(tools, source, mirrored)
    return answer


def _prove(answer: pb.ProveEventsResponse, tools: Tools, source: str, positions: list[int], under: Quorate) -> None:
    read = tools.mirror.nodes(source, under.size)
    answer.checkpoint = under.note.decode()
    covered = [position for position in positions if position <= under.size]
    # Runs of neighbours are read at once: the events of a command stand side by side.
    for _, run in groupby(enumerate(covered), key=lambda pair: pair[1] - pair[0]):
        wanted = [position for _, position in run]
        for row in tools.mirror.rows(source, wanted[0] - 1, len(wanted)):
            proof = inclusion_proof(row.position - 1, under.size, read)
            answer.events.add(position=row.position, leaf=row.leaf, proof=proof)


async def _end(tools: Tools, source: str, mirrored: int) -> tuple[int, bool]:
    """How many events the log has, and whether its own service was there to tell."""
    service = source.split("/")[1] if source.count("/") == 2 else ""
    if service not in tools.services:
        return mirrored, False
    try:
        head = await tools.head(service)
    except Exception:  # noqa: BLE001 - it may be down for as long as it likes; then nobody can tell
        return mirrored, False
    return max(mirrored, head.position if head.source == source else 0), True
