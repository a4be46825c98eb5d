"""What publicity learns from the leads service: a number, which it must keep out of everything published."""

from datetime import date

from kernel.messages import Id, News


class LeadReferred(News):
    """A lead has a number."""

    round: Id
    number: str
    referred_on: date
