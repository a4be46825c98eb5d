"""The words and parts of which facts about the register, rounds, feedback and cases consist."""

from datetime import date
from enum import StrEnum

from findings.events.parts import Part, Severity, Sha256
from kernel.messages import Event, Id, Ref


class Level(StrEnum):
    """The level of an organisation."""

    CENTRE = "centre"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"


class Line(StrEnum):
    """Territorial (块) or vertical (条)."""

    TERRITORIAL = "territorial"
    VERTICAL = "vertical"


class RelationKind(StrEnum):
    """In what respect another organisation is the parent; the last is the organ of the same function one level up."""

    PARTY_LEADERSHIP = "party-leadership"
    CADRE_MANAGEMENT = "cadre-management"
    SECTOR_REGULATOR = "sector-regulator"
    STATIONED_GROUP = "stationed-group"
    SUPERIOR_ORGAN = "superior-organ"


class PostKind(StrEnum):
    """A post; the words are those of the roles in which people act."""

    HANDLER = "handler"
    MEMBER = "member"
    PRINCIPAL = "principal"
    TEAM = "team"
    TEAM_LEADER = "team_leader"
    OFFICE = "office"
    LEADING_GROUP = "leading_group"
    DISCIPLINE = "discipline"
    LEAD_CHANNEL = "lead_channel"
    ORG_DEPT = "org_dept"
    PUBLICITY = "publicity"
    FUNCTIONAL = "functional"
    LEADER = "leader"
    AUDITOR = "auditor"
    ADMIN = "admin"
    OPERATOR = "operator"

    @property
    def leads(self) -> bool:
        """Whether its holder belongs to the leadership team, so that leaving it needs a handover (R-106)."""
        return self in (PostKind.PRINCIPAL, PostKind.MEMBER)


class RoundKind(StrEnum):
    """Inspection (巡视), local inspection (巡察) or village inspection."""

    XUNSHI = "xunshi"
    XUNCHA = "xuncha"
    VILLAGE = "village"


class RoundMode(StrEnum):
    """How a round is run."""

    ROUTINE = "routine"
    THEMATIC = "thematic"
    AD_HOC = "ad-hoc"
    RAISED_LEVEL = "raised-level"
    LINKED = "linked"
    CROSS = "cross"


class RoundState(StrEnum):
    """How far a round is; CLEARED and HEARD are the halves of two steps that need two acts."""

    PLANNED = "PLANNED"
    MANNED = "MANNED"
    CLEARED = "CLEARED"
    ON_SITE = "ON_SITE"
    REPORTING = "REPORTING"
    REPORTED = "REPORTED"
    HEARD = "HEARD"
    DECIDED = "DECIDED"
    FEEDING_BACK = "FEEDING_BACK"
    IN_RECTIFICATION = "IN_RECTIFICATION"
    ARCHIVED = "ARCHIVED"


class HearingBody(StrEnum):
    """A body that hears the inspection report."""

    LEADING_GROUP = "leading-group"
    SECRETARY_MEETING = "secretary-meeting"


class FeedbackState(StrEnum):
    """How far feedback is."""

    DRAFT = "DRAFT"
    UNDER_APPROVAL = "UNDER_APPROVAL"
    APPROVED = "APPROVED"
    DELIVERED = "DELIVERED"
    RECEIVED = "RECEIVED"


class SupplementState(StrEnum):
    """How far a supplement is."""

    DRAFT = "DRAFT"
    APPROVED = "APPROVED"
    RECEIVED = "RECEIVED"


class Standing(StrEnum):
    """What a case knows of a finding: whether something remains to be done, and why."""

    OPEN = "open"
    CONTINUING = "continuing"
    REOPENED = "reopened"
    SIGNED_OFF = "signed-off"
    NOT_APPLICABLE = "not-applicable"

    @property
    def settled(self) -> bool:
        """Whether nothing remains to be done."""
        return self in (Standing.SIGNED_OFF, Standing.NOT_APPLICABLE)


class MeetingKind(StrEnum):
    """A meeting on rectification."""

    SPECIAL = "special-meeting"
    DEMOCRATIC_LIFE = "democratic-life"


class ParentLink(Part):
    """A parent from a day on."""

    relation: RelationKind
    parent: Id
    since: date


class TeamMandate(Part):
    """A team, its people and the organisations it inspects."""

    name: str
    leader: Id
    members: tuple[Id, ...] = ()
    orgs: tuple[Id, ...]


class Recusal(Part):
    """A person who stays away from the inspection of one organisation."""

    person: Id
    org: Id
    ground: str


class Bodies(Part):
    """The organs that act in a round or for a case."""

    dispatching: Id
    leading_group: Id
    office: Id
    discipline: Id
    org_dept: Id
    publicity: Id | None = None


class FeedbackItem(Part):
    """One finding as the feedback words it; `immediate` is the finding served during the stay that it continues."""

    wording: str
    manifestation: str = ""
    demand: str = ""
    category: str = ""
    severity: Severity | None = None
    special_check: str = ""
    about_principal: bool = False
    key: bool = False
    immediate: Id | None = None


class SpecialCheck(Part):
    """A special check and the department that led it, None for the one that the rulebook names."""

    check: str
    led_by: Id | None = None


class Attendance(Part):
    """Whether somebody who was asked to a meeting was there."""

    duty: str
    person: Id | None = None
    present: bool = False
    reason: str = ""


class CopyRecipient(Part):
    """Who gets a copy of the feedback, and as what."""

    capacity: str
    org: Id | None = None
    person: Id | None = None


class WordingCorrection(Part):
    """A corrected wording; the frozen one stays beside it."""

    number: str
    wording: str
    reason: str


class SelfExamination(Part):
    """A self-examination statement by its hash."""

    person: Id
    sha256: Sha256


class Due(Part):
    """A date in a case and the rule it comes from; `what` is `concentrated-phase` or the key of a report."""

    what: str
    rule: str
    due: date
    stricter: date | None = None
    inference: bool = False


class CaseFinding(Part):
    """A finding as it enters its case: own day 0 and own end of the concentrated phase."""

    finding: Id
    number: str
    received_on: date
    due: date
    special_check: str = ""
    supplement: int = 0


class OfOrganisation(Event):
    """A fact about an organisation."""

    STREAM = "org"

    org: Ref


class OfCase(Event):
    """A fact about a case; it names the organisation that answers for it when it happens."""

    STREAM = "case"

    case: Ref
    org: Ref
