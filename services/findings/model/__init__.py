"""Aggregates: what is decided, and what facts change."""
