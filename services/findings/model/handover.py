"""The handover of rectification duty by a member of a leadership team who leaves (R-106)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from findings.commands.handover import Absence, AddedItem
from findings.events import handover as told
from findings.events.handover import GapEnd, HandoverItem, ItemKind
from findings.events.parts import Part
from findings.events.words import PostKind
from findings.model.case import Case
from findings.model.digest import digest
from findings.model.finding import Finding
from findings.model.organisation import Organisation
from findings.refusals.handover import (
    GroundNeeded,
    GroundNotForLeaver,
    ItemAddedByHand,
    NotOnTheTeam,
    NotTheIncoming,
    NotTheLeaver,
    WrongHandoverState,
)
from kernel.aggregates import Aggregate
from kernel.context import named
from kernel.messages import Changes, Event
from rulebook import Trigger, deadline, has_due_date, preset

RULE = "R-106"
_BY_HAND = (ItemKind.LETTER, ItemKind.LISTED, ItemKind.OTHER)


class HandoverState(StrEnum):
    """How far a handover is; duty moves at `SIGNED_BY_INCOMING` and nowhere else."""

    CHANGE_RECORDED = "CHANGE_RECORDED"
    LIST_PREPARED = "LIST_PREPARED"
    SIGNED_BY_OUTGOING = "SIGNED_BY_OUTGOING"
    SIGNED_BY_INCOMING = "SIGNED_BY_INCOMING"
    WITNESSED = "WITNESSED"
    FILED = "FILED"


class DutyGap(Part):
    """A finding for which nobody answers in the leaver's place, and how that ended."""

    finding: str
    number: str
    end: GapEnd | None = None
    member: str = ""


class Leaving(Part):
    """Who left which post and when; `number` names the handover, its target runs from `called_on`, `serving` is principal now."""

    number: str
    person: str
    post: PostKind
    left_on: date
    called_on: date
    whole_case: bool
    serving: str | None


class Signer(Part):
    """Somebody who signs: whether they serve as principal, and whether they are on the leadership team, on that day."""

    person: str
    principal: bool
    on_team: bool
    day: date


