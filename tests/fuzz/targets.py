"""All targets by name."""

from __future__ import annotations

from tests.fuzz import foreign, proofs, publications
from tests.fuzz.target import Target

TARGETS: dict[str, Target] = {target.name: target for target in (*proofs.TARGETS, *publications.TARGETS, *foreign.TARGETS)}
