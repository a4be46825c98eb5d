"""What neighbours publish, read into supervision's own words."""

from google.protobuf.message import Message
from rectify.findings.v1 import findings_events_pb2 as findings_told
from rectify.leads.v1 import leads_events_pb2 as leads_told
from rectify.publicity.v1 import publicity_events_pb2 as publicity_told
from rectify.review.v1 import review_events_pb2 as review_told

from kernel.messages import News
from supervision.events.heard import findings, leads, publicity, review

# What supervision hears: the neighbour's message, its own word for it.
WORDS: tuple[tuple[type[Message], type[News]], ...] = (
    (findings_told.CaseOpened, findings.CaseOpened),
    (findings_told.ConcentratedPhaseEnded, findings.ConcentratedPhaseEnded),
    (findings_told.AllSignedOff, findings.AllSignedOff),
    (findings_told.PlanSubmitted, findings.PlanSubmitted),
    (findings_told.InnerSigned, findings.InnerSigned),
    (findings_told.ReportSubmitted, findings.ReportSubmitted),
    (findings_told.ReportAccepted, findings.ReportAccepted),
    (findings_told.ReportSentBack, findings.ReportSentBack),
    (findings_told.RoundPlanned, findings.RoundPlanned),
    (findings_told.RoundEnded, findings.RoundEnded),
    (findings_told.RoundReported, findings.RoundReported),
    (findings_told.RoundHeard, findings.RoundHeard),
    (findings_told.FeedbackApproved, findings.FeedbackApproved),
    (findings_told.FeedbackDelivered, findings.FeedbackDelivered),
    (findings_told.CaseReopened, findings.CaseReopened),
    (findings_told.CaseTransferred, findings.CaseTransferred),
    (findings_told.MechanismSetUp, findings.MechanismSetUp),
    (findings_told.MeetingHeld, findings.MeetingHeld),
    (findings_told.PlanWithdrawn, findings.PlanWithdrawn),
    (findings_told.PlanItemAdopted, findings.PlanItemAdopted),
    (findings_told.MilestoneAdded, findings.MilestoneAdded),
    (findings_told.MilestoneMet, findings.MilestoneMet),
    (findings_told.ExtensionGranted, findings.ExtensionGranted),
    (findings_told.ImmediateConfirmed, findings.ImmediateConfirmed),
    (findings_told.ImmediateNoticeServed, findings.ImmediateNoticeServed),
    (findings_told.FindingSignedOff, findings.FindingSignedOff),
    (findings_told.FindingReopened, findings.FindingReopened),
    (findings_told.FindingClosedNotApplicable, findings.FindingClosedNotApplicable),
    (findings_told.ReFeedbackDue, findings.ReFeedbackDue),
    (findings_told.ReminderCalled, findings.ReminderCalled),
    (findings_told.ReFeedbackSuperseded, findings.ReFeedbackSuperseded),
    (findings_told.ReFeedbackAccepted, findings.ReFeedbackAccepted),
    (findings_told.HandoverCalled, findings.HandoverCalled),
    (findings_told.HandoverFiled, findings.HandoverFiled),
    (findings_told.LetterSent, findings.LetterSent),
    (findings_told.LetterReplied, findings.LetterReplied),
    (findings_told.LetterOverdue, findings.LetterOverdue),
    (findings_told.KeyListIssued, findings.KeyListIssued),
    (findings_told.RoundReportSubmitted, findings.RoundReportSubmitted),
    (findings_told.RoundReportReceived, findings.RoundReportReceived),
    (review_told.CheckOpinionIssued, review.CheckOpinionIssued),
    (review_told.AppointmentTalkHeld, review.AppointmentTalkHeld),
    (review_told.AssessmentEntered, review.AssessmentEntered),
    (review_told.AdjustmentPutForward, review.AdjustmentPutForward),
    (review_told.AdjustmentDecided, review.AdjustmentDecided),
    (review_told.SupervisionReportSubmitted, review.SupervisionReportSubmitted),
    (review_told.SupervisionReportAccepted, review.SupervisionReportAccepted),
    (review_told.SupervisionReportSentBack, review.SupervisionReportSentBack),
    (publicity_told.TypicalCasePublished, publicity.TypicalCasePublished),
    (findings_told.CommonProblemConfirmed, findings.CommonProblemConfirmed),
    (findings_told.CommonProblemNotified, findings.CommonProblemNotified),
    (findings_told.CommonProblemAnalysed, findings.CommonProblemAnalysed),
    (review_told.PlanOpinionGiven, review.PlanOpinionGiven),
    (review_told.AssistingOpinionGiven, review.AssistingOpinionGiven),
    (publicity_told.PlanOpinionGiven, publicity.PlanOpinionGiven),
    (publicity_told.SurveyClosed, publicity.SurveyClosed),
    (leads_told.LeadReferred, leads.LeadReferred),
    (leads_told.LeadMisdirected, leads.LeadMisdirected),
    (leads_told.LeadExtended, leads.LeadExtended),
    (leads_told.LeadOutcomeFedBack, leads.LeadOutcomeFedBack),
    (leads_told.LeadClosed, leads.LeadClosed),
    (findings_told.ReturnExpected, findings.ReturnExpected),
    (findings_told.ReturnSubmitted, findings.ReturnSubmitted),
    (findings_told.ReturnMissing, findings.ReturnMissing),
    (findings_told.ReturnAccepted, findings.ReturnAccepted),
    (findings_told.ReturnSentBack, findings.ReturnSentBack),
    (findings_told.FindingSignedOff, findings.FindingSignedOff),
    (findings_told.FindingReopened, findings.FindingReopened),
)

# By supervision's own word: the full name of the message, which is read by the names of its fields.
MESSAGES: dict[type[News], str] = {news: message.DESCRIPTOR.full_name for message, news in WORDS}
