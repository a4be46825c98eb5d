"""I06, I07, I09: checkpoints of all holders are of one tree each, no store is smaller than one, and the newest has its quorum."""

import asyncio
from collections.abc import Iterable, Mapping

from audit.audits.run import Result, Run
from audit.forks import Ended, ended
from audit.tools import Accepted, Tools
from audit.verify import PAGE, Wrong
from kernel.errors import Refusal
from translog.checkpoint import Checkpoint, open_checkpoint
from translog.errors import TranslogError
from translog.merkle import CompactTree
from translog.note import VerifierKey
from translog.record import RecordError, leaf_hash, unpack, verify_record

PATIENCE = 15.0
"""Seconds in which all that was recorded when the run began must be under a checkpoint with its quorum."""

ACCEPTED = ".checkpoint.accepted."

_PAUSE = 0.2


async def witnessed(run: Run) -> Result:
    """I06, of what was cosigned: each signed by its log and by the witness, of the mirrored tree, in order of time."""
    try:
        keys = await asyncio.to_thread(run.tools.witnessed.logs)
    except Refusal as refusal:
        return Result(note=refusal.text("en"))
    result = Result()
    own = {}
    for service in run.tools.services:
        try:
            answer = await run.tools.checkpoint(service)
        except Refusal as refusal:
            result.note = refusal.text("en")  # I07 and I09 say what is wrong with it
            continue
        own[answer.source] = answer.vkey
    former: dict[str, list[str]] = {}
    for origin, vkey in await asyncio.to_thread(run.tools.witnessed.former):
        former.setdefault(origin, []).append(vkey)
    gone = await asyncio.to_thread(ended, run.tools.mirror)
    result.note = "; ".join(note for note in (result.note, *(one.note for one in gone.values())) if note)
    for origin, vkey in keys.items():
        if unusable := _unusable([vkey, *former.get(origin, [])]):
            result.wrong.append(Wrong(origin, 0, "", 0, "mirror", "key-differs", unusable))
            continue
        # The one from which the present key follows, by what the log itself says, is its key until it seals again.
        follows = await asyncio.to_thread(run.tools.followers_of, origin, vkey) if own.get(origin, vkey) != vkey else []
        if origin in own and own[origin] not in (vkey, *follows):
            why = f"the witness knows the key {vkey}, the log shows {own[origin]}"
            result.wrong.append(Wrong(origin, 0, "", 0, "both", "key-differs", why))
        if origin not in gone:
            await _followed(run.tools, origin)
        await asyncio.to_thread(_line, run.tools, origin, [vkey, *former.get(origin, [])], result, gone.get(origin))
    await asyncio.to_thread(_told, run.tools, result)
    for origin in sorted({origin for origin, vkey in own.items() if vkey} - keys.keys()):
        newest = await asyncio.to_thread(run.tools.witnessed.newest, origin)
        held = await asyncio.to_thread(run.tools.mirror.rows, origin, 0, 1)
        if newest is None and held:
            why = "the witness remembers no checkpoint of this log, which is sealed"
            result.wrong.append(Wrong(origin, 0, "", 0, "mirror", "checkpoint-missing", why))
    return result


def _unusable(vkeys: Iterable[str]) -> str:
    """Why a key that the witness remembers of a log is none, "" when all are."""
    try:
        list(map(VerifierKey.parse, vkeys))
    except TranslogError as error:
        return f"the witness remembers what is no key: {error}"
    return ""


async def _followed(tools: Tools, origin: str) -> None:
    """Wait some seconds for a mirror that fetches rows again: a witness recalls at once what it cosigned of them."""
    newest = await asyncio.to_thread(tools.witnessed.newest, origin)
    end = asyncio.get_running_loop().time() + PATIENCE
    while newest is not None and asyncio.get_running_loop().time() < end:
        heads = await asyncio.to_thread(tools.mirror.heads)
        if any(head.source == origin and head.position >= newest.size for head in heads):
            return
        await asyncio.sleep(_PAUSE)


def _told(tools: Tools, result: Result) -> None:
    """What the witness said in its own log that it cosigned, it remembers."""
    for head in tools.mirror.heads():
        after = 0
        while rows := tools.mirror.rows(head.source, after, PAGE):
            for row in rows:
                if ACCEPTED not in row.topic:
                    continue
                try:
                    said = verify_record(row.state).clear
                except RecordError:
                    continue  # named by I03
                origin, text = str(said.get("origin")), str(said.get("size"))
                size = int(text) if text.isascii() and text.isdecimal() else 0
                known = next(iter(tools.witnessed.after(origin, size - 1, 1)), None)
                result.checked += 1
                if known is None or (known.size, known.root.hex()) != (size, said.get("root")):
                    why = f"the checkpoint of {origin} at size {size}, which it cosigned, is not what the witness remembers"
                    wrong = Wrong(row.source, row.position, row.aggregate, row.version, "mirror", "checkpoint-missing", why)
                    result.wrong.append(wrong)
            after = rows[-1].position


