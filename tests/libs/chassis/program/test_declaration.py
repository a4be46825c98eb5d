"""What a page may not say is refused when it is built."""

from dataclasses import replace

import pytest

from chassis.service import DeclarationError
from kernel.messages import Changes
from tests.libs.chassis.program.demo import DEMO, ThingOpened


def test_two_policies_of_one_name_for_one_event_would_be_one_command() -> None:
    def react() -> Changes:
        return []

    first = react

    def react() -> Changes:  # type: ignore[no-redef] # noqa: F811 - two policies of one name are the case
        return []

    with pytest.raises(DeclarationError, match="two policies for ThingOpened are called react"):
        replace(DEMO, policies={ThingOpened: [first, react]})
