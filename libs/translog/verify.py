"""One door for everything that can be verified: the format is told by the first bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from translog import export, history
from translog.errors import BundleMalformed, FormatUnknown, TranslogError, Words
from translog.policy import Policy
from translog.verdict import Kind, Outcome, Verdict

MAX_LINE = export.MAX_LINE
"""Most bytes of a piece that `verify_lines` needs; longer lines may come in pieces."""

EXPORTS = b"rectify-export/"
"""How every export begins, of whatever version."""

WHOLE: Mapping[str, Callable[[bytes, Policy], Verdict]] = {history.FORMAT: history.verify_history}
"""How files that are one canonical JSON object are verified, by their member `format`."""


def verify_lines(lines: Iterable[bytes], policy: Policy) -> Verdict:
    """The verdict on a file, given line by line with newlines; never raises for anything in it."""
    pieces = iter(lines)
    first = next(pieces, b"")
    if not first.startswith(b"{"):
        if first.startswith(EXPORTS):
            return export.verify_export(chain([first], pieces), policy)
        return _refuse([first], pieces, policy, FormatUnknown("file", known=", ".join([export.FORMAT, *WHOLE])))
    kept, size = [first], len(first)
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > history.MAX_BUNDLE:
            why = Words(f"it is larger than {history.MAX_BUNDLE} bytes", f"超过 {history.MAX_BUNDLE} 字节")
            return _refuse(kept, pieces, policy, BundleMalformed("bundle", why=why))
    return history.verify_history(b"".join(kept), policy)


def _refuse(kept: Iterable[bytes], rest: Iterable[bytes], policy: Policy, error: TranslogError) -> Verdict:
    digest = hashlib.sha256()
    for piece in chain(kept, rest):
        digest.update(piece)
    demanded = {language: policy.describe(language) for language in ("en", "zh")}
    return Verdict(Outcome.INVALID, Kind.UNKNOWN, digest.hexdigest(), (error,), demanded=demanded)
