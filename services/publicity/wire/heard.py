"""What neighbours publish, read into publicity's own words."""

from google.protobuf.message import Message
from rectify.findings.v1 import findings_events_pb2 as findings_told
from rectify.leads.v1 import leads_events_pb2 as leads_told
from rectify.supervision.v1 import supervision_events_pb2 as supervision_told

from kernel.messages import News
from publicity.events.heard import findings, leads, supervision

WORDS: tuple[tuple[type[Message], type[News]], ...] = (
    (findings_told.CaseOpened, findings.CaseOpened),
    (findings_told.CaseTransferred, findings.CaseTransferred),
    (findings_told.WorkingPaperFiled, findings.WorkingPaperFiled),
    (findings_told.PlanSubmitted, findings.PlanSubmitted),
    (findings_told.ReportSubmitted, findings.ReportSubmitted),
    (findings_told.ReportAccepted, findings.ReportAccepted),
    (supervision_told.AccountabilityDecided, supervision.AccountabilityDecided),
    (supervision_told.TypicalCaseSuggested, supervision.TypicalCaseSuggested),
    (leads_told.LeadReferred, leads.LeadReferred),
)

# By publicity's own word: the full name of the message, which is read by the names of its fields.
MESSAGES: dict[type[News], str] = {news: message.DESCRIPTOR.full_name for message, news in WORDS}
