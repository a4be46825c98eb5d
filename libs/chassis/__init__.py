"""The machine that runs a declared service; it knows no context."""
