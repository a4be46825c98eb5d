"""The page's lines about findings: notices, claims, work, evidence, sign-off, later dates, amendments."""

from rectify.findings.v1 import findings_events_pb2 as events_pb2

from chassis.service import Hear, Projection, Query, Rpc, Sweep
from findings.commands import amendments as amend
from findings.commands import evidence as show
from findings.commands import extension as extend
from findings.commands import finding as wish
from findings.commands import measures as do
from findings.commands import signoff as sign
from findings.events import amendments as amended
from findings.events import evidence as shown
from findings.events import extension as extended
from findings.events import finding as told
from findings.events import measures as done
from findings.events import signoff as signed
from findings.handlers import amendments as amending
from findings.handlers import evidence as showing
from findings.handlers import extension as extending
from findings.handlers import finding as act
from findings.handlers import measures as doing
from findings.handlers import signoff as signing
from findings.policies import ledger_days, news, verdicts
from findings.projections import ledger
from findings.queries import dates, finding, findings, statistics
from findings.wire import published

EVENTS = [
    told.FindingRegistered,
    told.FindingLinked,
    told.ImmediateNoticeServed,
    told.ImmediateConfirmed,
    told.FindingClaimed,
    told.FindingDetailed,
    told.CriteriaSet,
    told.UnitsAssigned,
    told.PersonsAssigned,
    told.SponsorSet,
    told.KeyFindingFlagged,
    told.ListingNoted,
    told.FindingClassified,
    told.FindingContinued,
    told.FindingOverdue,
    told.PlanItemAdopted,
    told.PlanItemReturned,
    told.FindingReopened,
    told.FindingClosedNotApplicable,
    done.MeasureAdded,
    done.MeasureReported,
    done.MeasureCompleted,
    done.MilestoneAdded,
    done.MilestoneMet,
    done.MilestoneMissed,
    done.ExtensionCheckRecorded,
    shown.EvidenceAdded,
    shown.EvidenceReplaced,
    shown.EvidenceAltered,
    extended.ExtensionRequested,
    extended.ExtensionGranted,
    extended.ExtensionRefused,
    amended.AmendmentProposed,
    amended.AmendmentAccepted,
    amended.AmendmentRejected,
    signed.SignOffRequested,
    signed.SignOffMemberApproved,
    signed.InnerSigned,
    signed.PrincipalOpinionNoted,
    signed.SignOffRejected,
    signed.FindingSignedOff,
    signed.SignOffCheckFailedNoted,
    signed.VerdictNotApplied,
]

COMMANDS = {
    "ServeImmediateNotice": Rpc(wish.ServeImmediateNotice, act.serve_immediate_notice),
    "ConfirmImmediate": Rpc(wish.ConfirmImmediate, act.confirm_immediate),
    "ClaimFinding": Rpc(wish.ClaimFinding, act.claim_finding),
    "SetCriteria": Rpc(wish.SetCriteria, act.set_criteria),
    "AssignUnits": Rpc(wish.AssignUnits, act.assign_units),
    "AssignPersons": Rpc(wish.AssignPersons, act.assign_persons),
    "SetSponsor": Rpc(wish.SetSponsor, act.set_sponsor),
    "FlagKeyFinding": Rpc(wish.FlagKeyFinding, act.flag_key_finding),
    "ClassifyFinding": Rpc(wish.ClassifyFinding, act.classify_finding),
    "CloseNotApplicable": Rpc(wish.CloseNotApplicable, act.close_not_applicable),
    "AddMeasure": Rpc(do.AddMeasure, doing.add_measure),
    "ReportMeasure": Rpc(do.ReportMeasure, doing.report_measure),
    "CompleteMeasure": Rpc(do.CompleteMeasure, doing.complete_measure),
    "RecordExtensionCheck": Rpc(do.RecordExtensionCheck, doing.record_extension_check),
    "AddMilestone": Rpc(do.AddMilestone, doing.add_milestone),
    "MeetMilestone": Rpc(do.MeetMilestone, doing.meet_milestone),
    "AddEvidence": Rpc(show.AddEvidence, showing.add_evidence),
    "ReplaceEvidence": Rpc(show.ReplaceEvidence, showing.replace_evidence),
    "RequestExtension": Rpc(extend.RequestExtension, extending.request_extension),
    "GrantExtension": Rpc(extend.GrantExtension, extending.grant_extension),
    "RefuseExtension": Rpc(extend.RefuseExtension, extending.refuse_extension),
    "RequestSignOff": Rpc(sign.RequestSignOff, signing.request_signoff),
    "ApproveSignOff": Rpc(sign.ApproveSignOff, signing.approve_signoff),
    "RejectSignOff": Rpc(sign.RejectSignOff, signing.reject_signoff),
    "ProposeAmendment": Rpc(amend.ProposeAmendment, amending.propose_amendment),
    "AcceptAmendment": Rpc(amend.AcceptAmendment, amending.accept_amendment),
    "RejectAmendment": Rpc(amend.RejectAmendment, amending.reject_amendment),
}

