"""The page's lines about cases."""

from supervision.events import case as told
from supervision.events.heard import findings
from supervision.page import Heard
from supervision.policies import case as then

EVENTS = [told.CaseTakenUp]


HEARS: Heard = {findings.CaseOpened: [then.take_up_case]}
