"""Wishes about persons."""

from datetime import date

from findings.events.words import PostKind
from kernel.messages import Command, Id


class RegisterPerson(Command):
    """Register a person, with a first post if `org` and `post` are given."""

    name: str
    contact: str = ""
    org: Id | None = None
    post: PostKind | None = None
    title: str = ""
    since: date | None = None
    acting: bool = False
