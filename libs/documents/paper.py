"""What every document's data is made of: texts that can be printed, days, months, and a title."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict

# What XML cannot hold, and what a word processor would take for an instruction; line breaks stay.
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _day(text: str) -> str:
    if text:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError("a day is written 2026-03-02")
        date.fromisoformat(text)
    return text


def _month(text: str) -> str:
    if text and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError("a month is written 2026-03")
    return text


type Text = Annotated[str, AfterValidator(_printable)]
type Day = Annotated[str, AfterValidator(_day)]
type Month = Annotated[str, AfterValidator(_month)]
type Texts = tuple[Text, ...]


class Part(BaseModel):
    """A part of a document; a field that is not known is refused, one that is left out is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Endorsement(Part):
    """Who signed for the whole, with what words, and when."""

    name: Text = ""
    title: Text = ""
    text: Text = ""
    on: Day = ""


class Paper(Part):
    """What is written on every document.

    Attributes:
        title: its heading; empty takes the usual one.
        number: 文号.
        org: the organisation that it is about.
        round: the inspection round.
        case: number of the case, `ROUND/ORG`.
        addressee: 主送机关.
        issuer: 落款 (who issues it).
        issued_on: the day below the issuer's name, ISO.
        attachments: 附件, in order.
        as_of: the day whose record it shows, ISO; empty for the present one.
    """

    TITLE: ClassVar[str] = "{org}"

    title: Text = ""
    number: Text = ""
    org: Text = ""
    round: Text = ""
    case: Text = ""
    addressee: Text = ""
    issuer: Text = ""
    issued_on: Day = ""
    attachments: Texts = ()
    as_of: Day = ""

    def view(self) -> dict[str, Any]:
        """What templates see: the data with the title filled in."""
        fields = self.model_dump(mode="json")
        return fields | {"title": self.title or self.TITLE.format_map(fields)}
