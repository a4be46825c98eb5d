"""The client against the witness, and against servers that are none."""

import asyncio
import datetime as dt
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.libs.witness.conftest import NAME, NOW, ORIGIN, Log, Running, Serve
from translog.checkpoint import Checkpoint, cosign, open_checkpoint, sign_checkpoint
from translog.merkle import node_reader
from translog.note import COSIGNATURE, ED25519, SignerKey, VerifierKey, parse_note, write_note
from witness.client import Client, proofs, submit
from witness.errors import (
    CosignatureMissing,
    Refused,
    Unreachable,
    UrlMalformed,
    WitnessAhead,
    WitnessError,
    WitnessForked,
)
from witness.keeping import signer_in
from witness.server import Server

STRANGER = SignerKey(NAME, COSIGNATURE, bytes([9]) * 32)


@pytest.fixture
async def client(running: Running) -> AsyncIterator[Client]:
    async with Client(running.server.address, running.key) as made:
        yield made


# --- against the witness ---------------------------------------------------------------------------------------------


async def test_a_cosignature_makes_the_checkpoint_witnessed(client: Client, running: Running, log: Log) -> None:
    cosigned = await client.submit(log.note(5), 0, log.prove)
    assert (cosigned.time, cosigned.old) == (NOW, 0)
    note = log.note(5)
    whole = write_note(parse_note(note).text, [*parse_note(note).signatures, cosigned.signature])
    opened = open_checkpoint(whole, [log.key.verifier, running.key], ORIGIN)
    assert [one.name for one in opened.signed] == [ORIGIN, NAME]


@pytest.mark.parametrize("believed", [0, 1, 5, 6, 9, 100])
async def test_whatever_size_is_believed_the_held_one_is_found_and_proved_from(client: Client, log: Log, believed: int) -> None:
    await client.submit(log.note(5), 0, log.prove)
    cosigned = await client.submit(log.note(9), believed, log.prove)
    assert cosigned.old == 5
    assert (await client.submit(log.note(9), believed, log.prove)).old == 9


async def test_proofs_are_made_from_the_hashes_of_a_log(client: Client, log: Log) -> None:
    prove = proofs(node_reader(log.leaves(100)))
    for size in (3, 8, 50, 100):
        await client.submit(log.note(size), 0, prove)


async def test_somebody_else_submits_meanwhile(running: Running, client: Client, log: Log) -> None:
    await client.submit(log.note(1), 0, log.prove)
    sizes = iter((2, 3, 4))

    async def prove(old: int, size: int) -> list[bytes]:
        # Before each of this client's proofs arrives, another checkpoint is cosigned.
        more = next(sizes, None)
        if more is not None:
            assert (await running.post(log.request(old, more))).status == 200
        return log.proof(old, size)

    assert (await client.submit(log.note(9), 1, prove)).old == 4


async def test_a_log_that_was_set_back_is_told_so_and_shown_what_is_held(client: Client, running: Running, log: Log) -> None:
    await client.submit(log.note(9), 0, log.prove)
    for believed in (0, 5, 9):
        with pytest.raises(WitnessAhead) as caught:
            await client.submit(log.note(5), believed, log.prove)
        assert (caught.value.facts["held"], caught.value.facts["size"]) == (9, 5)
    found = await client.newest(ORIGIN, [log.key.verifier])
    assert found is not None
    assert (found[1].checkpoint.size, len(found[1].signed)) == (9, 2)


async def test_a_forked_log_is_told_so(client: Client, running: Running, log: Log) -> None:
    fork = Log(branch=1, parts_at=3)
    await client.submit(log.note(5), 0, log.prove)
    for believed in (0, 3, 5):
        with pytest.raises(WitnessForked):
            await client.submit(fork.note(5), believed, fork.prove)
    with pytest.raises(Refused) as caught:
        await client.submit(fork.note(9), 5, fork.prove)
    assert caught.value.facts["status"] == 422
    assert {one.code for one in running.memory.suspicions()} == {"root-conflict", "proof-invalid"}


async def test_other_refusals_carry_status_and_reason(client: Client, log: Log) -> None:
    unknown = SignerKey("elsewhere", ED25519, bytes([7]) * 32)
    foreign = SignerKey(ORIGIN, ED25519, bytes([7]) * 32)
    for origin, key, status, code in (
        ("elsewhere", unknown, 404, "origin-unknown"),
        (ORIGIN, foreign, 403, "no-trusted-signature"),
    ):
        with pytest.raises(Refused, match=f"{status}: {code}: ") as caught:
            await client.submit(sign_checkpoint(Checkpoint(origin, 5, log.root(5)), [key]), 0, log.prove)
        assert caught.value.facts["status"] == status


