"""Sign-offs that arrive."""

from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Told
from kernel.messages import Changes
from supervision.events.heard import findings as heard
from supervision.events.signoff_check import SignOffCheckOpened
from supervision.model.case import CaseFile, file_id
from supervision.model.signoff_check import SignOffCheck, check_id, verifier_role


def open_check(told: Told[heard.InnerSigned], act: Act, repo: Repository) -> Changes:
    """The organisation signed inside: the outer check is due."""
    signed = told.news
    if not signed.outer:
        return []  # the rulebook wants no outer check of this one
    check, file = check_id(signed.finding), repo.find(CaseFile, file_id(signed.case))
    role = verifier_role(signed.special_check, signed.rulebook, file)
    opened = SignOffCheckOpened(check=check, verifier_role=role, **signed.model_dump(exclude={"outer"}))
    return repo.find(SignOffCheck, check).open(opened)
