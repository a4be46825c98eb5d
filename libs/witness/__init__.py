"""A witness of transparency logs: it cosigns what only grows, and remembers what it cosigned (C2SP tlog-witness)."""
