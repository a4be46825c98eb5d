"""Turns ids back into what people call things: codes, numbers, and for persons post and name."""

from collections.abc import Callable, Mapping
from typing import Any

from google.protobuf.message_factory import GetMessageClass

from chassis.refusals import Refused
from cli.contracts import verbs
from cli.plain import plain

# What is asked, the field with the id, and how the thing is called.
_LISTS: tuple[tuple[str, str, str], ...] = (
    ("org list", "org", "{code}"),
    ("round list", "round", "{code}"),
    ("case list", "case", "{number}"),
    ("post list", "person", "{post}@{org_code} {name}"),
    ("finding list", "finding", "{number}"),
)
# Findings are looked up page by page; beyond so many pages an id stays an id.
PAGES = 5
PAGE = 1000


class Directory:
    """Names of ids, asked for list by list and only when an id has to be shown.

    Args:
        ask: puts a question (service, method, request) as whoever acts.
    """

    def __init__(self, ask: Callable[..., Any]) -> None:
        self._ask = ask
        self._known: dict[str, str] = {}
        self._left = list(_LISTS)

    def called(self, id: str) -> str:
        """What people call the thing of this id; the id itself when no list that the caller may read has it."""
        while id not in self._known and self._left:
            self._learn(*self._left.pop(0))
        return self._known.get(id, id)

    def _learn(self, words: str, field: str, form: str) -> None:
        after = ""
        for _ in range(PAGES):
            try:
                answer = self._page(words, after)
            except Refused:  # whoever may not read the list sees ids, which is no reason to refuse the answer itself
                return
            rows: list[Mapping[str, Any]] = next((value for value in answer.values() if isinstance(value, list)), [])
            for row in rows:
                self._known.setdefault(row[field], form.format_map(row).strip())
            after = str(answer.get("next") or "")
            if not after:
                return

    def _page(self, words: str, after: str) -> dict[str, Any]:
        verb = verbs()[words]
        request: Any = GetMessageClass(verb.method.input_type)()
        fields = verb.method.input_type.fields_by_name
        if "limit" in fields:
            request.limit = PAGE
        if after:
            request.after = after
        return plain(self._ask(verb.service, verb.method, request))
