"""Rewrite the default docx templates: `python libs/documents/tools/draw.py [--check]`."""

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from documents.as_docx import stamped
from documents.templates import defaults
from documents.tools.forms import evaluation, handover, monthly, signoff
from documents.tools.letters import disclosure, letter, notice, opinion
from documents.tools.official import Draft
from documents.tools.plans import lists, plan
from documents.tools.reports import report, round_report, supervision

DRAWN: Mapping[str, Callable[[], Draft]] = {
    "plan": plan,
    "lists": lists,
    "report": report,
    "return": monthly,
    "opinion": opinion,
    "signoff": signoff,
    "handover": handover,
    "letter": letter,
    "notice": notice,
    "disclosure": disclosure,
    "evaluation": evaluation,
    "supervision": supervision,
    "round": round_report,
}


def drawn(kind: str) -> bytes:
    """One template as it is drawn now."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "drawn.docx"
        DRAWN[kind]().save(file)
        return stamped(file.read_bytes())


def unpacked(packed: bytes) -> dict[str, bytes]:
    """The parts of a package, which are the same whatever packed them."""
    with zipfile.ZipFile(io.BytesIO(packed)) as given:
        return {name: given.read(name) for name in given.namelist()}


def main() -> None:
    """Rewrite what differs, or with --check fail when something does."""
    stale = []
    for kind in DRAWN:
        target, fresh = defaults() / f"{kind}.docx", drawn(kind)
        if target.exists() and unpacked(target.read_bytes()) == unpacked(fresh):
            continue
        stale.append(target.name)
        if "--check" not in sys.argv:
            target.write_bytes(fresh)
    if stale and "--check" in sys.argv:
        sys.exit(f"differs from what draws it: {', '.join(stale)}; run `python libs/documents/tools/draw.py`")


if __name__ == "__main__":
    main()
