"""An organisation: names, parents and posts by date, and the cases it answers for."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from findings.events import organisation as told
from findings.events.parts import Part
from findings.events.words import Level, Line, ParentLink, PostKind, RelationKind
from findings.refusals.case import DateNotYet
from findings.refusals.organisation import (
    AlreadyInPost,
    NotServingPrincipal,
    OrganisationCodeUsed,
    OrganisationGone,
    OwnParent,
    PostNotHeld,
    RelationTooEarly,
)
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event


class Name(Part):
    """A name from a day on; None for the first."""

    name: str
    short_name: str = ""
    since: date | None = None


class Relation(Part):
    """A parent in one respect, from `since` until before `until`."""

    relation: RelationKind
    parent: str
    since: date
    until: date | None = None


class Post(Part):
    """A post held from `since` until before `until`."""

    n: int
    person: str
    post: PostKind
    title: str = ""
    since: date
    until: date | None = None
    acting: bool = False

    def held(self, day: date) -> bool:
        """Whether the person holds the post on this day."""
        return self.since <= day and (self.until is None or day < self.until)


class Organisation(Aggregate):
    """An organisation as its facts made it."""

    KIND = "findings.organisation"
    CALLED = "组织 / organisation"

    code: str = ""
    level: Level = Level.COUNTY
    line: Line = Line.TERRITORIAL
    names: tuple[Name, ...] = ()
    relations: tuple[Relation, ...] = ()
    posts: tuple[Post, ...] = ()
    cases: tuple[str, ...] = ()
    successor: str = ""
    merged_on: date | None = None

    # --- what is asked of it -----------------------------------------------------------------------------------------

    def parent(self, relation: RelationKind, day: date) -> str | None:
        """The parent in this respect on this day, or None."""
        held = [r for r in self.relations if r.relation is relation and r.since <= day and (r.until is None or day < r.until)]
        return held[-1].parent if held else None

    def principal(self, day: date, acting_days: int) -> Post | None:
        """Who serves as principal on this day; an acting one once the post has lasted more than `acting_days`."""
        held = [p for p in self.posts if p.post is PostKind.PRINCIPAL and p.held(day)]
        serving = [p for p in held if not p.acting] or [p for p in held if (day - p.since).days > acting_days]
        return serving[-1] if serving else None

    def require_principal(self, person: str, day: date, acting_days: int) -> None:
        """The person must serve as principal on this day (SOD-04).

        Raises:
            NotServingPrincipal: another person serves, or nobody.
        """
        serving = self.principal(day, acting_days)
        if serving is None or serving.person != person:
            raise NotServingPrincipal(day=day.isoformat(), code=self.code)

    def tied(self, ties: Callable[[date], bool]) -> set[str]:
        """Persons who hold a post in it, or held one whose end `ties` them still."""
        return {p.person for p in self.posts if p.until is None or ties(p.until)}

    def holds(self, person: str, post: PostKind, day: date) -> bool:
        """Whether the person holds the post on this day."""
        return any(p.person == person and p.post is post and p.held(day) for p in self.posts)

    # --- decisions ---------------------------------------------------------------------------------------------------

    def register(self, code: str, name: str, short_name: str, level: Level, line: Line, parents: Iterable[ParentLink]) -> Changes:
        """It enters the register, with its parents.

        Raises:
            OrganisationCodeUsed, OwnParent.
        """
        if self.exists:
            raise OrganisationCodeUsed(code=code)
        changes: Changes = [
            told.OrganisationRegistered(org=self.id, code=code, name=name, short_name=short_name, level=level, line=line)
        ]
        for link in parents:
            if link.parent == self.id:
                raise OwnParent(code=code)
            changes.append(told.OrganisationRelated(org=self.id, relation=link.relation, parent=link.parent, since=link.since))
        return changes

    def rename(self, name: str, short_name: str, since: date) -> Changes:
        """Another name from a day on.

        Raises:
            OrganisationGone, RelationTooEarly.
        """
        self.require_present()
        last = self.names[-1].since
        if last is not None and since <= last:
            raise RelationTooEarly(since=since.isoformat(), last=last.isoformat())
        return [told.OrganisationRenamed(org=self.id, name=name, short_name=short_name, since=since)]

    def relate(self, relation: RelationKind, parent: str | None, since: date) -> Changes:
        """Another parent in one respect from a day on; nothing when it is the parent already.

        Raises:
            OrganisationGone, OwnParent, RelationTooEarly.
        """
        self.require_present()
        if parent == self.id:
            raise OwnParent(code=self.code)
        open_ones = [r for r in self.relations if r.relation is relation and r.until is None]
        if open_ones and since <= open_ones[-1].since:
            raise RelationTooEarly(since=since.isoformat(), last=open_ones[-1].since.isoformat())
        if (open_ones[-1].parent if open_ones else None) == parent:
            return []
        return [told.OrganisationRelated(org=self.id, relation=relation, parent=parent, since=since)]

    def appoint(self, person: str, post: PostKind, title: str, since: date, acting: bool, today: date) -> Changes:
        """A person takes a post; a full principal ends the predecessor's post, and the person's own acting one.

        Raises:
            OrganisationGone, AlreadyInPost, RelationTooEarly, DateNotYet.
        """
        self.require_present()
        if since > today:
            raise DateNotYet(what=post, day=since.isoformat(), today=today.isoformat())
        same = [p for p in self.posts if p.person == person and p.post is post and p.until is None]
        if any(p.acting == acting for p in same):
            raise AlreadyInPost(post=post, since=same[-1].since.isoformat())
        ending = list(same)
        if post is PostKind.PRINCIPAL and not acting:
            ending = [p for p in self.posts if p.post is post and p.until is None]
        for former in ending:
            if since < former.since:
                raise RelationTooEarly(since=since.isoformat(), last=former.since.isoformat())
        reason = "confirmed" if same else "succeeded"
        ended: Changes = [self._ended(former, since, reason if former.person == person else "succeeded") for former in ending]
        appointed = told.PersonAppointed(
            org=self.id, n=len(self.posts) + 1, person=person, post=post, title=title, since=since, acting=acting
        )
        return [*ended, appointed]

    def end_post(self, person: str, post: PostKind, until: date, reason: str, today: date) -> Changes:
        """A person leaves a post.

        Raises:
            PostNotHeld, RelationTooEarly, DateNotYet.
        """
        if until > today:
            raise DateNotYet(what=post, day=until.isoformat(), today=today.isoformat())
        held = [p for p in self.posts if p.person == person and p.post is post and p.until is None]
        if not held:
            raise PostNotHeld(post=post, code=self.code)
        if until < held[-1].since:
            raise RelationTooEarly(since=until.isoformat(), last=held[-1].since.isoformat())
        return [self._ended(former, until, reason) for former in held]

    def merge_into(self, successor: "Organisation", day: date, decision: str, act: Act) -> Changes:
        """It ceases to exist; who answers for its cases is told by the cases themselves.

        Raises:
            OrganisationGone, OwnParent, DateNotYet.
        """
        self.require_present()
        successor.require_present()
        if successor.id == self.id:
            raise OwnParent(code=self.code)
        if day > act.today:
            raise DateNotYet(what="merger", day=day.isoformat(), today=act.today.isoformat())
        return [
            told.OrganisationMerged(org=self.id, successor=successor.id, day=day, decision=decision),
            told.OrganisationSucceeded(org=successor.id, predecessor=self.id, day=day, decision=decision),
        ]

    def enter(self, case: str) -> Changes:
        """It answers for a case from now on."""
        return [] if case in self.cases else [told.CaseEntered(org=self.id, case=case)]

    def leave(self, case: str, successor: str) -> Changes:
        """Another organisation answers for the case from now on."""
        return [told.CaseLeft(org=self.id, case=case, successor=successor)] if case in self.cases else []

    def _ended(self, post: Post, until: date, reason: str) -> told.PostEnded:
        return told.PostEnded(
            org=self.id, n=post.n, person=post.person, post=post.post, until=until, reason=reason, acting=post.acting
        )

    def require_present(self) -> None:
        """It must not have been merged.

        Raises:
            OrganisationGone: it was.
        """
        if self.merged_on is not None:
            raise OrganisationGone(code=self.code, on=self.merged_on.isoformat())

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.OrganisationRegistered():
                self.code, self.level, self.line = event.code, event.level, event.line
                self.names = (Name(name=event.name, short_name=event.short_name),)
            case told.OrganisationRenamed():
                self.names = (*self.names, Name(name=event.name, short_name=event.short_name, since=event.since))
            case told.OrganisationRelated():
                self._related(event)
            case told.PersonAppointed():
                self.posts = (*self.posts, Post(**event.model_dump(exclude={"org"})))
            case told.PostEnded():
                ended = self.posts[event.n - 1].model_copy(update={"until": event.until})
                self.posts = (*self.posts[: event.n - 1], ended, *self.posts[event.n :])
            case told.OrganisationMerged():
                self.successor, self.merged_on = event.successor, event.day
            case told.CaseEntered():
                self.cases = (*self.cases, event.case)
            case told.CaseLeft():
                self.cases = tuple(case for case in self.cases if case != event.case)

    def _related(self, event: told.OrganisationRelated) -> None:
        ended = tuple(
            r.model_copy(update={"until": event.since}) if r.relation is event.relation and r.until is None else r
            for r in self.relations
        )
        self.relations = ended
        if event.parent is not None:
            self.relations = (*ended, Relation(relation=event.relation, parent=event.parent, since=event.since))
