"""Wishes about ledgers in files."""

from typing import ClassVar

from findings.commands.delivered import Delivered
from kernel.messages import Command, Id


class ImportLedger(Command):
    """Bring a ledger of delivered feedback; `enter` enters what 反馈信息 names and the register lacks."""

    HISTORICAL: ClassVar[bool] = True

    delivered: Delivered
    enter: bool = False
    dispatching: Id | None = None
    leading_group: Id | None = None
    office: Id | None = None
    discipline: Id | None = None
    org_dept: Id | None = None
    publicity: Id | None = None
