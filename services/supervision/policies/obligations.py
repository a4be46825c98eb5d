"""What starts, meets and reopens duties: one policy walks the table of duties for every message."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import rulebook
from kernel.aggregates import Repository
from kernel.context import Act
from kernel.envelope import Recorded, Told
from kernel.messages import Changes, facts
from supervision.events.case import CaseMoved, RoundTakenUp
from supervision.events.heard import findings as heard
from supervision.events.obligation import ObligationEvent
from supervision.model.case import BODIES, CaseFile, file_id
from supervision.model.duties import BY_MESSAGE, ORGANS, Duty, Moment, Step
from supervision.model.obligation import ENDED, Obligation, obligation_id
from supervision.model.round import RoundFile, round_file_id


def keep_duties(told: Told[Any] | Recorded[Any], act: Act, repo: Repository) -> Changes:
    """Whatever the table says that this message starts, meets, sends back, moves or replaces."""
    return _walk(_content(told), act, repo)


def follow_round(told: Told[Any], act: Act, repo: Repository) -> Changes:
    """A step of a round: who acts in it is noted, and its duties are kept."""
    step = told.news
    if isinstance(step, heard.RoundPlanned):
        bodies = step.bodies.model_dump()
    else:
        bodies = {name: getattr(step, name) for name in (*BODIES, "dispatching")}
    book = _in_force(step.rulebook, act.effective_day)
    file = repo.find(RoundFile, round_file_id(step.round))
    taken = file.take_up(RoundTakenUp(file=file.id, round=step.round, rulebook=book or file.rulebook, **bodies))
    if isinstance(step, heard.RoundHeard) and step.body == "secretary-meeting":
        taken = [*taken, *file.model_copy(update={"version": 1, "round": step.round}).secretary_heard(step.heard_on)]
    return [*taken, *_walk(step, act, repo)]


def move_case(told: Told[heard.CaseTransferred], act: Act, repo: Repository) -> Changes:
    """After a merger another organisation answers: the duties of the case are its own, with their dates."""
    moved = told.news
    file = repo.find(CaseFile, file_id(moved.case))
    return file.move(CaseMoved(file=file.id, case=moved.case, org=moved.org, former=moved.former, moved_on=moved.day))


class _Desk:
    """Duties as this reaction leaves them: one message may open a duty and meet it."""

    def __init__(self, repo: Repository, act: Act) -> None:
        self._repo = repo
        self._act = act
        self._copies: dict[str, Obligation] = {}
        self.changes: Changes = []

    def duty(self, scope: str, rule: str, subject: str) -> Obligation:
        """One duty, as it is by now."""
        known = obligation_id(scope, rule, subject)
        if known not in self._copies:
            self._copies[known] = self._repo.find(Obligation, known).model_copy(deep=True)
        return self._copies[known]

    def newest(self, scope: str, rule: str, subject: str) -> tuple[Obligation, str]:
        """The newest of a series and its subject; the first one when none exists."""
        found, called, number = self.duty(scope, rule, subject), subject, 2
        while True:
            following = self.duty(scope, rule, f"{subject}#{number}")
            if not following.exists:
                return found, called
            found, called, number = following, f"{subject}#{number}", number + 1

    def record(self, changes: Changes) -> None:
        """Keep these changes, and go on from them."""
        for fact in facts(changes):
            if isinstance(fact.event, ObligationEvent):
                self._copies[fact.event.obligation].fold(fact.event, self._act.effective)
        self.changes += changes


def _walk(news: Any, act: Act, repo: Repository) -> Changes:
    file = repo.find(CaseFile, file_id(news.case)) if getattr(news, "case", "") else None
    rounds = repo.find(RoundFile, round_file_id(news.round)) if getattr(news, "round", "") else None
    book = _book(news, act, file, rounds)
    desk = _Desk(repo, act)
    for duty, step in BY_MESSAGE.get(type(news), ()):
        scope = getattr(news, duty.matter or duty.scope)
        if not scope or (book is not None and duty.rule not in book):
            continue
        moment = Moment(
            news=news,
            known=book,
            day=act.effective_day,
            heard_on=(rounds.heard_on if rounds else None) or act.effective_day,
            organs=_organs(news, file, rounds),
            duty=partial(desk.duty, scope),
        )
        for subject in step.subjects(moment):
            _take(duty, step, scope, replace(moment, subject=subject), act, desk)
    return desk.changes


def _take(duty: Duty, step: Step, scope: str, moment: Moment, act: Act, desk: _Desk) -> None:
    """One step of one duty."""
    found, subject = (
        desk.newest(scope, duty.rule, moment.subject)
        if duty.series
        else (desk.duty(scope, duty.rule, moment.subject), moment.subject)
    )
    day = step.day(moment)
    match step.verb:
        case "open" | "schedule":
            if duty.series and found.state in ENDED and found.exists:
                subject = f"{moment.subject}#{int(subject.rpartition('#')[2]) + 1 if '#' in subject else 2}"
                found = desk.duty(scope, duty.rule, subject)
            if day is not None:
                desk.record(_opened(found, duty, step, scope, subject, day, moment, act))
        case "submit":
            desk.record(found.submit(day or act.effective_day, step.word(moment)))
        case "meet":
            desk.record(found.meet(day or act.effective_day, step.word(moment)))
        case "accept":
            desk.record(found.accept() if found.waits else [])
        case "send_back":
            desk.record(found.send_back(step.word(moment), step.first_counts) if found.waits else [])
        case "supersede":
            desk.record(found.supersede(step.word(moment), type(moment.news).__name__))
        case "extend":
            due = step.due(moment)
            desk.record(found.extend_to(due, step.word(moment)) if due else [])
        case "redate":
            desk.record(found.redate(day, step.word(moment), step.due(moment)) if day else [])


def _opened(found: Obligation, duty: Duty, step: Step, scope: str, subject: str, day: date, moment: Moment, act: Act) -> Changes:
    if moment.known is None or not rulebook.has_due_date(moment.book, duty.rule):
        return []
    news = moment.news
    obligor = step.obligor(moment) or moment.organs.get(ORGANS.get(duty.party, ""), "")
    if not obligor:
        return []  # nobody has this duty here: a publicity department that the round does not name
    about: dict[str, Any] = {
        "party": duty.party,
        "obligor": obligor,
        "subject": subject,
        "case": getattr(news, "case", None) or None,
        "org": getattr(news, "org", None) or None,
        "round": getattr(news, "round", None) or None,
        "finding": getattr(news, step.finding) if step.finding else None,
        "matter": scope if duty.scope == "matter" else None,
    }
    if step.verb == "schedule":
        return found.schedule(rule_id=duty.rule, book=moment.book.ref, trigger=day, **about)
    return found.open(rule_id=duty.rule, book=moment.book.ref, trigger=day, due=step.due(moment), today=act.effective_day, **about)


def _organs(news: Any, file: CaseFile | None, rounds: RoundFile | None) -> Mapping[str, str]:
    """By role the organ that acts, the message's own word first."""
    told = getattr(news, "bodies", None) if isinstance(getattr(news, "bodies", None), heard.Bodies) else news
    organs = {name: getattr(told, name, "") or "" for name in (*BODIES, "dispatching")}
    for known in (file, rounds):
        organs = {name: organ or (known.bodies.get(name, "") if known else "") for name, organ in organs.items()}
    holder = file.holder if file else ""
    return {**organs, "inspected": holder or getattr(news, "org", "")}


def _book(news: Any, act: Act, file: CaseFile | None, rounds: RoundFile | None) -> rulebook.Rulebook | None:
    """The rulebook that binds: the message's, the case's, the round's."""
    named = [getattr(news, "rulebook", ""), file.rulebook if file else "", rounds.rulebook if rounds else ""]
    ref = next((_in_force(name, act.effective_day) for name in named if name), "")
    return rulebook.preset(ref) if ref else None


def _in_force(name: str, day: date) -> str:
    """The version that binds on the day; "" where none was in force."""
    if not name or "@" in name:
        return name
    versions = [book for book in rulebook.presets() if book.id == name and book.effective_from.day <= day]
    return max(versions, key=lambda book: book.version).ref if versions else ""


def _content(told: Told[Any] | Recorded[Any]) -> Any:
    return told.news if isinstance(told, Told) else told.event
