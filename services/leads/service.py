"""The leads service: what it owns, offers, hears, keeps and tells; number, addressee, dates and status class leave it."""

from rectify.leads.v1 import leads_events_pb2 as published
from rectify.leads.v1 import leads_service_pb2

from chassis.service import Ask, Check, Hear, Projection, Query, Rpc, Service
from leads import commands as wish
from leads import events as told
from leads import handlers as act
from leads import policies as heard
from leads import projections, wire
from leads import queries as ask

# Where a cadre belongs is asked when a lead is rerouted; nothing else here waits for a neighbour.
REGISTER = (
    Ask("findings", "GetOrganisation", wire.ask_unit, wire.hear_parents),
    Ask("findings", "GetOrganisation", wire.ask_organ, wire.hear_parents),
)

SERVICE = Service(
    name="leads",
    events=[
        told.RoundNoted,
        told.TeamsNoted,
        told.LeadRegistered,
        told.LeadReworded,
        told.LeadApproved,
        told.HandOverSigned,
        told.LeadHandedOver,
        told.LeadAccepted,
        told.LeadMisdirected,
        told.LeadRerouted,
        told.StatusChanged,
        told.InterimReplied,
        told.LeadExtended,
        told.OutcomeFedBack,
        told.LeadClosed,
    ],
    rpc=leads_service_pb2.DESCRIPTOR.services_by_name["LeadsService"],
    commands={
        "RegisterLead": Rpc(wish.RegisterLead, act.register_lead),
        "ApproveReferral": Rpc(wish.ApproveReferral, act.approve_referral),
        "SignHandOver": Rpc(wish.SignHandOver, act.sign_hand_over),
        "AcceptLead": Rpc(wish.AcceptLead, act.accept_lead),
        "ReturnMisdirected": Rpc(wish.ReturnMisdirected, act.return_misdirected),
        "RerouteLead": Rpc(wish.RerouteLead, act.reroute_lead, asks=REGISTER),
        "SetStatus": Rpc(wish.SetStatus, act.set_status),
        "ReplyInterim": Rpc(wish.ReplyInterim, act.reply_interim),
        "ExtendLead": Rpc(wish.ExtendLead, act.extend_lead),
        "FeedBackOutcome": Rpc(wish.FeedBackOutcome, act.feed_back_outcome),
        "CloseLead": Rpc(wish.CloseLead, act.close_lead),
    },
    queries={
        "GetLead": Query(ask.GetLead, ask.get_lead, scope=ask.of_lead, asker=True, reads=ask.read_one),
        "ReadLead": Query(ask.ReadLead, ask.read_lead, scope=ask.only_now, asker=True, reads=ask.read_one),
        "ListLeads": Query(ask.ListLeads, ask.list_leads, asker=True, reads=ask.read_some),
        "ListReferrals": Query(ask.ListReferrals, ask.list_referrals, asker=True, reads=ask.read_some),
        "CountLeads": Query(ask.CountLeads, ask.count_leads, asker=True, reads=ask.read_some),
    },
    hears={
        "rectify.findings.v1.RoundPlanned": Hear(heard.RoundPlanned, [heard.note_round], wire.round_planned),
        "rectify.findings.v1.MandateIssued": Hear(heard.MandateIssued, [heard.note_teams], wire.mandate_issued),
    },
    projections={"leads": Projection(projections.TABLES, projections.fold)},
    publishes={
        told.LeadHandedOver: published.LeadReferred,
        told.LeadAccepted: published.LeadAccepted,
        told.LeadMisdirected: published.LeadMisdirected,
        told.StatusChanged: wire.status_changed,
        told.LeadExtended: published.LeadExtended,
        told.OutcomeFedBack: published.LeadOutcomeFedBack,
        told.LeadClosed: published.LeadClosed,
    },
    shown=ask.none_shown,
    checks={"I14": Check("nobody approves, signs or extends for themselves", ask.duties_separate)},
)
