"""What leads tells of a handing over: by a random id, without the lead's number and without its round."""

from datetime import date

from kernel.messages import Id, News


class LeadReferred(News):
    """A lead was handed over to an organ, whose clock runs from this day (R-62, R-63)."""

    referral: Id
    addressee: Id
    addressee_kind: str
    referred_on: date
    rulebook: str


class LeadMisdirected(News):
    """The organ gave it back: it owes nothing any more."""

    referral: Id
    returned_on: date


class LeadExtended(News):
    """The dispatching side gave more time (SOD-13)."""

    referral: Id
    due: date


class LeadOutcomeFedBack(News):
    """The outcome came back through the single channel (R-69)."""

    referral: Id
    fed_back_on: date


class LeadClosed(News):
    """The office took note of the outcome's class and date."""

    referral: Id
    closed_on: date
