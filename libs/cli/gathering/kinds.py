"""Which document is gathered from what: the thing that is named, the options, the function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from cli.gathering import of_case, of_evaluators, of_findings, of_publicity, of_reviewers
from cli.gathering.facts import Facts

type Choice = Literal["version", "month", "report_kind", "special_check", "on", "assisting", "attempt", "scope", "body"]
# The thing's id and what the options chose, to the document's data.
type Gathering = Callable[[Facts, str, Mapping[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """How a document comes out of the record.

    Attributes:
        named: what kind of thing is named, as the contracts call it.
        by: the function, by kind of thing: a person may name another than the usual.
        choices: options that it understands.
    """

    named: str
    by: Mapping[str, Gathering]
    choices: tuple[Choice, ...] = ()


GATHERED: Mapping[str, Gathered] = MappingProxyType(
    {
        "plan": Gathered("case", {"case": of_case.plan}, ("version",)),
        "lists": Gathered("case", {"case": of_case.lists}),
        "report": Gathered("case", {"case": of_case.report}, ("report_kind", "special_check", "version")),
        "return": Gathered("case", {"case": of_case.monthly}, ("month",)),
        "opinion": Gathered("case", {"case": of_reviewers.opinion}, ("on", "report_kind", "special_check", "version", "assisting")),
        "signoff": Gathered("finding", {"finding": of_findings.signoff}, ("attempt",)),
        "handover": Gathered("handover", {"handover": of_findings.handover}),
        "letter": Gathered("letter", {"letter": of_reviewers.letter}),
        "notice": Gathered(
            "finding",
            {
                "finding": of_reviewers.notice_of_finding,
                "action": of_reviewers.notice_of_action,
                "obligation": of_evaluators.notice_of_obligation,
            },
        ),
        "disclosure": Gathered("case", {"case": of_publicity.disclosure}, ("scope", "version")),
        "evaluation": Gathered("evaluation", {"evaluation": of_evaluators.evaluation}),
        "supervision": Gathered("case", {"case": of_evaluators.supervision}, ("body", "version")),
        "round": Gathered("round", {"round": of_evaluators.round_now, "round_report": of_evaluators.round_reported}),
    }
)
