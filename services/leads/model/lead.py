"""A lead: sealed, approved, handed over by two signatures, handled by one channel, given back through it."""

from datetime import date
from typing import Any

from kernel.context import Act
from kernel.messages import Changes, Fact
from leads import events as told
from leads import refusals as no
from leads.events import NOBODY, AddresseeKind, Side, StatusClass
from leads.model.authority import Authority
from leads.model.record import LeadRecord, LeadState
from leads.model.round_file import RoundFile, in_force
from rulebook import Deadline, Trigger, deadline, has_due_date, preset

# The rule that gives the date at which the outcome is due, by the kind of addressee.
HANDLED_UNDER = {AddresseeKind.DISCIPLINE: "R-62", AddresseeKind.ORG_DEPT: "R-63"}
REFERRED, OUTCOME, FED_BACK, CHECKED = "R-50", "R-67", "R-69", "R-153"
# A discipline organ handles a lead with care; an organization department under its own rule.
WITH_CARE = {AddresseeKind.DISCIPLINE: "R-110", AddresseeKind.ORG_DEPT: "R-63"}


class Lead(LeadRecord):
    """What may be done with a lead, and by whom."""

    # --- what is asked of it -----------------------------------------------------------------------------------------

    def overdue(self, day: date) -> bool:
        """Whether the outcome was due before this day and is not there (F-31); a service target is never overdue."""
        return not self.target and self._awaited_before(day)

    def target_passed(self, day: date) -> bool:
        """Whether its date is a service target, and the outcome came after it or is not there on this day."""
        return self.after_target or (self.target and self._awaited_before(day))

    def _awaited_before(self, day: date) -> bool:
        return self.state.owes_outcome and self.due is not None and day > self.due

    def limit(self) -> Deadline | None:
        """The date that the rulebook gave when it was handed over, with its reason; None before."""
        return None if self.referred_on is None else _limit(self.rulebook, self.rule_id, self.referred_on)

    # --- the inspection side -----------------------------------------------------------------------------------------

    def register(self, number: str, file: RoundFile, wording: dict[str, Any], kind: AddresseeKind, to: str, act: Act) -> Changes:
        """A lead is registered, or worded anew by its registrant before it is approved.

        Args:
            wording: the fields of `events.Content`, and `accepted_on`.

        Raises:
            LeadNumberUsed, AddresseeIsUnit, AddresseeDispatches, AcceptedInFuture.
        """
        mine = self.state is LeadState.REGISTERED and (self.registrant, self.round) == (act.actor, file.round)
        if self.exists and not mine:
            raise no.LeadNumberUsed(field="number")
        if to == wording["unit"]:
            raise no.AddresseeIsUnit(field="addressee")
        if to in (file.office, file.leading_group):
            raise no.AddresseeDispatches(field="addressee")
        if wording["accepted_on"] > act.today:
            day = wording["accepted_on"].isoformat()
            raise no.AcceptedInFuture(field="accepted_on", day=day, today=act.today.isoformat())
        said = {"lead": self.id, "number": number, "addressee": to, "addressee_kind": kind, **wording}
        if self.exists:
            return [told.LeadReworded(**said)]
        return [told.LeadRegistered(**said, **file.origin, registrant=act.actor, registered_on=act.effective_day)]

    def approve(self, approval: str, act: Act) -> Changes:
        """The leading group approves the referral, by number and addressee.

        Raises:
            WrongLeadState, LeadSelfApproval, NoRulebook.
        """
        self._in(LeadState.REGISTERED)
        if act.actor == self.registrant:
            raise no.LeadSelfApproval()
        day = act.effective_day
        approved = told.LeadApproved(**self._whose, approval=approval, approver=act.actor, approved_on=day)
        return [approved.under(REFERRED, in_force(self.round_rulebook, day))]

    def sign(self, side: Side, act: Act) -> Changes:
        """One of the two signs; with the second signature it is handed over and the clock starts (R-50, R-62, R-63).

        Raises:
            WrongLeadState, SignedAlready, SameSigner, NoRulebook, NoLimit.
        """
        self._in(LeadState.APPROVED_FOR_REFERRAL)
        signed = {Side.GIVING: self.giver, Side.RECEIVING: self.receiver}
        if signed[side]:
            raise no.SignedAlready()
        if act.actor in signed.values():
            raise no.SameSigner()
        day, signed = act.effective_day, {**signed, side: act.actor}
        book = in_force(self.round_rulebook, day)
        mine = told.HandOverSigned(**self._whose, side=side, signer=act.actor, signed_on=day).under(REFERRED, book)
        return [mine, self._handed_over(signed, book, day, act.new_id("referral"))] if all(signed.values()) else [mine]

    def _handed_over(self, signed: dict[Side, str], book: str, day: date, referral: str) -> Fact:
        found = _limit(book, HANDLED_UNDER[self.addressee_kind], day)
        handed = told.LeadHandedOver(
            **self._whose,
            referral=referral,
            round=self.round,
            addressee_kind=self.addressee_kind,
            giver=signed[Side.GIVING],
            receiver=signed[Side.RECEIVING],
            referred_on=day,
            due=found.due,
            rule_id=found.rule,
            rulebook=book,
            inference=found.inference,
            target=found.target,
        )
        return handed.under(found.rule, book)

    def reroute(self, to: str, kind: AddresseeKind, sealed_to: str, found: Authority, act: Act) -> Changes:
        """It goes to the right organ, by the cadre-management authority; both sign again, and the clock starts anew (A31).

        Raises:
            WrongLeadState; SameOrganAgain: it came back from there; AddresseeIsUnit; NoAuthority, NotTheAuthority; SealMissing.
        """
        self._in(LeadState.MISDIRECTED)
        if to in {stay.addressee for stay in self.stays}:
            raise no.SameOrganAgain(field="addressee")
        if to == found.unit:
            raise no.AddresseeIsUnit(field="addressee")
        if to in (self.office, self.leading_group):
            raise no.AddresseeDispatches(field="addressee")
        found.require()
        if self.said.sealed and sealed_to == NOBODY:
            raise no.SealMissing(field="sealed_to")
        rerouted = told.LeadRerouted(
            **self._whose | {"addressee": to},
            former=self.addressee,
            addressee_kind=kind,
            unit=found.unit,
            authority=found.authority,
            sealed_to=sealed_to,
            rerouted_on=act.effective_day,
        )
        return [rerouted.under(REFERRED, self.rulebook)]

    def extend(self, due: date, reason: str, act: Act) -> Changes:
        """The dispatching side gives more time, after an interim reply (SOD-13).

        Raises:
            WrongLeadState, InterimReplyMissing, NotLater, ExtensionsUsedUp.
        """
        self._in(LeadState.ACCEPTED, LeadState.IN_HANDLING)
        former, rules = self.due or date.min, preset(self.rulebook).settings.extensions.value
        if self.extensions >= rules.max_count:
            raise no.ExtensionsUsedUp(rulebook=self.rulebook, limit=rules.max_count, why="已延期 / it was extended")
        if rules.before_due_only and act.effective_day > former:
            raise no.ExtensionsUsedUp(rulebook=self.rulebook, limit=rules.max_count, why="已到期 / the date has passed")
        if not self.replied_since_extension:
            raise no.InterimReplyMissing()
        if due <= former:
            raise no.NotLater(field="due", due=due.isoformat(), former=former.isoformat())
        day = act.effective_day
        extended = told.LeadExtended(
            **self._whose, referral=self.referral, due=due, former_due=former, reason=reason, extended_on=day
        )
        return [extended.under(OUTCOME, self.rulebook)]

    def close(self, act: Act) -> Changes:
        """The office took note of class and date (R-153).

        Raises:
            WrongLeadState.
        """
        self._in(LeadState.OUTCOME_FED_BACK)
        closed = told.LeadClosed(**self._whose, referral=self.referral, status_class=self._class, closed_on=act.effective_day)
        return [closed.under(CHECKED, self.rulebook)]

    # --- the lead channel of the addressee ---------------------------------------------------------------------------

    def accept(self, act: Act) -> Changes:
        """The addressee takes it; its date was given by the handing over, so that waiting gains nothing (SOD-13).

        Raises:
            WrongLeadState.
        """
        self._in(LeadState.HANDED_OVER)
        accepted = told.LeadAccepted(
            **self._whose, accepted_on=act.effective_day, due=self.due, rule_id=self.rule_id, rulebook=self.rulebook
        )
        return [accepted.under(self.rule_id, self.rulebook)]

    def misdirect(self, reason: str, act: Act) -> Changes:
        """The addressee gives it back.

        Raises:
            WrongLeadState.
        """
        self._in(LeadState.HANDED_OVER)
        day = act.effective_day
        days = (day - (self.referred_on or day)).days
        return [
            told.LeadMisdirected(**self._whose, referral=self.referral, reason=reason, returned_on=day, days=days).under(
                self.rule_id, self.rulebook
            )
        ]

    def handle(self, status_class: StatusClass, note: str, act: Act) -> Changes:
        """The addressee handles it in this way.

        Raises:
            WrongLeadState.
        """
        self._in(LeadState.ACCEPTED, LeadState.IN_HANDLING)
        changed = told.StatusChanged(**self._whose, status_class=status_class, changed_on=act.effective_day, note=note)
        return [changed.under(WITH_CARE[self.addressee_kind], self.rulebook)]

    def reply(self, text: str, act: Act) -> Changes:
        """The addressee says how far it is.

        Raises:
            WrongLeadState.
        """
        self._in(LeadState.ACCEPTED, LeadState.IN_HANDLING)
        replied = told.InterimReplied(**self._whose, reply=text, replied_on=act.effective_day)
        return [replied.under(OUTCOME, self.rulebook)]

    def feed_back(self, status_class: StatusClass | None, result: str, decision_no: str, act: Act) -> Changes:
        """The outcome goes back through the single channel (R-69); a late one is taken, and is late.

        After a service target it is not late: the target is passed, and that is said.

        Raises:
            WrongLeadState.
        """
        self._in(LeadState.IN_HANDLING)
        day, due = act.effective_day, self.due or date.min
        back = told.OutcomeFedBack(
            **self._whose,
            referral=self.referral,
            status_class=status_class or self._class,
            fed_back_on=day,
            due=due,
            late=day > due and not self.target,
            target_passed=day > due and self.target,
            result=result,
            decision_no=decision_no,
        )
        return [back.under(FED_BACK, self.rulebook)]

    @property
    def _class(self) -> StatusClass:
        if self.status_class is None:
            raise ValueError(f"lead {self.id} is not handled yet")
        return self.status_class

    @property
    def _whose(self) -> dict[str, Any]:
        return {"lead": self.id, "number": self.number, "addressee": self.addressee}

    def _in(self, *states: LeadState) -> None:
        if self.state not in states:
            raise no.WrongLeadState(state=self.state, needed=" / ".join(states))


def _limit(reference: str, rule: str, day: date) -> Deadline:
    book = preset(reference)
    if rule not in book or not has_due_date(book, rule):
        raise no.NoLimit(rulebook=reference, rule=rule)
    return deadline(book, rule, Trigger(day))