QUERIES = {
    "ListFindings": Query(findings.ListFindings, findings.list_findings, asker=True),
    "GetFinding": Query(finding.GetFinding, finding.get_finding, scope=finding.of_finding, asker=True),
    "GetStatistics": Query(statistics.GetStatistics, statistics.get_statistics, asker=True),
    "ExplainDates": Query(dates.ExplainDates, dates.explain_dates, scope=dates.of_finding),
    "CheckVerifier": Query(finding.CheckVerifier, finding.check_verifier, scope=finding.of_verifier),
}

HEARS = {
    "rectify.supervision.v1.SignOffCheckPassed": Hear(news.SignOffCheckPassed, [verdicts.sign_off_checked]),
    "rectify.supervision.v1.SignOffCheckFailed": Hear(news.SignOffCheckFailed, [verdicts.go_on_after_failed_check]),
    "rectify.supervision.v1.FindingListed": Hear(news.FindingListed, [verdicts.note_listed]),
    "rectify.supervision.v1.FindingDelisted": Hear(news.FindingDelisted, [verdicts.note_delisted]),
    "rectify.supervision.v1.LookBackReopened": Hear(news.LookBackReopened, [verdicts.reopen_overturned]),
}

PROJECTIONS = {"ledger": Projection(ledger.TABLES, ledger.fold)}

SWEEPS = {"dates": Sweep(ledger_days.dates_passed, ledger_days.pass_dates)}

PUBLISHES = {
    told.FindingRegistered: events_pb2.FindingRegistered,
    told.FindingLinked: events_pb2.FindingLinked,
    told.ImmediateNoticeServed: events_pb2.ImmediateNoticeServed,
    told.ImmediateConfirmed: events_pb2.ImmediateConfirmed,
    told.FindingClaimed: events_pb2.FindingClaimed,
    told.KeyFindingFlagged: events_pb2.KeyFindingFlagged,
    told.FindingClassified: events_pb2.FindingClassified,
    told.FindingContinued: events_pb2.FindingContinued,
    told.FindingOverdue: events_pb2.FindingOverdue,
    told.PlanItemAdopted: events_pb2.PlanItemAdopted,
    told.FindingReopened: events_pb2.FindingReopened,
    told.FindingClosedNotApplicable: events_pb2.FindingClosedNotApplicable,
    done.MilestoneAdded: events_pb2.MilestoneAdded,
    done.MilestoneMet: events_pb2.MilestoneMet,
    done.MilestoneMissed: events_pb2.MilestoneMissed,
    shown.EvidenceAltered: events_pb2.EvidenceAltered,
    extended.ExtensionRequested: events_pb2.ExtensionRequested,
    extended.ExtensionGranted: events_pb2.ExtensionGranted,
    extended.ExtensionRefused: events_pb2.ExtensionRefused,
    signed.SignOffRequested: events_pb2.SignOffRequested,
    signed.SignOffRejected: events_pb2.SignOffRejected,
    signed.InnerSigned: published.inner_signed,
    signed.FindingSignedOff: events_pb2.FindingSignedOff,
    signed.VerdictNotApplied: events_pb2.VerdictNotApplied,
}
