"""Who verifies a duty, by the rulebook."""

import rulebook
from kernel.context import Act
from supervision.model.obligation import Obligation
from supervision.refusals.obligations import NotVerifier

# The roles that speak for a party which verifies.
SPEAKS = {
    "discipline_organ": ("discipline",),
    "supervision_room": ("discipline",),
    "org_dept": ("org_dept",),
    "publicity_dept": ("publicity",),
    "check_lead_dept": ("discipline", "org_dept", "publicity", "office"),
    "office": ("office",),
    "team": ("team", "team_leader"),
    "team_leader": ("team_leader",),
    "leading_group": ("leading_group",),
    "dispatching_committee": ("leading_group",),
    "receiving_bodies": ("discipline", "org_dept"),
}

# Where the rulebook names nobody, the office does.
NOBODY_NAMED = ("office",)


def verifying_parties(book: str, rule_id: str) -> tuple[str, ...]:
    """The parties that verify a duty under this rule."""
    verifier = rulebook.preset(book).rule(rule_id).verifier
    return verifier.parties if verifier else NOBODY_NAMED


def require_verifier(duty: Obligation, act: Act) -> None:
    """Go on only for a body that verifies duties of this rule.

    Raises:
        NotVerifier: another one does.
    """
    parties = verifying_parties(duty.rulebook, duty.rule_id)
    roles = {role for party in parties for role in SPEAKS.get(party, NOBODY_NAMED)}
    if act.role not in roles:
        raise NotVerifier(role=act.role, rule=duty.rule_id, verifiers=", ".join(sorted(roles)))
