"""RFC 6962: roots, proofs, and proofs that must fail."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translog.errors import ProofInvalid, ProofRequest
from translog.merkle import (
    EMPTY_ROOT,
    CompactTree,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    node_reader,
    root_of,
    verify_consistency,
    verify_inclusion,
)

LEAVES = [leaf_hash(bytes([number])) for number in range(70)]
READ = node_reader(LEAVES)


def recursive_root(leaves: list[bytes]) -> bytes:
    """MTH as RFC 6962 §2.1 writes it."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(recursive_root(leaves[:split]), recursive_root(leaves[split:]))


def load(path: Path) -> tuple[dict[str, Any], list[bytes]]:
    case = json.loads(path.read_text())
    return case, [base64.b64decode(item or "") for item in case["proof"] or []]


def test_public_consistency_vectors(vectors: Path) -> None:
    paths = sorted((vectors / "merkle" / "consistency").rglob("*.json"))
    assert len(paths) > 80
    for path in paths:
        case, proof = load(path)
        arguments = case["size1"], case["size2"], base64.b64decode(case["root1"]), base64.b64decode(case["root2"]), proof
        if case["wantErr"]:
            with pytest.raises(ProofInvalid):
                verify_consistency(*arguments)
        else:
            verify_consistency(*arguments)


def test_public_inclusion_vectors(vectors: Path) -> None:
    paths = sorted((vectors / "merkle" / "inclusion").rglob("*.json"))
    assert len(paths) > 80
    for path in paths:
        case, proof = load(path)
        leaf, root = base64.b64decode(case["leafHash"] or ""), base64.b64decode(case["root"] or "")
        arguments = leaf, case["leafIdx"], case["treeSize"], proof, root
        if case["wantErr"]:
            with pytest.raises(ProofInvalid):
                verify_inclusion(*arguments)
        else:
            verify_inclusion(*arguments)


def test_known_roots() -> None:
    # Inputs and roots of the reference tree used across Certificate Transparency implementations.
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    tree = CompactTree()
    assert tree.root() == EMPTY_ROOT == root_of([])
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    roots = {}
    for size, entry in enumerate(inputs, 1):
        tree.append(leaf_hash(bytes.fromhex(entry)))
        roots[size] = tree.root().hex()
    assert roots[1] == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert roots[2] == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
    assert roots[8] == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def test_every_size_up_to_seventy() -> None:
    tree = CompactTree()
    for size in range(1, len(LEAVES) + 1):
        tree.append(LEAVES[size - 1])
        root = recursive_root(LEAVES[:size])
        assert tree.root() == root_of(LEAVES[:size]) == root
        assert CompactTree(size, tree.peaks).root() == root
        for index in range(size):
            verify_inclusion(LEAVES[index], index, size, inclusion_proof(index, size, READ), root)
        for smaller in range(1, size + 1):
            verify_consistency(smaller, size, root_of(LEAVES[:smaller]), root, consistency_proof(smaller, size, READ))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 70), st.integers(0, 69), st.integers(0, 10_000))
def test_no_changed_bit_of_an_inclusion_passes(size: int, index: int, bit: int) -> None:
    index %= size
    proof, root = inclusion_proof(index, size, READ), root_of(LEAVES[:size])
    whole = bytearray(b"".join([LEAVES[index], root, *proof]))
    whole[bit // 8 % len(whole)] ^= 1 << bit % 8
    leaf, changed, *path = (bytes(whole[i : i + 32]) for i in range(0, len(whole), 32))
    with pytest.raises(ProofInvalid):
        verify_inclusion(leaf, index, size, path, changed)
    for place in {(index + 1, size), (index - 1, size)}:
        if place != (index, size):
            with pytest.raises(ProofInvalid):
                verify_inclusion(LEAVES[index], *place, proof, root)


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 70), st.integers(1, 69), st.integers(0, 10_000))
def test_no_changed_bit_of_a_consistency_proof_passes(size: int, smaller: int, bit: int) -> None:
    smaller = 1 + smaller % (size - 1)
    proof = consistency_proof(smaller, size, READ)
    root1, root2 = root_of(LEAVES[:smaller]), root_of(LEAVES[:size])
    whole = bytearray(b"".join([root1, root2, *proof]))
    whole[bit // 8 % len(whole)] ^= 1 << bit % 8
    one, two, *path = (bytes(whole[i : i + 32]) for i in range(0, len(whole), 32))
    with pytest.raises(ProofInvalid):
        verify_consistency(smaller, size, one, two, path)
    for changed in ([*proof, LEAVES[0]], proof[:-1]):
        with pytest.raises(ProofInvalid):
            verify_consistency(smaller, size, root1, root2, changed)


def test_requests_that_cannot_be_served() -> None:
    for index, size in ((0, 0), (5, 5), (-1, 3)):
        with pytest.raises(ProofRequest):
            inclusion_proof(index, size, READ)
    for smaller, size in ((0, 5), (6, 5)):
        with pytest.raises(ProofRequest):
            consistency_proof(smaller, size, READ)
    for size, peaks in ((3, [LEAVES[0]]), (1, [b"short"]), (-1, [])):
        with pytest.raises(ProofRequest):
            CompactTree(size, peaks)


def test_a_copy_grows_on_its_own() -> None:
    tree = CompactTree()
    tree.extend(LEAVES[:5])
    twin = tree.copy()
    twin.append(LEAVES[5])
    assert (tree.size, twin.size) == (5, 6)
    assert tree.root() == root_of(LEAVES[:5])
