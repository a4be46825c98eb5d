"""Every status of `add-checkpoint`, and what else may be asked, by real HTTP."""

import asyncio
import re
import sqlite3
from hashlib import sha256

import pytest

from tests.libs.witness.conftest import NAME, NOW, ORIGIN, Log, Running, Serve, ask
from translog.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from translog.merkle import EMPTY_ROOT
from translog.note import ED25519, SignerKey, parse_signature
from translog.witness import MAX_REQUEST, build_request
from witness.keeping import RECORD
from witness.server import Limits

STRANGER = SignerKey("elsewhere/findings/2026", ED25519, bytes([7]) * 32)
OTHER_KEY = SignerKey(ORIGIN, ED25519, bytes([8]) * 32)


async def test_200_is_a_cosignature_that_verifies_and_is_held(running: Running, log: Log) -> None:
    answer = await running.post(log.request(0, 5))
    assert (answer.status, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    line = answer.body.decode()
    assert line.startswith(f"— {NAME} ")
    signed = running.key.check(log.note(5).decode().partition("\n\n")[0] + "\n", parse_signature(line[:-1]).value)
    assert signed.time == NOW
    held = running.memory.held(ORIGIN)
    assert held is not None
    assert (held.size, held.root, held.at) == (5, log.root(5), NOW)


async def test_200_again_for_what_is_held_with_the_time_of_now(running: Running, log: Log) -> None:
    assert (await running.post(log.request(0, 5))).status == 200
    running.clock.now += 60
    again = await running.post(log.request(5, 5))
    assert again.status == 200
    held = running.memory.held(ORIGIN)
    assert held is not None
    assert held.at == NOW + 60


async def test_200_for_growth_and_for_an_empty_log(running: Running, log: Log) -> None:
    sizes = [0, 0, 1, 2, 3, 7, 8, 64, 65, 200]
    old = 0
    for size in sizes:
        assert (await running.post(log.request(old, size))).status == 200, size
        old = size


async def test_400_what_is_not_a_request(running: Running, log: Log) -> None:
    good = log.request(0, 5)
    await running.post(good)
    bodies = [
        b"",
        b"old 0\n",
        good.removeprefix(b"old "),
        good.replace(b"old 0", b"old 00", 1),
        good.replace(b"old 0", b"old -1", 1),
        good.replace(b"old 0", b"old  0", 1),
        good.replace(b"old 0", b"old 9223372036854775808", 1),
        good.replace(b"old 0\n", b"old 0\nnot base64\n", 1),
        good.replace(b"old 0\n", b"old 0\nAAAA\n", 1),
        b"old 5\n" + b"".join(b"%b=\n" % (b"A" * 43) for _ in range(64)) + b"\n" + log.note(9),
        b"old 0\n\n" + log.note(5).partition(b"\n\n")[0] + b"\n",
        b"old 0\n\n" + log.note(5).replace(b"\n5\n", b"\n05\n"),
        good.rstrip(b"\n"),
    ]
    for body in bodies:
        answer = await running.post(body)
        assert answer.status == 400, body
        assert answer.body.startswith(b"request-malformed: ")


async def test_400_an_old_size_above_the_checkpoints(running: Running, log: Log) -> None:
    assert (await running.post(log.request(0, 5))).status == 200
    for old in (6, 2**62):
        answer = await running.post(build_request(old, [], log.note(5)))
        assert (answer.status, answer.body.split(b":")[0]) == (400, b"old-size-above")


async def test_403_without_a_valid_signature_of_the_log(running: Running, log: Log) -> None:
    checkpoint = Checkpoint(ORIGIN, 5, log.root(5))
    unknown = sign_checkpoint(checkpoint, [OTHER_KEY, STRANGER])
    altered = log.note(5).replace(b"\n5\n", b"\n6\n")
    for note, code in ((unknown, b"no-trusted-signature"), (altered, b"signature-invalid")):
        answer = await running.post(build_request(0, [], note))
        assert (answer.status, answer.body.split(b":")[0]) == (403, code)
    assert running.memory.all() == []


async def test_signatures_of_unknown_keys_are_ignored_and_not_kept(running: Running, log: Log) -> None:
    note = sign_checkpoint(Checkpoint(ORIGIN, 5, log.root(5)), [STRANGER, log.key, OTHER_KEY])
    assert (await running.post(build_request(0, [], note))).status == 200
    held = running.memory.held(ORIGIN)
    assert held is not None
    opened = open_checkpoint(held.note, [running.key, log.key.verifier], ORIGIN)
    assert [one.name for one in opened.signed] == [ORIGIN, NAME]
    assert len(opened.signatures) == 2


async def test_a_note_full_of_one_signature_is_kept_with_one(running: Running, log: Log) -> None:
    text, _, signature = log.note(5).partition(b"\n\n")
    assert (await running.post(build_request(0, [], text + b"\n\n" + signature * 100))).status == 200
    held = running.memory.held(ORIGIN)
    assert held is not None
    assert held.note.startswith(log.note(5))
    assert held.note.count(b"\n") == log.note(5).count(b"\n") + 1


async def test_404_for_a_log_that_is_not_served(running: Running, log: Log) -> None:
    note = sign_checkpoint(Checkpoint(STRANGER.name, 5, log.root(5)), [STRANGER])
    answer = await running.post(build_request(0, [], note))
    assert (answer.status, answer.body.split(b":")[0]) == (404, b"origin-unknown")
    # Not even with the signature of a key that it knows, for another log.
    note = sign_checkpoint(Checkpoint(STRANGER.name, 5, log.root(5)), [log.key])
    assert (await running.post(build_request(0, [], note))).status == 404


async def test_409_tells_the_size_held(running: Running, log: Log) -> None:
    for old, said in ((3, b"0\n"), (0, None), (0, b"5\n"), (3, b"5\n")):
        answer = await running.post(log.request(old, 5))
        if said is None:
            assert answer.status == 200
        else:
            assert (answer.status, answer.headers["content-type"], answer.body) == (409, "text/x.tlog.size", said)
    # A smaller checkpoint, from a smaller size: never cosigned.
    assert (await running.post(log.request(2, 3))).status == 409


async def test_409_another_root_at_the_size_held_is_kept_as_proof(running: Running, log: Log) -> None:
    fork = Log(branch=1, parts_at=3)
    assert (await running.post(log.request(0, 5))).status == 200
    answer = await running.post(fork.request(5, 5))
    assert (answer.status, answer.body.split(b":")[0]) == (409, b"root-conflict")
    held = running.memory.held(ORIGIN)
    assert held is not None
    assert held.root == log.root(5)
    (kept,) = running.memory.suspicions()
    assert (kept.code, kept.size, kept.root) == ("root-conflict", 5, fork.root(5))
    assert open_checkpoint(kept.note, [log.key.verifier], ORIGIN).checkpoint.root == fork.root(5)


async def test_a_fork_is_kept_as_proof_whatever_old_size_it_comes_with(running: Running, log: Log) -> None:
    assert (await running.post(log.request(0, 5))).status == 200
    answer = await running.post(Log(branch=1).request(2, 5))
    assert (answer.status, answer.body) == (409, b"5\n")
    assert [one.code for one in running.memory.suspicions()] == ["root-conflict"]


async def test_422_a_proof_that_does_not_hold(running: Running, log: Log) -> None:
    hash_ = bytes(32)
    assert (await running.post(build_request(0, [hash_], log.note(5)))).status == 422
    assert running.memory.all() == []
    assert (await running.post(log.request(0, 5))).status == 200
    fork = Log(branch=1, parts_at=3)
    proofs = [fork.proof(5, 9), [], log.proof(5, 9)[:-1], [*log.proof(5, 9), hash_], log.proof(4, 9), log.proof(5, 9)[::-1]]
    for proof in proofs[1:]:
        answer = await running.post(build_request(5, proof, log.note(9)))
        assert (answer.status, answer.body.split(b":")[0]) == (422, b"proof-invalid")
    assert (await running.post(build_request(5, proofs[0], fork.note(9)))).status == 422
    assert (await running.post(build_request(5, [hash_], log.note(5)))).status == 422
    held = running.memory.held(ORIGIN)
    assert held is not None
    assert held.size == 5
    assert {(one.code, one.size, one.root) for one in running.memory.suspicions()} == {
        ("proof-invalid", 5, log.root(5)),
        ("proof-invalid", 9, log.root(9)),
        ("proof-invalid", 9, fork.root(9)),
    }


async def test_an_empty_tree_has_one_root(running: Running, log: Log) -> None:
    body = log.request(0, 0).replace(Checkpoint(ORIGIN, 0, EMPTY_ROOT).text.encode(), f"{ORIGIN}\n0\n{'A' * 43}=\n".encode())
    assert (await running.post(body)).status == 400


async def test_503_when_the_clock_stands_far_behind_and_never_an_earlier_time(running: Running, log: Log) -> None:
    assert (await running.post(log.request(0, 5))).status == 200
    running.clock.now -= 299
    assert (await running.post(log.request(5, 6))).status == 200
    held = running.memory.held(ORIGIN)
    assert held is not None
    assert (held.size, held.at) == (6, NOW)
    running.clock.now -= 2
    answer = await running.post(log.request(6, 7))
    assert (answer.status, answer.body.split(b":")[0]) == (503, b"witness-clock-behind")
    assert running.memory.held(ORIGIN) == held


async def test_503_when_the_memory_cannot_be_written(running: Running, log: Log) -> None:
    blocker = sqlite3.connect(running.folder / RECORD, autocommit=True)
    blocker.execute("DROP TABLE held")
    blocker.close()
    answer = await running.post(log.request(0, 5))
    assert (answer.status, answer.headers["retry-after"], answer.body.split(b":")[0]) == (503, "5", b"witness-memory")


async def test_the_newest_note_is_given_by_name_and_by_hash(running: Running, log: Log) -> None:
    by_name = "/checkpoint?origin=county%2Ffindings%2F2026"
    by_hash = f"/{sha256(ORIGIN.encode()).hexdigest()}/checkpoint"
    for target in (by_name, by_hash, f"/{'0' * 64}/checkpoint"):
        assert (await running.get(target)).status == 404
    await running.post(log.request(0, 5))
    await running.post(log.request(5, 9))
    for target in (by_name, by_hash):
        answer = await running.get(target)
        assert answer.status == 200
        opened = open_checkpoint(answer.body, [running.key, log.key.verifier], ORIGIN)
        assert (opened.checkpoint.size, opened.checkpoint.root) == (9, log.root(9))
        assert [one.name for one in opened.signed] == [ORIGIN, NAME]
    head = await running.get(by_name, "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(answer.body)))


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/livez", 200),
        ("GET", "/add-checkpoint", 405),
        ("PUT", "/add-checkpoint", 405),
        ("POST", "/checkpoint", 405),
        ("POST", "/livez", 405),
        ("GET", "/", 404),
        ("POST", "/other", 405),
        ("GET", "/checkpoint", 400),
        ("GET", "/checkpoint?origin", 400),
        ("GET", "/checkpoint?origin=a&origin=b", 400),
        ("GET", "/checkpoint?origin=%FF", 400),
        ("GET", "/checkpoint?origin=", 400),
        ("GET", "/checkpoint?a=1&b=2&c=3&d=4&e=5&origin=x", 400),
    ],
)
async def test_other_addresses_and_methods(running: Running, method: str, target: str, status: int) -> None:
    assert (await running.get(target, method)).status == status


