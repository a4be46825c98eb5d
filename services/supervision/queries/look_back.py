"""Questions about look-backs, the repeated draw among them."""

from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.look_back import GetLookBack, ListLookBacks, RecomputeLookBack
from supervision.model.look_back_draw import LookBackDraw, drawn, population_hash, score
from supervision.projections.look_back import DRAWN, LOOK_BACKS, POPULATION
from supervision.queries.insiders import outside
from supervision.queries.pages import following

_ALL = 100_000


class LookBackLine(Answer):
    """One look-back in a list."""

    lookback: str
    number: str
    title: str
    round: str
    state: str
    drawn_on: str
    percent: int
    population_count: int
    drawn: int
    held: int
    overturned: int


class LookBackItem(Answer):
    """A finding that was drawn, and what its visit showed."""

    finding: str
    number: str
    case: str
    org: str
    signoff: int
    score: str
    outcome: str
    note: str
    defect: str
    checker: str
    checked_on: str


class LookBackView(Answer):
    """One look-back."""

    line: LookBackLine
    cases: tuple[str, ...]
    seed: str
    seed_source: str
    population_sha256: str
    items: tuple[LookBackItem, ...]
    summary: str
    document_sha256: str
    reported_on: str


class LookBacks(Answer):
    """A page of look-backs."""

    lookbacks: tuple[LookBackLine, ...]
    next: str


class Drawable(Answer):
    """A finding that could be drawn: its rank by score from 1, and whether it was."""

    finding: str
    number: str
    case: str
    signed_off_on: str
    score: str
    rank: int
    drawn: bool


class LookBackRecomputed(Answer):
    """The draw made again."""

    lookback: str
    seed: str
    percent: int
    population_count: int
    population_sha256: str
    population: tuple[Drawable, ...]
    same_population: bool
    same_draw: bool
    how_zh: str
    how_en: str


def get_look_back(question: GetLookBack, rows: Rows, repo: Repository, asker: Asker) -> LookBackView:
    """One look-back with what was drawn and what was found; the inspected side sees it once it is reported."""
    row = _row(question.lookback, rows, repo, asker)
    items = rows.page(DRAWN, [Where("lookback", "=", question.lookback)], (("n", "asc"),), _ALL)
    said = ("seed", "seed_source", "population_sha256", "summary", "document_sha256", "reported_on")
    return LookBackView(
        line=_line(row), cases=tuple(row["cases"]), items=tuple(_item(item) for item in items), **{n: row[n] for n in said}
    )


def list_look_backs(question: ListLookBacks, rows: Rows, repo: Repository, asker: Asker) -> LookBacks:
    """A page of look-backs in order of number."""
    where = [Where(c, "=", v) for c, v in (("round", question.round), ("state", question.state)) if v]
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(LOOK_BACKS, where, (("number", "asc"),), limit, after)
    known = tuple(_line(row) for row in page if _may_know(row, rows, repo, asker))
    return LookBacks(lookbacks=known, next=following(page, limit, "number", "lookback"))


def recompute_look_back(question: RecomputeLookBack, rows: Rows, repo: Repository, asker: Asker) -> LookBackRecomputed:
    """The draw once more, from the population as this service's record shows it; anybody can check each step."""
    row = _row(question.lookback, rows, repo, asker)
    population = {one["finding"]: one for one in rows.page(POPULATION, [Where("lookback", "=", question.lookback)], (), _ALL)}
    chosen = drawn(row["seed"], population, row["percent"])
    before = [item["finding"] for item in rows.page(DRAWN, [Where("lookback", "=", question.lookback)], (("n", "asc"),), _ALL)]
    scores = sorted((score(row["seed"], finding), finding) for finding in population)
    frozen = population_hash(population)
    return LookBackRecomputed(
        lookback=question.lookback,
        seed=row["seed"],
        percent=row["percent"],
        population_count=len(population),
        population_sha256=frozen,
        population=tuple(_drawable(population[finding], at, n, n <= len(chosen)) for n, (at, finding) in enumerate(scores, 1)),
        same_population=frozen == row["population_sha256"] and len(population) == row["population_count"],
        same_draw=chosen == before,
        how_zh="总体：各问题 ID 升序、以换行相连后取 SHA-256；得分：种子、换行、问题 ID 相连后取 SHA-256；"
        "按得分升序取前 n 个，n 为总数乘比例后向上取整",
        how_en="population: SHA-256 over the ids, sorted, joined by line feeds; score: SHA-256 over seed, line feed, id; "
        "the first n by score are drawn, n the share of all rounded up",
    )


def _may_know(row: Row, rows: Rows, repo: Repository, asker: Asker) -> bool:
    """Whom a visit awaits does not learn of it beforehand, be it a supervising body otherwise (SOD-12)."""
    if row["state"] == "REPORTED":
        return True
    drawable = {one["case_id"] for one in rows.page(POPULATION, [Where("lookback", "=", row["lookback"])], (), _ALL)}
    return outside(asker, sorted({*row["cases"], *drawable}), repo)


def _row(lookback: str, rows: Rows, repo: Repository, asker: Asker) -> Row:
    row = rows.get(LOOK_BACKS, lookback)
    if row is None or not _may_know(row, rows, repo, asker):
        raise NotFound(what=LookBackDraw.CALLED, id=lookback)
    return row


def _line(row: Row) -> LookBackLine:
    return LookBackLine(**{name: row[name] for name in LookBackLine.model_fields})


def _item(row: Row) -> LookBackItem:
    return LookBackItem(case=row["case_id"], **{name: row[name] for name in LookBackItem.model_fields if name != "case"})


def _drawable(row: Row, at: str, rank: int, chosen: bool) -> Drawable:
    return Drawable(
        finding=row["finding"],
        number=row["number"],
        case=row["case_id"],
        signed_off_on=row["signed_off_on"],
        score=at,
        rank=rank,
        drawn=chosen,
    )
