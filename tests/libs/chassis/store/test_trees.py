"""Nodes of kept logs: those of the whole tree, whatever is remembered and however the log grew."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.store.trees import Trees
from translog.errors import TranslogError
from translog.merkle import inclusion_proof, leaf_hash, root_of, subtree_hash, verify_inclusion
from translog.tile import WIDTH

LEAVES = [leaf_hash(sha256(str(number).encode()).digest()) for number in range(5 * WIDTH + 3)]


class Log:
    """The first `size` leaves; `asked` counts what was read."""

    def __init__(self, size: int) -> None:
        self.size, self.asked = size, 0

    def leaves(self, source: str, after: int, limit: int) -> Sequence[bytes]:
        found = LEAVES[after : min(self.size, after + limit)] if source == "one" else []
        self.asked += len(found)
        return found


@given(st.lists(st.integers(1, len(LEAVES)), min_size=1, max_size=4), st.data())
def test_every_leaf_is_proved_at_every_size_that_was(sizes: list[int], data: st.DataObject) -> None:
    log = Log(0)
    trees = Trees(log.leaves)
    for size in sizes:
        log.size = max(log.size, size)
        nodes = trees.nodes("one", size)
        assert subtree_hash(0, size, nodes) == root_of(LEAVES[:size])
        index = data.draw(st.integers(0, size - 1))
        assert nodes(0, index) == LEAVES[index]
        verify_inclusion(LEAVES[index], index, size, inclusion_proof(index, size, nodes), root_of(LEAVES[:size]))


def test_what_was_hashed_is_not_read_again() -> None:
    log = Log(len(LEAVES))
    trees = Trees(log.leaves)
    inclusion_proof(2 * WIDTH, log.size, trees.nodes("one", log.size))
    before = log.asked
    inclusion_proof(2 * WIDTH, log.size, trees.nodes("one", log.size))
    assert log.asked - before == WIDTH + 3


@pytest.mark.parametrize("held", [0, 7, WIDTH, 3 * WIDTH - 1])
def test_a_log_that_ends_too_early_proves_nothing(held: int) -> None:
    trees = Trees(Log(held).leaves)
    nodes = trees.nodes("one", 3 * WIDTH)
    with pytest.raises(TranslogError):
        verify_inclusion(LEAVES[0], 0, 3 * WIDTH, inclusion_proof(0, 3 * WIDTH, nodes), root_of(LEAVES[: 3 * WIDTH]))
