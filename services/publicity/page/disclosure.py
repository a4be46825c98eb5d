"""The page's lines about disclosure notices."""

from rectify.publicity.v1 import publicity_events_pb2 as published

from chassis.service import Ask, Check, Projection, Proves, Query, Rpc
from publicity.commands import disclosure as wish
from publicity.events import disclosure as told
from publicity.events.heard import findings
from publicity.handlers import disclosure as act
from publicity.page import Heard
from publicity.policies import disclosure as then
from publicity.projections import tables
from publicity.queries import disclosure as ask
from publicity.queries import proofs, separation
from publicity.wire import asks

RECORD = (
    Ask("findings", "GetReport", asks.ask_progress, asks.hear_report),
    Ask("findings", "GetReport", asks.ask_final, asks.hear_report),
    Ask("findings", "ListFindings", asks.ask_ledger, asks.hear_ledger),
    Ask("findings", "GetPlan", asks.ask_plan, asks.hear_plan),
)
ORGANISATION = Ask("findings", "GetOrganisation", asks.ask_org, asks.hear_org)
PRINCIPAL = Ask("findings", "FindPosts", asks.ask_posts, asks.hear_posts)

EVENTS = [
    told.NoticeDrafted,
    told.NoticeSubmitted,
    told.ContentChecked,
    told.ContentDiffered,
    told.NoticeSentBack,
    told.ConfidentialityReviewed,
    told.ExemptionRequested,
    told.ExemptionConsented,
    told.ExemptionRefused,
    told.NoticeApproved,
    told.DisclosurePublished,
    told.NoticeProved,
    told.DisclosureCorrected,
    told.NoticeDiffers,
    told.FeedbackRecorded,
    told.FeedbackAnswered,
    told.FeedbackClosed,
    told.NoticeArchived,
    told.DisclosureWithdrawn,
]

COMMANDS = {
    "DraftDisclosure": Rpc(wish.DraftDisclosure, act.draft_disclosure, asks=[*RECORD, ORGANISATION]),
    "SubmitDisclosure": Rpc(wish.SubmitDisclosure, act.submit_disclosure, asks=[PRINCIPAL]),
    "CheckDisclosure": Rpc(wish.CheckDisclosure, act.check_disclosure, asks=RECORD),
    "SendBackDisclosure": Rpc(wish.SendBackDisclosure, act.send_back_disclosure),
    "ReviewDisclosure": Rpc(wish.ReviewDisclosure, act.review_disclosure),
    "ExemptFromDisclosure": Rpc(wish.ExemptFromDisclosure, act.exempt_from_disclosure),
    "ConsentToExemption": Rpc(wish.ConsentToExemption, act.consent_to_exemption),
    "RefuseExemption": Rpc(wish.RefuseExemption, act.refuse_exemption),
    "ApproveDisclosure": Rpc(wish.ApproveDisclosure, act.approve_disclosure, asks=[PRINCIPAL]),
    "PublishDisclosure": Rpc(wish.PublishDisclosure, act.publish_disclosure, asks=RECORD),
    "WithdrawDisclosure": Rpc(wish.WithdrawDisclosure, act.withdraw_disclosure),
    "RecordDisclosureFeedback": Rpc(wish.RecordDisclosureFeedback, act.record_disclosure_feedback),
    "AnswerDisclosureFeedback": Rpc(wish.AnswerDisclosureFeedback, act.answer_disclosure_feedback),
    "CloseDisclosureFeedback": Rpc(wish.CloseDisclosureFeedback, act.close_disclosure_feedback),
    "ArchiveDisclosure": Rpc(wish.ArchiveDisclosure, act.archive_disclosure),
}

QUERIES = {
    "GetDisclosure": Query(ask.GetDisclosure, ask.get_disclosure, scope=ask.of_disclosure, asker=True),
    "GetDisclosureProof": Query(proofs.GetDisclosureProof, proofs.get_disclosure_proof, asker=True),
    "ListDisclosures": Query(ask.ListDisclosures, ask.list_disclosures, asker=True),
}

HEARS: Heard = {findings.ReportAccepted: [then.compare_published]}

PROJECTIONS = {
    "notices": Projection([tables.NOTICES], tables.notices),
    "notice-proofs": Projection([tables.PROOFS], tables.proofs),
}

PROVES = Proves(wanted=proofs.wanted, keep=proofs.keep)

PUBLISHES = {
    told.DisclosurePublished: published.DisclosurePublished,
    told.DisclosureCorrected: published.DisclosureCorrected,
    told.NoticeDiffers: published.NoticeDiffers,
    told.FeedbackClosed: published.FeedbackClosed,
    told.DisclosureWithdrawn: published.DisclosureWithdrawn,
}

CHECKS = {"I14": Check("who drafts, reviews and approves a notice are three persons (SOD-09)", separation.duties_separate)}
