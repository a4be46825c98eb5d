"""Load, decide, return."""
