"""The page's lines about monthly statistics."""

from chassis.service import Projection, Query
from findings.projections import monthly
from findings.queries import monthly as ask
from kernel.messages import Event

EVENTS: list[type[Event]] = []

QUERIES = {"GetMonthly": Query(ask.GetMonthly, ask.get_monthly, asker=True)}

PROJECTIONS = {"monthly": Projection(monthly.TABLES, monthly.fold)}
