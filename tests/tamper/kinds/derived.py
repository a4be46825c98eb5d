"""Tampering with what is derived: head, followers, snapshots, read models."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random

from tests.tamper.changes import Unfit, flipped, spoilt
from tests.tamper.kinds.bench import LOGS, Bench, Tampered, kind, unfit


@kind
def head_edited(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    tables = bench.tables[name]
    undo.enter_context(tables.restored("log_head"))
    (row,) = tables.rows("log_head")
    column = chance.choice([column for column in ("position", "pub", "at") if row[column]])
    tables.run(f"UPDATE log_head SET {column} = ?", _other(row[column], chance))
    return Tampered(f"the head's {column}", name, (("I01",),))


def _other(value: object, chance: Random) -> object:
    if isinstance(value, str):
        return value[:5] + f"{chance.randrange(1, 13):02d}" + value[7:11] + f"{chance.randrange(24):02d}" + value[13:20] + "999999Z"
    return spoilt(value, chance)


@kind
def follower_ahead(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(("findings", "supervision", "review", "leads"))
    tables = bench.tables[name]
    undo.enter_context(tables.restored("tracking"))
    followers = [row["follower"] for row in tables.rows("tracking")]
    kinds = ("projection:", "policies", "consumer:")
    follower = chance.choice([one for one in followers if one.startswith(kinds)] or [unfit()])
    ahead = chance.randrange(1_000, 100_000)
    tables.run("UPDATE tracking SET position = ? WHERE follower = ?", ahead, follower)
    return Tampered(f"{follower} is at {ahead}", name, (("I11",),))


@kind
def snapshot_edited(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice([name for name, tables in bench.tables.items() if tables.rows("snapshots")] or [unfit()])
    tables = bench.tables[name]
    undo.enter_context(tables.restored("snapshots"))
    row = chance.choice(tables.rows("snapshots"))
    state = flipped(bytes(row["state"]), chance)
    tables.run("UPDATE snapshots SET state = ? WHERE originator_id = ?", state, row["originator_id"])

    def compared() -> str:
        return "; ".join(why for _, _, why in bench.desk.stores[name].check_snapshots()[1])

    return Tampered(f"the snapshot of {row['originator_id']}", name, own=compared, by="I15")


@kind
def read_model_row(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(("findings", "supervision"))
    store, tables = bench.desk.stores[name], bench.tables[name]
    models = bench.desk.pages[name].projections
    model = chance.choice(sorted(models))
    table = chance.choice([f"view_{table.name}" for table in models[model].tables])
    rows = tables.rows(table)
    if not rows:
        raise Unfit
    undo.enter_context(tables.restored(table))
    row = chance.choice(rows)
    column = chance.choice([column for column in row if row[column] is not None])
    tables.run(f"DELETE FROM {table} WHERE rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET ?)", rows.index(row))
    if chance.random() < 0.7:
        tables.put(table, {**row, column: spoilt(row[column], chance)})

    def compared() -> str:
        return "; ".join(f"{one.table} {one.key}" for one in store.compare(model))

    return Tampered(f"{column} of a row of {table}", name, own=compared, by="I15")