async def test_the_connection_is_kept_and_made_anew_when_it_has_gone(serve: Serve, log: Log) -> None:
    one = await serve()
    async with Client(one.server.address, one.key) as client:
        await client.submit(log.note(5), 0, log.prove)
        port, kept = one.server.port, client._line
        await client.submit(log.note(6), 5, log.prove)
        assert client._line is kept is not None
        await one.server.stop()
        again = Server(one.witness, "127.0.0.1", port)
        await again.start()
        try:
            assert (await client.submit(log.note(9), 6, log.prove)).old == 6
            assert client._line is not kept
        finally:
            await again.stop()


async def test_submissions_of_one_client_take_turns(client: Client, log: Log) -> None:
    done = await asyncio.gather(*(client.submit(log.note(size), 0, log.prove) for size in range(1, 30)))
    assert [one.old for one in done] == list(range(29))


async def test_nothing_is_held_of_a_log_before_its_first_checkpoint(client: Client) -> None:
    assert await client.newest(ORIGIN) is None
    assert await client.newest("nobody's log?&#") is None


async def test_one_submission_by_itself(running: Running, log: Log) -> None:
    assert (await submit(running.server.address + "/", running.key, log.note(5), 0, log.prove)).time == NOW


# --- against servers that are none -----------------------------------------------------------------------------------

