"""Events, aggregates and read models on every database."""

from testkit.conformance.store_reading import Reading


class TestReading(Reading):
    pass
