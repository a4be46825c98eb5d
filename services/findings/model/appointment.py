"""A decision of the organization department as the register sees it: noted, then followed on its day or not at all."""

from datetime import date, datetime

from findings.events import appointments as told
from findings.events.parts import Part
from findings.events.words import PostKind
from findings.model.organisation import Organisation
from findings.refusals.appointments import AnotherServes, PersonUnknown
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.errors import Refusal
from kernel.messages import Changes, Event, facts


class Wanted(Part):
    """What was decided; in a removal the person leaves the post and nobody takes it."""

    person: str
    post: PostKind
    removal: bool = False
    replaces: str | None = None
    title: str = ""
    acting: bool = False
    effective_on: date
    decision_no: str


class Appointment(Aggregate):
    """One decision about one post."""

    KIND = "findings.appointment"
    CALLED = "任免决定 / decision about a post"

    org: str = ""
    wanted: Wanted | None = None
    settled: bool = False

    def note(self, org: str, wanted: Wanted) -> Changes:
        """The decision is known; nothing when it was."""
        if self.exists:
            return []
        return [told.AppointmentNoted(decision=self.id, org=org, **{name: getattr(wanted, name) for name in Wanted.model_fields})]

    def follow(self, wanted: Wanted, org: Organisation, known: bool, act: Act) -> Changes:
        """Put the decision into the posts of the organisation, or say why that cannot be; nothing before its day.

        Args:
            known: whether the register knows the person.
        """
        if self.settled or wanted.effective_on > act.today:
            return []
        whose = {"decision": self.id, "org": org.id, "person": wanted.person, "post": wanted.post}
        try:
            moved = _moved(wanted, org, known, act)
        except Refusal as refusal:
            words = {"code": refusal.code, "en": refusal.text("en"), "zh": refusal.text("zh")}
            return [told.AppointmentNotApplied(**whose, **words)]
        return [*moved, told.AppointmentFollowed(**whose, followed_on=act.effective_day)]

    def drop(self) -> Changes:
        """The decision was taken back; nothing once it was followed."""
        if self.settled or self.wanted is None:
            return []
        wanted = self.wanted
        return [told.AppointmentDropped(decision=self.id, org=self.org, person=wanted.person, post=wanted.post)]

    def evolve(self, event: Event, at: datetime) -> None:  # the day of the decision is in it
        """Fold one fact."""
        match event:
            case told.AppointmentNoted():
                self.org = event.org
                self.wanted = Wanted(**{name: getattr(event, name) for name in Wanted.model_fields})
            case told.AppointmentFollowed() | told.AppointmentNotApplied() | told.AppointmentDropped():
                self.settled = True


def _moved(wanted: Wanted, org: Organisation, known: bool, act: Act) -> Changes:
    """The facts about posts that follow from a decision.

    Raises:
        PersonUnknown, PostNotHeld, AnotherServes, AlreadyInPost, OrganisationGone, RelationTooEarly, DateNotYet.
    """
    if not known:
        raise PersonUnknown(person=wanted.person)
    person, post, day = wanted.person, wanted.post, wanted.effective_on
    if wanted.removal:
        return org.end_post(person, post, day, wanted.decision_no, act.today)
    serving = org.principal(day, 0) if post is PostKind.PRINCIPAL else None
    if serving is not None and serving.person not in (person, wanted.replaces):
        raise AnotherServes(code=org.code, day=day.isoformat())
    changes: Changes = []
    if wanted.replaces is not None:
        changes = org.end_post(wanted.replaces, post, day, wanted.decision_no, act.today)
        org = org.model_copy(deep=True)
        for fact in facts(changes):
            org.evolve(fact.event, act.effective)
    return [*changes, *org.appoint(person, post, wanted.title, day, wanted.acting, act.today)]
