"""The Merkle tree of RFC 6962 over SHA-256: roots, a tree in O(log n) memory, proofs made and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Self

from translog.errors import ProofInvalid, ProofRequest

HASH_SIZE = 32

EMPTY_ROOT = sha256(b"").digest()
"""Root of the tree without leaves (RFC 6962 §2.1)."""

type NodeReader = Callable[[int, int], bytes]
"""(level, index) → 32-byte hash of the complete subtree over leaves [index·2^level, (index+1)·2^level)."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Root over leaf hashes, in memory."""
    level = list(leaves)
    if not level:
        return EMPTY_ROOT
    while len(level) > 1:
        # Pairing level by level and lifting an odd last node equals RFC 6962's split at the largest power of two.
        paired = [node_hash(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        if len(level) % 2:
            paired.append(level[-1])
        level = paired
    return level[0]


class CompactTree:
    """A growing tree that keeps only the roots of its complete subtrees, at most 63 hashes.

    `peaks` lists them from left (largest) to right; with `size` they are all that need be stored to go on later.
    """

    __slots__ = ("_peaks", "size")

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self._peaks = list(peaks)
        if size < 0 or len(self._peaks) != size.bit_count() or any(len(peak) != HASH_SIZE for peak in self._peaks):
            raise ProofRequest("peaks", why=f"a tree of {size} leaves has {size.bit_count()} peaks of 32 bytes")

    @property
    def peaks(self) -> tuple[bytes, ...]:
        """Roots of the complete subtrees, left to right."""
        return tuple(self._peaks)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash (32 bytes)."""
        peaks, carry = self._peaks, self.size
        while carry & 1:
            leaf = sha256(b"\x01" + peaks.pop() + leaf).digest()
            carry >>= 1
        peaks.append(leaf)
        self.size += 1

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes in order."""
        for leaf in leaves:
            self.append(leaf)

    def root(self) -> bytes:
        """Root at the present size."""
        if not self._peaks:
            return EMPTY_ROOT
        *rest, root = self._peaks
        for peak in reversed(rest):
            root = node_hash(peak, root)
        return root

    def copy(self) -> Self:
        """An independent tree in the same state."""
        return type(self)(self.size, self._peaks)


# --- proofs: making --------------------------------------------------------------------------------------------------


def node_reader(leaves: Sequence[bytes]) -> NodeReader:
    """A reader over leaf hashes in memory."""

    def read(level: int, index: int) -> bytes:
        return root_of(leaves[index << level : (index + 1) << level])

    return read


def subtree_hash(start: int, end: int, read: NodeReader) -> bytes:
    """MTH(D[start:end]) of a range that occurs in a tree as the part left or right of a split."""
    width = end - start
    if width & (width - 1) == 0:
        return read(width.bit_length() - 1, start // width)
    split = start + _split(width)
    return node_hash(subtree_hash(start, split, read), subtree_hash(split, end, read))


def _split(width: int) -> int:
    """Largest power of two below `width` (≥ 2)."""
    return 1 << (width - 1).bit_length() - 1


def inclusion_proof(index: int, size: int, read: NodeReader) -> list[bytes]:
    """Audit path of leaf `index` (from 0) in the tree of `size` leaves (RFC 6962 §2.1.1), lowest hash first."""
    if not 0 <= index < size:
        raise ProofRequest("inclusion proof", why=f"leaf {index} is not in a tree of {size} leaves")
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        split = start + _split(end - start)
        if index < split:
            path.append(subtree_hash(split, end, read))
            end = split
        else:
            path.append(subtree_hash(start, split, read))
            start = split
    path.reverse()
    return path


def consistency_proof(size1: int, size2: int, read: NodeReader) -> list[bytes]:
    """Proof that the tree of `size1` leaves is a prefix of that of `size2` (RFC 6962 §2.1.2); 0 < size1 ≤ size2."""
    if not 0 < size1 <= size2:
        raise ProofRequest("consistency proof", why=f"sizes {size1} and {size2} are not 0 < size1 <= size2")
    path: list[bytes] = []
    start, end, whole = 0, size2, True
    while size1 != end:
        split = start + _split(end - start)
        if size1 <= split:
            path.append(subtree_hash(split, end, read))
            end = split
        else:
            path.append(subtree_hash(start, split, read))
            start, whole = split, False
    if not whole:
        path.append(subtree_hash(start, end, read))
    path.reverse()
    return path


# --- proofs: checking ------------------------------------------------------------------------------------------------


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes, where: str = "inclusion proof"
) -> None:
    """Refuse (`ProofInvalid`) unless `proof` leads from leaf hash `leaf` at `index` to `root` at `size`."""
    if not 0 <= index < size:
        raise ProofInvalid(where, why=f"leaf {index} is not in a tree of {size} leaves")
    _check_hashes(where, leaf, root, *proof)
    inner = (index ^ (size - 1)).bit_length()
    border = (index >> inner).bit_count()
    if len(proof) != inner + border:
        raise ProofInvalid(where, why=f"it has {len(proof)} hashes instead of {inner + border}")
    current = _climb(leaf, proof[:inner], index)
    if _climb_border(current, proof[inner:]) != root:
        raise ProofInvalid(where, why="it does not lead to the root")


def verify_consistency(size1: int, size2: int, root1: bytes, root2: bytes, proof: Sequence[bytes]) -> None:
    """Refuse (`ProofInvalid`) unless `proof` shows that `root1` at `size1` is a prefix of `root2` at `size2`.

    Equal sizes need equal roots and an empty proof. From size 0 to a greater one nothing can be shown: refused.
    """
    where = "consistency proof"
    if not 0 <= size1 <= size2:
        raise ProofInvalid(where, why=f"sizes {size1} and {size2} are not in order")
    if size1 == size2:
        if proof:
            raise ProofInvalid(where, why="sizes are equal, so it must be empty")
        if root1 != root2 or (size1 == 0 and root1 != EMPTY_ROOT):
            raise ProofInvalid(where, why="sizes are equal and roots differ, or are not those of an empty tree")
        return
    if size1 == 0:
        raise ProofInvalid(where, why="from an empty tree nothing can be shown")
    _check_hashes(where, root1, root2, *proof)
    shift = (size1 & -size1).bit_length() - 1
    bits = (size1 - 1) >> shift
    inner = ((size1 - 1) ^ (size2 - 1)).bit_length() - shift
    border = (bits >> inner).bit_count()
    # A first tree that is itself a complete subtree is its own starting point; otherwise the proof brings one.
    own_start = size1 == 1 << shift
    expected = inner + border + (not own_start)
    if len(proof) != expected:
        raise ProofInvalid(where, why=f"it has {len(proof)} hashes instead of {expected}")
    start, rest = (root1, proof) if own_start else (proof[0], proof[1:])
    lefts = [sibling for level, sibling in enumerate(rest[:inner]) if bits >> level & 1]
    if _climb_border(_climb_border(start, lefts), rest[inner:]) != root1:
        raise ProofInvalid(where, why="it does not lead to the first root")
    if _climb_border(_climb(start, rest[:inner], bits), rest[inner:]) != root2:
        raise ProofInvalid(where, why="it does not lead to the second root")


def _climb(current: bytes, siblings: Sequence[bytes], bits: int) -> bytes:
    """Hash upwards; bit i of `bits` says that the i-th sibling lies to the left."""
    for level, sibling in enumerate(siblings):
        current = node_hash(sibling, current) if bits >> level & 1 else node_hash(current, sibling)
    return current


def _climb_border(current: bytes, siblings: Sequence[bytes]) -> bytes:
    """Hash upwards along the right border: every sibling lies to the left."""
    for sibling in siblings:
        current = node_hash(sibling, current)
    return current


def _check_hashes(where: str, *hashes: bytes) -> None:
    if any(len(item) != HASH_SIZE for item in hashes):
        raise ProofInvalid(where, why="a hash has not 32 bytes")
