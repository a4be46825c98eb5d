"""How a page of a list goes on."""

from collections.abc import Sequence

from kernel.tables import Row


def following(page: Sequence[Row], limit: int, *columns: str) -> str:
    """What to pass as `after` for the next page; empty at the end."""
    return "|".join(str(page[-1][column]) for column in columns) if len(page) == limit else ""
