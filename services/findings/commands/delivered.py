"""A ledger as it came in a file, read but not yet judged."""

from datetime import date
from typing import Any

from pydantic import Field

from findings.events.parts import Part, Sha256
from kernel.errors import Refusal

INFO, LEDGER = "反馈信息", "整改台账"
KEYS = ("轮次", "层级", "被巡视党组织", "主要负责人", "反馈日期", "签收日期", "专项检查", "管理办法")
DATES = ("反馈日期", "签收日期")


class Fault(Part):
    """One thing wrong, or worth knowing, in a file.

    Attributes:
        code: which; the refusal class of this code has its text.
        sheet, row, column: where; row 0 and column "" mean the whole sheet or row.
        values: what the texts name.
        fatal: whether it prevents the import.
    """

    code: str
    sheet: str
    row: int = 0
    column: str = ""
    values: dict[str, str] = Field(default_factory=dict)
    fatal: bool = True

    def refusal(self, **more: object) -> Refusal:
        """The refusal that says it."""
        named: dict[str, Any] = {"sheet": self.sheet, "row": self.row, "column": self.column, **self.values, **more}
        return Refusal.REGISTRY[self.code](field="workbook", **named)


def fault(kind: type[Refusal], sheet: str, row: int = 0, column: str = "", fatal: bool = True, **values: object) -> Fault:
    """A fault of this kind."""
    texts = {name: str(value) for name, value in values.items()}
    return Fault(code=kind.code, sheet=sheet, row=row, column=column, values=texts, fatal=fatal)


class LedgerRow(Part):
    """A row of the ledger: its place in the sheet, its 序号, its number, and canonical cells by column letter."""

    row: int
    ordinal: int = 0
    number: str = ""
    cells: dict[str, str]

    @property
    def key(self) -> tuple[str, str]:
        """What tells rows without a number apart: wording and manifestation, white space apart."""
        return "".join(self.cells["D"].split()), "".join(self.cells.get("E", "").split())


class Delivered(Part):
    """The whole file.

    Attributes:
        sha256: of its bytes; name: the file's.
        info: 反馈信息 by key, dates as ISO texts.
        rows: the ledger's rows; faults: what was wrong when it was read.
    """

    sha256: Sha256
    name: str
    size: int
    info: dict[str, str]
    rows: tuple[LedgerRow, ...]
    faults: tuple[Fault, ...]

    def day(self, key: str) -> date | None:
        """A date of 反馈信息, None when it is not given or was not readable."""
        text = self.info.get(key, "")
        return date.fromisoformat(text) if text else None
