"""A service, running: one object with all its roles, and what it gives to a service that answers from bytes."""

from chassis.node.assembly import business_clock, migrate, mirror_of, store_of, whole
from chassis.node.facilities import Facilities, Probe, SetAside
from chassis.node.running import Node

__all__ = ["Facilities", "Node", "Probe", "SetAside", "business_clock", "migrate", "mirror_of", "store_of", "whole"]