class Handover(Aggregate):
    """One handover in one case as its facts made it."""

    KIND = "findings.handover"
    CALLED = "责任交接 / handover"

    state: HandoverState | None = None
    case: str = ""
    org: str = ""
    number: str = ""
    leaver: str = ""
    post: PostKind = PostKind.MEMBER
    left_on: date = date.min
    due: date | None = None
    rulebook: str = ""
    gaps: dict[str, DutyGap] = Field(default_factory=dict)
    items: tuple[HandoverItem, ...] = ()
    list_version: int = 0
    digest: str = ""
    preparer: str = ""
    incoming: str = ""
    outgoing_signer: str = ""
    in_place: bool = False
    ground: str = ""
    reason: str = ""
    witness: str = ""
    witness_body: str = ""
    file_number: str = ""
    document_sha256: str = ""

    # --- what is asked of it -----------------------------------------------------------------------------------------

    @property
    def open_gaps(self) -> list[DutyGap]:
        """The findings for which nobody answers, by number."""
        return sorted((gap for gap in self.gaps.values() if gap.end is None), key=lambda gap: gap.number)

    # --- decisions ---------------------------------------------------------------------------------------------------

    def call(self, leaving: Leaving, case: Case, findings: Sequence[Finding]) -> Changes:
        """Somebody left the leadership team: a handover is called for, and gaps open (A26).

        Args:
            leaving: who left; a member who answers for nothing here has nothing to hand over, a principal
                (`whole_case`) hands over the case itself.
            case: not closed.
            findings: its findings; those of which nothing remains to be done are left out.
        """
        if self.exists:
            return []
        findings = [f for f in findings if _open(f)]
        theirs = [f for f in findings if f.member == leaving.person]
        if not theirs and not leaving.whole_case and all(f.sponsor != leaving.person for f in findings):
            return []
        whose = {"handover": self.id, "case": case.id, "org": case.holder, "leaver": leaving.person}
        called = told.HandoverCalled(
            **whose,
            number=leaving.number,
            post=leaving.post,
            left_on=leaving.left_on,
            due=_due(case.rulebook, leaving.called_on),
            rulebook=case.rulebook,
            findings=tuple(f.id for f in theirs),
            office=case.organs.office,
            org_dept=case.organs.org_dept,
        )
        gaps: Changes = [
            told.DutyGapOpened(**whose, finding=f.id, number=f.number, holder=leaving.serving).under(RULE, case.rulebook)
            for f in theirs
        ]
        return [called.under(RULE, case.rulebook), *gaps]

    def prepare(self, preparer: str, incoming: str | None, findings: Sequence[Finding], added: Sequence[AddedItem]) -> Changes:
        """The list of what is unfinished, from the ledger as it stands, and what was added by hand; anew until somebody signs.

        Raises:
            WrongHandoverState, ItemAddedByHand.
        """
        self._in(HandoverState.CHANGE_RECORDED, HandoverState.LIST_PREPARED)
        for n, item in enumerate(added, 1):
            if item.kind not in _BY_HAND:
                raise ItemAddedByHand(field=f"items.{n - 1}.kind", n=n, kind=item.kind)
        items = (*self._listed(findings), *(HandoverItem(**item.model_dump()) for item in added))
        prepared = told.HandoverListPrepared(
            **self._whose,
            version=self.list_version + 1,
            preparer=preparer,
            incoming=incoming,
            items=items,
            digest=digest([self.number, incoming or "", items]),
        )
        return [prepared.under(RULE, self.rulebook)]

    def sign(self, signer: Signer, ground: Absence | None, reason: str, findings: Mapping[str, Finding]) -> Changes:
        """The next signature: first of the one who leaves, then of the one who takes over.

        Args:
            signer: who signs.
            ground, reason: for the principal who signs in the leaver's place.
            findings: those with an open gap, by id, as they are now.

        Raises:
            WrongHandoverState, NotTheLeaver, GroundNeeded, GroundNotForLeaver, NotTheIncoming, NotOnTheTeam.
        """
        self._in(HandoverState.LIST_PREPARED, HandoverState.SIGNED_BY_OUTGOING)
        if self.state is HandoverState.LIST_PREPARED:
            return self._sign_as_outgoing(signer, ground, reason)
        if ground is not None:
            raise GroundNotForLeaver(field="ground", number=self.number)
        return self._sign_as_incoming(signer, findings)

    def _sign_as_outgoing(self, signer: Signer, ground: Absence | None, reason: str) -> Changes:
        own = signer.person == self.leaver
        if not own and not signer.principal:
            raise NotTheLeaver(number=self.number)
        if not own and (ground is None or not reason.strip()):
            raise GroundNeeded(field="ground" if ground is None else "reason", number=self.number)
        if own and ground is not None:
            raise GroundNotForLeaver(field="ground", number=self.number)
        signed = told.HandoverSignedByOutgoing(
            **self._whose, signer=signer.person, in_place=not own, ground=ground or "", reason=reason, digest=self.digest
        )
        return [signed.under(RULE, self.rulebook)]

    def _sign_as_incoming(self, signer: Signer, findings: Mapping[str, Finding]) -> Changes:
        if self.incoming and signer.person != self.incoming:
            raise NotTheIncoming(number=self.number)
        if not signer.on_team:
            raise NotOnTheTeam(number=self.number, day=signer.day.isoformat())
        changes: Changes = []
        moved: list[str] = []
        for gap in self.open_gaps:
            found = findings[gap.finding]
            if not _open(found):
                changes += self._closed(gap, GapEnd.SETTLED, None)
            elif found.member != self.leaver:
                changes += self._closed(gap, GapEnd.REASSIGNED, found.member)
            else:
                if signer.person != self.leaver:
                    handler = found.handler or signer.person
                    changes += found.assign_persons(signer.person, handler, f"交接 / handover {self.number}")
                moved.append(found.id)
                changes += self._closed(gap, GapEnd.HANDED_OVER, signer.person)
        signed = told.HandoverSignedByIncoming(**self._whose, incoming=signer.person, findings=tuple(moved), digest=self.digest)
        return [signed.under(RULE, self.rulebook), *changes]

    def gap_again(self, found: Finding, serving: str | None) -> Changes:
        """A finding that was settled when its member left is open again, and nobody answers for it."""
        known = self.gaps.get(found.id)
        if known is not None and known.end is None:
            return []
        opened = told.DutyGapOpened(**self._whose, finding=found.id, number=found.number, holder=serving)
        return [opened.under(RULE, self.rulebook)]

    def close_gaps(self, findings: Mapping[str, Finding]) -> Changes:
        """Gaps that ended without a handover: somebody else was named, or nothing remains to be done."""
        changes: Changes = []
        for gap in self.open_gaps:
            found = findings[gap.finding]
            if not _open(found):
                changes += self._closed(gap, GapEnd.SETTLED, None)
            elif found.member != self.leaver:
                changes += self._closed(gap, GapEnd.REASSIGNED, found.member)
        return changes

    def witnessed(self, witness: str, body: str) -> Changes:
        """Somebody of the discipline organ or the organization department saw it done (F-08).

        Raises:
            WrongHandoverState.
        """
        self._in(HandoverState.SIGNED_BY_INCOMING)
        return [told.HandoverWitnessed(**self._whose, witness=witness, body=body).under(RULE, self.rulebook)]

    def file(self, file_number: str, document_sha256: str) -> Changes:
        """The signed record is filed (F-08).

        Raises:
            WrongHandoverState.
        """
        self._in(HandoverState.WITNESSED)
        filed = told.HandoverFiled(
            **self._whose,
            number=self.number,
            incoming=self.incoming,
            file_number=file_number,
            document_sha256=document_sha256,
        )
        return [filed.under(RULE, self.rulebook)]

    def _listed(self, findings: Sequence[Finding]) -> list[HandoverItem]:
        """Open findings of the leaver with their open milestones; of a principal, all of the case."""
        items: list[HandoverItem] = []
        for f in sorted(filter(_open, findings), key=lambda f: f.number):
            about = {"finding": f.id, "number": f.number, "state": f.state or ""}
            moves = f.member == self.leaver
            if moves or self.post is PostKind.PRINCIPAL:
                items.append(HandoverItem(kind=ItemKind.FINDING, text=f.wording, due=f.due, moves=moves, **about))
                goals = sorted((m for m in f.milestones.values() if m.met is None), key=lambda m: (m.day, m.no))
                items += [HandoverItem(kind=ItemKind.MILESTONE, text=m.goal, due=m.day, moves=moves, **about) for m in goals]
            if f.sponsor == self.leaver:
                items.append(HandoverItem(kind=ItemKind.SPONSORSHIP, text=f.wording, due=f.due, **about))
        return items

    def _closed(self, gap: DutyGap, end: GapEnd, member: str | None) -> Changes:
        closed = told.DutyGapClosed(**self._whose, finding=gap.finding, number=gap.number, end=end, member=member or None)
        return [closed.under(RULE, self.rulebook)]

    @property
    def _whose(self) -> dict[str, str]:
        return {"handover": self.id, "case": self.case, "org": self.org, "leaver": self.leaver}

    def _in(self, *states: HandoverState) -> None:
        if self.state not in states:
            raise WrongHandoverState(number=self.number, state=self.state or "unknown", needed=" / ".join(states))

    # --- facts -------------------------------------------------------------------------------------------------------

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.HandoverCalled():
                self.state = HandoverState.CHANGE_RECORDED
                for name in ("case", "org", "leaver", "number", "post", "left_on", "due", "rulebook"):
                    setattr(self, name, getattr(event, name))
            case told.DutyGapOpened():
                self.gaps[event.finding] = DutyGap(finding=event.finding, number=event.number)
            case told.DutyGapClosed():
                ended = {"end": event.end, "member": event.member or ""}
                self.gaps[event.finding] = self.gaps[event.finding].model_copy(update=ended)
            case told.HandoverListPrepared():
                self.state, self.list_version, self.items = HandoverState.LIST_PREPARED, event.version, event.items
                self.digest, self.preparer, self.incoming = event.digest, event.preparer, event.incoming or ""
            case told.HandoverSignedByOutgoing():
                self.state, self.outgoing_signer = HandoverState.SIGNED_BY_OUTGOING, event.signer
                self.in_place, self.ground, self.reason = event.in_place, event.ground, event.reason
            case told.HandoverSignedByIncoming():
                self.state, self.incoming = HandoverState.SIGNED_BY_INCOMING, event.incoming
            case told.HandoverWitnessed():
                self.state, self.witness, self.witness_body = HandoverState.WITNESSED, event.witness, event.body
            case told.HandoverFiled():
                self.state = HandoverState.FILED
                self.file_number, self.document_sha256 = event.file_number, event.document_sha256


