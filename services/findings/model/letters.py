"""Recommendation letters and work suggestions: what is asked of other organs, what they answer, what they do."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from findings.events import letters as told
from findings.events.letters import Adoption, BasisKind, LetterKind, Wording
from findings.events.parts import Part
from findings.events.registers import RuleChange
from findings.model import dates
from findings.model.case import Case
from findings.model.digest import digest
from findings.model.round import Round
from findings.refusals.letters import (
    AddresseeDispatches,
    ImplementedTooEarly,
    LetterCaseOfOtherRound,
    LetterFindingUnknown,
    LetterNumberUsed,
    LetterSelfApproval,
    MeetingDayMissing,
    MeetingDayWrong,
    NotAddressee,
    NotAdoptedReasonMissing,
    ReplyDueMissing,
    ReplyDuePast,
    WrongLetterState,
)
from findings.refusals.round import NotOrganOfRound
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from rulebook import Deadline, Trigger, deadline, has_due_date, preset

# The rule by which a letter is written: by its kind, and for opinions voiced at the secretary's meeting; and the one by
# which a reply is due.
WRITTEN_UNDER = {LetterKind.RECOMMENDATION: "R-60", LetterKind.SUGGESTION: "R-49"}
VOICED = "R-61"
REPLY = "R-67"

_TEAM = ("team", "team_leader")


class LetterState(StrEnum):
    """How far a recommendation letter or work suggestion is (R-49, R-61)."""

    DRAFT = "DRAFT"
    APPROVED = "APPROVED"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    UNDER_STUDY = "UNDER_STUDY"
    REPLIED = "REPLIED"
    ASSESSED = "ASSESSED"
    IMPLEMENTED = "IMPLEMENTED"
    CLOSED = "CLOSED"

    @property
    def awaits_reply(self) -> bool:
        """Whether the addressee still owes its reply."""
        return self in (LetterState.SENT, LetterState.RECEIVED, LetterState.UNDER_STUDY)


class Reply(Part):
    """What the addressee answered."""

    adoption: Adoption
    reason: str
    actions: tuple[str, ...]
    rule_changes: tuple[RuleChange, ...]
    replier: str
    replied_on: date
    late: bool
    target_passed: bool = False


class Implementation(Part):
    """What the addressee did."""

    result: str
    rule_changes: tuple[RuleChange, ...]
    implemented_on: date
    evidence_sha256: str


class Letter(Aggregate):
    """A letter as its facts made it; `reply_due` is stated once sent and never moves."""

    KIND = "findings.letter"
    CALLED = "建议书 / letter"

    state: LetterState | None = None
    number: str = ""
    kind: LetterKind = LetterKind.RECOMMENDATION
    round: str = ""
    addressee: str = ""
    case: str = ""
    findings: tuple[str, ...] = ()
    wording: Wording | None = None
    contact: str = ""
    proposer: str = ""
    approval: str = ""
    approver: str = ""
    digest: str = ""
    sent_on: date | None = None
    reply_due: date | None = None
    due_rule: str = ""
    rulebook: str = ""
    inference: bool = False
    received_on: date | None = None
    signer: str = ""
    unit: str = ""
    overdue: bool = False
    target_passed: bool = False
    reply: Reply | None = None
    adoption: Adoption | None = None
    assessment: str = ""
    assessor: str = ""
    implementation: Implementation | None = None
    note: str = ""

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def said(self) -> Wording:
        """What it says; every drafted letter says something."""
        if self.wording is None:
            raise ValueError(f"letter {self.id} was never drafted")
        return self.wording

    @property
    def missed(self) -> bool:
        """Whether it was told that the day of the reply passed without one."""
        return self.overdue or self.target_passed

    def require_addressee(self, org: str) -> None:
        """The organisation must be the addressee, or what became of it by merger.

        Raises:
            NotAddressee: another one is.
        """
        if org != self.addressee:
            raise NotAddressee(number=self.number)

    # --- decisions of the inspection side ----------------------------------------------------------------------------

    def draft(self, origin: "Origin", wording: Wording, contact: str, proposer: str) -> Changes:
        """A letter is proposed; as long as it is a draft its proposer can word it anew.

        Raises:
            LetterNumberUsed: the number belongs to another letter, or the draft to another person.
        """
        mine = self.state is LetterState.DRAFT and (self.proposer, self.round) == (proposer, origin.round)
        if self.exists and not mine:
            raise LetterNumberUsed(field="number", number=self.number)
        return [told.LetterDrafted(letter=self.id, **origin.model_dump(), wording=wording, contact=contact, proposer=proposer)]

    def approve(self, approval: str, approver: str) -> Changes:
        """The leading group approves what it says.

        Raises:
            WrongLetterState; LetterSelfApproval: the approver drafted it.
        """
        self._in(LetterState.DRAFT)
        if approver == self.proposer:
            raise LetterSelfApproval(number=self.number)
        sealed = digest([self.number, self.kind, self.addressee, self.case, self.findings, self.said])
        return [told.LetterApproved(**self._whose, approval=approval, approver=approver, digest=sealed)]

    def send(self, rulebook: str, day: date) -> Changes:
        """It goes out; without a stated date the rulebook gives the day of the reply, counted from this one (R-67).

        The clock runs from the sending, so that signing for it late gains no time (SOD-13).

        Raises:
            WrongLetterState; ReplyDuePast: the stated date is over; ReplyDueMissing: none is stated and none is given.
        """
        self._in(LetterState.APPROVED)
        found = None if self.said.reply_due is not None else reply_deadline(rulebook, day)
        due = self.said.reply_due or (found.due if found is not None else None)
        if due is None:
            raise ReplyDueMissing(number=self.number, rulebook=rulebook)
        if due < day:
            raise ReplyDuePast(number=self.number, due=due.isoformat(), day=day.isoformat())
        sent = told.LetterSent(
            **self._whose,
            kind=self.kind,
            sent_on=day,
            reply_due=due,
            due_rule=found.rule if found is not None else "",
            rulebook=rulebook,
            inference=found is not None and found.inference,
        )
        voiced = self.kind is LetterKind.RECOMMENDATION and self.said.basis_kind is BasisKind.SECRETARY_MEETING
        return [sent.under(VOICED if voiced else WRITTEN_UNDER[self.kind], rulebook)]

    def overdue_on(self, day: date) -> Changes:
        """The reply was due before this day and is not there: told once; what is only a target is not overdue by it."""
        if self.state is None or not self.state.awaits_reply or self.missed:
            return []
        if self.reply_due is None or day <= self.reply_due:
            return []
        passed = dates.judged(self.rulebook, REPLY, self.reply_due, day)["target_passed"]
        told_of = {"reply_due": self.reply_due, "state": self.state.value, "target_passed": passed}
        missed = told.LetterOverdue(**self._whose, kind=self.kind, **told_of)
        return [missed.under(REPLY, self.rulebook)]

    def assess(self, adoption: Adoption, reason: str, assessor: str) -> Changes:
        """The inspection side judges the reply.

        Raises:
            WrongLetterState; NotAdoptedReasonMissing: not adopted, without a reason (A32).
        """
        self._in(LetterState.REPLIED)
        self._reasoned(adoption, reason)
        return [told.LetterAssessed(**self._whose, adoption=adoption, reason=reason, assessor=assessor)]

    def close(self, note: str) -> Changes:
        """Nothing remains to be done: it is implemented, or was not adopted.

        Raises:
            WrongLetterState.
        """
        if not (self.state is LetterState.ASSESSED and self.adoption is Adoption.NOT_ADOPTED):
            self._in(LetterState.IMPLEMENTED)
        return [told.LetterClosed(**self._whose, note=note)]

    # --- decisions of the addressee ----------------------------------------------------------------------------------

    def receive(self, signer: str, day: date) -> Changes:
        """The addressee signs for it.

        Raises:
            WrongLetterState.
        """
        self._in(LetterState.SENT)
        return [told.LetterReceived(**self._whose, signer=signer, received_on=day)]

    def study(self, unit: str) -> Changes:
        """The addressee studies it (R-65).

        Raises:
            WrongLetterState.
        """
        self._in(LetterState.RECEIVED)
        return [told.LetterStudyBegun(**self._whose, unit=unit)]

    def answer(
        self, adoption: Adoption, reason: str, actions: Sequence[str], changes: Sequence[RuleChange], replier: str, day: date
    ) -> Changes:
        """The addressee replies (R-67); a late reply is taken, and is late, or has passed its target.

        Raises:
            WrongLetterState; NotAdoptedReasonMissing: not adopted, without a reason (A32).
        """
        self._in(LetterState.UNDER_STUDY)
        self._reasoned(adoption, reason)
        if self.reply_due is None:
            raise ValueError(f"letter {self.id} was sent without a date for the reply")
        replied = told.LetterReplied(
            **self._whose,
            adoption=adoption,
            reason=reason,
            actions=tuple(actions),
            rule_changes=tuple(changes),
            replier=replier,
            replied_on=day,
            reply_due=self.reply_due,
            **dates.judged(self.rulebook, REPLY, self.reply_due, day),
        )
        return [replied.under(REPLY, self.rulebook)]

    def implement(self, result: str, changes: Sequence[RuleChange], on: date, evidence_sha256: str | None, today: date) -> Changes:
        """The addressee did what it had adopted, wholly or in part.

        Raises:
            WrongLetterState: it is not assessed, or was not adopted; ImplementedTooEarly.
        """
        self._in(LetterState.ASSESSED)
        if self.adoption is Adoption.NOT_ADOPTED:
            needed = f"{LetterState.ASSESSED} ({Adoption.ADOPTED} / {Adoption.PARTLY})"
            raise WrongLetterState(number=self.number, state=f"{self.state} ({self.adoption})", needed=needed)
        sent = self.sent_on or date.min
        if not sent <= on <= today:
            raise ImplementedTooEarly(
                number=self.number, day=on.isoformat(), sent=sent.isoformat(), today=today.isoformat(), field="implemented_on"
            )
        return [
            told.LetterImplemented(
                **self._whose, result=result, rule_changes=tuple(changes), implemented_on=on, evidence_sha256=evidence_sha256
            )
        ]

    @property
    def _whose(self) -> dict[str, Any]:
        whose = {"letter": self.id, "round": self.round, "addressee": self.addressee, "number": self.number}
        return {**whose, "case": self.case or None}

    def _in(self, *states: LetterState) -> None:
        if self.state not in states:
            raise WrongLetterState(number=self.number, state=self.state or "unknown", needed=" / ".join(states))

    def _reasoned(self, adoption: Adoption, reason: str) -> None:
        if adoption is Adoption.NOT_ADOPTED and not reason.strip():
            raise NotAdoptedReasonMissing(field="reason", number=self.number)

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.LetterDrafted():
                self.state, self.wording = LetterState.DRAFT, event.wording
                self.number, self.kind, self.round, self.addressee = event.number, event.kind, event.round, event.addressee
                self.case, self.findings = event.case or "", event.findings
                self.contact, self.proposer = event.contact, event.proposer
            case told.LetterApproved():
                self.state, self.approval = LetterState.APPROVED, event.approval
                self.approver, self.digest = event.approver, event.digest
            case told.LetterSent():
                self.state, self.sent_on, self.reply_due = LetterState.SENT, event.sent_on, event.reply_due
                self.due_rule, self.rulebook, self.inference = event.due_rule, event.rulebook, event.inference
            case told.LetterOverdue():
                self.overdue, self.target_passed = not event.target_passed, event.target_passed
            case told.LetterAssessed():
                self.state, self.adoption = LetterState.ASSESSED, event.adoption
                self.assessment, self.assessor = event.reason, event.assessor
            case told.LetterClosed():
                self.state, self.note = LetterState.CLOSED, event.note
            case _:
                self._answered(event)

    def _answered(self, event: Event) -> None:
        match event:
            case told.LetterReceived():
                self.state, self.received_on, self.signer = LetterState.RECEIVED, event.received_on, event.signer
            case told.LetterStudyBegun():
                self.state, self.unit = LetterState.UNDER_STUDY, event.unit
            case told.LetterReplied():
                self.state = LetterState.REPLIED
                self.reply = Reply(**event.model_dump(include=set(Reply.model_fields)))
                self.target_passed = self.target_passed or event.target_passed
            case told.LetterImplemented():
                self.state = LetterState.IMPLEMENTED
                taken = event.model_dump(include=set(Implementation.model_fields) - {"evidence_sha256"})
                self.implementation = Implementation(**taken, evidence_sha256=event.evidence_sha256 or "")


class Origin(Part):
    """Where a letter comes from and to whom it goes."""

    number: str
    kind: LetterKind
    round: str
    addressee: str
    case: str | None = None
    findings: tuple[str, ...] = ()


def may_propose(inspected: Round, case: Case | None, act: Act) -> None:
    """The round's office writes letters; its teams propose them, about a case the one that inspected the organisation.

    Raises:
        NotOrganOfRound.
    """
    if act.role not in _TEAM:
        inspected.require_organ("office", act.org)
    elif case is not None:
        inspected.require_team(act.actor, case.org)
    elif inspected.teams and not any(act.actor in (team.leader, *team.members) for team in inspected.teams):
        raise NotOrganOfRound(body="team", code=inspected.code)


def fits(origin: Origin, inspected: Round, case: Case | None) -> None:
    """What the letter names must belong together.

    Raises:
        AddresseeDispatches, LetterCaseOfOtherRound, LetterFindingUnknown.
    """
    if origin.addressee in (inspected.organs.office, inspected.organs.leading_group):
        raise AddresseeDispatches(field="addressee", number=origin.number)
    if case is not None and case.round != inspected.id:
        raise LetterCaseOfOtherRound(field="case", case=case.number, round=inspected.code)
    known = case.findings if case is not None else {}
    for finding in origin.findings:
        if finding not in known:
            raise LetterFindingUnknown(field="findings", finding=finding)


def resting(wording: Wording, inspected: Round, today: date) -> Wording:
    """What a letter says, with the day of the secretary's meeting that it rests on (R-61).

    Where the round's record holds that meeting, it is that day; of a round on paper the letter states it.

    Raises:
        MeetingDayMissing: neither says it; MeetingDayWrong: the letter's is not the record's, or has not come yet.
    """
    if wording.basis_kind is not BasisKind.SECRETARY_MEETING:
        return wording
    recorded, day = inspected.secretary_met_on, wording.basis_on or inspected.secretary_met_on
    if day is None:
        raise MeetingDayMissing(field="basis_on", round=inspected.code)
    if day > today or (recorded is not None and day != recorded):
        known = (recorded or today).isoformat()
        raise MeetingDayWrong(field="basis_on", round=inspected.code, day=day.isoformat(), known=known)
    return wording.model_copy(update={"basis_on": day})


def reply_deadline(rulebook: str, sent: date) -> Deadline | None:
    """By when the rulebook wants a letter sent on this day answered (R-67); None where it gives no date."""
    book = preset(rulebook)
    return deadline(book, REPLY, Trigger(sent)) if REPLY in book and has_due_date(book, REPLY) else None
