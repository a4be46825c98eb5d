"""The aggregates of publicity, and the pure checks that they rest on."""
