"""The count of a category: each case that opens moves it, and what is counted may become, or be again, a common problem."""

from collections.abc import Sequence
from datetime import date

from findings.events import common_problems as told
from findings.events.common_problems import ProblemState, Spread
from findings.model.common_problems.parts import NAMED, SEEN, Seen
from findings.model.common_problems.state import ProblemRecord
from kernel.messages import Changes

_GOVERNED = (ProblemState.RULE_ADOPTED, ProblemState.EFFECT_CHECKED, ProblemState.CLOSED)


class Counting(ProblemRecord):
    """A common problem that counts."""

    def see(self, origin: Seen, round: str, org: str, findings: Sequence[str], threshold: int, rulebook: str, day: date) -> Changes:
        """Findings of its category came with the feedback of one organisation: counted, a candidate from the threshold on,
        open again where a round brings it after rules were adopted.

        Args:
            origin: number, office and category.
            round, org, findings: where they were found; those counted before count once.
            threshold: from how many organisations on it is a candidate. rulebook: that of the case. day: of the receipt.
        """
        fresh = tuple(finding for finding in findings if finding not in self.findings)
        if not fresh:
            return []
        after = self.model_copy(deep=True)
        after.findings |= dict.fromkeys(fresh, f"{round}/{org}")
        orgs, total = len(after.org_ids), len(after.findings)
        seen = told.CategorySeen(
            problem=self.id, **origin.model_dump(), round=round, org=org, findings=fresh, orgs=orgs, total=total
        )
        return [seen, *self._candidate(origin, after, round, threshold, rulebook), *self._again(after, round, rulebook, day)]

    def leave(self, finding: str) -> Changes:
        """A finding was classified otherwise; nothing when it was not counted here."""
        if finding not in self.findings:
            return []
        after = self.model_copy(deep=True)
        after.findings.pop(finding)
        left = told.CategoryLeft(
            problem=self.id,
            number=self.number,
            finding=finding,
            round=self.findings[finding].split("/")[0],
            orgs=len(after.org_ids),
            total=len(after.findings),
        )
        return [left]

    def _candidate(self, origin: Seen, after: "ProblemRecord", round: str, threshold: int, rulebook: str) -> Changes:
        wanted = self.dismissed_at + threshold if self.state is ProblemState.DISMISSED else threshold
        if self.state not in (None, ProblemState.DISMISSED) or len(after.org_ids) < wanted:
            return []
        here = {place for place in after.findings.values() if place.startswith(f"{round}/")}
        within = len(here) >= threshold
        candidate = told.CandidateFound(
            problem=self.id,
            **origin.model_dump(),
            spread=Spread.ROUND if within else Spread.ROUNDS,
            threshold=threshold,
            round=round if within else None,
            org_ids=after.org_ids[:NAMED],
            finding_ids=tuple(sorted(after.findings))[:NAMED],
            rulebook=rulebook,
        )
        return [candidate.under(SEEN, rulebook)]

    def _again(self, after: "ProblemRecord", round: str, rulebook: str, day: date) -> Changes:
        if self.state not in _GOVERNED or round in self.governed_rounds:
            return []
        fresh = {finding: place for finding, place in after.findings.items() if place.startswith(f"{round}/")}
        recurred = told.CommonProblemRecurred(
            problem=self.id,
            number=self.number,
            category=self.category,
            round=round,
            former=self.state,
            count=self.recurred + 1,
            org_ids=tuple(sorted({place.split("/")[1] for place in fresh.values()}))[:NAMED],
            finding_ids=tuple(sorted(fresh))[:NAMED],
            recurred_on=day,
            rulebook=rulebook,
        )
        return [recurred.under(SEEN, rulebook)]

    def propose(self, origin: Seen, places: dict[str, str], reason: str, proposer: str, rulebook: str) -> Changes:
        """Somebody of the inspection side takes these findings for one problem; they count from now on.

        Args:
            origin: number, office and category; places: by finding, `ROUND/ORG`.

        Raises:
            WrongProblemState: it is a candidate, or further, already.
        """
        if self.state not in (None, ProblemState.DISMISSED):
            self._in()
        after = self.model_copy(deep=True)
        changes: Changes = []
        for place in sorted(set(places.values())):
            where_round, where_org = place.split("/")
            fresh = tuple(sorted(f for f, where in places.items() if where == place and f not in self.findings))
            after.findings |= dict.fromkeys(fresh, place)
            if fresh:
                where = {"round": where_round, "org": where_org, "findings": fresh}
                counts = {"orgs": len(after.org_ids), "total": len(after.findings)}
                changes.append(told.CategorySeen(problem=self.id, **origin.model_dump(), **where, **counts))
        candidate = told.CandidateFound(
            problem=self.id,
            **origin.model_dump(),
            spread=Spread.PROPOSED,
            org_ids=after.org_ids[:NAMED],
            finding_ids=tuple(sorted(after.findings))[:NAMED],
            proposer=proposer,
            reason=reason,
            rulebook=rulebook,
        )
        return [*changes, candidate.under(SEEN, rulebook)]
