"""What every refusal of this library is: a stable code, where it is, and a message in English and Chinese."""

from __future__ import annotations

from typing import ClassVar, Literal, NamedTuple

Language = Literal["en", "zh"]


class Words(NamedTuple):
    """A fact that is said in both languages."""

    en: str
    zh: str


class TranslogError(ValueError):
    """Base of every refusal in this library.

    `code` is stable and may be stored or compared; `where` names the thing refused (a field, a path, a line, a
    position); `facts` fill the message, `Words` among them in its language. `text("zh")` gives the Chinese message,
    `str()` the English one.
    """

    code: ClassVar[str] = "translog"
    en: ClassVar[str] = "{where}: refused."
    zh: ClassVar[str] = "{where}：被拒绝。"

    def __init__(self, where: str, **facts: object) -> None:
        self.where = where
        self.facts = facts
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """The message in `language`."""
        template = self.zh if language == "zh" else self.en
        facts = {name: getattr(fact, language) if isinstance(fact, Words) else fact for name, fact in self.facts.items()}
        return template.format(where=self.where, **facts)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.where, self.facts)


def _rebuild(kind: type[TranslogError], where: str, facts: dict[str, object]) -> TranslogError:
    return kind(where, **facts)
