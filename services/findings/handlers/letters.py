"""Commands about letters and notifications: load, decide, return."""

from findings.commands import letters as wish
from findings.events.letters import Wording
from findings.model import dates
from findings.model.case import Case
from findings.model.letters import Letter, Origin, fits, may_propose, resting
from findings.model.notices import Notification
from findings.model.organisation import Organisation
from findings.model.round import Round
from findings.refusals.letters import RecipientTwice
from kernel.aggregates import Repository, get
from kernel.context import Act, named
from kernel.messages import Changes


def draft_letter(command: wish.DraftLetter, act: Act, repo: Repository) -> Changes:
    """The office writes a letter, or a team proposes one."""
    inspected, case = get(repo, Round, command.round), get(repo, Case, command.case) if command.case else None
    may_propose(inspected, case, act)
    get(repo, Organisation, command.addressee, what="org").require_present()
    origin = Origin(**command.model_dump(include=set(Origin.model_fields)))
    fits(origin, inspected, case)
    wording = Wording(**command.model_dump(include=set(Wording.model_fields)))
    wording = resting(wording, inspected, act.today)
    return repo.find(Letter, named("letter", command.number)).draft(origin, wording, command.contact, act.actor)


def approve_letter(command: wish.ApproveLetter, act: Act, repo: Repository) -> Changes:
    """The leading group of the round approves."""
    return _of_organ(command.letter, "leading_group", act, repo).approve(command.approval, act.actor)


def send_letter(command: wish.SendLetter, act: Act, repo: Repository) -> Changes:
    """The office sends it; the rulebook that binds its case, or else its round, gives the date of the reply."""
    letter = _of_organ(command.letter, "office", act, repo)
    case = get(repo, Case, letter.case) if letter.case else None
    return letter.send(_binding(case, get(repo, Round, letter.round), act), act.effective_day)


def receive_letter(command: wish.ReceiveLetter, act: Act, repo: Repository) -> Changes:
    """The addressee signs for it."""
    return _addressed(command.letter, act, repo).receive(act.actor, act.effective_day)


def study_letter(command: wish.StudyLetter, act: Act, repo: Repository) -> Changes:
    """The addressee studies it."""
    return _addressed(command.letter, act, repo).study(command.unit)


def reply_to_letter(command: wish.ReplyToLetter, act: Act, repo: Repository) -> Changes:
    """The addressee replies."""
    letter = _addressed(command.letter, act, repo)
    said = (command.adoption, command.reason, command.actions, command.rule_changes)
    return letter.answer(*said, act.actor, act.effective_day)


def assess_letter(command: wish.AssessLetter, act: Act, repo: Repository) -> Changes:
    """The office judges the reply."""
    return _of_organ(command.letter, "office", act, repo).assess(command.adoption, command.reason, act.actor)


def implement_letter(command: wish.ImplementLetter, act: Act, repo: Repository) -> Changes:
    """The addressee has done what it adopted."""
    letter, on = _addressed(command.letter, act, repo), command.implemented_on or act.effective_day
    return letter.implement(command.result, command.rule_changes, on, command.evidence_sha256, act.today)


def close_letter(command: wish.CloseLetter, act: Act, repo: Repository) -> Changes:
    """The office closes it."""
    return _of_organ(command.letter, "office", act, repo).close(command.note)


def send_notification(command: wish.SendNotification, act: Act, repo: Repository) -> Changes:
    """The office tells others of results; where a round or a case is named, it must be that one's office."""
    case = get(repo, Case, command.case) if command.case is not None else None
    inspected = get(repo, Round, command.round) if command.round is not None else None
    if case is not None:
        case.require_organ(act.org, "office")
    if inspected is not None:
        inspected.require_organ("office", act.org)
    _present_once(command.recipients, repo)
    notification = repo.find(Notification, named("notification", command.number))
    return notification.send(dict(command), act.actor, act.effective_day, _binding(case, inspected, act))


def acknowledge_notification(command: wish.AcknowledgeNotification, act: Act, repo: Repository) -> Changes:
    """One recipient acknowledges it."""
    notification = get(repo, Notification, command.notification)
    told = [org for org in notification.recipients if _present(org, repo) == act.org]
    return notification.acknowledge(notification.awaited(told) or act.org, act.actor, command.actions, act.effective_day)


def _binding(case: Case | None, inspected: Round | None, act: Act) -> str:
    """The rulebook that binds the case, or else the round on this day; "" of neither."""
    if case is not None:
        return case.rulebook
    return dates.in_force(inspected.rulebook, act.effective_day) if inspected is not None else ""


def _of_organ(id: str, body: str, act: Act, repo: Repository) -> Letter:
    """The letter, in whose round the actor's organ acts as this body."""
    letter = get(repo, Letter, id)
    get(repo, Round, letter.round).require_organ(body, act.org)
    return letter


def _addressed(id: str, act: Act, repo: Repository) -> Letter:
    """The letter, for its addressee or the organisation that the addressee was merged into."""
    letter = get(repo, Letter, id)
    letter.require_addressee(letter.addressee if _present(letter.addressee, repo) == act.org else act.org)
    return letter


def _present(org: str, repo: Repository) -> str:
    """The organisation itself, or the one that it was merged into, however often."""
    while successor := repo.find(Organisation, org).successor:
        org = successor
    return org


def _present_once(recipients: tuple[str, ...], repo: Repository) -> None:
    for place, recipient in enumerate(recipients):
        org = get(repo, Organisation, recipient, what="org")
        org.require_present()
        if recipient in recipients[:place]:
            raise RecipientTwice(field=f"recipients.{place}", code=org.code)
