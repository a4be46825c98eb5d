"""Wishes about organisations and posts."""

from datetime import date

from findings.events.words import Level, Line, ParentLink, PostKind, RelationKind
from kernel.messages import Command, Id


class RegisterOrganisation(Command):
    """Register an organisation."""

    code: str
    name: str
    short_name: str = ""
    level: Level
    line: Line = Line.TERRITORIAL
    parents: tuple[ParentLink, ...] = ()


class RenameOrganisation(Command):
    """Give an organisation another name."""

    org: Id
    name: str
    short_name: str = ""
    since: date


class RelateOrganisations(Command):
    """Put an organisation under a parent, or end the relation."""

    org: Id
    relation: RelationKind
    parent: Id | None = None
    since: date


class MergeOrganisations(Command):
    """Merge organisations into a successor."""

    successor: Id
    merged: tuple[Id, ...]
    day: date
    decision: str


class AppointToPost(Command):
    """Give a person a post; `since` None means today."""

    org: Id
    person: Id
    post: PostKind
    title: str = ""
    since: date | None = None
    acting: bool = False


class EndPost(Command):
    """End a person's post; `until` None means today."""

    org: Id
    person: Id
    post: PostKind
    until: date | None = None
    reason: str = ""
