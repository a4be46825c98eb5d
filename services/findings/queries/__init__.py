"""Answers from the read models."""
