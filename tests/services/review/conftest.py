"""What every test of the organization department begins with: one case and its organs."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest

from kernel.context import SYSTEM, Act, named
from kernel.envelope import Told
from kernel.messages import Changes, News
from review.events.heard import findings as heard
from review.handlers.organ import PostsHeld
from review.model.reviewer import HeldPost
from review.policies import cases
from testkit.given import MORNING, ZONE, Given, act

CASE, ORG = named("case", "XC2026-1", "CGJ"), named("org", "CGJ")
BOOK = "guangxi-2022@1"
NOBODY = (PostsHeld(),)


def told[N: News](news: N, at: datetime = MORNING, org: str = "CGJ") -> Told[N]:
    """A neighbour's news as it arrives."""
    return Told(news, "test/findings/1", 1, 1, at, at, SYSTEM, "system", named("org", org), "", ())


def department(days: int = 0, person: str = "", now: datetime = MORNING, effective: datetime | None = None) -> Act:
    """The organization department acts."""
    return act("org_dept", "ZZB", person, now, effective, days)


def person(name: str) -> str:
    """The id of somebody."""
    return UUID(int=int.from_bytes(name.encode()[:12])).hex


def held(name: str, post: str = "principal", until: str = "", acting: bool = False) -> HeldPost:
    """A post as the register answers."""
    ended = date.fromisoformat(until) if until else None
    return HeldPost(org=ORG, person=person(name), post=post, since=date(2020, 1, 1), until=ended, acting=acting)


@pytest.fixture
def repo() -> Given:
    """A case with a personnel check was opened."""
    given = Given()
    open_case(given)
    return given


def open_case(given: Given, receipt: date = date(2026, 3, 2)) -> None:
    """Findings tells of the case."""
    bodies = {name: named("org", code) for name, code in (("leading_group", "LDXZ"), ("office", "XCB"), ("discipline", "JW"))}
    opened = heard.CaseOpened(
        case=CASE,
        org=ORG,
        round=named("round", "XC2026-1"),
        number="XC2026-1/CGJ",
        rulebook=BOOK,
        receipt_date=receipt,
        phase_end=date(2026, 6, 2),
        special_checks=("personnel_selection",),
        bodies=heard.Bodies(**bodies, org_dept=named("org", "ZZB")),
    )
    hear(given, cases.take_up_case, opened)


def hear(given: Given, policy: Callable[..., Changes], news: News, at: datetime = MORNING) -> None:
    """A policy reacts to news, and what follows is recorded."""
    system = Act(at, at, UUID(int=1), SYSTEM, "system", ORG, ZONE)
    given.apply(policy(told(news, at), system, given), at)
