"""No answer to a survey leads back to who gave it: nothing in the store of a whole system tells one from another."""

import hashlib
import itertools
from concurrent.futures import Future
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from rectify.publicity.v1 import surveys_pb2

from chassis.auth import Caller
from chassis.dispatch.reading import digest
from chassis.store import Appended, Work
from kernel.context import SYSTEM, named
from publicity.events.case import CaseTakenUp
from publicity.model.case import CaseFile, file_id
from publicity.refusals.survey import TokenSpent
from publicity.service import SERVICE
from testkit.given import ZONE
from testkit.world import MemoryWorld

from .conftest import CASE, ORGANS

TOKENS = [f"one-time-token-{n:04d}" for n in range(12)]
CHOICES = ("satisfied", "fairly", "not", "dont-know")
NUMBER = named("survey", "测评1")
METHODS = SERVICE.rpc.methods_by_name


def answer(token: str, choice: str) -> surveys_pb2.AnswerSurveyRequest:
    replies = [surveys_pb2.SurveyReply(question="q", choice=choice)]
    return surveys_pb2.AnswerSurveyRequest(survey=NUMBER, token=token, respondent="群众", replies=replies)


def take_up(world: MemoryWorld) -> None:
    """A case as findings would tell of it."""
    taken = CaseTakenUp(
        file=file_id(CASE),
        case=CASE,
        org=named("org", "CGJ"),
        number="2026-1/CGJ",
        round=named("round", "2026-1"),
        rulebook="guangxi-2022@1",
        receipt_date=date(2026, 3, 2),
        **{role: named("org", code) for role, code in ORGANS.items()},
    )

    def decide(act: Any, repo: Any) -> Any:
        return repo.find(CaseFile, file_id(CASE)).take_up(taken)

    done: Future[Appended] = world.store("publicity").submit(Work(uuid4(), b"\0" * 32, SYSTEM, "system", "", decide))
    done.result()


def test_nothing_that_is_kept_tells_an_answer() -> None:
    with MemoryWorld([SERVICE], datetime(2026, 3, 2, 9, tzinfo=ZONE)) as world:
        take_up(world)
        organiser = Caller("a" * 32, "discipline", named("org", "JW"))
        hashes = [hashlib.sha256(token.encode()).hexdigest() for token in TOKENS]
        opening = surveys_pb2.OpenSurveyRequest(
            number="测评1",
            case=CASE,
            title="满意度",
            questions=[surveys_pb2.SurveyQuestion(code="q", text="是否满意")],
            respondents=["群众"],
            tokens=hashes,
            closes_on="2026-03-31",
        )
        world.call("publicity", METHODS["OpenSurvey"], opening, organiser)
        voters = [Caller(f"{n:032x}", "handler", named("org", "CGJ")) for n in range(1, 13)]
        given = list(zip(voters, TOKENS, itertools.cycle(CHOICES), strict=False))
        for voter, token, choice in given:
            world.call("publicity", METHODS["AnswerSurvey"], answer(token, choice), voter)

        store: Any = world.store("publicity")
        with store._database.writing() as session:
            commands = [(bytes(value), first) for value, first in session.all("SELECT digest, first FROM commands")]
            boxes = session.all("SELECT counter, n FROM ballots")
            tables = session.all("SELECT name FROM sqlite_master WHERE type = 'table'")
            kept = {table: session.all(f"SELECT * FROM {table}") for (table,) in tables}

        # In the log: the hash of a token, nobody's name, and no choice.
        spent = [world_event for world_event in world.since({}) if world_event.topic == "publicity.survey.token-spent.v1"]
        assert [event.body["token"] for event in spent] == hashes
        assert {(event.actor, event.role, event.org) for event in spent} == {(SYSTEM, "public", "")}
        # In no table, in whatever form: who, or a token itself.
        whole = repr(kept)
        assert not [voter for voter in voters if voter.person in whole]
        assert not [token for token in TOKENS if token in whole]
        # The digest a command is remembered by cannot be found from a token by trying every answer.
        tried = {
            digest(METHODS["AnswerSurvey"].full_name, answer(token, choice), caller, None)
            for token in TOKENS
            for choice in CHOICES
            for caller in (*voters, Caller(SYSTEM, "public", ""))
        }
        assert not tried & {value for value, _ in commands}
        # What is kept of the answers is their sum.
        assert dict(boxes) == {"answers": 12, "respondent/群众": 12, **{f"choice/q/{choice}": 3 for choice in CHOICES}}


def test_a_repeated_answer_counts_once_and_a_refused_one_is_nobodys() -> None:
    with MemoryWorld([SERVICE], datetime(2026, 3, 2, 9, tzinfo=ZONE)) as world:
        take_up(world)
        hashes = [hashlib.sha256(token.encode()).hexdigest() for token in TOKENS]
        opening = surveys_pb2.OpenSurveyRequest(
            number="测评1",
            case=CASE,
            title="满意度",
            questions=[surveys_pb2.SurveyQuestion(code="q", text="是否满意")],
            respondents=["群众"],
            tokens=hashes,
            closes_on="2026-03-31",
        )
        world.call("publicity", METHODS["OpenSurvey"], opening, Caller("a" * 32, "discipline", named("org", "JW")))
        voter, wish = Caller("b" * 32, "handler", named("org", "CGJ")), answer(TOKENS[0], "not")
        wish.meta.command_id = "0f8fad5b-d9cb-469f-a165-70867728950e"
        first: Any = world.call("publicity", METHODS["AnswerSurvey"], wish, voter)
        again: Any = world.call("publicity", METHODS["AnswerSurvey"], wish, voter)
        assert (first.repeated, again.repeated) == (False, True)
        wish.meta.command_id = "1f8fad5b-d9cb-469f-a165-70867728950e"
        with pytest.raises(TokenSpent):
            world.call("publicity", METHODS["AnswerSurvey"], wish, voter)
        refused = [event for event in world.since({}) if event.topic == "publicity.refusal.recorded.v1"]
        assert [(event.body["code"], event.actor, event.role) for event in refused] == [("survey-token-spent", SYSTEM, "public")]
        store: Any = world.store("publicity")
        with store._database.writing() as session:
            assert dict(session.all("SELECT counter, n FROM ballots"))["answers"] == 1
