"""Duties of organs that leads were handed over to (R-62, R-63); that there is one is known to few."""

from supervision.events.heard import leads as told
from supervision.model.duties import picks as pick
from supervision.model.duties.words import Duty, Step

LEADS = tuple(
    Duty(
        rule,
        party,
        (
            Step(
                told.LeadReferred,
                "open",
                pick.when("addressee_kind", kind),
                pick.on("referred_on"),
                obligor=pick.word("addressee"),
            ),
            Step(told.LeadExtended, "extend", due=pick.stated, word=pick.says("interim reply")),
            Step(told.LeadOutcomeFedBack, "submit", day=pick.on("fed_back_on")),
            Step(told.LeadClosed, "accept"),
            Step(told.LeadMisdirected, "supersede", word=pick.says("misdirected")),
        ),
        scope="matter",
        matter="referral",
    )
    for rule, party, kind in (("R-62", "discipline_organ", "discipline"), ("R-63", "org_dept", "org_dept"))
)

WALLED = frozenset(duty.rule for duty in LEADS)
