"""What every aggregate keeps to."""

import json
import os
import subprocess
import sys

import pytest

from kernel.aggregates import Aggregate, Members


class Crew(Aggregate):
    """An aggregate with a set."""

    names: Members[str] = frozenset()


def test_a_set_has_one_order_in_every_process() -> None:
    """Text hashes differ from process to process, and with them the order in which a set comes out."""
    program = (
        "from kernel.aggregates import Aggregate, Members\n"
        "class Crew(Aggregate):\n"
        "    names: Members[str] = frozenset()\n"
        "crew = Crew(id='a' * 32, names=frozenset(map(str, range(50))))\n"
        "print(crew.model_dump_json())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert json.loads(told.pop())["names"] == sorted(map(str, range(50)))


def test_a_set_reads_back_as_it_was() -> None:
    crew = Crew(id="a" * 32, names=frozenset({"办公室主任甲", "办公室主任乙"}))
    assert Crew.model_validate_json(crew.model_dump_json()) == crew


def test_a_set_without_an_order_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Loose\.names: the order of a set differs"):

        class Loose(Aggregate):
            """An aggregate whose JSON is another one in every process."""

            names: frozenset[str] = frozenset()
