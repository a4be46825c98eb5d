"""The words every context speaks; pydantic and the standard library only."""
