"""The kinds of tampering: each changes one thing on the desk, says what must name it, and is undone."""

from tests.tamper.kinds import copies, derived, rows, seals
from tests.tamper.kinds.bench import KINDS, Bench, Tampered

__all__ = ["KINDS", "Bench", "Tampered", "copies", "derived", "rows", "seals"]
