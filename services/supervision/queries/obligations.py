"""Questions about duties."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import rulebook
from kernel.aggregates import Repository
from kernel.context import Asker
from kernel.envelope import Flaw
from kernel.errors import NotFound
from kernel.messages import Answer
from kernel.tables import Row, Rows, Where
from supervision.commands.obligations import GetObligation, ListObligations
from supervision.events import obligation as duty
from supervision.model.case import file_id
from supervision.model.duties.leads import WALLED
from supervision.model.duties.verifiers import verifying_parties
from supervision.model.ladder import ladder_id
from supervision.model.obligation import ENDED, Obligation, State
from supervision.projections.obligations import OBLIGATIONS
from supervision.queries.insiders import knows_of_leads, without_leads
from supervision.queries.pages import following
from supervision.refusals.obligations import RuleInUse


class ObligationView(Answer):
    """One obligation as it stands."""

    obligation: str
    case: str | None
    org: str | None
    finding: str | None
    round: str | None
    rule_id: str
    rulebook: str
    kind: str
    party: str
    obligor: str
    supervisors: bool
    subject: str
    triggered_on: str
    trigger: str
    due: str
    original_due: str
    stated: bool
    provisional: bool
    state: str
    submitted_on: str | None
    missed: bool
    target_passed: bool
    ladder_step: int
    evidence: tuple[str, ...]
    verifiers: tuple[str, ...]


class Obligations(Answer):
    """A page of obligations."""

    obligations: tuple[ObligationView, ...]
    next: str


class ObligationExplained(Answer):
    """One obligation and why its date is what it is."""

    obligation: ObligationView
    explanation_zh: str
    explanation_en: str
    inference: bool


def list_obligations(question: ListObligations, rows: Rows, repo: Repository, *, asker: Asker) -> Obligations:
    """A page of obligations, the earliest due first; those about leads only to who may know of leads (SOD-06)."""
    where = [
        Where(column, "=", value)
        for column, value in (
            ("case_id", question.case),
            ("org", question.org),
            ("rule_id", question.rule_id),
            ("state", question.state),
            ("kind", question.kind),
            ("obligor", question.obligor),
            ("supervisors", question.supervisors),
            ("target_passed", question.target_passed),
            ("finding", question.finding),
            ("round", question.round),
        )
        if value
    ]
    where += _walled(question.rule_id, asker)
    if question.due_before:
        where.append(Where("due", "<", question.due_before.isoformat()))
    limit = min(question.limit or 100, 1000)
    after = question.after.split("|") if question.after else None
    page = rows.page(OBLIGATIONS, where, (("due", "asc"),), limit, after)
    return Obligations(obligations=tuple(_obligation(row) for row in page), next=following(page, limit, "due", "obligation"))


def _walled(rule: str, asker: Asker) -> list[Where]:
    """That there is a lead is known to the dispatching side, and of its own to the lead channel that asks for just these."""
    if asker.role == "lead_channel" and rule in WALLED:
        return [Where("obligor", "=", asker.org)]
    return without_leads(asker)


def get_obligation(question: GetObligation, rows: Rows, repo: Repository, *, asker: Asker) -> ObligationExplained:
    """One obligation; the explanation is computed anew from rule, trigger and calendar."""
    row = rows.get(OBLIGATIONS, question.obligation)
    channel = asker.role == "lead_channel" and row is not None and row["obligor"] == asker.org
    if row is None or (row["rule_id"] in WALLED and not (channel or knows_of_leads(asker))):
        raise NotFound(what="期限义务 / obligation", id=question.obligation)
    deadline = rulebook.deadline(
        rulebook.preset(row["rulebook"]), row["rule_id"], rulebook.Trigger(date.fromisoformat(row["triggered_on"]))
    )
    texts = {"zh": deadline.explanation.text("zh"), "en": deadline.explanation.text("en")}
    if row["stated"]:
        first = row["original_due"]
        texts = {
            "zh": f"期限 {first} 由触发文书载明；按规则集计算为：{texts['zh']}",
            "en": f"the date {first} is stated by what started the clock; the rulebook alone would give: {texts['en']}",
        }
    return ObligationExplained(
        obligation=_obligation(row),
        explanation_zh=texts["zh"],
        explanation_en=texts["en"],
        inference=deadline.inference and not row["stated"],
    )


def of_obligation(question: GetObligation, repo: Repository) -> Sequence[str]:
    """The duty, how it was pressed, and the case that may move: their events suffice to answer as of a date."""
    found = repo.find(Obligation, question.obligation)
    return [found.id, ladder_id(found.id), *([file_id(found.case)] if found.case else [])]


def due_obligations(day: date, rows: Rows) -> Iterator[str]:
    """Ids of the obligations for which this day brings something, page by page: there may be millions."""
    after: list[Any] | None = None
    while True:
        page = rows.page(OBLIGATIONS, (Where("next_check", "<=", day.isoformat()),), (("next_check", "asc"),), 1000, after)
        yield from (row["obligation"] for row in page)
        if len(page) < 1000:
            return
        after = [page[-1]["next_check"], page[-1]["obligation"]]


def deadlines_recompute(rows: Rows, repo: Repository, events: Any) -> tuple[int, list[Flaw]]:
    """I23: every due date in the history follows from its rule, trigger and calendar, or from the decision that moved it."""
    checked, flaws = 0, []
    rules: dict[str, tuple[str, str]] = {}
    for recorded in events:
        event = recorded.event
        match event:
            case duty.ObligationOpened() | duty.ObligationScheduled():
                rules[event.obligation] = (event.rulebook, event.rule_id)
                stated = isinstance(event, duty.ObligationOpened) and event.stated
                wanted = None if stated else _computed(event.rulebook, event.rule_id, event.triggered_on)
            case duty.ObligationRedated() if event.obligation in rules:
                wanted = _computed(*rules[event.obligation], event.triggered_on)
            case duty.ObligationResumed():
                wanted = event.former_due + timedelta(days=event.days)
            case _:
                continue
        checked += 1
        if wanted is not None and wanted != event.due:
            why = f"{event.obligation} is due {wanted}, recorded was {event.due}"
            flaws.append(Flaw(recorded.position, recorded.aggregate, "deadline-differs", why))
    return checked, flaws


def _computed(book: str, rule_id: str, trigger: date) -> date:
    return rulebook.deadline(rulebook.preset(book), rule_id, rulebook.Trigger(trigger)).due


def keep_rules_in_use(rows: Rows) -> None:
    """Every rule that a duty rests on which still runs must be in the rulebooks as they are loaded now.

    Raises:
        RuleInUse: a rulebook lost rules that are in use, or is gone; it names them and how many duties rest on them.
    """
    runs = Where("state", "in", [state.value for state in State if state not in ENDED])
    lost: dict[str, dict[str, int]] = {}
    for row in rows.count(OBLIGATIONS, (runs,), ("rulebook", "rule_id")):
        if not _holds(row["rulebook"], row["rule_id"]):
            lost.setdefault(row["rulebook"], {})[row["rule_id"]] = row["count"]
    for book, rules in sorted(lost.items()):
        raise RuleInUse(rulebook=book, rules=", ".join(sorted(rules)), count=sum(rules.values()))


def _holds(book: str, rule_id: str) -> bool:
    try:
        return rule_id in rulebook.preset(book)
    except rulebook.UnknownPreset:
        return False


def _obligation(row: Row) -> ObligationView:
    rule = rulebook.preset(row["rulebook"]).rule(row["rule_id"])
    computed = {
        "case": row["case_id"],
        "evidence": rule.evidence.documents if rule.evidence else (),
        "verifiers": verifying_parties(row["rulebook"], row["rule_id"]),
        "ladder_step": row["ladder_step"] or 0,
    }
    return ObligationView(**computed, **{name: row[name] for name in ObligationView.model_fields if name not in computed})