# --- the connection --------------------------------------------------------------------------------------------------


async def talk(port: int, data: bytes, *, end: bool = True) -> bytes:
    """Everything that comes back to what is sent."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    if end:
        writer.write_eof()
    try:
        return await reader.read()
    finally:
        writer.close()


def post(body: bytes, *headers: bytes) -> bytes:
    lines = [b"POST /add-checkpoint HTTP/1.1", b"Host: w", *(headers or (b"Content-Length: %d" % len(body),))]
    return b"\r\n".join([*lines, b"", body])


async def test_a_connection_serves_many_requests_also_sent_ahead(running: Running, log: Log) -> None:
    got = await talk(running.server.port, post(log.request(0, 5)) + post(log.request(5, 9)) + post(log.request(5, 9)))
    assert re.findall(rb"HTTP/1.1 ([0-9]{3})", got) == [b"200", b"200", b"409"]


async def test_a_body_in_chunks_and_after_100_continue(running: Running, log: Log) -> None:
    body = log.request(0, 5)
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    assert b"HTTP/1.1 200" in await talk(running.server.port, post(chunks, b"Transfer-Encoding: chunked"))
    got = await talk(running.server.port, post(b"", b"Content-Length: 3", b"Expect: 100-continue"))
    assert got.startswith(b"HTTP/1.1 100 ")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"hello\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"GET /livez HTTP/1.1\r\n\r\n", 400),
        (b"GET /livez HTTP/1.1\r\nHost: w\r\nX: " + b"a" * 60_000 + b"\r\n\r\n", 431),
        (post(b"", b"Content-Length: 9", b"Content-Length: 8"), 400),
        (post(b"", b"Content-Length: %d" % (MAX_REQUEST + 1)), 413),
        (post(b"", b"Content-Length: %d" % (MAX_REQUEST + 1), b"Expect: 100-continue"), 413),
        (post(b"%x\r\n" % (MAX_REQUEST + 1) + b"a" * (MAX_REQUEST + 1) + b"\r\n0\r\n\r\n", b"Transfer-Encoding: chunked"), 413),
    ],
)
async def test_what_is_no_request_or_too_large_is_told_so_and_hung_up_on(running: Running, data: bytes, status: int) -> None:
    got = await talk(running.server.port, data)
    assert got.startswith(b"HTTP/1.1 %d " % status), got[:200]
    assert b"\r\nconnection: close\r\n" in got.lower()


async def test_408_for_a_request_that_does_not_arrive(serve: Serve, log: Log) -> None:
    one = await serve(Limits(message=0.05))
    got = await talk(one.server.port, post(log.request(0, 5))[:-1], end=False)
    assert got.startswith(b"HTTP/1.1 408 ")
    assert one.memory.all() == []


async def test_a_silent_connection_is_closed(serve: Serve) -> None:
    one = await serve(Limits(idle=0.05))
    assert await talk(one.server.port, b"", end=False) == b""


async def test_one_connection_too_many_is_told_to_come_again(serve: Serve) -> None:
    one = await serve(Limits(connections=1))
    _, first = await asyncio.open_connection("127.0.0.1", one.server.port)
    first.write(b"GET /livez HTTP/1.1\r\n")
    got = await talk(one.server.port, b"")
    assert got.startswith(b"HTTP/1.1 503 ")
    first.close()


async def test_stopping_closes_idle_connections_and_listens_no_more(serve: Serve) -> None:
    one = await serve()
    reader, writer = await asyncio.open_connection("127.0.0.1", one.server.port)
    writer.write(b"GET /livez HTTP/1.1\r\nHost: w\r\n\r\n")
    assert b"200" in await reader.readline()
    await one.server.stop()
    assert (await reader.read()).endswith(b"alive\n")
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await ask(one.server.port, "GET", "/livez")
