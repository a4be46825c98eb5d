"""The words and parts of which review's facts consist."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A piece of a fact."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Stand(StrEnum):
    """What the organization department says of the personnel part of a plan."""

    FAVOURS = "pass"
    AGAINST = "return"


class Conclusion(StrEnum):
    """What the written opinion on the personnel check comes to."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_DEMANDS = "accepted_with_demands"
    RETURNED = "returned"


class Post(StrEnum):
    """A post of the leadership team."""

    PRINCIPAL = "principal"
    MEMBER = "member"


class TalkTopic(StrEnum):
    """What an item of an appointment talk is about."""

    RECTIFICATION = "rectification"
    INTEGRITY = "integrity"
    DUTIES = "duties"
    DISCIPLINE = "discipline"
    OTHER = "other"


class Origin(StrEnum):
    """Who put an adjustment forward."""

    OWN = "own"
    SUPERVISION = "supervision"


class Outcome(StrEnum):
    """What became of a proposal to adjust a post."""

    ADJUSTED = "adjusted"
    NOT_ADJUSTED = "not-adjusted"


class Action(StrEnum):
    """How the organization department supervises day to day (R-40)."""

    CADRE_ASSESSMENT = "cadre-assessment"
    APPOINTMENT_TALK = "appointment-talk"
    FIELD_SUPERVISION = "field-supervision"
    INTERVIEW = "interview"
    INQUIRY = "inquiry"
    PROMOTION_MEETING = "promotion-meeting"


class TalkItem(Part):
    """A thing raised in an appointment talk."""

    topic: TalkTopic
    text: str


class ActionCount(Part):
    """How often something was done."""

    action: Action
    count: int
