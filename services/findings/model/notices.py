"""Notifications of results: sent to several organs, acknowledged by each."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from findings.events import letters as told
from findings.events.letters import NotificationKind
from findings.events.parts import Part
from findings.refusals.letters import AcknowledgedAlready, NotificationNumberUsed, NotRecipient
from kernel.aggregates import Aggregate
from kernel.messages import Changes, Event

# The rule by which results are notified.
NOTIFIED_UNDER = {NotificationKind.COMMON_PROBLEM: "R-54", NotificationKind.SUGGESTIONS: "R-115"}


class NotificationState(StrEnum):
    """How far a notification is (R-54, R-115): acknowledged when every recipient acknowledged it."""

    SENT = "SENT"
    ACKNOWLEDGED = "ACKNOWLEDGED"


class Acknowledgement(Part):
    """One recipient's acknowledgement and what it will do, if it said."""

    org: str
    signer: str
    acknowledged_on: date
    actions: tuple[str, ...] = ()


class Notification(Aggregate):
    """A notification as its facts made it."""

    KIND = "findings.notification"
    CALLED = "通报 / notification"

    state: NotificationState | None = None
    number: str = ""
    recipients: tuple[str, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()

    def awaited(self, orgs: Sequence[str]) -> str:
        """Of these recipients the first that did not acknowledge it yet, else the first; "" of none."""
        known = {one.org for one in self.acknowledged}
        return next((org for org in orgs if org not in known), next(iter(orgs), ""))

    def send(self, content: dict[str, Any], sender: str, day: date, rulebook: str) -> Changes:
        """Results are told to others (R-54, R-115).

        Args:
            content: the fields of `NotificationSent` that a person states.
            sender: person id; day: when it goes out.
            rulebook: that of its case or round, `id@version`; "" where it concerns neither and so rests on none.

        Raises:
            NotificationNumberUsed.
        """
        if self.exists:
            raise NotificationNumberUsed(field="number", number=self.number)
        sent = told.NotificationSent(notification=self.id, **content, sender=sender, sent_on=day)
        return [sent.under(NOTIFIED_UNDER[sent.kind], rulebook) if rulebook else sent]

    def acknowledge(self, org: str, signer: str, actions: Sequence[str], day: date) -> Changes:
        """One recipient acknowledges it.

        Raises:
            NotRecipient, AcknowledgedAlready.
        """
        if org not in self.recipients:
            raise NotRecipient(number=self.number)
        for known in self.acknowledged:
            if known.org == org:
                raise AcknowledgedAlready(number=self.number, day=known.acknowledged_on.isoformat())
        return [
            told.NotificationAcknowledged(
                notification=self.id,
                number=self.number,
                org=org,
                signer=signer,
                acknowledged_on=day,
                actions=tuple(actions),
                complete=len(self.acknowledged) + 1 == len(self.recipients),
            )
        ]

    def evolve(self, event: Event, at: datetime) -> None:  # the days of these facts are in them
        """Fold one fact."""
        match event:
            case told.NotificationSent():
                self.state, self.number, self.recipients = NotificationState.SENT, event.number, event.recipients
            case told.NotificationAcknowledged():
                one = Acknowledgement(**event.model_dump(include=set(Acknowledgement.model_fields)))
                self.acknowledged = (*self.acknowledged, one)
                if event.complete:
                    self.state = NotificationState.ACKNOWLEDGED
