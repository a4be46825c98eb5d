"""Questions about organisations and posts."""

from collections.abc import Sequence
from datetime import date

from findings.events.parts import Part
from findings.model.organisation import Organisation
from findings.model.person import Person
from findings.projections.register import ORGANISATIONS, PERSONS, POSTS
from kernel.aggregates import Repository, get
from kernel.context import named
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

PAGE = 200


class GetOrganisation(Question):
    """One organisation."""

    org: Id


class OrganisationName(Part):
    """A name from a day on."""

    name: str
    short_name: str
    since: date | None


class RelationLine(Part):
    """A relation and the days on which it holds."""

    relation: str
    parent: str
    since: date
    until: date | None


class PostHeld(Part):
    """A post and who holds or held it."""

    org: str
    n: int
    person: str
    name: str
    post: str
    title: str
    since: date
    until: date | None
    acting: bool
    org_code: str


class OrganisationAnswer(Answer):
    """One organisation with its history."""

    org: str
    code: str
    name: str
    short_name: str
    level: str
    line: str
    names: tuple[OrganisationName, ...]
    relations: tuple[RelationLine, ...]
    posts: tuple[PostHeld, ...]
    cases: tuple[str, ...]
    successor: str
    merged_on: date | None


class ListOrganisations(Question):
    """Organisations in order of code."""

    prefix: str = ""
    level: str = ""
    parent: str = ""
    after: str = ""
    limit: int = 0


class OrganisationLine(Part):
    """One organisation in a list."""

    org: str
    code: str
    name: str
    short_name: str
    level: str
    line: str
    parent: str
    successor: str


class OrganisationList(Answer):
    """Organisations."""

    organisations: tuple[OrganisationLine, ...]


class FindPosts(Question):
    """Who holds or held posts."""

    org: str = ""
    post: str = ""
    person: str = ""
    day: date | None = None
    name: str = ""


class PostList(Answer):
    """Posts."""

    posts: tuple[PostHeld, ...]


def get_organisation(question: GetOrganisation, rows: Rows, repo: Repository) -> OrganisationAnswer:
    """One organisation as it is, or was."""
    found = get(repo, Organisation, question.org, what="org")
    return OrganisationAnswer(
        org=found.id,
        code=found.code,
        name=found.names[-1].name,
        short_name=found.names[-1].short_name,
        level=found.level,
        line=found.line,
        names=tuple(OrganisationName(**name.model_dump()) for name in found.names),
        relations=tuple(RelationLine(**relation.model_dump()) for relation in found.relations),
        posts=tuple(
            PostHeld(org=found.id, org_code=found.code, name=repo.find(Person, post.person).name, **post.model_dump())
            for post in found.posts
        ),
        cases=found.cases,
        successor=found.successor,
        merged_on=found.merged_on,
    )


def list_organisations(question: ListOrganisations, rows: Rows, repo: Repository) -> OrganisationList:
    """Organisations in order of code; a prefix may begin the code or the name."""
    where = [Where(column, "=", value) for column in ("level", "parent") if (value := getattr(question, column))]
    after = (question.after, named("org", question.after)) if question.after else None
    limit = question.limit or PAGE
    found = rows.page(ORGANISATIONS, [*where, *_prefix("code", question.prefix)], [("code", "asc")], limit, after)
    if question.prefix and not found:
        found = rows.page(ORGANISATIONS, [*where, *_prefix("name", question.prefix)], [("code", "asc")], limit, after)
    return OrganisationList(organisations=tuple(OrganisationLine(**row) for row in found))


def find_posts(question: FindPosts, rows: Rows, repo: Repository) -> PostList:
    """Posts in order of organisation and ordinal."""
    where = [Where(column, "=", value) for column in ("org", "post", "person") if (value := getattr(question, column))]
    if question.name:
        known = rows.page(PERSONS, [Where("name", "=", question.name)], limit=1000)
        where.append(Where("person", "in", [row["person"] for row in known] or [""]))
    if question.day is not None:
        where.append(Where("since", "<=", question.day.isoformat()))
    found = rows.page(POSTS, where, [("org", "asc"), ("n", "asc")], limit=1000)
    held = [row for row in found if question.day is None or not row["until"] or question.day.isoformat() < row["until"]]
    posts = sorted((_held(row, rows) for row in held), key=lambda post: (post.org_code, post.n))
    return PostList(posts=tuple(posts))


def of_organisation(question: GetOrganisation, repo: Repository) -> Sequence[str]:
    """The events that suffice as of a date."""
    return [question.org]


def _prefix(column: str, prefix: str) -> list[Where]:
    return [Where(column, "prefix", prefix)] if prefix else []


def _held(row: Row, rows: Rows) -> PostHeld:
    person, org = rows.get(PERSONS, row["person"]), rows.get(ORGANISATIONS, row["org"])
    named_so = {"name": person["name"] if person else "", "org_code": org["code"] if org else ""}
    return PostHeld(**{**row, "until": row["until"] or None, "acting": bool(row["acting"])}, **named_so)
