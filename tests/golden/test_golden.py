"""What was ever recorded, sealed and handed out is read as it was, and would be written byte for byte the same."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from chassis.main import find
from chassis.node import whole
from chassis.store.contract import StoredRow
from chassis.store.keyring import Key
from chassis.store.records import Records
from kernel.messages import Fact
from tests.golden.edition import Edition, GoldenLog, editions, tiles_of
from translog import record
from translog.checkpoint import cosign, sign_checkpoint
from translog.codec import canonical_json
from translog.export import MAX_LINE, export_lines
from translog.history.shape import read_history, write_history
from translog.index import TOPIC, Head, Index, read_seal
from translog.merkle import CompactTree, root_of
from translog.note import COSIGNATURE
from translog.policy import Policy
from translog.record import Record, Sealing, Verified, build, open_field, random_sealing, verify_record
from translog.record.envelope import read_envelope
from translog.record.stored import unpack
from translog.verdict import Outcome
from translog.verify import verify_lines

EDITIONS = list(editions())
LOGS = [(edition, log) for edition in EDITIONS for log in edition.logs.values()]
BUNDLES = [(edition, path) for edition in EDITIONS for path in edition.bundles]

each_log = pytest.mark.parametrize(("edition", "log"), LOGS, ids=[f"{edition.name}-{log.service}" for edition, log in LOGS])
each_bundle = pytest.mark.parametrize(
    ("edition", "path"), BUNDLES, ids=[f"{edition.name}-{path.stem}" for edition, path in BUNDLES]
)


def test_there_are_logs_of_every_kind() -> None:
    states = [state for _, log in LOGS for state in log.states]
    topics = {read_envelope(unpack(state)[0]).type for state in states}
    assert len(LOGS) >= 6
    assert len(topics) >= 50
    assert sum(bool(verify_record(state).sealed) for state in states) >= 15


def verdict(data: bytes, policy: Policy) -> Outcome:
    file = io.BytesIO(data)
    return verify_lines(iter(partial(file.readline, MAX_LINE), b""), policy).outcome


# --- as it was handed out --------------------------------------------------------------------------------------------


@each_log
def test_an_export_is_valid_and_written_the_same(edition: Edition, log: GoldenLog) -> None:
    data = log.path.read_bytes()
    assert verdict(data, edition.policy) is Outcome.VALID
    assert b"".join(export_lines(log.note, enumerate(log.states, 1), edition.policy)) == data
    assert edition.policy.text() == (edition.folder / "policy.txt").read_bytes()


@each_bundle
def test_a_bundle_is_valid_and_written_the_same(edition: Edition, path: Any) -> None:
    data = path.read_bytes()
    assert verdict(data, edition.policy) is Outcome.VALID
    assert write_history(read_history(data)) == data


# --- as it was sealed ------------------------------------------------------------------------------------------------


@each_log
def test_tiles_and_root_are_the_same(edition: Edition, log: GoldenLog) -> None:
    found = {f"{log.service} {path}": hashlib.sha256(data).hexdigest() for path, data in tiles_of(log.path).items()}
    assert found == {name: digest for name, digest in edition.tiles.items() if name.startswith(f"{log.service} ")}
    leaves = [verify_record(state).leaf for state in log.states]
    tree = CompactTree()
    tree.extend(leaves)
    assert tree.root() == root_of(leaves) == log.checkpoint.root


@each_log
def test_a_checkpoint_is_signed_and_cosigned_the_same(edition: Edition, log: GoldenLog) -> None:
    signer = edition.signers[f"{log.service}.log"]
    (own, *others) = log.parsed.signatures
    assert sign_checkpoint(log.checkpoint, [signer], others) == log.note
    assert own == signer.sign(log.parsed.text)
    witnesses = [key for key in edition.signers.values() if key.kind == COSIGNATURE]
    times = [int.from_bytes(signature.value[:8], "big") for signature in others]
    assert [cosign(log.checkpoint, witness, time) for witness, time in zip(witnesses, times, strict=True)] == others


@each_log
def test_a_state_seal_is_the_index_of_the_events_before_it(edition: Edition, log: GoldenLog) -> None:
    heads: list[dict[str, Head]] = [{}]
    for state in log.states:
        seen = verify_record(state)
        envelope = seen.envelope
        if TOPIC.fullmatch(envelope["type"]):
            seal = read_seal(envelope, seen.clear)
            index = Index(heads[seal.size].values())
            assert (index.root, index.size) == (seal.root, seal.aggregates)
        heads.append(heads[-1] | {envelope["agg"]: Head(envelope["agg"], int(envelope["ver"]), seen.leaf)})


# --- as it was recorded ----------------------------------------------------------------------------------------------


@each_log
def test_every_record_is_built_the_same(edition: Edition, log: GoldenLog) -> None:
    for state in log.states:
        seen = verify_record(state)
        fields = {name: value for name, value in seen.envelope.items() if name != "body"}
        made = build(fields, seen.clear, dict(sealings(edition, seen)), seen.seed or bytes(32))
        assert made == Record(*unpack(state), seen.leaf, made.commitment)


def sealings(edition: Edition, seen: Verified) -> Iterator[tuple[str, Sealing]]:
    """What was sealed, opened with the keys of the edition."""
    for path, sealed in seen.sealed.items():
        key = edition.personal[sealed.key_id]
        salt, value = open_field(seen.place, path, sealed, key)
        yield path, Sealing(sealed.key_id, key, value, sealed.nonce, salt, sealed.algorithm)


class Keys:
    """The keyring of an edition: a subject's key is the one that the event at hand was sealed with."""

    def __init__(self, edition: Edition) -> None:
        self._personal = edition.personal
        self.used = ""

    def obtain(self, subject: str) -> Key:
        return Key(self.used, self._personal[self.used])

    def flush(self) -> None:
        return

    def find(self, key_id: str) -> bytes | None:
        return self._personal.get(key_id)

    def shred(self, subject: str) -> tuple[str, ...]:
        raise AssertionError


@each_log
def test_the_service_of_today_reads_and_writes_it(edition: Edition, log: GoldenLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every event decodes to the present class, and the present class would record the same bytes."""
    keys = Keys(edition)
    records = Records(whole(find(log.service)), log.checkpoint.origin, keys, lambda reference: pytest.fail(reference))
    for position, state in enumerate(log.states, 1):
        seen = verify_record(state)
        envelope = seen.envelope
        row = StoredRow(position, None, envelope["agg"], int(envelope["ver"]), envelope["type"], state)
        recorded = records.decode(row)
        drawn = dict(sealings(edition, seen))

        def sealed(key_id: str, key: bytes, value: object, drawn: dict[str, Sealing] = drawn) -> Sealing:
            (found,) = (one for one in drawn.values() if canonical_json(one.value) == canonical_json(value))
            return random_sealing(key_id, key, value)._replace(nonce=found.nonce, salt=found.salt)

        monkeypatch.setattr(record, "random_seed", lambda seed=seen.seed: seed or bytes(32))
        monkeypatch.setattr(record, "random_sealing", sealed)
        keys.used = next((one.key_id for one in drawn.values()), "")
        common = {name: envelope[name] for name in ("at", "caus", "cmd", "actor", "role", "org", "pol")}  # type: ignore[literal-required]
        reference, _, rest = envelope["rule"].rpartition(":")
        rule, _, digest = rest.partition("#")
        fact = Fact(recorded.event, None, rule, f"{reference}#{digest}" if rule else "")
        built = records.build(fact, common, recorded.version, envelope["eff"], envelope["prev"])
        assert built.state == state, f"{log.service}:{position} {envelope['type']}"
