"""A round that leads knows of."""

import pytest

from tests.services.leads.world import World


@pytest.fixture
def world() -> World:
    return World()
