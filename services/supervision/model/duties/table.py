"""The table of duties: every rule with a clock, what starts it, who has it, and what meets it."""

from supervision.model.duties.inspected import INSPECTED
from supervision.model.duties.leads import LEADS
from supervision.model.duties.rounds import ROUNDS
from supervision.model.duties.supervisors import SUPERVISORS
from supervision.model.duties.words import Duty

DUTIES: tuple[Duty, ...] = (*INSPECTED, *SUPERVISORS, *ROUNDS, *LEADS)
