"""What neighbours publish, read into supervision's own words."""

from collections.abc import Callable
from typing import Any, TypeVar

from google.protobuf.message import Message
from rectify.findings.v1 import findings_events_pb2 as findings_told

from kernel.messages import News
from supervision.events.heard import findings

N = TypeVar("N", bound=News)


def picked(message: type[Message], news: type[N]) -> Callable[[Any], N]:
    """Reads from a neighbour's message what supervision's own word for it needs, and nothing else.

    Raises:
        TypeError: the message has no field of that name; said when the module is imported, not when an event arrives.
    """
    missing = sorted(set(news.model_fields) - set(message.DESCRIPTOR.fields_by_name))
    if missing:
        raise TypeError(f"{message.DESCRIPTOR.full_name} has no {', '.join(missing)} for {news.__name__}")

    def read(told: Any) -> N:
        return news(**{name: _plain(getattr(told, name)) for name in news.model_fields})

    return read


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return {field.name: getattr(value, field.name) or None for field in value.DESCRIPTOR.fields}
    return value if isinstance(value, str | int | bool) else tuple(value)


# What supervision hears: the neighbour's message, its own word for it.
WORDS: tuple[tuple[type[Message], type[News]], ...] = (
    (findings_told.CaseOpened, findings.CaseOpened),
    (findings_told.ConcentratedPhaseEnded, findings.ConcentratedPhaseEnded),
    (findings_told.AllSignedOff, findings.AllSignedOff),
    (findings_told.PlanSubmitted, findings.PlanSubmitted),
    (findings_told.InnerSigned, findings.InnerSigned),
    (findings_told.ReportSubmitted, findings.ReportSubmitted),
    (findings_told.ReportAccepted, findings.ReportAccepted),
    (findings_told.ReportSentBack, findings.ReportSentBack),
    (findings_told.ReturnExpected, findings.ReturnExpected),
    (findings_told.ReturnSubmitted, findings.ReturnSubmitted),
    (findings_told.ReturnAccepted, findings.ReturnAccepted),
    (findings_told.ReturnSentBack, findings.ReturnSentBack),
)

# By supervision's own word: the full name of the message and how to read it.
READERS: dict[type[News], tuple[str, Callable[[Any], News]]] = {
    news: (message.DESCRIPTOR.full_name, picked(message, news)) for message, news in WORDS
}
