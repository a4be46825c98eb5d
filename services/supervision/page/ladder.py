"""The page's lines about the ladder of pressing."""

from chassis.service import Projection, Query, Rpc, Sweep
from supervision.commands import ladder as wish
from supervision.events import ladder as told
from supervision.events import look_back, signoff_check
from supervision.events.heard import findings
from supervision.handlers import ladder as act
from supervision.page import Heard
from supervision.page.look_back import FINDING
from supervision.policies import pressing as then
from supervision.projections import ladder
from supervision.queries import ladder as ask

EVENTS = [told.LadderStepTaken, told.LadderProposed, told.LadderDeclined]


COMMANDS = {
    "TakeLadderStep": Rpc(wish.TakeLadderStep, act.take_ladder_step, asks=[FINDING]),
    "DeclineLadderStep": Rpc(wish.DeclineLadderStep, act.decline_ladder_step, asks=[FINDING]),
}


QUERIES = {
    "ListLadder": Query(wish.ListLadder, ask.list_ladder, asker=True),
    "GetLadder": Query(wish.GetLadder, ask.get_ladder),
}


HEARS: Heard = {
    findings.ReturnSubmitted: [then.press_stagnant],
    findings.LetterOverdue: [then.press_letter],
}


POLICIES = {
    signoff_check.SignOffCheckFailed: [then.press_failed],
    look_back.LookBackReopened: [then.press_false],
}


PROJECTIONS = {"ladders": Projection([ladder.LADDERS, ladder.WAITING], ladder.ladders)}


SWEEPS = {"ladders": Sweep(ask.due_ladders, act.ladder_day)}
