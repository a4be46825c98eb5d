"""Showing: evidence by hash, and what happens when something signed is changed."""

from findings.events.evidence import EvidenceAdded, EvidenceAltered, EvidenceReplaced
from findings.events.parts import Bound, State
from findings.model.guards import BEFORE_REQUEST, WORKING, Guarded
from findings.model.standing import Piece
from findings.refusals.evidence import CriterionUnknown, SameFile
from findings.refusals.finding import NoSuchPart
from kernel.messages import Changes


class Showing(Guarded):
    """The decisions about evidence."""

    def add_evidence(
        self, criteria: tuple[int, ...], name: str, sha256: str, size: int, media_type: str, measure: int = 0
    ) -> Changes:
        """A file that is evidence for some of the criteria.

        Raises:
            WrongState: work has not begun, or what is to be signed stands.
            CriterionUnknown: it names a criterion that the finding does not have.
            NoSuchPart: it names a measure that the finding does not have.
            SameFile: the finding has this file.
        """
        self.must_be_in(*WORKING, State.REOPENED)
        self._criteria_exist(criteria)
        if measure and measure not in self.measures:
            raise NoSuchPart(field="measure", number=self.number, part="措施 / measure", no=measure)
        self._new_file(sha256)
        no = max(self.evidence, default=0) + 1
        added = EvidenceAdded(
            **self.about,
            evidence=no,
            criteria=criteria,
            name=name,
            sha256=sha256,
            size=size,
            media_type=media_type,
            measure=measure,
        )
        return [added.under("R-130", self.rulebook)]

    def replace_evidence(self, evidence: int, name: str, sha256: str, size: int, media_type: str, reason: str) -> Changes:
        """A new version; where a sign-off bound the former one, the sign-off is marked as altered.

        Raises:
            WrongState: a sign-off is being decided: it has to be rejected first.
            NoSuchPart: no such evidence.
            SameFile: the finding has this file.
        """
        self.must_be_in(*BEFORE_REQUEST, State.SIGNED_OFF)
        piece = self.evidence.get(evidence)
        if piece is None:
            raise NoSuchPart(field="evidence", number=self.number, part="佐证材料 / evidence", no=evidence)
        self._new_file(sha256)
        replaced = EvidenceReplaced(
            **self.about,
            evidence=evidence,
            version=piece.newest.version + 1,
            name=name,
            sha256=sha256,
            size=size,
            media_type=media_type,
            reason=reason,
        )
        return [replaced, *self._altered(piece, sha256)]

    def _altered(self, piece: Piece, sha256: str) -> Changes:
        if self.state is not State.SIGNED_OFF:
            return []
        signed = self.bound_in_current(piece.no)
        if signed is None:
            return []
        return [
            EvidenceAltered(**self.about, signoff=self.current.no, evidence=piece.no, signed=signed.sha256, present=sha256).under(
                "R-144", self.rulebook
            )
        ]

    def bound_in_current(self, evidence: int) -> Bound | None:
        """What the newest sign-off bound of this piece of evidence, None when nothing."""
        found = (bound for proof in self.current.matrix for bound in proof.evidence if bound.evidence == evidence)
        return next(found, None)

    def _criteria_exist(self, criteria: tuple[int, ...]) -> None:
        known = {criterion.no for criterion in self.criteria}
        if unknown := [no for no in criteria if no not in known]:
            raise CriterionUnknown(
                field="criteria",
                number=self.number,
                criteria=", ".join(map(str, unknown)),
                known=", ".join(map(str, sorted(known))) or "—",
            )

    def _new_file(self, sha256: str) -> None:
        for piece in self.evidence.values():
            if piece.newest.sha256 == sha256:
                raise SameFile(field="sha256", number=self.number, sha256=sha256, evidence=piece.no)
