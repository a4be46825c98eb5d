"""Rounds of any size, made up from a seed and played through real commands: to measure with, and to look around in."""
