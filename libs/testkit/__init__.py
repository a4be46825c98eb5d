"""Scenarios, conformance suites, fakes held to the same suites, and real servers for tests."""
