"""Commands about leads: load for whose duty it is, decide, return."""

from collections.abc import Sequence

from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes
from leads import commands as wish
from leads.events import NOBODY, Content, OfLead, Side
from leads.model.authority import Authority, Registered
from leads.model.lead import Lead
from leads.model.round_file import RoundFile, file_id
from leads.model.sight import Duty, due_from

_WORDED = set(Content.model_fields) - set(OfLead.model_fields)


def register_lead(command: wish.RegisterLead, act: Act, repo: Repository) -> Changes:
    """A team leader of the round registers it, or words it anew."""
    file = get(repo, RoundFile, file_id(command.round), shown=command.round)
    file.require_leader(act.actor)
    wording = command.model_dump(include=_WORDED)
    wording |= {"sealed_to": command.sealed_to or NOBODY, "accepted_on": command.accepted_on or act.effective_day}
    lead = repo.find(Lead, named("lead", command.number))
    return lead.register(command.number, file, wording, command.addressee_kind, command.addressee, act)


def approve_referral(command: wish.ApproveReferral, act: Act, repo: Repository) -> Changes:
    """The leading group of its round approves."""
    return due_from(repo, command.lead, act, Duty.LEADING_GROUP).approve(command.approval, act)


def sign_hand_over(command: wish.SignHandOver, act: Act, repo: Repository) -> Changes:
    """Its registrant signs for the team, the lead channel for the addressee."""
    lead = due_from(repo, command.lead, act, Duty.REGISTRANT, Duty.CHANNEL)
    return lead.sign(Side.GIVING if act.role == Duty.REGISTRANT else Side.RECEIVING, act)


def accept_lead(command: wish.AcceptLead, act: Act, repo: Repository) -> Changes:
    """The lead channel of the addressee takes it."""
    return due_from(repo, command.lead, act, Duty.CHANNEL).accept(act)


def return_misdirected(command: wish.ReturnMisdirected, act: Act, repo: Repository) -> Changes:
    """The lead channel of the addressee gives it back."""
    return due_from(repo, command.lead, act, Duty.CHANNEL).misdirect(command.reason, act)


def reroute_lead(
    command: wish.RerouteLead, act: Act, repo: Repository, answers: Sequence[Registered | None] = (None, None)
) -> Changes:
    """Its registrant sends it where the register says that the cadre belongs; `answers` are on the unit and on the organ."""
    lead, (managed, organ) = due_from(repo, command.lead, act, Duty.REGISTRANT), answers
    found = Authority.over(command.unit, managed, command.addressee, organ, act.effective_day)
    return lead.reroute(command.addressee, command.addressee_kind, command.sealed_to or NOBODY, found, act)


def set_status(command: wish.SetStatus, act: Act, repo: Repository) -> Changes:
    """The lead channel says how it is handled."""
    return due_from(repo, command.lead, act, Duty.CHANNEL).handle(command.status_class, command.note, act)


def reply_interim(command: wish.ReplyInterim, act: Act, repo: Repository) -> Changes:
    """The lead channel says how far it is."""
    return due_from(repo, command.lead, act, Duty.CHANNEL).reply(command.reply, act)


def extend_lead(command: wish.ExtendLead, act: Act, repo: Repository) -> Changes:
    """The office or the leading group of its round gives more time."""
    return due_from(repo, command.lead, act, Duty.OFFICE, Duty.LEADING_GROUP).extend(command.due, command.reason, act)


def feed_back_outcome(command: wish.FeedBackOutcome, act: Act, repo: Repository) -> Changes:
    """The lead channel gives the outcome back."""
    said = (command.status_class, command.result, command.decision_no)
    return due_from(repo, command.lead, act, Duty.CHANNEL).feed_back(*said, act)


def close_lead(command: wish.CloseLead, act: Act, repo: Repository) -> Changes:
    """The office of its round closes it."""
    return due_from(repo, command.lead, act, Duty.OFFICE).close(act)
