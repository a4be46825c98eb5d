"""Doing: measures, milestones and the check for similar problems."""

from datetime import date

from findings.events.measures import (
    ExtensionCheckRecorded,
    MeasureAdded,
    MeasureCompleted,
    MeasureReported,
    MilestoneAdded,
    MilestoneMet,
    MilestoneMissed,
)
from findings.events.parts import State
from findings.model import cells
from findings.model.guards import WORKING, Guarded
from findings.model.standing import Measure, Milestone
from findings.refusals.finding import AfterFinalDate, AmendPlanInstead, DueInPast, NoSuchPart, PartClosed
from kernel.context import Act
from kernel.messages import Changes


class Working(Guarded):
    """The decisions of those who do the work."""

    def add_measure(self, text: str, due: date | None, unit: str, act: Act) -> Changes:
        """One more measure; it takes nothing from what a review passed.

        Raises:
            WrongState: not between claim and sign-off request.
            DueInPast: it would be due before it is added.
        """
        self.must_be_in(State.PLANNED, State.REOPENED, *WORKING)
        if due is not None and due < act.effective_day:
            raise DueInPast(field="due", due=due, day=act.effective_day)
        no = max(self.measures, default=0) + 1
        return [MeasureAdded(**self.about, measure=no, text=cells.line(text), due=due, unit=cells.line(unit))]

    def report_measure(self, measure: int, percent: int, note: str) -> Changes:
        """Progress on a measure.

        Raises:
            WrongState: work has not begun or is over.
            NoSuchPart: no such measure.
            PartClosed: it is done.
        """
        self.must_be_in(*WORKING)
        self._undone(measure)
        return [MeasureReported(**self.about, measure=measure, percent=percent, note=note).under("R-130", self.rulebook)]

    def complete_measure(self, measure: int, result: str) -> Changes:
        """The measure is carried out.

        Raises:
            WrongState, NoSuchPart, PartClosed: as for a report.
        """
        self.must_be_in(*WORKING)
        self._undone(measure)
        return [MeasureCompleted(**self.about, measure=measure, result=result).under("R-130", self.rulebook)]

    def _undone(self, no: int) -> Measure:
        measure = self.measures.get(no)
        if measure is None or measure.dropped:
            raise NoSuchPart(field="measure", number=self.number, part="措施 / measure", no=no)
        if measure.done:
            raise PartClosed(field="measure", number=self.number, part="措施 / measure", no=no)
        return measure

    def record_extension_check(self, scope: str, found: int, fixed: int, note: str) -> Changes:
        """Similar problems were looked for (R-136).

        Raises:
            WrongState: work has not begun or is over.
        """
        self.must_be_in(*WORKING)
        event = ExtensionCheckRecorded(**self.about, scope=scope, found=found, fixed=fixed, note=note)
        return [event.under("R-136", self.rulebook)]

    # --- milestones (R-20, R-133) ------------------------------------------------------------------------------------

    def add_milestone(self, day: date, goal: str, act: Act) -> Changes:
        """A phased goal where no reviewed plan set any; a reviewed road map changes only by an amendment of the plan.

        Raises:
            WrongState: not between claim and sign-off request.
            AmendPlanInstead: the plan that passed sets milestones.
            DueInPast, AfterFinalDate: its day is not between today and the finding's own date.
        """
        self.must_be_in(State.PLANNED, State.REOPENED, *WORKING)
        if self.plan_version and self.plan_milestones:
            raise AmendPlanInstead(number=self.number, what="阶段目标 / road map", version=self.plan_version)
        if day < act.effective_day:
            raise DueInPast(field="day", due=day, day=act.effective_day)
        if self.due is not None and day > self.due:
            raise AfterFinalDate(field="day", number=self.number, day=day, due=self.due)
        no = max(self.milestones, default=0) + 1
        return [MilestoneAdded(**self.about, milestone=no, day=day, goal=cells.line(goal)).under("R-20", self.rulebook)]

    def meet_milestone(self, milestone: int, result: str, act: Act) -> Changes:
        """A phased goal is reached; after its day it is reached late, and stays so.

        Raises:
            WrongState: work has not begun or is over.
            NoSuchPart: no such milestone.
            PartClosed: it was reached before.
        """
        self.must_be_in(*WORKING)
        goal = self._unmet(milestone)
        day = act.effective_day
        event = MilestoneMet(**self.about, milestone=milestone, day=day, result=result, late=day > goal.day)
        return [event.under("R-20", self.rulebook)]

    def _unmet(self, no: int) -> Milestone:
        milestone = self.milestones.get(no)
        if milestone is None:
            raise NoSuchPart(field="milestone", number=self.number, part="阶段目标 / milestone", no=no)
        if milestone.met is not None:
            raise PartClosed(field="milestone", number=self.number, part="阶段目标 / milestone", no=no)
        return milestone

    def miss_milestones(self, day: date) -> Changes:
        """What passed unmet before `day` is missed, once; the final date stays as it was (R-20)."""
        if self.state is None or not self.state.open:
            return []
        return [
            MilestoneMissed(**self.about, milestone=goal.no, day=goal.day).under("R-20", self.rulebook)
            for goal in self.milestones.values()
            if goal.day < day and goal.met is None and not goal.missed
        ]
