"""How publicity says no, one module a topic."""
