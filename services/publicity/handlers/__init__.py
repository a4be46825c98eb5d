"""Commands of publicity: load, decide, return."""
