"""Asks services for what a document needs, once each, and says what ids are called."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from chassis.refusals import Refused
from cli.contracts import Verb, find
from cli.plain import plain
from cli.words import meaning
from kernel.errors import Refusal

# A code that no dictionary has stays as it is; an id never does.
_ID = re.compile(r"[0-9a-f]{32}")
_PAGE = 1000

type Row = Mapping[str, Any]


class Facts:
    """What services say, for one document.

    Args:
        put: puts a question to a service as whoever acts.
        fill: writes the circumstances (as of when) into a question.
        zone: zone of days.
        as_of: the day asked about, ISO; empty for now.
    """

    def __init__(
        self, put: Callable[[Verb, Message], Message], fill: Callable[[Message], None], zone: dt.tzinfo, as_of: str = ""
    ) -> None:
        self._put, self._fill, self._zone = put, fill, zone
        self.as_of = as_of
        self._people: dict[str, list[Row]] = {}
        self._orgs: dict[str, str] = {}
        self._rounds: dict[str, str] | None = None

    def ask(self, words: str, **fields: Any) -> dict[str, Any]:
        """The answer of the verb with these words.

        Raises:
            Refused, Refusal: the service said no.
            LookupError: no service has the verb.
        """
        verb = find(words)
        if verb is None:
            raise LookupError(words)
        request: Any = GetMessageClass(verb.method.input_type)(**fields)
        if "meta" in verb.method.input_type.fields_by_name:
            self._fill(request)
        return plain(self._put(verb, request))

    def may_ask(self, words: str, **fields: Any) -> dict[str, Any]:
        """As `ask`; nothing when the caller may not read it or there is none."""
        try:
            return self.ask(words, **fields)
        except (Refused, Refusal, LookupError):
            return {}

    def org(self, id: str) -> str:
        """The full name of an organisation."""
        if not id:
            return ""
        if id not in self._orgs:
            self._orgs[id] = str(self.may_ask("org show", org=id).get("name", ""))
        return self._orgs[id]

    def round(self, id: str, otherwise: str = "") -> str:
        """The title of a round."""
        if self._rounds is None:
            listed = self.may_ask("round list", limit=_PAGE).get("rounds", [])
            self._rounds = {line["round"]: line["title"] for line in listed}
        return self._rounds.get(id) or otherwise

    def person(self, id: str, role: str) -> str:
        """The name of a person, when the caller may see it; else the role in which the person acted."""
        if not id:
            return ""
        named = [held["name"] for held in self._held(id) if held["name"]]
        return str(named[-1]) if named else role

    def title(self, id: str, org: str = "") -> str:
        """What the post of a person is called; empty when nobody says."""
        titles = [held["title"] for held in self._held(id) if held["title"] and (not org or held["org"] == org)] if id else []
        return str(titles[-1]) if titles else ""

    def _held(self, id: str) -> list[Row]:
        if id not in self._people:
            self._people[id] = list(self.may_ask("post list", person=id).get("posts", []))
        return self._people[id]

    def day(self, moment: dt.datetime | None) -> str:
        """The day of a moment, ISO; empty for none."""
        return moment.astimezone(self._zone).date().isoformat() if moment is not None else ""


def word(field: str, code: str) -> str:
    """A code in Chinese; nothing for an id."""
    return "" if _ID.fullmatch(code) else meaning(field, code, "zh")


def head(facts: Facts, case: Row) -> dict[str, Any]:
    """What every document of a case begins with."""
    return {
        "org": facts.org(case["holder"] or case["org"]),
        "round": facts.round(case["round"], case["number"].partition("/")[0]),
        "case": case["number"],
        "as_of": facts.as_of,
    }
