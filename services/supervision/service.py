"""The supervision service, on one page."""

from rectify.supervision.v1 import supervision_events_pb2 as published
from rectify.supervision.v1 import supervision_service_pb2

from chassis.service import Ask, Check, Hear, Projection, Query, Rpc, Service, Sweep
from supervision import commands, handlers, policies, projections, queries, wire
from supervision.events import case, obligation, verdict

POSTS = Ask("findings", "FindPosts", wire.ask_posts, wire.hear_posts)
FINDING = Ask("findings", "GetFinding", wire.ask_finding, wire.hear_finding)


SERVICE = Service(
    name="supervision",
    events=[
        obligation.ObligationOpened,
        obligation.ObligationSubmitted,
        obligation.ObligationMet,
        obligation.ObligationMetLate,
        obligation.ObligationSentBack,
        obligation.ObligationOverdue,
        obligation.WarningIssued,
        obligation.ObligationExtended,
        obligation.ObligationWaived,
        obligation.ObligationSuperseded,
        case.CaseTakenUp,
        verdict.PlanReceived,
        verdict.PlanPassed,
        verdict.PlanReturned,
        verdict.SignOffCheckOpened,
        verdict.SignOffCheckPassed,
        verdict.SignOffCheckFailed,
        verdict.LookBackReopened,
        verdict.AccountabilityProposed,
    ],
    rpc=supervision_service_pb2.DESCRIPTOR.services_by_name["SupervisionService"],
    commands={
        "PassPlan": Rpc(commands.PassPlan, handlers.pass_plan),
        "ReturnPlan": Rpc(commands.ReturnPlan, handlers.return_plan),
        "PassSignOffCheck": Rpc(commands.PassSignOffCheck, handlers.pass_sign_off_check, asks=[POSTS]),
        "FailSignOffCheck": Rpc(commands.FailSignOffCheck, handlers.fail_sign_off_check, asks=[POSTS]),
        "ReopenByLookBack": Rpc(commands.ReopenByLookBack, handlers.reopen_by_look_back, asks=[FINDING]),
        "AcceptObligation": Rpc(commands.AcceptObligation, handlers.accept_obligation),
        "SendBackObligation": Rpc(commands.SendBackObligation, handlers.send_back_obligation),
        "ExtendObligation": Rpc(commands.ExtendObligation, handlers.extend_obligation),
        "WaiveObligation": Rpc(commands.WaiveObligation, handlers.waive_obligation),
    },
    queries={
        "ListObligations": Query(commands.ListObligations, queries.list_obligations),
        "GetObligation": Query(commands.GetObligation, queries.get_obligation),
        "GetPlanReview": Query(commands.GetPlanReview, queries.get_plan_review),
        "ListSignOffChecks": Query(commands.ListSignOffChecks, queries.list_signoff_checks),
    },
    hears={f"rectify.findings.v1.{name}": Hear(news, [policies.REACTIONS[name]], read) for name, (news, read) in wire.NEWS.items()},
    projections={
        "obligations": Projection([projections.OBLIGATIONS], projections.obligations),
        "signoff_checks": Projection([projections.CHECKS], projections.signoff_checks),
    },
    sweeps={"obligations": Sweep(queries.due_obligations, handlers.obligation_day)},
    publishes={
        verdict.PlanPassed: published.PlanPassed,
        verdict.PlanReturned: published.PlanReturned,
        verdict.SignOffCheckPassed: published.SignOffCheckPassed,
        verdict.SignOffCheckFailed: published.SignOffCheckFailed,
        verdict.LookBackReopened: published.LookBackReopened,
    },
    checks={"I23": Check("every due date recomputes from its rule, trigger and calendar", queries.deadlines_recompute)},
)
