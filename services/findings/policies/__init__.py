"""Reactions to facts, own and told."""
