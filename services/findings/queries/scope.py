"""What of the ledger concerns the asker: an inspected organisation its own, a supervising organ what it supervises."""

from collections.abc import Iterator, Sequence
from itertools import batched

from findings.projections.cases import CASES
from findings.projections.register import ORGANISATIONS
from findings.projections.rounds import ROUND_BODIES
from kernel.context import Asker
from kernel.tables import Row, Rows, Table, Where

# Roles of people of the inspected organisation: they see the own organisation's, never another's (SOD-06).
INSPECTED = frozenset({"principal", "member", "handler"})
# Roles of organs that act in rounds; everybody else reads what the call is open to.
SUPERVISING = frozenset({"team", "team_leader", "office", "leading_group", "discipline", "org_dept", "publicity"})

_PAGE = 1000
_AT_ONCE = 500


def own(asker: Asker, rows: Rows) -> list[Where]:
    """Conditions on cases and findings for people of an inspected organisation; none for everybody else.

    Its own are the cases that were opened with it, those it answers for since a merger, and those of what was merged into it.
    """
    if asker.role not in INSPECTED:
        return []
    known = _known_as(asker.org, rows)
    mine = {row["case_id"] for column in ("org", "holder") for row in every(CASES, [Where(column, "in", known)], rows)}
    return [Where("case_id", "in", sorted(mine) or [""])]


def concerns(asker: Asker, rows: Rows) -> list[Where]:
    """The same, and for a supervising organ: the rounds it acts in, and those of organs below the committee it belongs to."""
    if asker.role not in SUPERVISING:
        return own(asker, rows)
    known = rows.get(ORGANISATIONS, asker.org)
    organs = sorted({asker.org, *below((known and known["parent"]) or asker.org, rows)})
    acting = {row["round"] for some in batched(organs, _AT_ONCE) for row in every(ROUND_BODIES, [Where("org", "in", some)], rows)}
    return [Where("round", "in", sorted(acting) or [""])]


def below(org: str, rows: Rows) -> list[str]:
    """The organisation and all below it by Party leadership."""
    found, fresh, seen = [org], [org], {org}
    while fresh:
        parents = ([Where("parent", "in", some)] for some in batched(fresh, _AT_ONCE))
        lower = [row["org"] for where in parents for row in every(ORGANISATIONS, where, rows)]
        fresh = [one for one in dict.fromkeys(lower) if one not in seen]
        seen.update(fresh)
        found += fresh
    return found


def every(table: Table, where: Sequence[Where], rows: Rows) -> Iterator[Row]:
    """All rows that match, page by page."""
    after: list[str] | None = None
    while page := rows.page(table, where, [], _PAGE, after):
        yield from page
        after = [page[-1][name] for name in table.key]


def _known_as(org: str, rows: Rows) -> list[str]:
    """The organisation and all that were merged into it, however long ago."""
    known, found = [org], [org]
    while found:
        found = [row["org"] for row in every(ORGANISATIONS, [Where("successor", "in", found)], rows) if row["org"] not in known]
        known += found
    return known
