"""Who may know what: without permission the answer is that of an unknown id (SOD-06, SOD-11)."""

from collections.abc import Sequence

from kernel.context import Asker
from kernel.errors import NotFound
from kernel.tables import Row, Where

INSPECTED = ("handler", "member", "principal")
# They work on the platform or have tasks of their own, and read no case.
STRANGERS = ("admin", "operator", "functional", "lead_channel")

PAGE = 100
MOST = 1000


def require(asker: Asker, org: str, what: str, shown: str) -> None:
    """Go on only for who may read about this organisation.

    Raises:
        NotFound: as for an unknown id.
    """
    if asker.role in STRANGERS or (asker.role in INSPECTED and asker.org != org):
        raise NotFound(what=what, id=shown)


def own(asker: Asker) -> list[Where]:
    """What of a list the asker may see: an inspected organisation its own lines, strangers none."""
    if asker.role in STRANGERS:
        return [Where("org", "=", "")]
    return [Where("org", "=", asker.org)] if asker.role in INSPECTED else []


def after(text: str) -> list[str] | None:
    """Where the former page ended."""
    return text.split("|") if text else None


def next_of(page: Sequence[Row], limit: int, *columns: str) -> str:
    """Where this page ends; empty when nothing follows."""
    return "|".join(str(page[-1][column]) for column in columns) if len(page) == limit else ""


def size(limit: int) -> int:
    """How many lines a page has."""
    return min(limit or PAGE, MOST)
