"""Settings of a service process: environment variables `RECTIFY_…`, before a TOML file, before defaults."""

import os
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import quote
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from chassis.refusals import SettingsWrong
from translog.note import COSIGNATURE, ED25519, VerifierKey

_SEGMENT = r"^[A-Za-z0-9][A-Za-z0-9._~-]{0,62}$"


class Mode(StrEnum):
    """What an instance is for."""

    PRODUCTION = "production"  # real time, keys of an identity provider
    LOCAL = "local"  # real time, tokens of its own
    SANDBOX = "sandbox"  # a clock that is moved, tokens of its own


class Role(StrEnum):
    """A part of the work that a process takes on; leased where only one process may do it."""

    RPC = "rpc"
    RELAY = "relay"
    PROJECTOR = "projector"
    CONSUMERS = "consumers"
    SWEEPER = "sweeper"
    SEALER = "sealer"


class WitnessAt(BaseModel):
    """A witness of the log: its submission prefix (C2SP tlog-witness), and the public key of its cosignatures."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://[!-~]+$")
    vkey: str

    @field_validator("vkey")
    @classmethod
    def _of_a_witness(cls, value: str) -> str:
        if VerifierKey.parse(value).kind != COSIGNATURE:
            raise ValueError("the key is a log's, not a witness's")
        return value

    @property
    def key(self) -> VerifierKey:
        """The key itself."""
        return VerifierKey.parse(self.vkey)


class Settings(BaseSettings):
    """What differs between one process and another; secrets are files, never values.

    Every field is read from `RECTIFY_<FIELD>`, or from the TOML file that `RECTIFY_CONFIG` names.
    """

    model_config = SettingsConfigDict(env_prefix="RECTIFY_", extra="forbid", env_nested_delimiter="__")

    service: str = Field(default="", description="name of the service")
    mode: Mode = Field(default=Mode.LOCAL, description="production, local or sandbox")
    site: str = Field(default="local", pattern=_SEGMENT, description="first part of the origin; a sandbox's begins with sandbox-")
    epoch: str = Field(default="1", pattern=_SEGMENT, description="last part of the origin; another one after a fork")
    zone_name: str = Field(default="Asia/Shanghai", description="zone in which business days begin and end")
    clock: datetime | None = Field(default=None, description="where a new sandbox's clock stands")

    data: Path = Field(default=Path("data"), description="directory for what is kept in files")
    database: str = Field(default="", description="sqlite:///… or postgresql://…; empty is SQLite below the data directory")
    database_password_file: Path | None = Field(default=None, description="file with the database password")
    migrate: bool = Field(default=False, description="make or lift the schema at start (one process, embedded)")
    files: str = Field(default="", description="file:///… or s3://bucket/…; empty is a directory below the data directory")
    tiles_url: str = Field(
        default="", description="file:///… or s3://bucket/…, where this log's tiles are; empty is a directory of this service"
    )
    log_key_file: Path | None = Field(
        default=None,
        description="key that signs the log's checkpoints; empty makes one below the data directory, not in production",
    )
    witness_key_file: Path | None = Field(
        default=None,
        description="key by which a service that mirrors others cosigns their checkpoints; empty makes one, not in production",
    )
    custodians: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="verifier keys of those of whom two decide that a log goes on under another origin, separated by commas",
    )
    mirror: str = Field(default="audit", description="service that mirrors this log, from which a lost end is put back")
    mirror_patience: float = Field(
        default=10.0, ge=0, description="seconds at start in which it must say how far the log went; then works are taken anyway"
    )
    audit_seconds: float = Field(
        default=3600.0,
        ge=0,
        description="seconds between two runs of all audits, of the service that has them; 0 for none",
    )
    seal_seconds: float = Field(default=0.6, gt=0, description="shortest time between two checkpoints, in seconds")
    witnesses: tuple[WitnessAt, ...] = Field(
        default=(), description='witnesses that this log asks, JSON: [{"url": "https://…", "vkey": "name+hash+key"}]'
    )
    quorum: int = Field(default=0, ge=0, description="how many of them make a checkpoint final; 0 is more than half")
    witness_host: str = Field(default="127.0.0.1", description="address of the own witness, of a service that mirrors others")
    witness_port: int = Field(default=0, ge=0, le=65535, description="its port; 0 lets the system choose")
    max_file: int = Field(default=200 * 1024 * 1024, gt=0, description="largest file in bytes")
    effective_days: int = Field(default=30, ge=0, description="how far back an effective time may lie")

    rpc_host: str = Field(default="127.0.0.1", description="address to listen on")
    rpc_port: int = Field(default=0, ge=0, le=65535, description="port to listen on; 0 lets the system choose")
    metrics_host: str = Field(default="127.0.0.1", description="address of /metrics, /livez and /readyz")
    metrics_port: int = Field(default=0, ge=0, le=65535, description="their port; 0 lets the system choose")
    site_host: str = Field(default="127.0.0.1", description="address of the public site, of a service that has one")
    site_port: int = Field(default=0, ge=0, le=65535, description="its port; 0 lets the system choose")
    site_dir: Path | None = Field(default=None, description="folder of the site; empty is one below the service's own")
    site_address: str = Field(
        default="", description="address under which people find the site, with a slash at its end; empty is where it listens"
    )
    site_templates: Path | None = Field(default=None, description="folder whose templates stand before those that come along")
    max_message: int = Field(default=4 * 1024 * 1024, gt=0, description="largest request in bytes")
    call_timeout: float = Field(default=30.0, gt=0, description="longest time for a call, in seconds")
    long_timeout: float = Field(
        default=3600.0, gt=0, description="longest time for what reads a whole log (verification, audits, sweeps), in seconds"
    )
    ask_timeout: float = Field(default=3.0, gt=0, description="seconds in which neighbours must answer")
    breaker_failures: int = Field(
        default=5, ge=0, description="calls in a row without an answer after which a neighbour is left alone; 0 never"
    )
    breaker_seconds: float = Field(default=2.0, gt=0, description="how long it is left alone, in seconds")
    drain_timeout: float = Field(default=10.0, ge=0, description="seconds for calls in flight when stopping")
    query_threads: int = Field(default=4, gt=0, description="threads that answer questions")
    refusal_limit: int = Field(default=20, gt=0, description="refusals recorded one by one per actor, code and day")
    neighbours: dict[str, str] = Field(default_factory=dict, description="addresses of the other services, host:port by name")

    nats: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="URLs of the broker, separated by commas; empty runs without"
    )
    nats_user: str = Field(default="", description="account user; empty takes the service's name")
    nats_password_file: Path | None = Field(default=None, description="file with the broker password")
    nats_credentials: Path | None = Field(default=None, description="credentials file of the broker")
    nats_ca: Path | None = Field(default=None, description="PEM file of the broker's authority")
    nats_replicas: int = Field(default=1, ge=1, le=5, description="replicas of the streams")

    jwks: Path | None = Field(default=None, description="public keys of the identity provider, JWKS")
    token_file: Path | None = Field(default=None, description="file with this service's own token, read again when it changes")
    tls_certificate: Path | None = Field(default=None, description="PEM certificate of this service")
    tls_key: Path | None = Field(default=None, description="PEM key of this service")
    tls_ca: Path | None = Field(default=None, description="PEM authority that signs services")
    tls_mutual: bool = Field(default=True, description="whether callers must show a certificate, when TLS is on")

    roles: Annotated[frozenset[Role], NoDecode] = Field(
        default=frozenset(Role), description="parts of the work, separated by commas"
    )
    holder: str = Field(default="", description="name of this process in leases; empty takes host and process id")
    log_file: Path | None = Field(default=None, description="where to log; empty is standard error")
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$", description="least severe level logged")
    otlp: str = Field(default="", description="OTLP endpoint for traces; empty sends none")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, environment, file; in this order."""
        del dotenv_settings, file_secret_settings
        config = os.environ.get("RECTIFY_CONFIG")
        if not config:
            return init_settings, env_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, Path(config))

    @field_validator("nats", "custodians", mode="before")
    @classmethod
    def _urls(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("roles", mode="before")
    @classmethod
    def _roles(cls, value: object) -> object:
        return frozenset(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _agree(self) -> Self:
        sandbox = self.mode is Mode.SANDBOX
        if sandbox != self.site.startswith("sandbox-"):
            raise ValueError("the site of a sandbox, and only of a sandbox, begins with sandbox-")
        if self.clock is not None and not sandbox:
            raise ValueError("only a sandbox has a clock that is set")
        if self.clock is not None and self.clock.tzinfo is None:
            raise ValueError("the clock needs a zone, such as 2026-03-02T09:00+08:00")
        if self.mode is Mode.PRODUCTION and self.jwks is None:
            raise ValueError("production needs jwks, the public keys of the identity provider")
        if self.quorum > len(self.witnesses):
            raise ValueError("the quorum is larger than the number of witnesses")
        if len({witness.key.public for witness in self.witnesses}) < len(self.witnesses):
            raise ValueError("a witness is named twice")
        if any(_custodian(vkey) is None for vkey in self.custodians):
            raise ValueError("a custodian is named by an Ed25519 verifier key, such as name+hash+key")
        if (self.tls_certificate is None) != (self.tls_key is None):
            raise ValueError("tls_certificate and tls_key go together")
        return self

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone itself."""
        return ZoneInfo(self.zone_name)

    @property
    def custodian_keys(self) -> list[VerifierKey]:
        """The keys of the custodians."""
        return [key for vkey in self.custodians if (key := _custodian(vkey)) is not None]

    @property
    def home(self) -> Path:
        """Directory of this service below the data directory."""
        return self.data / self.service

    @property
    def database_url(self) -> str:
        """The database, with its default."""
        return self.database or f"sqlite:///{(self.home / 'store.sqlite').absolute()}"

    @property
    def tiles(self) -> str:
        """Where the log's tiles are, with the default."""
        return self.tiles_url or f"file://{quote(str((self.home / 'tiles').absolute()))}"

    @property
    def files_url(self) -> str:
        """The object store, with its default."""
        return self.files or f"file://{(self.data / 'files').absolute()}"


def _custodian(vkey: str) -> VerifierKey | None:
    try:
        key = VerifierKey.parse(vkey)
    except ValueError:
        return None
    return key if key.kind == ED25519 else None


def load(**given: object) -> Settings:
    """The settings of this process.

    Raises:
        SettingsWrong: they contradict each other; the text names each fault, never a value.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type] # pydantic checks the values, whatever they are
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        why = "; ".join(f"{'.'.join(str(part) for part in fault['loc']) or 'settings'}: {fault['msg']}" for fault in faults)
        raise SettingsWrong(why=why, where=os.environ.get("RECTIFY_CONFIG") or "the variables RECTIFY_…") from error
    except (OSError, ValueError) as error:
        where = os.environ.get("RECTIFY_CONFIG") or "the variables RECTIFY_…"
        raise SettingsWrong(why=f"the file cannot be read ({type(error).__name__})", where=where) from error
