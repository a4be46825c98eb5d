"""The aggregates of supervision."""
