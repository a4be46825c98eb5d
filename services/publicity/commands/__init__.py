"""What people wish of publicity, one module a topic."""
