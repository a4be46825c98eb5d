"""Protobuf to and from the domain, where names alone are not enough."""
