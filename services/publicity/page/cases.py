"""The page's lines about cases, and about numbers that must not be published."""

from chassis.service import Projection
from publicity.events import case, guarded
from publicity.events.heard import findings, leads, supervision
from publicity.page import Heard
from publicity.policies import case as then
from publicity.projections import tables

EVENTS = [case.CaseTakenUp, case.CaseHandedOn, guarded.ShelfBegun, guarded.NumberGuarded, guarded.NumberFreed]

HEARS: Heard = {
    findings.CaseOpened: [then.take_up_case],
    findings.CaseTransferred: [then.hand_on_case],
    findings.WorkingPaperFiled: [then.guard_paper],
    leads.LeadReferred: [then.guard_lead],
    supervision.AccountabilityDecided: [then.guard_decision],
}

PROJECTIONS = {"cases": Projection([tables.CASES], tables.cases)}