Reply = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(reply: Reply, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A server that does with each connection what `reply` says; its port."""
    server = await asyncio.start_server(reply, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        server.close_clients()
        await server.wait_closed()


def saying(data: bytes) -> Reply:
    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(data)
        await writer.drain()
        writer.close()

    return reply


def response(status: int, body: bytes, kind: bytes = b"text/plain") -> bytes:
    return b"HTTP/1.1 %d X\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n%b" % (status, kind, len(body), body)


@pytest.fixture
def signer(folder: Path) -> SignerKey:
    return signer_in(folder)


async def asked(data: bytes, key: VerifierKey, log: Log, *, patience: float = 5.0) -> None:
    async with serving(saying(data)) as port:
        await submit(f"http://127.0.0.1:{port}", key, log.note(5), 0, log.prove, patience=patience)


async def test_any_flipped_bit_of_a_cosignature_is_refused(signer: SignerKey, log: Log) -> None:
    line = cosign(Checkpoint(ORIGIN, 5, log.root(5)), signer, NOW).line.encode()
    answers: asyncio.Queue[bytes] = asyncio.Queue()

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readuntil(b"\r\n\r\n"):
            await reader.readuntil(b"\n\n")
            await reader.readuntil(b"\n\n")
            await reader.readline()
            writer.write(response(200, await answers.get()))

    async with serving(reply) as port, Client(f"http://127.0.0.1:{port}", signer.verifier) as client:
        answers.put_nowait(line)
        assert (await client.submit(log.note(5), 0, log.prove)).time == NOW
        for place in range(len(line)):
            for bit in range(8):
                answers.put_nowait(line[:place] + bytes([line[place] ^ 1 << bit]) + line[place + 1 :])
                with pytest.raises(CosignatureMissing):
                    await client.submit(log.note(5), 0, log.prove)


async def test_only_a_valid_timed_cosignature_of_the_key_itself_counts(signer: SignerKey, log: Log) -> None:
    checkpoint = Checkpoint(ORIGIN, 5, log.root(5))
    stranger = cosign(checkpoint, STRANGER, NOW).line.encode()
    own = cosign(checkpoint, signer, NOW).line.encode()
    for body in (
        b"",
        b"\n",
        b"hello\n",
        stranger,
        cosign(Checkpoint(ORIGIN, 6, log.root(6)), signer, NOW).line.encode(),
        cosign(checkpoint, signer, 0).line.encode(),
        own + b"hello\n",
        stranger * 101,
    ):
        with pytest.raises(CosignatureMissing):
            await asked(response(200, body), signer.verifier, log)
    await asked(response(200, stranger + own), signer.verifier, log)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Unreachable),
        (b"hello\r\n\r\n", Unreachable),
        (b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nabc", Unreachable),
        (b"HTTP/1.1 200 X\r\nContent-Length: 99999999\r\n\r\n", Unreachable),
        (b"HTTP/1.1 200 X\r\nX: " + b"a" * 60_000, Unreachable),
        (response(200, b"a" * 70_000), Unreachable),
        (response(302, b""), Refused),
        (response(500, b"\xff\x00\n"), Refused),
        (response(409, b"3\n"), Refused),
        (response(409, b"3", b"text/x.tlog.size"), Refused),
        (response(409, b"03\n", b"text/x.tlog.size"), Refused),
        (response(409, b"", b"text/x.tlog.size"), Refused),
        (response(409, b"0\n", b"text/x.tlog.size"), Refused),
        (response(409, b"3\n", b"text/x.tlog.size; charset=utf-8"), Refused),
        (response(409, b"99\n", b"text/x.tlog.size"), WitnessAhead),
        (response(409, b"5\n", b"text/x.tlog.size"), WitnessForked),
    ],
)
async def test_what_is_no_witness_is_told_apart(data: bytes, kind: type[WitnessError], signer: SignerKey, log: Log) -> None:
    with pytest.raises(kind) as caught:
        await asked(data, signer.verifier, log)
    for text in (str(caught.value), caught.value.text("zh")):
        assert text.isprintable()
        assert "127.0.0.1" in text


async def test_nobody_and_somebody_who_says_nothing_are_unreachable(signer: SignerKey, log: Log) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with serving(silent) as port:
        with pytest.raises(Unreachable, match=r"no answer in 0.05 s"):
            await submit(f"http://127.0.0.1:{port}", signer.verifier, log.note(5), 0, log.prove, patience=0.05)
    with pytest.raises(Unreachable):
        await submit(f"http://127.0.0.1:{port}", signer.verifier, log.note(5), 0, log.prove)


async def test_a_fault_of_the_proof_reader_is_its_own(client: Client, log: Log) -> None:
    await client.submit(log.note(5), 0, log.prove)

    async def broken(old: int, size: int) -> list[bytes]:
        raise TimeoutError("the disk")

    with pytest.raises(TimeoutError, match="the disk"):
        await client.submit(log.note(9), 5, broken)
    assert (await client.submit(log.note(9), 5, log.prove)).old == 5


async def test_what_is_shown_as_held_must_be_cosigned(signer: SignerKey, log: Log) -> None:
    other = sign_checkpoint(
        Checkpoint("elsewhere", 5, log.root(5)), [], [cosign(Checkpoint("elsewhere", 5, log.root(5)), signer, NOW)]
    )
    for body in (log.note(5), b"hello", other):
        async with serving(saying(response(200, body))) as port, Client(f"http://127.0.0.1:{port}", signer.verifier) as client:
            with pytest.raises(CosignatureMissing):
                await client.newest(ORIGIN, [log.key.verifier])
    async with serving(saying(response(503, b"later\n"))) as port, Client(f"http://127.0.0.1:{port}", signer.verifier) as client:
        with pytest.raises(Refused, match="503: later"):
            await client.newest(ORIGIN)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "witness",
        "ftp://w/",
        "http://",
        "http://w:x",
        "http://w:99999",
        "http://w?a",
        "http://w#a",
        "http://u@w",
        "http://é",
        "http://w/\n",
    ],
)
def test_addresses_that_are_none(url: str, signer: SignerKey) -> None:
    with pytest.raises(UrlMalformed):
        Client(url, signer.verifier)


def test_a_logs_key_is_no_witnesss_key(log: Log) -> None:
    with pytest.raises(CosignatureMissing):
        Client("http://w", log.key.verifier)


async def test_https_needs_a_certificate_that_is_trusted(signer: SignerKey, log: Log, tmp_path: Path) -> None:
    line = cosign(Checkpoint(ORIGIN, 5, log.root(5)), signer, NOW).line.encode()
    server, trusting = certified(tmp_path)
    async with serving(saying(response(200, line)), server) as port:
        url = f"https://127.0.0.1:{port}/prefix/"
        assert (await submit(url, signer.verifier, log.note(5), 0, log.prove, tls=trusting)).time == NOW
        with pytest.raises(Unreachable, match="certificate"):
            await submit(url, signer.verifier, log.note(5), 0, log.prove)


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server with a certificate of its own making, and a client that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "witness")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                key_cert_sign=True,
                crl_sign=True,
                content_commitment=False,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    pem = folder / "both.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)
    return server, ssl.create_default_context(cadata=certificate.public_bytes(serialization.Encoding.PEM).decode())
