"""Decisions about posts, and appointment talks."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.messages import Changes
from review.commands.leadership import DecideAppointment, DecideRemoval, HoldAppointmentTalk, RevokeAppointment
from review.handlers.organ import PostsHeld, posts
from review.model.leadership import Appointment, Leadership, Removal, Talk, leadership_id


def decide_appointment(command: DecideAppointment, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """A person takes a post; nobody serves beside another principal."""
    wanted = Appointment(**command.model_dump(exclude={"org"}))
    return repo.find(Leadership, leadership_id(command.org)).appoint(act, command.org, wanted, posts(answers))


def decide_removal(command: DecideRemoval, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]) -> Changes:
    """A person leaves a post."""
    wanted = Removal(**command.model_dump(exclude={"org"}))
    return repo.find(Leadership, leadership_id(command.org)).remove(act, command.org, wanted, posts(answers))


def revoke_appointment(command: RevokeAppointment, act: Act, repo: Repository) -> Changes:
    """A decision is taken back before its day."""
    leadership = repo.find(Leadership, leadership_id(command.org))
    return leadership.revoke(act, command.org, command.person, command.decision_no, command.reason)


def hold_appointment_talk(
    command: HoldAppointmentTalk, act: Act, repo: Repository, answers: tuple[PostsHeld | None, ...]
) -> Changes:
    """The department talked with somebody newly appointed (R-113)."""
    said = Talk(**command.model_dump(exclude={"org"}))
    return repo.find(Leadership, leadership_id(command.org)).talk(act, command.org, said, posts(answers))
