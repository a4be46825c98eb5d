"""What a merger brings about: nothing is lost, no date moves, another organisation answers."""

from collections.abc import Mapping, Sequence
from datetime import date

from findings.model.case import Case
from findings.model.organisation import Organisation
from kernel.context import Act
from kernel.messages import Changes


def merge(
    successor: Organisation, merged: Sequence[Organisation], cases: Mapping[str, Case], day: date, decision: str, act: Act
) -> Changes:
    """The merged organisations cease to exist on `on`; the successor answers for each of `cases` (A40).

    Raises:
        OrganisationGone, OwnParent, DateNotYet.
    """
    changes: Changes = []
    for org in merged:
        changes += org.merge_into(successor, day, decision, act)
        for case in org.cases:
            changes += org.leave(case, successor.id)
            changes += cases[case].transfer(successor.id, day)
            changes += successor.enter(case)
    return changes
