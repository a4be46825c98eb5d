"""What persons did under standing duties: kept, not judged."""

from collections.abc import Mapping
from datetime import datetime

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events.record import DutyRecorded
from supervision.refusals.records import NotInRulebook, NotPartyOfRule

# Who may say that a party did its duty. The parties are the rulebook's words, the roles those of tokens.
ROLES: Mapping[str, frozenset[str]] = {
    party: frozenset(roles.split())
    for party, roles in {
        "inspected_org": "handler member principal",
        "leadership_team": "member principal",
        "principal": "principal",
        "team_member": "member principal",
        "handler": "handler",
        "party_secretary": "principal",
        "discipline_organ": "discipline",
        "supervision_room": "discipline",
        "org_dept": "org_dept",
        "publicity_dept": "publicity",
        "office": "office",
        "inspection_organs": "office team team_leader leading_group",
        "leading_group": "leading_group office",
        "team": "team team_leader",
        "team_leader": "team_leader",
        "dispatching_committee": "leading_group",
        "regional_committee": "leading_group leader",
        "party_committees": "leading_group leader",
        "committee_principals": "leader leading_group",
        "other_leaders": "leader leading_group",
        "leader_in_charge": "leader discipline",
        "department_heads": "functional",
        "functional_depts": "functional",
        "competent_regulator": "functional",
        "check_lead_dept": "functional",
        "receiving_bodies": "functional discipline org_dept publicity lead_channel",
        "bodies_concerned": "functional discipline org_dept publicity office leading_group",
        "coordinating_body": "office functional",
        "supervisors": "discipline org_dept office",
        "lead_channel": "lead_channel",
        "party_group_secretary": "leading_group principal",
        "central_office": "office",
        "level_above": "discipline leading_group",
        "system_as_a_whole": "office leading_group",
        "audit": "auditor",
    }.items()
}


class DutyRecord(Aggregate):
    """One record."""

    KIND = "supervision.duty"
    CALLED = "履责登记 / duty record"

    rule_id: str = ""

    def record(self, recorded: DutyRecorded, act: Act) -> Changes:
        """Keep it under its rule.

        Raises:
            NotInRulebook, NotPartyOfRule.
        """
        book = rulebook.preset(recorded.rulebook)
        if recorded.rule_id not in book:
            raise NotInRulebook(field="rule_id", rulebook=book.ref, rule=recorded.rule_id)
        rule = book.rule(recorded.rule_id)
        parties = rule.party.parties
        if not any(act.role in ROLES.get(party, frozenset()) for party in parties):
            named = ", ".join(book.parties[party].zh for party in parties)
            raise NotPartyOfRule(rule=recorded.rule_id, parties=named, role=act.role)
        return [recorded.under(recorded.rule_id, recorded.rulebook)]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case DutyRecorded():
                self.rule_id = event.rule_id
            case _:
                raise TypeError(f"a record of a duty does not fold {event.TOPIC} of {at}")
