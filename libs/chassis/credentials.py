"""What a process shows and what it trusts: its own token, the keys of others' tokens, certificates; all from files."""

import ssl
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import grpc

from chassis.auth import Issuer, Verifier
from chassis.refusals import SettingsWrong
from chassis.rpc.client import Tls, Token
from chassis.settings import Mode, Settings

_SPARE = 300.0


def issuer_directory(data: Path) -> Path:
    """Where an instance that makes its own tokens keeps their key."""
    return data / "dev"


def verifier(settings: Settings) -> Verifier:
    """Who is believed: the identity provider's keys, else the instance's own issuer, which production refuses.

    Raises:
        SettingsWrong: there are no usable keys.
    """
    development = settings.mode is not Mode.PRODUCTION
    if settings.jwks is not None:
        return Verifier.from_file(settings.jwks, development=development)
    if not development:
        raise SettingsWrong(why="production needs jwks, the public keys of the identity provider", where="jwks")
    return Verifier(Issuer.open(issuer_directory(settings.data)).keys(), development=True)


def own_token(settings: Settings) -> Token:
    """This service's own token: from its file, read again when it changes, else from the instance's issuer.

    Raises:
        SettingsWrong: production, and no file is named.
    """
    if settings.token_file is not None:
        return _FileToken(settings.token_file)
    if settings.mode is Mode.PRODUCTION:
        raise SettingsWrong(why="production needs token_file, this service's own token", where="token_file")
    return _IssuedToken(Issuer.open(issuer_directory(settings.data)), settings.service)


class _FileToken:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._text = ""
        self()

    def __call__(self) -> str:
        try:
            found = self._path.stat()
            if self._stamp != (found.st_mtime_ns, found.st_ino):
                self._text = self._path.read_text("utf-8").strip()
                self._stamp = (found.st_mtime_ns, found.st_ino)
        except OSError as error:
            if not self._text:
                raise SettingsWrong(why=f"{self._path} cannot be read ({type(error).__name__})", where="token_file") from error
            # While the file is being replaced the token in hand serves on.
        return self._text


class _IssuedToken:
    def __init__(self, issuer: Issuer, name: str) -> None:
        self._issuer = issuer
        self._name = name
        self._text = ""
        self._until = 0.0

    def __call__(self) -> str:
        if time.monotonic() >= self._until:
            self._text = self._issuer.service(self._name)
            self._until = time.monotonic() + 3600.0 - _SPARE
        return self._text


def _read(path: Path, where: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsWrong(why=f"{path} cannot be read ({type(error).__name__})", where=where) from error


def server_tls(settings: Settings) -> Any:
    """GRPC server credentials, None when the settings name no certificate."""
    if settings.tls_certificate is None or settings.tls_key is None:
        return None
    pair = (_read(settings.tls_key, "tls_key"), _read(settings.tls_certificate, "tls_certificate"))
    ca = _read(settings.tls_ca, "tls_ca") if settings.tls_ca is not None else None
    if settings.tls_mutual and ca is None:
        raise SettingsWrong(why="callers are to show a certificate and no authority is named", where="tls_ca")
    return grpc.ssl_server_credentials([pair], root_certificates=ca, require_client_auth=settings.tls_mutual)


def client_tls(settings: Settings) -> Tls | None:
    """What this process shows as a client, None to speak in clear."""
    if settings.tls_ca is None:
        return None
    certificate = _read(settings.tls_certificate, "tls_certificate") if settings.tls_certificate is not None else None
    key = _read(settings.tls_key, "tls_key") if settings.tls_key is not None else None
    return Tls(_read(settings.tls_ca, "tls_ca"), certificate, key)


def broker_tls(settings: Settings) -> ssl.SSLContext | None:
    """TLS to the broker, None when no authority is named."""
    if settings.nats_ca is None:
        return None
    try:
        context = ssl.create_default_context(cafile=str(settings.nats_ca))
        if settings.tls_certificate is not None and settings.tls_key is not None:
            context.load_cert_chain(settings.tls_certificate, settings.tls_key)
    except (OSError, ssl.SSLError) as error:
        raise SettingsWrong(why=f"the broker's certificates cannot be used ({type(error).__name__})", where="nats_ca") from error
    return context


def secret(path: Path | None, where: str) -> str:
    """The text of a secret's file, "" when none is named."""
    return _read(path, where).decode("utf-8").strip() if path is not None else ""


def database_url(settings: Settings) -> str:
    """The database with its password, which comes from a file and is never logged."""
    password = secret(settings.database_password_file, "database_password_file")
    if not password:
        return settings.database_url
    parts = urlsplit(settings.database_url)
    user, at, host = parts.netloc.rpartition("@")
    if not at:
        raise SettingsWrong(why="a password is given and the database names no user", where="database")
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(password, safe='')}@{host}"))
