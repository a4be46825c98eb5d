"""Commands about key-finding lists: load, decide, return."""

from findings.commands import key_lists as wish
from findings.model import dates, whose
from findings.model.case import Case
from findings.model.finding import Finding
from findings.model.key_lists import KeyList, chosen
from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.refusals.key_lists import KeyRecipientTwice
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def issue_key_list(command: wish.IssueKeyList, act: Act, repo: Repository) -> Changes:
    """The office issues the key findings of a round."""
    inspected = get(repo, Round, command.round)
    inspected.require_organ("office", act.org)
    _present_once(command, repo)
    picked = chosen(inspected, _flagged(inspected, repo), command.findings)
    book = dates.binding(inspected.rulebook, act.effective_day)
    found = repo.find(KeyList, named("key_list", command.number))
    return found.issue(command.number, inspected, picked, command.recipients, book, act.effective_day)


def receive_key_list(command: wish.ReceiveKeyList, act: Act, repo: Repository) -> Changes:
    """A recipient signs for it."""
    return get(repo, KeyList, command.key_list).receive(act)


def follow_key_finding(command: wish.FollowKeyFinding, act: Act, repo: Repository) -> Changes:
    """Somebody looks how a finding of it is."""
    finding = whose.finding(repo, command.finding)
    return get(repo, KeyList, command.key_list).follow(finding, command.progress, command.note, act)


def _flagged(inspected: Round, repo: Repository) -> list[Finding]:
    cases = [get(repo, Case, org.case) for org in inspected.orgs.values() if org.case]
    findings = (get(repo, Finding, finding) for case in cases for finding in case.findings)
    return [finding for finding in findings if finding.key]


def _present_once(command: wish.IssueKeyList, repo: Repository) -> None:
    orgs: set[str] = set()
    for place, recipient in enumerate(command.recipients):
        org = get(repo, Organisation, recipient.org, what="org")
        org.require_present()
        if recipient.org in orgs:
            raise KeyRecipientTwice(field=f"recipients.{place}", code=org.code)
        orgs.add(recipient.org)
