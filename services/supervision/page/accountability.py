"""The page's lines about accountability."""

from supervision.events import accountability as told

EVENTS = [told.AccountabilityProposed]