def handover_number(case: Case, org: Organisation, no: int) -> str:
    """`ROUND/ORG/n` after the ordinal of the post; where a successor answers for the case, `ROUND/ORG/SUCCESSOR-n`."""
    return f"{case.number}/{no}" if org.id == case.org else f"{case.number}/{org.code}-{no}"


def handover_id(number: str) -> str:
    """The id that a handover's number stands for."""
    return named("handover", *number.split("/"))


def signer(org: Organisation, person: str, day: date, acting_days: int) -> Signer:
    """What the register knows of somebody who signs."""
    serving = org.principal(day, acting_days)
    principal = serving is not None and serving.person == person
    return Signer(person=person, principal=principal, on_team=on_team(org, person, day), day=day)


def on_team(org: Organisation, person: str, day: date) -> bool:
    """Whether the person holds a post of the leadership team on this day."""
    return any(p.person == person and p.post.leads and p.held(day) for p in org.posts)


def _open(found: Finding) -> bool:
    return found.state is not None and found.state.open


def _due(reference: str, left_on: date) -> date | None:
    """By when the duty is to be handed over; the measures say "in time", the number is a service target."""
    book = preset(reference)
    return deadline(book, RULE, Trigger(left_on)).due if RULE in book and has_due_date(book, RULE) else None
