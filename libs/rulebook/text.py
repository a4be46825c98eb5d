"""The base of every rulebook model, text in the two languages, and plain data."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from .errors import Lang

# What JSON can say; the form in which everything is handed to command lines and pages.
type Data = str | int | bool | Sequence[Data] | Mapping[str, Data] | None

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
CitationId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,4}-[0-9]{2,4}$")]
RulebookId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


class Model(BaseModel):
    """Immutable; unknown keys and silent conversions are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Text(Model):
    """The same words in Chinese and English."""

    zh: Words
    en: Words

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en
