"""The words and parts of which facts about disclosure consist."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from kernel.messages import Id

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Part(BaseModel):
    """A value inside a fact."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Scope(StrEnum):
    """To whom rectification is disclosed: the two tracks."""

    PARTY = "party"
    PUBLIC = "public"


class ReportKind(StrEnum):
    """The report that a notice is made from."""

    PROGRESS = "progress"
    FINAL = "final"


class Figures(Part):
    """What a notice counts; money in fen, the rate of signed-off findings in permille, rounded down."""

    findings: int = 0
    measures: int = 0
    signed_off: int = 0
    continuing: int = 0
    rate_permille: int = 0
    reforms: int = 0
    money_fen: int = 0
    people: int = 0


class FindingResult(Part):
    """What a notice says of one finding: its frozen wording, where it stands, and the report's account of it."""

    finding: Id
    number: str
    wording: str
    state: str
    account: str


class Withheld(Part):
    """A path of a published fact that its proof does not show, and the code of the reason; `sealed` if it is encrypted."""

    path: str
    reason: str
    sealed: bool = False


class Masked(Part):
    """A path of which the proof shows a text in place of the value, and the rule by which it was made."""

    path: str
    rule: str
    text: str


class Redaction(Part):
    """Every path of a published fact once: shown, withheld or masked, each part ascending."""

    disclosed: tuple[str, ...] = ()
    masked: tuple[Masked, ...] = ()
    withheld: tuple[Withheld, ...] = ()


class Treatment(Part):
    """What a handler wants of one path instead of showing it: a reason to withhold it, or a rule and a text to mask it."""

    path: str
    reason: str = ""
    rule: str = ""
    text: str = ""


class ChannelKind(StrEnum):
    """A way in which people can answer a notice."""

    PHONE = "phone"
    POST = "post"
    EMAIL = "email"
    VISIT = "visit"


class Channel(Part):
    """A declared way: its kind, and the number or address."""

    kind: ChannelKind
    value: str


class Difference(Part):
    """One thing in which a notice and the record, or two versions of a notice, do not agree; `field` names it."""

    field: str
    notice: str
    record: str
