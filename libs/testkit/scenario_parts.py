"""Small words of scenarios: spans, paths into answers, stored names, differences."""

import datetime as dt
import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from typing import Any


class Mistake(Exception):
    """The scenario itself asks for something that cannot be."""


def broken(error: Exception) -> Iterator[str]:
    """An error of the program itself: what, and the innermost places it came through."""
    yield f"the program broke: {type(error).__name__}: {error}"
    for frame in traceback.extract_tb(error.__traceback__)[-4:]:
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"


def span(text: str) -> dt.timedelta:
    """`90d`, `4h` or `15m`."""
    return dt.timedelta(**{{"d": "days", "h": "hours", "m": "minutes"}[text[-1]]: int(text[:-1])})


def short(topic: str) -> str:
    """A stored name without its version."""
    return re.sub(r"\.v[0-9]+$", "", topic)


def same_topic(written: str, topic: str) -> bool:
    """Whether a stored name is meant: `finding.signed-off` means `findings.finding.signed-off.v1`."""
    wanted, full = short(written), short(topic)
    return full == wanted or full.endswith("." + wanted)


def pick(content: Any, path: str) -> Any:
    """A part of an answer: `events.0.aggregate`, `obligations.rule_id=R-07.due`, or `.` for the whole.

    Raises:
        Mistake: there is no such part.
    """
    here = content
    for part in path.split(".") if path != "." else ():
        name, equals, value = part.partition("=")
        try:
            if equals:
                here = next(member for member in here if str(member[name.replace("-", "_")]) == value)
            else:
                here = here[int(part)] if isinstance(here, list) else here[part.replace("-", "_")]
        except (LookupError, StopIteration, ValueError, TypeError) as error:
            raise Mistake(f"save: the answer has no {path!r} (at {part!r}): {here!r:.300}") from error
    return here


def members(values: Any) -> Iterator[Any]:
    """The members of a list, or the numbers of a range `1..38`."""
    if isinstance(values, str):
        first, dots, last = values.partition("..")
        if not dots:
            raise Mistake(f"each: {values!r} is neither a list nor a range such as 1..38")
        yield from range(int(first), int(last) + 1)
    else:
        yield from values


def unwrapped(answer: dict[str, Any], expected: Mapping[str, Any]) -> Mapping[str, Any]:
    """An answer with the expected fields that stand one level down (a thing that the answer wraps) brought up beside it.

    Where several wrapped things have a field, the first one's is meant: contracts put the thing itself first.
    """
    flat = dict(answer)
    for name in (str(name).replace("-", "_") for name in expected):
        holding = [value for value in answer.values() if isinstance(value, dict) and name in value]
        if name not in answer and holding:
            flat[name] = holding[0][name]
    return flat


def code_of(expected: Any) -> str:
    """The code of an expected refusal, written alone or with particulars."""
    return str(expected["code"] if isinstance(expected, Mapping) else expected)


def topics_of(receipt: Mapping[str, Any]) -> list[str]:
    """Stored names of the events in a receipt, without versions."""
    return [short(event["topic"]) for event in receipt.get("events", [])]


def compare_topics(expected: Sequence[str], got: Sequence[str], what: str) -> Iterator[str]:
    """One line where stored names are not exactly these, in this order."""
    if len(expected) != len(got) or not all(same_topic(one, other) for one, other in zip(expected, got, strict=True)):
        yield f"{what}: expected {list(expected)}, got {list(got)}"


def first_difference(expected: Any, got: Any, path: str = "") -> str:
    """The first place at which two answers differ."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for name in dict.fromkeys([*expected, *got]):
            if expected.get(name) != got.get(name):
                return first_difference(expected.get(name), got.get(name), f"{path}.{name}".lstrip("."))
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        for n, (one, other) in enumerate(zip(expected, got, strict=True)):
            if one != other:
                return first_difference(one, other, f"{path}[{n}]")
    return f"{path or 'the whole'}: {expected!r:.200} then, {got!r:.200} now"
