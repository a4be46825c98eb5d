"""Registers of results: rules abolished, amended or adopted; money recovered; people dealt with, as counts only."""

from enum import StrEnum


class EntryState(StrEnum):
    """Whether an entry of a register counts."""

    RECORDED = "RECORDED"
    WITHDRAWN = "WITHDRAWN"
