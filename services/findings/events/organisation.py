"""Facts about organisations: names, parents, posts, mergers, and the cases they answer for."""

from datetime import date

from findings.events.words import Level, Line, OfOrganisation, PostKind, RelationKind
from kernel.messages import Id, Ref


class OrganisationRegistered(OfOrganisation):
    """An organisation is in the register; its code is never reused."""

    TOPIC = "findings.organisation.registered.v1"

    code: str
    name: str
    short_name: str = ""
    level: Level
    line: Line


class OrganisationRenamed(OfOrganisation):
    """From `since` on it has another name; earlier documents keep the former."""

    TOPIC = "findings.organisation.renamed.v1"

    name: str
    short_name: str = ""
    since: date


class OrganisationRelated(OfOrganisation):
    """From `since` on this is its parent in one respect; None: it has none any more."""

    TOPIC = "findings.organisation.related.v1"

    relation: RelationKind
    parent: Id | None
    since: date


class OrganisationMerged(OfOrganisation):
    """It ceased to exist on `on`; `successor` answers for what was its own."""

    TOPIC = "findings.organisation.merged.v1"

    successor: Ref
    day: date
    decision: str


class OrganisationSucceeded(OfOrganisation):
    """It took over what was another organisation's."""

    TOPIC = "findings.organisation.succeeded.v1"

    predecessor: Ref
    day: date
    decision: str


class PersonAppointed(OfOrganisation):
    """A person holds a post from `since` on; `n` counts the posts ever held in the organisation, from 1."""

    TOPIC = "findings.organisation.person-appointed.v1"

    n: int
    person: Ref
    post: PostKind
    title: str = ""
    since: date
    acting: bool = False


class PostEnded(OfOrganisation):
    """From `until` on the person does not hold the post any more."""

    TOPIC = "findings.organisation.post-ended.v1"

    n: int
    person: Ref
    post: PostKind
    until: date
    reason: str = ""
    acting: bool = False


class CaseEntered(OfOrganisation):
    """It answers for a rectification case."""

    TOPIC = "findings.organisation.case-entered.v1"

    case: Ref


class CaseLeft(OfOrganisation):
    """It answers for the case no longer."""

    TOPIC = "findings.organisation.case-left.v1"

    case: Ref
    successor: Ref
