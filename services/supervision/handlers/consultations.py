"""Consultations."""

from kernel.aggregates import Repository
from kernel.context import Act, named
from kernel.messages import Changes
from supervision.commands.consultations import HoldConsultation
from supervision.events.consultation import ConsultationHeld
from supervision.handlers.organ import judged_case
from supervision.model.consultation import Consultation


def hold_consultation(command: HoldConsultation, act: Act, repo: Repository) -> Changes:
    """Bodies consulted; on a case only as an organ of it (SOD-12)."""
    files = [judged_case(case, act, repo) for case in command.cases]
    held = ConsultationHeld(
        **{**command.model_dump(), "held_on": command.held_on or act.effective_day},
        consultation=named("consultation", command.number),
        convener=act.actor,
        convener_org=act.org,
        convener_role=act.role,
    )
    return repo.find(Consultation, held.consultation).hold(held, files[0].rulebook if files else "", act)
