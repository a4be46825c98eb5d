"""Read model of organisations, persons and posts."""

from typing import Any

from findings.events import organisation as told
from findings.events.person import PersonRegistered
from findings.events.words import RelationKind
from kernel.envelope import Recorded
from kernel.tables import Rows, Table

ORGANISATIONS = Table(
    "organisations",
    ("org",),
    {
        "org": "text",
        "code": "text",
        "name": "text",
        "short_name": "text",
        "level": "text",
        "line": "text",
        "parent": "text",
        "successor": "text",
    },
    indexes=(("code",), ("parent",), ("name",)),
)

PERSONS = Table("persons", ("person",), {"person": "text", "name": "text"}, indexes=(("name",),))

POSTS = Table(
    "posts",
    ("org", "n"),
    {
        "org": "text",
        "n": "int",
        "person": "text",
        "post": "text",
        "title": "text",
        "since": "text",
        "until": "text",
        "acting": "bool",
    },
    indexes=(("person",), ("post", "acting")),
)

TABLES = (ORGANISATIONS, PERSONS, POSTS)


def fold(recorded: Recorded[Any], rows: Rows) -> None:
    """One fact into the register."""
    match recorded.event:
        case told.OrganisationRegistered() as event:
            rows.put(ORGANISATIONS, {**event.model_dump(mode="json"), "parent": "", "successor": ""})
        case told.OrganisationRenamed() as event:
            rows.update(ORGANISATIONS, (event.org,), name=event.name, short_name=event.short_name)
        case told.OrganisationRelated() as event if event.relation is RelationKind.PARTY_LEADERSHIP:
            rows.update(ORGANISATIONS, (event.org,), parent=event.parent or "")
        case told.OrganisationMerged() as event:
            rows.update(ORGANISATIONS, (event.org,), successor=event.successor)
        case told.PersonAppointed() as event:
            rows.put(POSTS, {**event.model_dump(mode="json"), "until": ""})
        case told.PostEnded() as event:
            rows.update(POSTS, (event.org, event.n), until=event.until.isoformat())
        case PersonRegistered() as event:
            rows.put(PERSONS, {"person": event.person, "name": event.name})
