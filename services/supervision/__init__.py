"""Supervision: every obligation with its clock, and the verdicts of those who check."""
