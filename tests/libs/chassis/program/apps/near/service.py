"""The page of `near`, where a process of its own finds it."""

from tests.libs.chassis.program.demo import NEAR as SERVICE

__all__ = ["SERVICE"]
