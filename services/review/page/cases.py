"""The page's lines about cases."""

from review.events import case as told
from review.events import leadership
from review.events.heard import findings
from review.page import Heard
from review.policies import cases as then

EVENTS = [told.CaseTakenUp, told.CaseMoved, told.PhaseEnded, leadership.CaseEntered, leadership.CaseLeft]

HEARS: Heard = {
    "rectify.findings.v1.CaseOpened": (findings.CaseOpened, [then.take_up_case]),
    "rectify.findings.v1.CaseClosed": (findings.CaseClosed, [then.leave_closed_case]),
    "rectify.findings.v1.CaseReopened": (findings.CaseReopened, [then.enter_reopened_case]),
    "rectify.findings.v1.CaseTransferred": (findings.CaseTransferred, [then.move_case]),
    "rectify.findings.v1.ConcentratedPhaseEnded": (findings.ConcentratedPhaseEnded, [then.end_phase]),
}
