"""Mutual TLS between services: who shows no certificate, or a stranger's, is not let in."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from chassis.auth import Issuer
from chassis.credentials import client_tls, issuer_directory
from chassis.node import Node
from chassis.refusals import Refused
from chassis.rpc import Client, Tls
from kernel.context import named
from kernel.errors import Kind
from tests.libs.chassis.program.demo import DEMO
from tests.libs.chassis.program.test_dispatch import opening
from tests.libs.chassis.program.test_node import DEMO_RPC, QUICK, Pair


class Authority:
    """Signs certificates for one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, folder.name)])
        self.certificate = self._build(self.name, self.key.public_key(), authority=True)
        self.file = folder / "ca.crt"
        self.file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def _build(self, subject: x509.Name, public: Any, *, authority: bool) -> x509.Certificate:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(hours=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
            .sign(self.key, hashes.SHA256())
        )

    def issue(self, name: str) -> dict[str, Path]:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._build(subject, key.public_key(), authority=False)
        files = {"tls_certificate": self.folder / f"{name}.crt", "tls_key": self.folder / f"{name}.key", "tls_ca": self.file}
        files["tls_certificate"].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        files["tls_key"].write_bytes(
            key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        )
        return files


async def test_only_who_shows_a_certificate_of_our_authority_is_let_in(tmp_path: Path) -> None:
    ours, theirs = Authority(tmp_path / "ours"), Authority(tmp_path / "theirs")
    async with AsyncExitStack() as stack:
        pair = Pair(tmp_path, stack, None)
        settings = pair.settings(DEMO, **ours.issue("demo"))
        node = await stack.enter_async_context(Node(DEMO, settings, timing=QUICK))
        await node.ready(10)
        token = Issuer.open(issuer_directory(tmp_path)).issue(named("person", "a"), "office")
        stranger = pair.settings(DEMO, **{**theirs.issue("stranger"), "tls_ca": ours.file})

        async def call(tls: Tls | None) -> Any:
            async with Client(f"127.0.0.1:{node.port}", lambda: token, tls=tls, retries=False) as client:
                return await client.call(f"{DEMO_RPC}/OpenThing", opening(), timeout=5)

        assert (await call(client_tls(pair.settings(DEMO, **ours.issue("near"))))).events
        for tls in (None, Tls(ours.file.read_bytes()), client_tls(stranger)):
            with pytest.raises(Refused) as caught:
                await call(tls)
            assert caught.value.kind is Kind.UNAVAILABLE
        assert node.store.head().position == 1
