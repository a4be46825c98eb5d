"""Amending: cells that shall change, proposed by a returned file or a person, accepted or rejected by a person."""

from findings.events.amendments import AmendmentAccepted, AmendmentProposed, AmendmentRejected, Change
from findings.events.parts import MilestonePlan
from findings.model import cells
from findings.model.guards import BEFORE_REQUEST, OPEN, Guarded
from findings.model.standing import Amendment
from findings.refusals.amendments import (
    AmendmentDecided,
    AmendmentOutdated,
    CellUnknown,
    CellWrong,
    DateNotYours,
    WordingFrozen,
)
from findings.refusals.finding import AmendPlanInstead, NoSuchPart, NothingChanges
from kernel.context import Act
from kernel.messages import Changes

NAMES = {"L": "member_name", "M": "handler_name", "N": "sponsor_name"}


class Amending(Guarded):
    """The decisions about proposed amendments of the ledger's row."""

    def cell_texts(self) -> dict[str, str]:
        """What the free columns say of this finding now, by letter; the names of persons known by id are missing."""
        measures = [m.text for m in self.measures.values() if not m.dropped] or list(self.planned_measures)
        stages = [f"{m.day.isoformat()} {m.goal}" for m in self.milestones.values()] or list(self.planned_milestones)
        return {
            "C": self.category,
            "D": self.wording,
            "E": self.manifestation,
            "F": self.cause,
            "G": self.goal,
            "H": cells.numbered(measures),
            "I": cells.TRACKS[self.track] if self.track else "",
            "J": self.unit,
            "K": "、".join(self.supports),
            "L": self.member_name,
            "M": self.handler_name,
            "N": self.sponsor_name,
            "O": self.due.isoformat() if self.due else "",
            "P": cells.numbered(stages),
            "Q": cells.numbered(criterion.text for criterion in self.criteria),
            "Y": self.remark,
        }

    def propose_amendment(
        self, wanted: dict[str, str], reason: str, source: str = "", row: int = 0, known: dict[str, str] | None = None
    ) -> Changes:
        """Cells shall change; what is the same already is left out.

        Args:
            wanted: new text by column letter.
            reason: why.
            source, row: SHA-256 of the file and its row, or "" and 0.
            known: names of persons that are kept by id, by column letter.

        Raises:
            WrongState: it is closed.
            CellUnknown, CellWrong: a column that cannot be amended, or a text that does not read as one.
            NothingChanges: all is so already.
        """
        self.must_be_in(*OPEN)
        changes = self.changes(wanted, known or {})
        if not changes:
            raise NothingChanges(number=self.number)
        named = {NAMES[c.column]: c.new for c in changes if c.column in NAMES}
        return [
            AmendmentProposed(
                **self.about,
                amendment=len(self.amendments) + 1,
                changes=tuple(Change(column=c.column, old="", new="") if c.column in NAMES else c for c in changes),
                reason=reason,
                source=source,
                row=row,
                **named,
            )
        ]

    def changes(self, wanted: dict[str, str], known: dict[str, str]) -> tuple[Change, ...]:
        """What differs from the row as it stands, by cell, in the order of the columns.

        Raises:
            CellUnknown, CellWrong: a column that cannot be amended, or a text that does not read as one.
        """
        present = self.cell_texts() | known
        free = {column.letter: column for column in cells.COLUMNS if column.free}
        if strange := sorted(set(wanted) - set(free)):
            headers = "、".join(column.header for column in free.values())
            raise CellUnknown(field="cells", number=self.number, column="、".join(strange), known=headers)
        found = []
        for column in free.values():
            if column.letter not in wanted:
                continue
            try:
                new = cells.canonical(column.letter, wanted[column.letter])
            except cells.CellUnreadable as error:
                raise CellWrong(
                    field="cells", number=self.number, column=column.header, text=error.shown, why=error.code
                ) from error
            if new != _canonical(column.letter, present[column.letter]):
                found.append(Change(column=column.letter, old=present[column.letter], new=new))
        return tuple(found)

    def accept_amendment(self, amendment: int, reason: str, act: Act) -> Changes:
        """The cells change.

        Raises:
            WrongState: what is to be signed stands, or the finding is closed.
            NoSuchPart, AmendmentDecided: there is none, or it was decided.
            AmendmentOutdated: a cell changed since it was proposed.
            AmendPlanInstead: the cells were reviewed with the plan.
            WordingFrozen, DateNotYours: they are the dispatching side's.
        """
        self.must_be_in(*BEFORE_REQUEST)
        asked = self._asked_amendment(amendment)
        columns = {change.column for change in asked.changes}
        if self.plan_version and (reviewed := columns & cells.REVIEWED):
            raise AmendPlanInstead(number=self.number, what=_headers(reviewed), version=self.plan_version)
        if act.org == self.org and (frozen := columns & cells.FROZEN):
            raise WordingFrozen(number=self.number, columns=_headers(frozen))
        if act.org == self.org and self.due is not None and "O" in columns:
            raise DateNotYours(number=self.number)
        present = self.cell_texts()
        if changed := {c.column for c in asked.changes if c.column not in NAMES and present[c.column] != c.old}:
            raise AmendmentOutdated(number=self.number, amendment=amendment, columns=_headers(changed))
        return [AmendmentAccepted(**self.about, amendment=amendment, reason=reason)]

    def reject_amendment(self, amendment: int, reason: str) -> Changes:
        """The row stays as it is.

        Raises:
            NoSuchPart, AmendmentDecided: there is none, or it was decided.
        """
        self._asked_amendment(amendment)
        return [AmendmentRejected(**self.about, amendment=amendment, reason=reason)]

    def _asked_amendment(self, no: int) -> Amendment:
        if not 1 <= no <= len(self.amendments):
            raise NoSuchPart(field="amendment", number=self.number, part="修改建议 / amendment", no=no)
        asked = self.amendments[no - 1]
        if asked.outcome != "proposed":
            raise AmendmentDecided(number=self.number, amendment=no, outcome=asked.outcome)
        return asked

    def proposed_before(self, wanted: dict[str, str], known: dict[str, str]) -> bool:
        """Whether the very same cells are proposed and wait for a decision."""
        changes = self.changes(wanted, known)
        named = {c.column: c.new for c in changes if c.column in NAMES}
        plain = {(c.column, c.new) for c in changes if c.column not in NAMES}
        return any(
            a.outcome == "proposed"
            and dict(a.names) == named
            and {(c.column, c.new) for c in a.changes if c.column not in NAMES} == plain
            for a in self.amendments
        )

    def planned_stages(self) -> tuple[MilestonePlan, ...]:
        """The phased goals that a delivered ledger names, as the plan takes them over."""
        read = (cells.stage(text) for text in self.planned_milestones)
        return tuple(MilestonePlan(no=no, day=day, goal=goal) for no, (day, goal) in enumerate(read, 1))


def _canonical(column: str, text: str) -> str:
    """The present text, which reads as its column demands because it was admitted."""
    return cells.canonical(column, text)


def _headers(columns: set[str] | frozenset[str]) -> str:
    return "、".join(cells.BY_LETTER[letter].header for letter in sorted(columns))
