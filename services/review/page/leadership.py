"""The page's lines about decisions on posts, and appointment talks."""

from rectify.review.v1 import review_events_pb2 as published

from chassis.service import Ask, Projection, Query, Rpc
from review.commands import leadership as wish
from review.events import leadership as told
from review.events.heard import findings
from review.handlers import leadership as act
from review.page import Heard
from review.policies import leadership as then
from review.projections import cadres
from review.queries import cadres as ask
from review.wire import asks

POSTS = Ask("findings", "FindPosts", asks.ask_posts_of, asks.hear_posts)

EVENTS = [
    told.AppointmentDecided,
    told.RemovalDecided,
    told.AppointmentRevoked,
    told.AppointmentFollowed,
    told.AppointmentNotFollowed,
    told.AppointmentTalkHeld,
]

COMMANDS = {
    "DecideAppointment": Rpc(wish.DecideAppointment, act.decide_appointment, asks=[POSTS]),
    "DecideRemoval": Rpc(wish.DecideRemoval, act.decide_removal, asks=[POSTS]),
    "RevokeAppointment": Rpc(wish.RevokeAppointment, act.revoke_appointment),
    "HoldAppointmentTalk": Rpc(wish.HoldAppointmentTalk, act.hold_appointment_talk, asks=[POSTS]),
}

QUERIES = {
    "ListAppointments": Query(wish.ListAppointments, ask.list_appointments, asker=True),
    "ListAppointmentTalks": Query(wish.ListAppointmentTalks, ask.list_talks, scope=ask.of_leadership, asker=True),
}

HEARS: Heard = {
    "rectify.findings.v1.AppointmentFollowed": (findings.AppointmentFollowed, [then.see_appointment_followed]),
    "rectify.findings.v1.AppointmentNotApplied": (findings.AppointmentNotApplied, [then.see_appointment_not_applied]),
}

PROJECTIONS = {"appointments": Projection([cadres.APPOINTMENTS], cadres.appointments)}

PUBLISHES = {
    told.AppointmentDecided: published.AppointmentDecided,
    told.RemovalDecided: published.RemovalDecided,
    told.AppointmentRevoked: published.AppointmentRevoked,
    told.AppointmentTalkHeld: published.AppointmentTalkHeld,
}
