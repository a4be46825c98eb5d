"""Tampering with what others hold: mirror, witness, streams, and files that were handed out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from random import Random
from typing import Any

from chassis.examining.evidence import Found
from chassis.streams import Kept
from tests.tamper.changes import Unfit, entry_restored, flipped, forged, spoilt
from tests.tamper.kinds.bench import LOGS, ROWS, Bench, Tampered, kind
from translog.codec import b64encode, canonical_json
from translog.export import MAX_LINE
from translog.verdict import Outcome
from translog.verify import verify_lines


@kind
def mirror_row(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    audit, origin = bench.tables["audit"], bench.desk.origin(name)
    undo.enter_context(audit.restored("mirror_rows"))
    row = chance.choice(audit.rows("mirror_rows", "source = ?", origin))
    column = chance.choice([column for column in row if row[column] is not None and column != "source"])
    if chance.random() < 0.3:
        audit.run("DELETE FROM mirror_rows WHERE source = ? AND position = ?", origin, row["position"])
    else:
        value = spoilt(row[column], chance)
        audit.run(f"UPDATE mirror_rows SET {column} = ? WHERE source = ? AND position = ?", value, origin, row["position"])
    return Tampered(f"{column} of the mirrored {row['position']}, or all of it", name, (ROWS,))


@kind
def mirror_index(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    audit, origin = bench.tables["audit"], bench.desk.origin(name)
    undo.enter_context(audit.restored("mirror_refs", "mirror_heads"))
    if chance.random() < 0.2:
        (head,) = audit.rows("mirror_heads", "source = ?", origin)
        audit.run("UPDATE mirror_heads SET position = ? WHERE source = ?", spoilt(head["position"], chance), origin)
        return Tampered("the mirror's head", name, (ROWS,))
    row = chance.choice(audit.rows("mirror_refs", "source = ?", origin))
    audit.run("DELETE FROM mirror_refs WHERE ref = ? AND source = ? AND position = ?", *row.values())
    if chance.random() < 0.5:
        audit.put("mirror_refs", {**row, "ref": chance.randbytes(16).hex()})
    return Tampered(f"what the mirrored {row['position']} is found by", name, (ROWS,))


@kind
def witnessed_row(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice(LOGS)
    audit, origin = bench.tables["audit"], bench.desk.origin(name)
    undo.enter_context(audit.restored("witnessed"))
    row = chance.choice(audit.rows("witnessed", "origin = ?", origin))
    column = chance.choice(("size", "root", "at", "note"))
    value = spoilt(row[column], chance)
    audit.run(f"UPDATE witnessed SET {column} = ? WHERE origin = ? AND size = ?", value, origin, row["size"])
    return Tampered(f"{column} of what was cosigned of {name} at {row['size']}", "", (("I06",),))


@kind
def witnessed_missing(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """What the witness forgot it has said in its own log; of that log itself it says nothing."""
    name = chance.choice(("findings", "supervision"))
    audit, origin = bench.tables["audit"], bench.desk.origin(name)
    undo.enter_context(audit.restored("witnessed", "witnessed_logs"))
    if chance.random() < 0.2:
        audit.run("DELETE FROM witnessed WHERE origin = ?", origin)
        audit.run("DELETE FROM witnessed_logs WHERE origin = ?", origin)
        return Tampered(f"the witness knows nothing of {name}", "", (("I06",),))
    row = chance.choice(audit.rows("witnessed", "origin = ?", origin))
    audit.run("DELETE FROM witnessed WHERE origin = ? AND size = ?", origin, row["size"])
    return Tampered(f"what was cosigned of {name} at {row['size']} is gone", "", (("I06",),))


@kind
def stream_message(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    name = chance.choice([name for name, found in bench.desk.found.items() if found[0] is not None and found[0].messages])
    undo.enter_context(entry_restored(bench.desk.found, name))
    log, evt = bench.desk.found[name]
    which = evt if evt is not None and evt.messages and chance.random() < 0.4 else log
    assert which is not None
    messages = dict(which.messages)
    sequence = chance.choice(sorted(messages))
    subject, kept = messages[sequence]
    match chance.randrange(4):
        case 0:
            messages[sequence] = (subject, Kept(sequence, flipped(kept.payload, chance), kept.headers))
        case 1:
            header = chance.choice([one for one in sorted(kept.headers) if not one.startswith("Nats-") and one != "traceparent"])
            headers = {**kept.headers, header: str(spoilt(kept.headers[header], chance))}
            messages[sequence] = (subject, Kept(sequence, kept.payload, headers))
        case 2:
            del messages[sequence]
        case _:
            other = chance.choice(sorted(messages))
            if other == sequence:
                raise Unfit
            messages[sequence] = messages[other]
    spoiled = Found(which.first, which.last, messages)
    bench.desk.found[name] = (spoiled, evt) if which is log else (log, spoiled)
    return Tampered(f"message {sequence} of {name}", name, (("I10",),))


def _verified(bench: Bench, data: bytes) -> Callable[[], str]:
    def own() -> str:
        file = io.BytesIO(data)
        verdict = verify_lines(iter(partial(file.readline, MAX_LINE), b""), bench.policy)
        return "" if verdict.outcome is not Outcome.INVALID else verdict.problems[0].code

    return own


@kind
def bundle_byte(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    return Tampered("a bit of a bundle", own=_verified(bench, flipped(chance.choice(bench.bundles), chance)))


@kind
def bundle_event(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    """An event of a bundle is another, taken from elsewhere, or left out of the middle; the JSON stays canonical."""
    value = json.loads(chance.choice(bench.bundles))
    events = chance.choice(value["logs"])["events"]
    place = chance.randrange(len(events))
    match chance.randrange(3):
        case 0:
            record = forged(_packed(events[place]), chance)
            events[place] |= {"e": b64encode(record.envelope), "b": b64encode(record.body)}
        case 1:
            events.insert(place, events[place])
        case _:
            part = chance.choice(("e", "b", "proof", "p"))
            other = chance.choice(events)[part]
            if other == events[place][part]:
                raise Unfit
            events[place] = {**events[place], part: other}
    return Tampered(f"event {place} of a bundle", own=_verified(bench, canonical_json(value)))


def _packed(event: dict[str, Any]) -> bytes:
    from base64 import b64decode

    envelope, body = b64decode(event["e"]), b64decode(event["b"])
    return len(envelope).to_bytes(4, "big") + envelope + body


@kind
def export_line(bench: Bench, chance: Random, undo: ExitStack) -> Tampered:
    lines = chance.choice(bench.exports).splitlines(keepends=True)
    one, two = chance.sample(range(len(lines)), 2)
    match chance.randrange(4):
        case 0:
            lines[one] = flipped(lines[one], chance)
        case 1:
            del lines[one]
        case 2:
            lines[one], lines[two] = lines[two], lines[one]
        case _:
            lines.insert(one, lines[two])
    return Tampered(f"line {one} of an export", own=_verified(bench, b"".join(lines)))
