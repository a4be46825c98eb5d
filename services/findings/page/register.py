"""The page's lines about organisations, persons and posts."""

from rectify.findings.v1 import findings_events_pb2 as published

from chassis.service import Projection, Query, Rpc
from findings.commands import organisation as wish
from findings.commands.person import RegisterPerson
from findings.events import organisation as told
from findings.events.person import PersonRegistered
from findings.handlers import organisation as act
from findings.projections import register
from findings.queries import register as ask

EVENTS = [
    told.OrganisationRegistered,
    told.OrganisationRenamed,
    told.OrganisationRelated,
    told.OrganisationMerged,
    told.OrganisationSucceeded,
    told.PersonAppointed,
    told.PostEnded,
    told.CaseEntered,
    told.CaseLeft,
    PersonRegistered,
]

COMMANDS = {
    "RegisterOrganisation": Rpc(wish.RegisterOrganisation, act.register_organisation),
    "RenameOrganisation": Rpc(wish.RenameOrganisation, act.rename_organisation),
    "RelateOrganisations": Rpc(wish.RelateOrganisations, act.relate_organisations),
    "MergeOrganisations": Rpc(wish.MergeOrganisations, act.merge_organisations),
    "RegisterPerson": Rpc(RegisterPerson, act.register_person),
    "AppointToPost": Rpc(wish.AppointToPost, act.appoint_to_post),
    "EndPost": Rpc(wish.EndPost, act.end_post),
}

QUERIES = {
    "GetOrganisation": Query(ask.GetOrganisation, ask.get_organisation, scope=ask.of_organisation),
    "ListOrganisations": Query(ask.ListOrganisations, ask.list_organisations),
    "FindPosts": Query(ask.FindPosts, ask.find_posts),
}

PROJECTIONS = {"register": Projection(register.TABLES, register.fold)}

PUBLISHES = {
    told.OrganisationRegistered: published.OrganisationRegistered,
    told.OrganisationMerged: published.OrganisationMerged,
    told.PersonAppointed: published.PersonAppointed,
    told.PostEnded: published.PostEnded,
}
