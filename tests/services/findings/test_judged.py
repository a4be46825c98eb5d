"""What an act after its date is called: late after a limit, a target passed where the rulebook only asks for something timely."""

from datetime import date

import pytest

from findings.model.dates import judged

DUE = date(2026, 6, 2)


@pytest.mark.parametrize(
    ("rulebook", "rule", "limit"),
    [
        ("guangxi-2022@1", "R-07", True),
        ("guangxi-2022@1", "R-16", False),
        ("guangxi-2022@1", "R-17", False),
        ("county-demo@1", "R-17", True),
        ("guangxi-2022@1", "R-67", False),
        ("national-2017@2", "R-67", True),
        ("national-2017@2", "R-155", False),
    ],
)
def test_only_a_limit_makes_late(rulebook: str, rule: str, limit: bool) -> None:
    assert judged(rulebook, rule, DUE, DUE) == {"late": False, "target_passed": False}
    assert judged(rulebook, rule, DUE, date(2026, 6, 3)) == {"late": limit, "target_passed": not limit}
    assert judged(rulebook, rule, None, date(2026, 6, 3)) == {"late": False, "target_passed": False}


def test_what_no_rulebook_explains_is_taken_for_a_limit() -> None:
    assert judged("", "R-67", DUE, date(2026, 6, 3)) == {"late": True, "target_passed": False}