def _line(tools: Tools, origin: str, vkeys: list[str], result: Result, gone: Ended | None) -> None:
    """The cosigned checkpoints of one log, beside its mirrored tree; of one that ended, the tree of what goes on in its place."""
    tree_of = origin if gone is None else gone.source
    keys = [*map(VerifierKey.parse, vkeys), VerifierKey.parse(tools.witness_key)]
    # A row of a size that no checkpoint has is wrong as well.
    tree, whole, size, at = CompactTree(), True, -(2**62), 0
    while page := tools.witnessed.after(origin, size, PAGE):
        for one in page:
            result.checked += 1
            lost = gone is not None and one.size > gone.fork.size
            whole = whole and (lost or _grow(tools, tree, tree_of, one.size))
            why = _unsigned(one, keys, origin)
            if not why and one.at < at:
                why = f"it was cosigned at {one.at}, a smaller one at {at}"
            if not why and whole and not lost and tree.root() != one.root:
                why = "the mirrored events give another root"
            if not why and not whole:
                why = "the mirror does not hold all events under it"
            if why:
                text = f"the checkpoint cosigned at size {one.size}: {why}"
                result.wrong.append(Wrong(origin, one.size, "", 0, "mirror", "checkpoint-differs", text))
            at = max(at, one.at)
        size = page[-1].size


def _unsigned(one: Accepted, keys: list[VerifierKey], origin: str) -> str:
    """Why a cosigned checkpoint is not what its row says, "" when it is."""
    if not one.note:
        return ""  # recalled from the witness's own log, which says as much
    try:
        opened = open_checkpoint(one.note, keys, origin)
    except TranslogError as error:
        return str(error)
    found: Checkpoint = opened.checkpoint
    if (found.size, found.root) != (one.size, one.root):
        return f"its note says size {found.size}, root {found.root.hex()}"
    signed = {(by.name, by.key_id): by.time for by in opened.signed}
    *logs, witness = keys
    if all((key.name, key.key_id) not in signed for key in logs):
        return f"the signature of {origin} is missing"
    if (witness.name, witness.key_id) not in signed:
        return f"the signature of {witness.name} is missing"
    if signed[witness.name, witness.key_id] != one.at:
        return "its cosignature is of another time"
    return ""


def _grow(tools: Tools, tree: CompactTree, origin: str, size: int) -> bool:
    """Extend the tree by the mirrored events themselves; whether they are all there."""
    while tree.size < size:
        rows = tools.mirror.rows(origin, tree.size, min(PAGE, size - tree.size))
        if not rows:
            return False
        for row in rows:
            if row.position != tree.size + 1:
                return False
            try:
                tree.append(leaf_hash(unpack(row.state)[0]))
            except RecordError:
                return False
    return True


async def sizes(run: Run) -> Result:
    """I07, of what others hold of a log: its witness, its mirror, and it itself."""
    gone = await asyncio.to_thread(ended, run.tools.mirror)
    result = Result(note="; ".join(one.note for one in gone.values()))
    for service in run.tools.services:
        try:
            held = await _held(run.tools, service)
        except Refusal as refusal:
            source = (await run.tools.head(service)).source
            result.wrong.append(Wrong(source, 0, "", 0, "source", "no-checkpoint", refusal.text("en")))
            continue
        # Asked last: the others only hold what it had.
        head = await run.tools.head(service)
        for who, size in held.items():
            result.checked += 1
            if size > head.position:
                why = f"the store ends at {head.position}, {who} {size}"
                result.wrong.append(Wrong(head.source, head.position, "", 0, "source", "store-shorter", why))
    return result


async def _held(tools: Tools, service: str) -> Mapping[str, int]:
    answer = await tools.checkpoint(service)
    held = {"its own checkpoint covers": int(answer.size)}
    for head in await asyncio.to_thread(tools.mirror.heads):
        if head.source == answer.source:
            held["its mirror holds"] = head.position
    try:
        newest = await asyncio.to_thread(tools.witnessed.newest, answer.source)
    except Refusal:
        return held  # there is no witness here
    if newest is not None:
        held["its witness cosigned"] = newest.size
    return held


async def quorum(run: Run) -> Result:
    """I09: all that was recorded when the run began is under a checkpoint with its quorum, within some seconds of it."""
    try:
        await asyncio.to_thread(run.tools.witnessed.logs)
    except Refusal as refusal:
        return Result(note=refusal.text("en"))
    result = Result(note=f"within {PATIENCE:.0f} seconds")
    waiting = {}
    for service in run.tools.services:
        try:
            answer = await run.tools.checkpoint(service)
        except Refusal as refusal:
            source = (await run.tools.head(service)).source
            result.wrong.append(Wrong(source, 0, "", 0, "source", "no-quorum", refusal.text("en")))
            continue
        if answer.vkey:
            waiting[answer.source] = (await run.tools.head(service)).position
    end = asyncio.get_running_loop().time() + PATIENCE
    while True:
        wrong = {origin: await _short(run.tools, origin, size) for origin, size in waiting.items()}
        if not any(wrong.values()) or asyncio.get_running_loop().time() >= end:
            break
        await asyncio.sleep(_PAUSE)
    result.checked = len(waiting)
    for origin, why in wrong.items():
        if why:
            result.wrong.append(Wrong(origin, waiting[origin], "", 0, "both", "no-quorum", why))
    return result


async def _short(tools: Tools, origin: str, size: int) -> str:
    """Why what a log had is not under a checkpoint with its quorum, "" when it is."""
    try:
        newest = await tools.quorate(origin)
        covered = 0 if newest is None else newest.size
        if newest is None or covered < size:
            return f"the log had {size} events, under a checkpoint with its quorum are {covered}"
        policy = tools.policy
        policy.demand(policy.judge(newest.note, origin))
    except TranslogError as error:
        return str(error)
    except Refusal as refusal:
        return refusal.text("en")
    return ""
