"""One door for everything that can be verified: the format is told by the first bytes, or by the member `format`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from translog import export, history, publication
from translog.errors import BundleMalformed, FormatUnknown, NoticeUncalled, TranslogError, Words
from translog.policy import Policy
from translog.verdict import Kind, Outcome, Verdict

MAX_LINE = export.MAX_LINE
"""Most bytes of a piece that `verify_lines` needs; longer lines may come in pieces."""

EXPORTS = b"rectify-export/"
"""How every export begins, of whatever version."""

WHOLE: Mapping[str, Callable[[bytes, Policy], Verdict]] = {
    history.FORMAT: history.verify_history,
    publication.FORMAT: publication.verify_publication,
}
"""How files that are one canonical JSON object are verified, by their member `format`."""

_NAMED = re.compile(rb'"format":"([a-z/0-9-]{1,40})"')


def verify_lines(lines: Iterable[bytes], policy: Policy, notice: bytes | None = None) -> Verdict:
    """The verdict on a file, given line by line with newlines; never raises for anything in it.

    `notice` is the file of the notice that a publication proof is about, to be compared with what was published.
    """
    pieces = iter(lines)
    first = next(pieces, b"")
    if not first.startswith(b"{"):
        if notice is not None:
            return _refuse([first], pieces, policy, NoticeUncalled("file"))
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
    return _whole(b"".join(kept), policy, notice)


def _whole(data: bytes, policy: Policy, notice: bytes | None) -> Verdict:
    """By the first member that names a format: whoever is asked then demands that it is the whole's own."""
    named = _NAMED.search(data)
    known = named[1].decode("ascii") if named is not None else ""
    if known == publication.FORMAT:
        return publication.verify_publication(data, policy, notice)
    if notice is not None:
        return _refuse([data], (), policy, NoticeUncalled("file"))
    return WHOLE.get(known, history.verify_history)(data, policy)


def _refuse(kept: Iterable[bytes], rest: Iterable[bytes], policy: Policy, error: TranslogError) -> Verdict:
    digest = hashlib.sha256()
    for piece in chain(kept, rest):
        digest.update(piece)
    demanded = {language: policy.describe(language) for language in ("en", "zh")}
    return Verdict(Outcome.INVALID, Kind.UNKNOWN, digest.hexdigest(), (error,), demanded=demanded)
