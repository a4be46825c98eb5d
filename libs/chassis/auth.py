"""Who calls and what they may: tokens that verify offline, and the one place where a role is compared with an RPC."""

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from google.protobuf.descriptor import MethodDescriptor
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey

from chassis.refusals import NotReadable, SettingsWrong
from chassis.service import options
from kernel.context import named
from kernel.errors import RoleDenied, Unauthenticated

DEVELOPMENT = "rectify-development"
"""Issuer and key id of tokens that an instance makes for itself; production refuses both."""

_ALGORITHMS = ["Ed25519", "EdDSA"]  # RFC 9864 and the name that issuers used before it; the key decides the curve
_SUBJECT = re.compile(r"[0-9a-f]{32}")
_ROLE = re.compile(r"[a-z][a-z_]{0,31}(:[a-z][a-z0-9-]{0,31})?")
_ORG = re.compile(r"([0-9a-f]{32})?")
_CACHED = 4096


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, as the token says.

    Attributes:
        person: id, 32 hex; role: `handler`, `service:audit`, …; org: id of the organ acted for, 32 hex or "".
        name: for people who read logs of a development instance; never taken from a token.
    """

    person: str
    role: str
    org: str
    name: str = ""

    @property
    def service(self) -> str:
        """The calling service's name, "" for a person."""
        kind, _, name = self.role.partition(":")
        return name if kind == "service" else ""


class Issuer:
    """The development issuer: a key pair in the data directory that signs tokens for this instance alone."""

    def __init__(self, key: OKPKey) -> None:
        self._key = key

    @classmethod
    def open(cls, directory: Path) -> "Issuer":
        """The issuer of this directory; its key pair is made at first use, readable by its owner only.

        Raises:
            NotReadable: the directory or the key cannot be used.
        """
        private, public = directory / "issuer.jwk", directory / "jwks.json"
        try:
            directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not private.exists():
                made = OKPKey.generate_key("Ed25519", parameters={"kid": DEVELOPMENT, "use": "sig"})
                _write(private, json.dumps(made.as_dict(private=True)), 0o600)
            key = OKPKey.import_key(json.loads(private.read_text("utf-8")))
            if not public.exists():
                _write(public, json.dumps({"keys": [key.as_dict(private=False)]}), 0o644)
        except (OSError, ValueError, JoseError) as error:
            raise NotReadable(path=private, why=type(error).__name__) from error
        return cls(key)

    def issue(self, person: str, role: str, org: str = "", ttl: timedelta = timedelta(hours=12), now: float | None = None) -> str:
        """A token for a person (id, 32 hex) in a role for an organ (id, 32 hex, or "")."""
        at = int(time.time() if now is None else now)
        claims = {"iss": DEVELOPMENT, "sub": person, "role": role, "org": org, "iat": at, "exp": at + int(ttl.total_seconds())}
        return jwt.encode({"alg": "Ed25519", "kid": DEVELOPMENT}, claims, self._key, algorithms=["Ed25519"])

    def service(self, name: str, ttl: timedelta = timedelta(hours=1)) -> str:
        """A token for a service of this instance."""
        return self.issue(named("service", name), f"service:{name}", "", ttl)

    def keys(self) -> KeySet:
        """The public half, for a verifier in the same process."""
        return KeySet.import_key_set({"keys": [self._key.as_dict(private=False)]})


def _write(path: Path, text: str, mode: int) -> None:
    """Whole or not at all: two services that start at once must not read half a key."""
    fresh = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass  # another process was first: its key counts
    finally:
        fresh.unlink()


