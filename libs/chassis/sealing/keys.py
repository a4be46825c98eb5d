"""The keys of a log and of a witness: made once where an instance keeps its own keys, else named by a setting."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes

from chassis.refusals import SettingsWrong
from chassis.settings import Mode, Settings
from translog.errors import KeyMalformed
from translog.note import COSIGNATURE, ED25519, SignerKey


def log_key(settings: Settings, origin: str, *, sealed: bool) -> SignerKey | None:
    """The Ed25519 key of the log `origin`, in the form of C2SP signed-note.

    In sandbox and local mode it is made at the first start, `<data>/keys/<service>.log.key` (0600), with the public key
    beside it as `.log.vkey`. `sealed` says that the log has a checkpoint: then a missing key is lost, and no other one
    takes its place. None in production, where `log_key_file` names none.

    Raises:
        SettingsWrong: the file cannot be read, is another log's, or is missing though the log is sealed.
    """
    return _key(settings, settings.log_key_file, f"{settings.service}.log", origin, ED25519, used=sealed)


def log_key_path(settings: Settings) -> Path:
    """Where the key of a service's log is kept."""
    return settings.log_key_file or settings.data / "keys" / f"{settings.service}.log.key"


def witness_key(settings: Settings, *, used: bool) -> SignerKey | None:
    """The key by which this service cosigns the logs that it mirrors, `<site>/witness/<service>`, of the cosignature kind.

    Kept as a log's is, `<data>/keys/<service>.witness.key`; in production `witness_key_file` names it, None where it names
    none. `used` says that something was cosigned.

    Raises:
        SettingsWrong: as for `log_key`.
    """
    name = witness_name(settings.site, settings.service)
    return _key(settings, settings.witness_key_file, f"{settings.service}.witness", name, COSIGNATURE, used=used)


def witness_name(site: str, service: str) -> str:
    """The name of the key by which a service cosigns."""
    return f"{site}/witness/{service}"


def own_witness(data: Path, site: str, service: str) -> SignerKey:
    """The key of the witness of a system on this machine, made when it is not there yet: others must know it beforehand.

    Raises:
        SettingsWrong: the file cannot be read, is another's, or is missing though its public key was shown.
    """
    path = data / "keys" / f"{service}.witness.key"
    if not path.exists() and path.with_suffix(".vkey").exists():
        raise SettingsWrong(why="the key whose public half is known to others is not there", where=str(path))
    return _kept(path, witness_name(site, service), COSIGNATURE)


def _key(settings: Settings, path: Path | None, file: str, name: str, kind: int, *, used: bool) -> SignerKey | None:
    if path is not None:
        return read_key(path, name, kind)
    if settings.mode is Mode.PRODUCTION:
        return None
    path = settings.data / "keys" / f"{file}.key"
    if used and not path.exists():
        raise SettingsWrong(why="something was signed, and the key that signed it is not there", where=str(path))
    return _kept(path, name, kind)


def _kept(path: Path, name: str, kind: int) -> SignerKey:
    """The key in a file, made when there is none, with its public key beside it."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_once(path, SignerKey(name, kind, token_bytes(32)).export(), 0o600)
    key = read_key(path, name, kind)
    public = path.with_suffix(".vkey")
    if not public.exists():
        write_once(public, str(key.verifier), 0o644)
    return key


def read_key(path: Path, name: str, kind: int) -> SignerKey:
    """The key of a file. Raises `SettingsWrong` where it cannot be read or is another's."""
    try:
        key = SignerKey.parse(path.read_text("ascii").strip())
    except (OSError, UnicodeDecodeError, KeyMalformed) as error:
        raise SettingsWrong(why=f"the key cannot be read ({type(error).__name__})", where=str(path)) from error
    if key.name != name or key.kind != kind:
        raise SettingsWrong(why=f"the key is that of {key.name}, needed is one of {name}", where=str(path))
    return key


def write_once(path: Path, text: str, mode: int) -> None:
    """Write a file whole, or leave the one that another process made meanwhile."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="ascii") as out:
        out.write(text + "\n")
        out.flush()
        os.fsync(out.fileno())
    with suppress(FileExistsError):
        path.hardlink_to(fresh)
    fresh.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
