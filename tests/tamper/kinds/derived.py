"""Tampering with what is derived: head, followers, snapshots, read models."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random

from chassis.store.sums import SUMMED
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
def kept_beside_the_log(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """Rows of what no replay makes again: commands, what was set aside, followers, ballots, checkpoints, what was cosigned."""
    name, table, by = chance.choice(_KEPT)
    tables = bench.tables[name]
    undo.enter_context(tables.restored(table, "sums"))
    rows, summed = [row for row in tables.rows(table) if row.get("position") != 0], SUMMED[table]
    how = chance.choice(("edited", "deleted", "swapped", "appended") if len(rows) > 1 else ("appended",))
    chosen = chance.sample(rows, 2) if len(rows) > 1 else [{**dict.fromkeys(summed.columns, "9"), **_OTHERS.get(table, {})}] * 2
    column = chance.choice(summed.columns)
    if how == "swapped" and (not summed.more or chosen[0][summed.more[0]] == chosen[1][summed.more[0]]):
        raise Unfit
    if how != "appended":
        for row in chosen if how == "swapped" else chosen[:1]:
            tables.run(
                f"DELETE FROM {table} WHERE {' AND '.join(f'{one} = ?' for one in summed.key)}", *(row[one] for one in summed.key)
            )
    if how == "edited":
        tables.put(table, {**chosen[0], column: spoilt(chosen[0][column], chance)})
    elif how == "appended":
        fresh = {one: _another(chosen[0][one], chance) for one in summed.key}
        tables.put(table, {**chosen[0], **fresh})
    elif how == "swapped":
        for row, other in (chosen, chosen[::-1]):
            tables.put(table, {**row, summed.more[0]: other[summed.more[0]]})
    return Tampered(f"{table} of {name}: {how}, {column}", name, ((by,),))


_KEPT = (
    *((name, table, by) for name in LOGS for table, by in (("commands", "I13"), ("quarantine", "I13"), ("checkpoints", "I06"))),
    ("supervision", "ballots", "I13"),
    ("supervision", "tracking", "I13"),
    ("review", "tracking", "I13"),
    ("publicity", "ballots", "I13"),
    ("audit", "witnessed", "I06"),
    ("audit", "witnessed_logs", "I06"),
)
_OTHERS: dict[str, dict[str, object]] = {"quarantine": {"position": 9}, "ballots": {"n": 1}}


def _another(value: object, chance: Random) -> object:
    return value + chance.randrange(1_000_000, 2_000_000) if isinstance(value, int) else f"{chance.getrandbits(128):032x}"


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
