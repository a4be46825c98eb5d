"""How a command and a question travel through a service, under gRPC and in memory alike."""

from chassis.auth import Caller
from chassis.dispatch.crossing import Crossing
from chassis.dispatch.needs import Limits, Ring
from chassis.dispatch.way import CHASSIS_SERVICES, Dispatch

__all__ = ["CHASSIS_SERVICES", "Caller", "Crossing", "Dispatch", "Limits", "Ring"]
