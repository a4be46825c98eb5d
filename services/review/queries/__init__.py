"""Questions that review answers."""
