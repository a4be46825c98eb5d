"""Load, decide, return: one function a command, one module a topic."""
