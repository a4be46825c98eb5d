"""Sums of the tables beside the log, on every database."""

from testkit.conformance.store_sums import Sums


class TestSums(Sums):
    pass
