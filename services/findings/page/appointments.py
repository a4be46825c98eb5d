"""The page's lines about decisions of the organization department that the register of posts follows."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Hear, Projection, Sweep
from findings.events import appointments as told
from findings.policies import appointments as then
from findings.policies import news
from findings.projections import appointments

EVENTS = [told.AppointmentNoted, told.AppointmentFollowed, told.AppointmentNotApplied, told.AppointmentDropped]

HEARS = {
    "rectify.review.v1.AppointmentDecided": Hear(news.AppointmentDecided, [then.note_appointment]),
    "rectify.review.v1.RemovalDecided": Hear(news.RemovalDecided, [then.note_removal]),
    "rectify.review.v1.AppointmentRevoked": Hear(news.AppointmentRevoked, [then.drop_revoked_appointment]),
}

PROJECTIONS = {"appointments": Projection(appointments.TABLES, appointments.fold)}

SWEEPS = {"appointments": Sweep(then.appointments_due, then.follow_appointment)}

PUBLISHES = {
    told.AppointmentFollowed: published.AppointmentFollowed,
    told.AppointmentNotApplied: published.AppointmentNotApplied,
}
