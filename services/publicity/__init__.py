"""Disclosure of rectification, typical cases and satisfaction surveys."""
