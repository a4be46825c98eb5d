"""Bytes and protobuf to and from the domain."""
