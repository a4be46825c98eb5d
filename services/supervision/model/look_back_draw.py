"""Drawing signed-off findings at random so that anybody can draw again (R-108, R-152)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import Field

import rulebook
from kernel.aggregates import Aggregate
from kernel.context import Act
from kernel.messages import Changes, Event
from supervision.events import look_back as happened
from supervision.events.look_back import DrawnItem, Outcome
from supervision.events.words import Defect
from supervision.model.signed_off import SignedOff
from supervision.refusals.look_back import (
    AlreadyChecked,
    LookBackOpen,
    LookBackOver,
    NotDrawn,
    NothingToDraw,
    OwnVerdict,
    ShareTooSmall,
)
from supervision.refusals.measures import NumberUsed


def population_hash(findings: Iterable[str]) -> str:
    """SHA-256 (hex) over the sorted ids, joined by line feeds."""
    return hashlib.sha256("\n".join(sorted(findings)).encode()).hexdigest()


def score(seed: str, finding: str) -> str:
    """What decides whether a finding is drawn: SHA-256 (hex) over the seed, a line feed and its id."""
    return hashlib.sha256(f"{seed}\n{finding}".encode()).hexdigest()


def drawn(seed: str, findings: Iterable[str], percent: int) -> list[str]:
    """The draw: all ids by their score, and of them the share, rounded up."""
    ranked = sorted((score(seed, finding), finding) for finding in findings)
    return [finding for _, finding in ranked[: -(-len(ranked) * percent // 100)]]


def derived_seed(number: str, day: date, population_sha256: str) -> str:
    """A seed from what is public: SHA-256 (hex) over the look-back's number, its day and the population's hash, by line."""
    return hashlib.sha256(f"{number}\n{day.isoformat()}\n{population_sha256}".encode()).hexdigest()


def least_percent(books: Iterable[str]) -> int:
    """The share that the rulebooks of the cases want drawn; the largest where they differ."""
    return max((rulebook.preset(book).settings.look_back.value.sample_percent for book in set(books)), default=1)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drawn: `percent` 0 means the rulebook's share, an empty seed one derived from public data."""

    number: str
    title: str
    round: str
    cases: tuple[str, ...]
    percent: int
    seed: str
    seed_source: str


class LookBackDraw(Aggregate):
    """One look-back with the findings drawn for it."""

    KIND = "supervision.look-back-draw"
    CALLED = "回头看 / look-back"

    number: str = ""
    round: str = ""
    items: dict[str, DrawnItem] = Field(default_factory=dict)
    outcomes: dict[str, Outcome] = Field(default_factory=dict)
    reported: bool = False

    def draw(self, order: Order, population: Sequence[SignedOff], act: Act) -> Changes:
        """Draw from the population, which the event freezes by hash and count.

        Raises:
            NumberUsed: the number belongs to another look-back.
            NothingToDraw: no finding was signed off long enough ago.
            ShareTooSmall: fewer than the rulebook wants.
        """
        if self.exists:
            raise NumberUsed(field="number", number=order.number)
        known = {one.finding: one for one in population}
        if not known:
            raise NothingToDraw(field="round")
        least = least_percent(one.rulebook for one in population)
        percent = order.percent or least
        if percent < least:
            raise ShareTooSmall(field="percent", percent=percent, least=least)
        frozen = population_hash(known)
        seed = order.seed or derived_seed(order.number, act.effective_day, frozen)
        chosen = drawn(seed, known, percent)
        event = happened.LookBackDrawn(
            draw=self.id,
            number=order.number,
            title=order.title,
            round=order.round,
            case=order.cases[0] if len(order.cases) == 1 else None,
            cases=order.cases,
            seed=seed,
            seed_source=order.seed_source or "sha256(number, day, population_sha256)",
            percent=percent,
            population_count=len(known),
            population_sha256=frozen,
            finding_ids=tuple(chosen),
            items=tuple(_item(known[finding], seed) for finding in chosen),
            drawn_on=act.effective_day,
            drawer=act.actor,
        )
        return [event.under("R-108", known[chosen[0]].rulebook)]

    def holds(self, finding: str, note: str, evidence: tuple[str, ...], act: Act) -> Changes:
        """A visit showed that the sign-off holds.

        Raises:
            LookBackOver, NotDrawn, AlreadyChecked, OwnVerdict.
        """
        names = self._visited(finding, act)
        return [happened.DrawnItemHeld(**names, note=note, evidence=evidence)]

    def overturned(self, finding: str, look_back: str, note: str, defect: Defect | None, act: Act) -> Changes:
        """A visit showed that the sign-off does not hold.

        Raises:
            LookBackOver, NotDrawn, AlreadyChecked, OwnVerdict.
        """
        names = self._visited(finding, act)
        return [happened.DrawnItemOverturned(**names, look_back=look_back, note=note, defect=defect)]

    def report(self, summary: str, document: str, book: str, act: Act) -> Changes:
        """The report, once every finding drawn was visited (R-108).

        Raises:
            LookBackOver, LookBackOpen.
        """
        self._must_run()
        if missing := [item.number for finding, item in self.items.items() if finding not in self.outcomes]:
            raise LookBackOpen(count=len(missing), numbers="、".join(missing[:10]))
        held = sum(outcome is Outcome.HOLDS for outcome in self.outcomes.values())
        reported = happened.LookBackReported(
            draw=self.id,
            round=self.round,
            held=held,
            overturned=len(self.outcomes) - held,
            summary=summary,
            document_sha256=document,
            reporter=act.actor,
            reported_on=act.effective_day,
        )
        return [reported.under("R-108", book)]

    def item(self, finding: str) -> DrawnItem:
        """The finding as drawn.

        Raises:
            NotDrawn.
        """
        if finding not in self.items:
            raise NotDrawn(field="finding", number=self.number)
        return self.items[finding]

    def evolve(self, event: Event, at: datetime) -> None:
        """Fold one event."""
        match event:
            case happened.LookBackDrawn():
                self.number, self.round = event.number, event.round
                self.items = {item.finding: item for item in event.items}
            case happened.DrawnItemHeld():
                self.outcomes[event.finding] = Outcome.HOLDS
            case happened.DrawnItemOverturned():
                self.outcomes[event.finding] = Outcome.OVERTURNED
            case happened.LookBackReported():
                self.reported = True
            case _:
                raise TypeError(f"a look-back draw does not fold {event.TOPIC} of {at}")

    def _must_run(self) -> None:
        if self.reported:
            raise LookBackOver(number=self.number)

    def _visited(self, finding: str, act: Act) -> dict[str, Any]:
        self._must_run()
        item = self.item(finding)
        if finding in self.outcomes:
            raise AlreadyChecked(field="finding", number=item.number, outcome=self.outcomes[finding])
        if act.actor == item.verifier:
            raise OwnVerdict(field="finding", number=item.number)
        return {
            "draw": self.id,
            "finding": finding,
            "case": item.case,
            "org": item.org,
            "checker": act.actor,
            "checked_on": act.effective_day,
        }


def _item(known: SignedOff, seed: str) -> DrawnItem:
    return DrawnItem(
        finding=known.finding,
        case=known.case,
        org=known.org,
        number=known.number,
        signoff=known.signoff,
        verifier=known.verifier,
        score=score(seed, known.finding),
    )
