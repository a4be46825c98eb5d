"""The page's lines about consultations."""

from chassis.service import Projection, Query, Rpc
from supervision.commands import consultations as wish
from supervision.events.consultation import ConsultationHeld
from supervision.handlers import consultations as act
from supervision.projections import consultations
from supervision.queries import consultations as ask

EVENTS = [ConsultationHeld]


COMMANDS = {"HoldConsultation": Rpc(wish.HoldConsultation, act.hold_consultation)}


QUERIES = {
    "GetConsultation": Query(wish.GetConsultation, ask.get_consultation, scope=ask.of_consultation, asker=True),
    "ListConsultations": Query(wish.ListConsultations, ask.list_consultations, asker=True),
}


PROJECTIONS = {"consultations": Projection([consultations.CONSULTATIONS, consultations.CONSULTED], consultations.consultations)}
