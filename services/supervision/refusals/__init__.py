"""How supervision says no, one module a topic."""
