"""Stores of the sample context over fresh databases."""

from testkit.conformance.store import clock, keyring, make_store
from testkit.plugin import any_database_url, database_url, postgres_server

__all__ = ["any_database_url", "clock", "database_url", "keyring", "make_store", "postgres_server"]
