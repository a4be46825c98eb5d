"""Questions that supervision answers, one module a topic."""
