"""How the organization department's service says no."""
