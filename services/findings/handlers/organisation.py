"""Commands about organisations, persons and posts: load, decide, return."""

from findings.commands.organisation import (
    AppointToPost,
    EndPost,
    MergeOrganisations,
    RegisterOrganisation,
    RelateOrganisations,
    RenameOrganisation,
)
from findings.commands.person import RegisterPerson
from findings.model.case import Case
from findings.model.merger import merge
from findings.model.organisation import Organisation
from findings.model.person import Person
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def register_organisation(command: RegisterOrganisation, act: Act, repo: Repository) -> Changes:
    """An organisation enters the register; its parents must be there already."""
    for link in command.parents:
        get(repo, Organisation, link.parent, what="org")
    org = repo.find(Organisation, named("org", command.code))
    return org.register(command.code, command.name, command.short_name, command.level, command.line, command.parents)


def rename_organisation(command: RenameOrganisation, act: Act, repo: Repository) -> Changes:
    """Another name."""
    return get(repo, Organisation, command.org, what="org").rename(command.name, command.short_name, command.since)


def relate_organisations(command: RelateOrganisations, act: Act, repo: Repository) -> Changes:
    """Another parent."""
    if command.parent is not None:
        get(repo, Organisation, command.parent, what="org")
    return get(repo, Organisation, command.org, what="org").relate(command.relation, command.parent, command.since)


def merge_organisations(command: MergeOrganisations, act: Act, repo: Repository) -> Changes:
    """Organisations cease to exist; their cases move with all their dates (A40)."""
    successor = get(repo, Organisation, command.successor, what="org")
    merged = [get(repo, Organisation, org, what="org") for org in dict.fromkeys(command.merged)]
    cases = {case: get(repo, Case, case) for org in merged for case in org.cases}
    return merge(successor, merged, cases, command.day, command.decision, act)


def register_person(command: RegisterPerson, act: Act, repo: Repository) -> Changes:
    """A person enters the register, with a first post if one is given."""
    person = repo.find(Person, act.new_id("person"))
    registered = person.register(command.name, command.contact)
    if command.org is None or command.post is None:
        return registered
    org = get(repo, Organisation, command.org, what="org")
    since = command.since or act.effective_day
    return [*registered, *org.appoint(person.id, command.post, command.title, since, command.acting, act.today)]


def appoint_to_post(command: AppointToPost, act: Act, repo: Repository) -> Changes:
    """A person takes a post."""
    get(repo, Person, command.person)
    org = get(repo, Organisation, command.org, what="org")
    since = command.since or act.effective_day
    return org.appoint(command.person, command.post, command.title, since, command.acting, act.today)


def end_post(command: EndPost, act: Act, repo: Repository) -> Changes:
    """A person leaves a post."""
    org = get(repo, Organisation, command.org, what="org")
    return org.end_post(command.person, command.post, command.until or act.effective_day, command.reason, act.today)
