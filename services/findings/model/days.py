"""Calendar days as people write them."""

import re
import unicodedata
from datetime import date

_DAY = re.compile(r"([0-9]{4})\s*(?:[-/.]|年)\s*([0-9]{1,2})\s*(?:[-/.]|月)\s*([0-9]{1,2})\s*日?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")


class DateUnreadable(ValueError):
    """Not a day; `code` is `date-unreadable` or, for a day that the calendar does not have, `date-does-not-exist`."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code


def read_date(text: str) -> date:
    """The day in 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日 or 20260302, also in full-width signs.

    Raises:
        DateUnreadable: another spelling, or a day that does not exist.
    """
    plain = _MIDNIGHT.sub("", unicodedata.normalize("NFKC", text).replace("。", ".").strip())
    found = _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if found is None:
        raise DateUnreadable("date-unreadable", text)
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateUnreadable("date-does-not-exist", text) from error
