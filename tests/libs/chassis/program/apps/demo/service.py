"""The page of `demo`, where a process of its own finds it."""

from tests.libs.chassis.program.demo import DEMO as SERVICE

__all__ = ["SERVICE"]
