"""Load, decide, return: one function a command."""
