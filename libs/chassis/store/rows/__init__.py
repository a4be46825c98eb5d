"""Read models in SQLite, PostgreSQL and memory, held to one behaviour."""

from chassis.store.rows.memory import MemoryRows
from chassis.store.rows.sql import ReadRows, SqlRows, table_statements
from chassis.store.rows.values import after_of

__all__ = ["MemoryRows", "ReadRows", "SqlRows", "after_of", "table_statements"]
