"""Read models of supervision, one module a topic."""
