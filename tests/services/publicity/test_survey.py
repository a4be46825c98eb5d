"""A survey: once a token, sums only, and of too few nothing."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.messages import Changes, ballots, facts
from publicity.events import survey as told
from publicity.events.survey import Choice, SurveyQuestion
from publicity.model.survey import Reply, Survey, survey_id, token_hash
from publicity.refusals.survey import AnswerForm, SurveyForm, SurveyNotOpen, TokenSpent, TokenUnknown

from .conftest import World

NUMBER = "测评1"
TOKENS = [f"one-time-token-{n:04d}" for n in range(15)]
DAY = date(2026, 3, 2)


class Box(Counter[str]):
    """What a store keeps of ballots."""

    def take(self, changes: Changes) -> Changes:
        for ballot in ballots(changes):
            self.update(ballot.counters)
        return changes


def opened(world: World, **given: Any) -> Survey:
    wish = {
        "number": NUMBER,
        "title": "满意度",
        "questions": [SurveyQuestion(code="q", text="是否满意")],
        "respondents": ["党员", "群众"],
        "tokens": [token_hash(token) for token in TOKENS],
        "closes_on": date(2026, 3, 31),
        **given,
    }
    survey = world.find(Survey, survey_id(NUMBER))
    world.apply(survey.open(world.file, **wish, act=world.by("discipline")))
    return world.find(Survey, survey_id(NUMBER))


def reply(choice: Choice = Choice.SATISFIED) -> list[Reply]:
    return [Reply(question="q", choice=choice)]


@given(st.lists(st.tuples(st.sampled_from(list(Choice)), st.sampled_from(["党员", "群众"])), max_size=15))
def test_what_is_recorded_is_the_sum_and_that_only_of_enough(answers: list[tuple[Choice, str]]) -> None:
    world, box = World(), Box()
    opened(world)
    for token, (choice, respondent) in zip(TOKENS, answers, strict=False):
        changes = box.take(world.find(Survey, survey_id(NUMBER)).answer(token, respondent, reply(choice), DAY))
        (event,) = [fact.event for fact in facts(changes)]
        assert set(event.model_dump()) == {"survey", "case", "org", "token"}, "the fact says nothing of the answer"
        world.apply(changes)
    survey = world.find(Survey, survey_id(NUMBER))
    world.apply(box.take(survey.close(world.file, dict(box), world.by("discipline"))))
    closed = world.last(told.SurveyClosed)
    assert (closed.answers, closed.uncounted, closed.enough) == (len(answers), 0, len(answers) >= 10)
    assert not any(box.values()), "the box is empty again"
    if not closed.enough:
        assert (closed.totals, closed.respondents, closed.satisfied_permille) == ((), (), None)
        return
    counted = Counter(choice for choice, _ in answers)
    (totals,) = closed.totals
    assert (totals.satisfied, totals.fairly, totals.not_satisfied, totals.dont_know) == tuple(counted[choice] for choice in Choice)
    good, said = totals.satisfied + totals.fairly, len(answers) - totals.dont_know
    assert closed.satisfied_permille == (good * 1000 // said if said else None)


def test_a_token_answers_once_and_only_a_token_that_was_handed_out(world: World) -> None:
    survey = opened(world)
    world.apply(survey.answer(TOKENS[0], "党员", reply(), DAY))
    survey = world.find(Survey, survey_id(NUMBER))
    with pytest.raises(TokenSpent):
        survey.answer(TOKENS[0], "群众", reply(Choice.NOT), DAY)
    with pytest.raises(TokenUnknown):
        survey.answer("one-time-token-9999", "群众", reply(), DAY)
    with pytest.raises(TokenUnknown):
        survey.answer(token_hash(TOKENS[1]), "群众", reply(), DAY)
    with pytest.raises(SurveyNotOpen):
        survey.answer(TOKENS[1], "群众", reply(), date(2026, 4, 1))


def test_an_answer_is_whole_or_not_counted(world: World) -> None:
    survey = opened(world)
    unknown = [Reply(question="x", choice=Choice.NOT)]
    for replies, respondent in (([], "党员"), (reply() * 2, "党员"), (reply(), "路人"), (unknown, "党员")):
        with pytest.raises(AnswerForm):
            survey.answer(TOKENS[0], respondent, replies, DAY)


def test_a_survey_that_could_never_have_enough_answers_is_not_opened(world: World) -> None:
    with pytest.raises(SurveyForm, match="9 tokens"):
        opened(world, tokens=[token_hash(token) for token in TOKENS[:9]])
    with pytest.raises(SurveyForm):
        opened(world, tokens=[token_hash(TOKENS[0])] * 12)


def test_a_box_that_did_not_survive_its_log_is_told(world: World) -> None:
    survey = opened(world)
    world.apply(survey.answer(TOKENS[0], "党员", reply(), DAY))
    survey = world.find(Survey, survey_id(NUMBER))
    world.apply(survey.close(world.file, {}, world.by("discipline")))
    assert (world.last(told.SurveyClosed).answers, world.last(told.SurveyClosed).uncounted) == (0, 1)
