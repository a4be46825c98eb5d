"""Ballot boxes on every database."""

from testkit.conformance.store_boxes import Boxes


class TestBoxes(Boxes):
    pass
