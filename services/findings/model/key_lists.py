"""A key-finding list: derived from flags, issued once, signed for by each recipient, followed up (R-114)."""

from collections.abc import Sequence
from datetime import date, datetime

from pydantic import Field

from findings.events import key_lists as told
from findings.events.key_lists import KeyEntry, KeyProgress, KeyRecipient
from findings.events.parts import Part
from findings.model.digest import digest, text_digest
from findings.model.finding import Finding
from findings.model.round import Round
from findings.model.ruled import bound
from findings.refusals.key_lists import (
    KeyListNumberUsed,
    KeyListReceivedAlready,
    NoKeyFindings,
    NotKeyFinding,
    NotKeyRecipient,
    NotOnKeyList,
)
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event

RULE = "R-114"


class Look(Part):
    """The newest look at a finding of the list."""

    progress: KeyProgress
    note: str
    by: str
    followed_on: date


class KeyList(Aggregate):
    """A list as its facts made it."""

    KIND = "findings.key-list"
    CALLED = "整改重点问题清单 / key-finding list"

    number: str = ""
    round: str = ""
    office: str = ""
    rulebook: str = ""
    entries: tuple[KeyEntry, ...] = ()
    recipients: tuple[KeyRecipient, ...] = ()
    digest: str = ""
    issued_on: date | None = None
    received: dict[str, date] = Field(default_factory=dict)
    looks: dict[str, Look] = Field(default_factory=dict)

    def issue(
        self, number: str, inspected: Round, flagged: Sequence[Finding], recipients: Sequence[KeyRecipient], book: str, day: date
    ) -> Changes:
        """The office issues it.

        Raises:
            KeyListNumberUsed, NoKeyFindings.
        """
        if self.exists:
            raise KeyListNumberUsed(field="number", number=number)
        if not flagged:
            raise NoKeyFindings(code=inspected.code)
        entries = tuple(_entry(finding) for finding in sorted(flagged, key=lambda one: one.number))
        issued = told.KeyListIssued(
            key_list=self.id,
            number=number,
            round=inspected.id,
            office=inspected.organs.office,
            entries=entries,
            recipients=tuple(recipients),
            digest=digest([number, inspected.id, entries]),
            issued_on=day,
            rulebook=book,
        )
        return [bound(issued, RULE, book)]

    def receive(self, act: Act) -> Changes:
        """A recipient signs for it.

        Raises:
            NotKeyRecipient, KeyListReceivedAlready.
        """
        mine = self._mine(act)
        if mine is None:
            raise NotKeyRecipient(number=self.number)
        if mine.org in self.received:
            raise KeyListReceivedAlready(number=self.number, day=self.received[mine.org].isoformat())
        received = told.KeyListReceived(
            key_list=self.id,
            number=self.number,
            org=mine.org,
            signer=act.actor,
            received_on=act.effective_day,
            complete=len(self.received) + 1 == len(self.recipients),
        )
        return [bound(received, RULE, self.rulebook)]

    def follow(self, finding: Finding, progress: KeyProgress, note: str, act: Act) -> Changes:
        """A recipient, or the office, looks how a finding of the list is.

        Raises:
            NotKeyRecipient, NotOnKeyList.
        """
        if self._mine(act) is None and act.org != self.office:
            raise NotKeyRecipient(number=self.number)
        if finding.id not in {entry.finding for entry in self.entries}:
            raise NotOnKeyList(field="finding", finding=finding.number, number=self.number)
        followed = told.KeyFindingFollowed(
            key_list=self.id,
            number=self.number,
            finding=finding.id,
            case=finding.case,
            org=finding.org,
            by=act.org,
            progress=progress,
            note=note,
            followed_on=act.effective_day,
        )
        return [bound(followed, RULE, self.rulebook)]

    def _mine(self, act: Act) -> KeyRecipient | None:
        """What the actor is on it: the named person, or anybody of the organ where no person is named."""
        mine = (one for one in self.recipients if one.org == act.org and one.person in (None, act.actor))
        return next(mine, None)

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.KeyListIssued():
                self.number, self.round, self.office, self.rulebook = event.number, event.round, event.office, event.rulebook
                self.entries, self.recipients, self.digest = event.entries, event.recipients, event.digest
                self.issued_on = event.issued_on
            case told.KeyListReceived():
                self.received = {**self.received, event.org: event.received_on}
            case told.KeyFindingFollowed():
                look = Look(progress=event.progress, note=event.note, by=event.by, followed_on=event.followed_on)
                self.looks = {**self.looks, event.finding: look}


def chosen(inspected: Round, flagged: Sequence[Finding], wanted: Sequence[str]) -> list[Finding]:
    """The flagged findings that are wanted; all when none is named.

    Raises:
        NotKeyFinding: one that is named is not flagged, or not of the round.
    """
    known = {finding.id: finding for finding in flagged}
    for place, finding in enumerate(wanted):
        if finding not in known:
            raise NotKeyFinding(field=f"findings.{place}", finding=finding, code=inspected.code)
    return [known[finding] for finding in dict.fromkeys(wanted)] if wanted else list(flagged)


def _entry(finding: Finding) -> KeyEntry:
    return KeyEntry(
        finding=finding.id,
        number=finding.number,
        org=finding.org,
        state=finding.state or "",
        due=finding.due,
        wording_sha256=text_digest(finding.wording),
    )
