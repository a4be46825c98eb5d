"""Where a lead belongs: the organs of whoever manages the cadres of the organisation that the reported person is of."""

from datetime import date
from typing import Self

from kernel.messages import Answer
from leads.refusals import NoAuthority, NotTheAuthority

MANAGES, LEADS = "cadre-management", "party-leadership"


class Parent(Answer):
    """A parent in one respect, from `since` until before `until`."""

    relation: str
    parent: str
    since: date
    until: date | None = None


class Registered(Answer):
    """What findings' register says of an organisation."""

    org: str
    parents: tuple[Parent, ...] = ()

    def parent(self, relation: str, day: date) -> str:
        """The parent in this respect on this day, "" when it has none."""
        held = [p for p in self.parents if p.relation == relation and p.since <= day and (p.until is None or day < p.until)]
        return held[-1].parent if held else ""


class Authority(Answer):
    """Who manages the cadres of an organisation, and whether an organ receives for it.

    Attributes:
        unit: the organisation; authority: its cadre-management authority, "" when the register names none.
        receives: whether the organ asked about is the authority itself or is led by it.
    """

    unit: str
    authority: str = ""
    receives: bool = False

    @classmethod
    def over(cls, unit: str, managed: Registered | None, organ: str, its: Registered | None, day: date) -> Self:
        """What the register's two answers come to on a day."""
        authority = managed.parent(MANAGES, day) if managed is not None else ""
        led_by = its.parent(LEADS, day) if its is not None else ""
        return cls(unit=unit, authority=authority, receives=authority in (organ, led_by))

    def require(self) -> None:
        """The organ must receive for the authority.

        Raises:
            NoAuthority: the register names none; NotTheAuthority: the organ is another's.
        """
        if not self.authority:
            raise NoAuthority(field="unit")
        if not self.receives:
            raise NotTheAuthority(field="addressee")
