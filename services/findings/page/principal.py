"""The page's lines about changes of principal and re-feedback."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc, Sweep
from findings.commands import principal as wish
from findings.events import principal as told
from findings.events.case import CaseOpened
from findings.events.organisation import PersonAppointed, PostEnded
from findings.handlers import principal as act
from findings.page import Reactions
from findings.policies import principal as then
from findings.projections import principal
from findings.queries import principal as ask

EVENTS = [
    told.PrincipalChanged,
    told.ReFeedbackDue,
    told.ReminderCalled,
    told.ReFeedbackSuperseded,
    told.ReFeedbackScheduled,
    told.ReFeedbackDelivered,
    told.ReFeedbackAccepted,
]

COMMANDS = {
    "ScheduleReFeedback": Rpc(wish.ScheduleReFeedback, act.schedule_refeedback),
    "DeliverReFeedback": Rpc(wish.DeliverReFeedback, act.deliver_refeedback),
    "AcceptReFeedback": Rpc(wish.AcceptReFeedback, act.accept_refeedback),
}

QUERIES = {
    "GetReFeedback": Query(ask.GetReFeedback, ask.get_refeedback, scope=ask.of_refeedback),
    "ListReFeedback": Query(ask.ListReFeedback, ask.list_refeedback),
}

POLICIES: Reactions = {
    PostEnded: [then.principal_left],
    PersonAppointed: [then.principal_took_office],
    CaseOpened: [then.earlier_changes],
}

PROJECTIONS = {"principals": Projection(principal.TABLES, principal.fold)}

SWEEPS = {"acting-principals": Sweep(then.acting_due, then.acting_counts)}

PUBLISHES = {
    told.PrincipalChanged: published.PrincipalChanged,
    told.ReFeedbackDue: published.ReFeedbackDue,
    told.ReminderCalled: published.ReminderCalled,
    told.ReFeedbackSuperseded: published.ReFeedbackSuperseded,
    told.ReFeedbackAccepted: published.ReFeedbackAccepted,
}
