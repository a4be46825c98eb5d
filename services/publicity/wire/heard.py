"""What neighbours publish, read into publicity's own words."""

from collections.abc import Callable
from typing import Any, TypeVar

from google.protobuf.message import Message
from rectify.findings.v1 import findings_events_pb2 as findings_told
from rectify.leads.v1 import leads_events_pb2 as leads_told
from rectify.supervision.v1 import supervision_events_pb2 as supervision_told

from kernel.messages import News
from publicity.events.heard import findings, leads, supervision

N = TypeVar("N", bound=News)


def picked(message: type[Message], news: type[N]) -> Callable[[Any], N]:
    """Reads from a neighbour's message what publicity's own word for it needs, and nothing else.

    Raises:
        TypeError: the message has no field of that name; said when the module is imported, not when an event arrives.
    """
    missing = sorted(set(news.model_fields) - set(message.DESCRIPTOR.fields_by_name))
    if missing:
        raise TypeError(f"{message.DESCRIPTOR.full_name} has no {', '.join(missing)} for {news.__name__}")

    def read(told: Any) -> N:
        given = {name: _plain(getattr(told, name)) for name in news.model_fields if _given(told, name)}
        return news(**given)

    return read


def _given(told: Any, name: str) -> bool:
    """Whether a message that may be left out is there; any other field is."""
    return not isinstance(getattr(told, name), Message) or told.HasField(name)


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return {field.name: getattr(value, field.name) for field in value.DESCRIPTOR.fields if getattr(value, field.name)}
    return value if isinstance(value, str | int | bool) else tuple(value)


WORDS: tuple[tuple[type[Message], type[News]], ...] = (
    (findings_told.CaseOpened, findings.CaseOpened),
    (findings_told.CaseTransferred, findings.CaseTransferred),
    (findings_told.WorkingPaperFiled, findings.WorkingPaperFiled),
    (findings_told.PlanSubmitted, findings.PlanSubmitted),
    (findings_told.ReportSubmitted, findings.ReportSubmitted),
    (findings_told.ReportAccepted, findings.ReportAccepted),
    (supervision_told.AccountabilityDecided, supervision.AccountabilityDecided),
    (supervision_told.TypicalCaseSuggested, supervision.TypicalCaseSuggested),
    (leads_told.LeadReferred, leads.LeadReferred),
)

# By publicity's own word: the full name of the message and how to read it.
READERS: dict[type[News], tuple[str, Callable[[Any], News]]] = {
    news: (message.DESCRIPTOR.full_name, picked(message, news)) for message, news in WORDS
}
