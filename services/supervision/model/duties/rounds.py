"""Duties of rounds, letters, common problems and leads (R-49 to R-67, R-105, R-114, R-115, R-153)."""

from supervision.events.heard import findings as told
from supervision.events.record import DutyRecorded
from supervision.model.duties import picks as pick
from supervision.model.duties.words import Duty, Step

ROUNDS = (
    *(
        Duty(
            rule,
            party,
            (
                Step(told.RoundEnded, "open", day=pick.on("ended_on")),
                *steps,
                Step(DutyRecorded, "submit", pick.recorded(rule), word=pick.word("document_sha256")),
            ),
            scope="round",
        )
        for rule, party, steps in (
            ("R-49", "team", (Step(told.LetterSent, "meet", pick.when("kind", "suggestion"), pick.on("sent_on")),)),
            ("R-50", "team", ()),
            ("R-51", "team", ()),
            (
                "R-58",
                "office",
                (
                    Step(told.RoundReportSubmitted, "submit", day=pick.on("submitted_on"), word=pick.word("digest")),
                    Step(told.RoundReportReceived, "accept", pick.when_complete),
                ),
            ),
            ("R-60", "office", ()),
            ("R-105", "leading_group", ()),
        )
    ),
    Duty(
        "R-61",
        "office",
        (
            Step(told.RoundHeard, "open", pick.when("body", "secretary-meeting"), pick.on("heard_on")),
            Step(told.LetterSent, "meet", pick.when("kind", "recommendation"), pick.on("sent_on")),
        ),
        scope="round",
    ),
    Duty(
        "R-114",
        "office",
        (
            Step(told.RoundReported, "open", day=pick.on("reported_on")),
            Step(told.KeyListIssued, "meet", day=pick.on("issued_on")),
        ),
        scope="round",
    ),
    Duty(
        "R-67",
        "receiving_bodies",
        (
            Step(told.LetterSent, "open", day=pick.on("sent_on"), due=pick.on("reply_due"), obligor=pick.word("addressee")),
            Step(told.LetterReplied, "meet", day=pick.on("replied_on")),
        ),
        scope="matter",
        matter="letter",
    ),
    *(
        Duty(
            rule,
            "office",
            (
                Step(told.CommonProblemConfirmed, "open", day=pick.on("confirmed_on"), obligor=pick.word("office")),
                Step(told.CommonProblemNotified, "meet", day=pick.on("notified_on")),
            ),
            scope="matter",
            matter="problem",
        )
        for rule in ("R-54", "R-115")
    ),
    Duty(
        "R-65",
        "competent_regulator",
        (
            Step(
                told.CommonProblemNotified,
                "open",
                pick.by("department"),
                pick.on("notified_on"),
                pick.on("reply_due"),
                obligor=pick.word("department"),
            ),
            Step(told.CommonProblemAnalysed, "meet", pick.by("department"), pick.on("analysed_on")),
        ),
        scope="matter",
        matter="problem",
    ),
)
