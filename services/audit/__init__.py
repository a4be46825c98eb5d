"""Audit: mirrors every service's log; knows bytes, not domains."""