class Verifier:
    """Verifies tokens offline with public keys; what verified once is remembered until it expires.

    Args:
        keys: public Ed25519 keys.
        development: whether the development issuer is accepted.
        now: machine time in seconds since 1970 (tokens expire in real time, also in a sandbox).
    """

    def __init__(self, keys: KeySet, *, development: bool, now: Callable[[], float] = time.time) -> None:
        self._keys = keys
        self._development = development
        self._now = now
        self._known: dict[str, tuple[Caller, float]] = {}
        if not development and any(key.kid == DEVELOPMENT for key in keys.keys):
            raise SettingsWrong(why="the key set holds the development issuer's key", where="jwks")

    @classmethod
    def from_file(cls, path: Path, *, development: bool) -> "Verifier":
        """Read a JWKS file.

        Raises:
            SettingsWrong: the file is unreadable or holds no usable key.
        """
        try:
            data = json.loads(path.read_text("utf-8"))
            if any("d" in key for key in data["keys"]):
                raise SettingsWrong(why=f"{path} holds a private key", where="jwks")
            keys = KeySet.import_key_set(data)
        except (OSError, ValueError, KeyError, TypeError, JoseError) as error:
            raise SettingsWrong(why=f"{path} is no JWKS file ({type(error).__name__})", where="jwks") from error
        return cls(keys, development=development)

    def caller(self, authorization: str) -> Caller:
        """Who calls, from the value of the `authorization` header.

        Raises:
            Unauthenticated: it is missing, malformed, forged or expired.
        """
        now = self._now()
        known = self._known.get(authorization)
        if known is not None and now < known[1]:
            return known[0]
        scheme, _, token = authorization.partition(" ")
        if not token:
            raise Unauthenticated(
                why="没有令牌 / no token was sent" if not authorization else "不是 Bearer 令牌 / not a bearer token"
            )
        if scheme.lower() != "bearer":
            raise Unauthenticated(why="不是 Bearer 令牌 / not a bearer token")
        try:
            claims = jwt.decode(token, self._keys, algorithms=_ALGORITHMS).claims
        except (JoseError, ValueError) as error:
            raise Unauthenticated(why=f"令牌验证失败 / the token does not verify ({type(error).__name__})") from error
        caller, expires = self._read(claims, now)
        if len(self._known) >= _CACHED:
            self._known.clear()
        self._known[authorization] = (caller, expires)
        return caller

    def _read(self, claims: dict[str, Any], now: float) -> tuple[Caller, float]:
        if claims.get("iss") == DEVELOPMENT and not self._development:
            raise Unauthenticated(why="此处不接受开发签发者的令牌 / tokens of the development issuer are not accepted here")
        expires, person, role, org = (claims.get(name) for name in ("exp", "sub", "role", "org"))
        if isinstance(expires, bool) or not isinstance(expires, int | float):
            raise Unauthenticated(why="令牌没有有效期 / the token never expires")
        if now >= expires:
            raise Unauthenticated(why="令牌已过期 / the token has expired")
        if not (isinstance(person, str) and _SUBJECT.fullmatch(person)):
            raise Unauthenticated(why="令牌主体不是人员编号 / the token's subject is not a person id")
        if not (isinstance(role, str) and _ROLE.fullmatch(role)):
            raise Unauthenticated(why="令牌未写明角色 / the token states no role")
        if not (isinstance(org, str) and _ORG.fullmatch(org)):
            raise Unauthenticated(why="令牌中的组织不是编号 / the token's organ is not an id")
        return Caller(person, role, org), float(expires)


@cache
def roles(method: MethodDescriptor) -> frozenset[str]:
    """The roles that an RPC names; empty admits every authenticated caller."""
    return frozenset(options(method).roles)


def authorise(caller: Caller, method: MethodDescriptor) -> None:
    """The one place where it is decided whether a caller may use an RPC at all.

    The role in the token must be among the RPC's roles; `service` there admits every service, `service:audit` one.
    Duties that depend on the case are decided by the aggregates.

    Raises:
        RoleDenied: it may not.
    """
    allowed = roles(method)
    if not allowed or caller.role in allowed or ("service" in allowed and caller.service):
        return
    raise RoleDenied(role=caller.role, command=options(method).verb or method.name, allowed=", ".join(sorted(allowed)))


def policy_hash(methods: Iterable[MethodDescriptor]) -> str:
    """SHA-256 (hex) of the canonical policy table: what `authorise` went by when an event was decided."""
    table = {method.full_name: sorted(roles(method)) for method in methods}
    text = json.dumps({"policy": "roles-1", "table": table}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
