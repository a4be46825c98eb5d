"""A confirmed problem is said of each of its findings, in the finding's own record, and taken back from what leaves it."""

from collections.abc import Sequence

from findings.events.finding import FindingClassified, FindingRegistered
from findings.model.finding import Finding
from kernel.messages import Changes, Event, Fact


def marked(found: Finding, problem: str) -> tuple[str, str]:
    """(what the one fact says, the rule it rests on)."""
    changes: Changes = found.share(problem)
    (change,) = changes
    assert isinstance(change, Fact)
    event: Event = change.event
    assert isinstance(event, FindingClassified)
    assert (event.category, event.severity, event.disclosure, event.about_principal) == (None, None, None, None)
    return event.common_problem or "", change.rule


def nothing(changes: Sequence[object]) -> bool:
    return not list(changes)


def registered(problem: str = "") -> Finding:
    assert FindingRegistered.STREAM == FindingClassified.STREAM
    return Finding(id="f" * 32, version=1, case="c" * 32, org="b" * 32, rulebook="guangxi-2022@1", common_problem=problem)


def test_a_finding_says_which_common_problem_it_is_part_of() -> None:
    assert marked(registered(), "XCB/制度执行") == ("XCB/制度执行", "R-54")
    assert marked(registered("XCB/制度执行"), "") == ("", "R-54")


def test_what_is_said_already_is_not_said_again() -> None:
    assert nothing(registered("XCB/制度执行").share("XCB/制度执行"))
    assert nothing(registered().share(""))


def test_a_finding_that_nobody_registered_says_nothing() -> None:
    assert nothing(Finding(id="f" * 32).share("XCB/制度执行"))
