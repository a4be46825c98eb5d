"""The audit service, on one page."""

from rectify.audit.v1 import audit_service_pb2

from audit import bundle, commands, handlers, inclusion, natives, receipts, running
from audit.events import AuditsRun, QuarantineAcknowledged
from audit.tools import Tools
from chassis.service import Native, Rpc, Service


def tools(facilities: Tools) -> Tools:
    """What a node gives is what audit needs."""
    return facilities


SERVICE = Service(
    name="audit",
    events=[QuarantineAcknowledged, AuditsRun],
    rpc=audit_service_pb2.DESCRIPTOR.services_by_name["AuditService"],
    commands={"AcknowledgeQuarantine": Rpc(commands.AcknowledgeQuarantine, handlers.acknowledge_quarantine)},
    natives={
        "GetHistory": Native(natives.get_history, asker=True),
        "GetBundle": Native(bundle.get_bundle, asker=True),
        "ProveEvents": Native(receipts.prove_events),
        "GetProof": Native(inclusion.get_proof),
        "Verify": Native(natives.verify_logs),
        "RunAudits": Native(natives.run),
        "ListSources": Native(natives.list_sources),
        "ReadMirror": Native(natives.read_mirror),
        "ListQuarantine": Native(natives.list_quarantine),
    },
    mirrors=("audit", "findings", "supervision", "review", "publicity", "leads"),
    tools=tools,
    chores={"audits": running.run_when_due},
)
