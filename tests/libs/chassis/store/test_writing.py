"""Works on every database."""

from testkit.conformance.store_writing import SharedWriting, Writing


class TestWriting(Writing):
    pass


class TestSharedWriting(SharedWriting):
    pass
