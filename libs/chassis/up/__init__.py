"""A whole system on this machine, by one call."""

from chassis.up.instance import BASE_PORT, Instance, instance_of
from chassis.up.running import SERVICES, run, up

__all__ = ["BASE_PORT", "SERVICES", "Instance", "instance_of", "run", "up"]
