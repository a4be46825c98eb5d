"""The page's lines about outer checks."""

from rectify.supervision.v1 import supervision_events_pb2 as published

from chassis.service import Ask, Check, Projection, Query, Rpc
from supervision.commands import checks as wish
from supervision.events import signoff_check as told
from supervision.events.heard import findings
from supervision.handlers import checks as act
from supervision.page import Heard
from supervision.policies import checks as then
from supervision.projections import checks
from supervision.queries import checks as ask
from supervision.queries import separation
from supervision.wire import asks

POSTS = Ask("findings", "FindPosts", asks.ask_posts, asks.hear_posts)


EVENTS = [told.SignOffCheckOpened, told.SignOffCheckPassed, told.SignOffCheckFailed]


COMMANDS = {
    "PassSignOffCheck": Rpc(wish.PassSignOffCheck, act.pass_sign_off_check, asks=[POSTS]),
    "FailSignOffCheck": Rpc(wish.FailSignOffCheck, act.fail_sign_off_check, asks=[POSTS]),
}


QUERIES = {"ListSignOffChecks": Query(wish.ListSignOffChecks, ask.list_signoff_checks)}


HEARS: Heard = {findings.InnerSigned: [then.open_check]}


PROJECTIONS = {"signoff_checks": Projection([checks.CHECKS], checks.signoff_checks)}


PUBLISHES = {
    told.SignOffCheckPassed: published.SignOffCheckPassed,
    told.SignOffCheckFailed: published.SignOffCheckFailed,
}

CHECKS = {"I14": Check("duties are separate (SOD-02, SOD-05, SOD-10, SOD-13)", separation.duties_separate)}
