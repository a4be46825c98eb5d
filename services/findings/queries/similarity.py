"""Questions about findings that look alike."""

from collections.abc import Iterator
from heapq import nlargest

from findings.events.parts import Part
from findings.model.similarity import pairs, permille, reachable
from findings.projections.ledger import LEDGER
from findings.projections.similarity import LIKENESSES, WORDINGS
from kernel.aggregates import Repository
from kernel.errors import NotFound
from kernel.messages import Answer, Id, Question
from kernel.tables import Row, Rows, Where

# What is less alike than this is not shown unless asked for; a default of ours, found with sample ledgers.
LEAST = 400
LIMIT = 20
_PAGE = 5000


class FindSimilar(Question):
    """Findings that look like one; `least` in thousandths, 0 takes the default."""

    finding: Id
    least: int = 0
    other_orgs: bool = False
    same_category: bool = False
    round: Id | None = None
    limit: int = 0


class SimilarFinding(Part):
    """A finding that looks like it; `likeness` is what a person made of the two, "" when nobody did yet."""

    finding: str
    number: str
    org: str
    round: str
    category: str
    state: str
    wording: str
    permille: int
    likeness: str
    reason: str


class SimilarFindings(Answer):
    """Findings that look like one, the most alike first."""

    finding: str
    number: str
    wording: str
    compared: int
    similar: tuple[SimilarFinding, ...]


def find_similar(question: FindSimilar, rows: Rows, repo: Repository) -> SimilarFindings:
    """The wordings most alike; what a person judged is shown whatever the measure says.

    Raises:
        NotFound: no finding has this id.
    """
    own = rows.get(WORDINGS, question.finding)
    if own is None:
        raise NotFound(what="问题 / finding", id=question.finding)
    mine, least = pairs(own["wording"]), question.least or LEAST
    judged = {row["other"]: row for row in rows.page(LIKENESSES, [Where("finding", "=", question.finding)], limit=_PAGE)}
    compared, alike = 0, []
    for row in _others(question, own, rows):
        compared += 1
        theirs = pairs(row["wording"])
        if not reachable(len(mine), len(theirs), least) and row["finding"] not in judged:
            continue
        value = permille(mine, theirs)
        if value >= least or row["finding"] in judged:
            alike.append((value, row["number"], row))
    best = nlargest(question.limit or LIMIT, alike, key=lambda one: (one[0], one[1]))
    similar = tuple(_line(row, value, judged.get(row["finding"]), rows) for value, _, row in best)
    return SimilarFindings(finding=own["finding"], number=own["number"], wording=own["wording"], compared=compared, similar=similar)


def _others(question: FindSimilar, own: Row, rows: Rows) -> Iterator[Row]:
    where = [Where("finding", "!=", question.finding)]
    if question.same_category:
        where.append(Where("category", "=", own["category"]))
    if question.other_orgs:
        where.append(Where("org", "!=", own["org"]))
    if question.round is not None:
        where.append(Where("round", "=", question.round))
    after: list[str] | None = None
    while page := rows.page(WORDINGS, where, [], _PAGE, after):
        yield from page
        after = [page[-1]["finding"]]


def _line(row: Row, value: int, judged: Row | None, rows: Rows) -> SimilarFinding:
    entry = rows.get(LEDGER, row["finding"])
    said = {"likeness": judged["likeness"], "reason": judged["reason"]} if judged else {"likeness": "", "reason": ""}
    return SimilarFinding(**row, state=entry["state"] if entry else "", permille=value, **said)
