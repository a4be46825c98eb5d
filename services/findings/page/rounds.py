"""The page's lines about rounds and feedback."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from findings.commands import feedback as word
from findings.commands import round as wish
from findings.events import feedback as said
from findings.events import round as told
from findings.handlers import feedback as speak
from findings.handlers import round as act
from findings.page import Reactions
from findings.policies import case as then
from findings.projections import rounds
from findings.queries import rounds as ask
from findings.wire import published_rounds as publish

EVENTS = [
    told.RoundPlanned,
    told.OrganisationsAdded,
    told.MandateIssued,
    told.RecusalsCleared,
    told.StayBegun,
    told.StayEnded,
    told.WorkingPaperFiled,
    told.ReportTalkedThrough,
    told.RoundReported,
    told.RoundHeard,
    told.FeedbackBegun,
    told.RoundCaseOpened,
    told.RectificationBegun,
    told.RoundCaseClosed,
    told.RoundArchived,
    said.FeedbackDrafted,
    said.SpecialChecksSet,
    said.FeedbackSubmitted,
    said.FeedbackSentBack,
    said.FeedbackApproved,
    said.FeedbackImported,
    said.FeedbackDelivered,
    said.FeedbackReceived,
    said.FeedbackCopied,
    said.SupplementDrafted,
    said.SupplementApproved,
    said.SupplementReceived,
]

COMMANDS = {
    "PlanRound": Rpc(wish.PlanRound, act.plan_round),
    "AddToRound": Rpc(wish.AddToRound, act.add_to_round),
    "IssueMandate": Rpc(wish.IssueMandate, act.issue_mandate),
    "ClearRecusals": Rpc(wish.ClearRecusals, act.clear_recusals),
    "BeginStay": Rpc(wish.BeginStay, act.begin_stay),
    "EndStay": Rpc(wish.EndStay, act.end_stay),
    "FileWorkingPaper": Rpc(wish.FileWorkingPaper, act.file_working_paper),
    "TalkReportThrough": Rpc(wish.TalkReportThrough, act.talk_report_through),
    "ReportRound": Rpc(wish.ReportRound, act.report_round),
    "HearRound": Rpc(wish.HearRound, act.hear_round),
    "ArchiveRound": Rpc(wish.ArchiveRound, act.archive_round),
    "DraftFeedback": Rpc(word.DraftFeedback, speak.draft_feedback),
    "SetSpecialChecks": Rpc(word.SetSpecialChecks, speak.set_special_checks),
    "SubmitFeedback": Rpc(word.SubmitFeedback, speak.submit_feedback),
    "ReturnFeedback": Rpc(word.ReturnFeedback, speak.return_feedback),
    "ApproveFeedback": Rpc(word.ApproveFeedback, speak.approve_feedback),
    "DeliverFeedback": Rpc(word.DeliverFeedback, speak.deliver_feedback),
    "SignReceipt": Rpc(word.SignReceipt, speak.sign_receipt),
    "ImportFeedback": Rpc(word.ImportFeedback, speak.import_feedback),
    "CopyFeedback": Rpc(word.CopyFeedback, speak.copy_feedback),
    "SupplementFeedback": Rpc(word.SupplementFeedback, speak.supplement_feedback),
    "ApproveSupplement": Rpc(word.ApproveSupplement, speak.approve_supplement),
    "SignSupplement": Rpc(word.SignSupplement, speak.sign_supplement),
}

QUERIES = {
    "GetRound": Query(ask.GetRound, ask.get_round, scope=ask.of_round),
    "ListRounds": Query(ask.ListRounds, ask.list_rounds),
    "GetFeedback": Query(ask.GetFeedback, ask.get_feedback, scope=ask.of_feedback),
    "GetFeedbackDraft": Query(ask.GetFeedback, ask.get_feedback_draft, asker=True),
    "ListWorkingPapers": Query(ask.ListWorkingPapers, ask.list_working_papers, asker=True, reads=ask.read_papers),
    "ListFeedback": Query(ask.ListFeedback, ask.list_feedback),
}

POLICIES: Reactions = {said.FeedbackReceived: [then.round_case_opened]}

PROJECTIONS = {"rounds": Projection(rounds.TABLES, rounds.fold)}

PUBLISHES = {
    told.StayEnded: publish.round_ended,
    told.RoundReported: publish.round_reported,
    told.RoundHeard: publish.round_heard,
    told.RoundPlanned: published.RoundPlanned,
    told.MandateIssued: published.MandateIssued,
    told.WorkingPaperFiled: published.WorkingPaperFiled,
    said.FeedbackApproved: published.FeedbackApproved,
    said.FeedbackDelivered: published.FeedbackDelivered,
}
