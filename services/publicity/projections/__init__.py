"""Read models of publicity."""
