"""Extending: asked for once, before the date, and decided by the dispatching side."""

from datetime import date

from findings.events.extension import ExtensionGranted, ExtensionRefused, ExtensionRequested
from findings.model.guards import WORKING, Guarded
from findings.model.standing import Extension
from findings.refusals.extension import ExtensionNotLater, ExtensionTooLate, ExtensionUsedUp, NoDueDate, NoExtensionAsked
from kernel.context import Act
from kernel.messages import Changes
from rulebook.settings import Extensions


class Extending(Guarded):
    """The decisions about a later date; nobody extends the own deadline (SOD-13)."""

    def request_extension(self, wanted: date, reason: str, rule: Extensions, act: Act) -> Changes:
        """The principal asks for a later date.

        Args:
            wanted: the date asked for.
            reason: why the present one cannot be kept.
            rule: the rulebook's switch: how often, and whether only before the date.
            act: who asks, when.

        Raises:
            WrongState: work has not begun or is over.
            NoDueDate, ExtensionUsedUp, ExtensionTooLate, ExtensionNotLater: the request breaks the rule.
        """
        self.must_be_in(*WORKING)
        if self.due is None:
            raise NoDueDate(number=self.number)
        if (count := sum(e.outcome != "refused" for e in self.extensions)) >= rule.max_count:
            raise ExtensionUsedUp(number=self.number, count=count, limit=rule.max_count)
        if rule.before_due_only and act.effective_day > self.due:
            raise ExtensionTooLate(number=self.number, due=self.due)
        if wanted <= self.due:
            raise ExtensionNotLater(field="wanted", number=self.number, wanted=wanted, due=self.due)
        no = len(self.extensions) + 1
        return [ExtensionRequested(**self.about, extension=no, requester=act.actor, due=self.due, wanted=wanted, reason=reason)]

    def grant_extension(self, due: date | None, reason: str, act: Act) -> Changes:
        """The dispatching side sets a later date, the one asked for unless it names another.

        Raises:
            NoExtensionAsked: nothing waits for an answer.
            OwnFinding: the acting organ is the inspected one.
            ExtensionNotLater: the date would not be later than the present one.
        """
        asked = self._asked()
        self.by_another_organ(act.org, "延期审批 / granting an extension")
        granted = due or asked.wanted
        if granted <= asked.former:
            raise ExtensionNotLater(field="due", number=self.number, wanted=granted, due=asked.former)
        return [ExtensionGranted(**self.about, extension=asked.no, former=asked.former, due=granted, reason=reason)]

    def refuse_extension(self, reason: str, act: Act) -> Changes:
        """The dispatching side leaves the date as it is.

        Raises:
            NoExtensionAsked: nothing waits for an answer.
            OwnFinding: the acting organ is the inspected one.
        """
        asked = self._asked()
        self.by_another_organ(act.org, "延期审批 / refusing an extension")
        return [ExtensionRefused(**self.about, extension=asked.no, due=asked.former, reason=reason)]

    def _asked(self) -> Extension:
        self.must_be_in(*WORKING)
        if not self.extensions or self.extensions[-1].outcome != "requested":
            raise NoExtensionAsked(number=self.number)
        return self.extensions[-1]
