"""Which epoch of its log a service is in: its key's name says it, which outlives the database and is one service's own."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes

from chassis import credentials
from chassis.refusals import SettingsWrong
from chassis.sealing.keys import log_key_path, read_key, write_once
from chassis.sealing.ring import append_former
from chassis.settings import Settings
from chassis.store import StoreSettings
from chassis.store.engine import open_database
from chassis.store.forking import source
from translog.errors import KeyMalformed
from translog.note import ED25519, SignerKey
from translog.record.forks import akin


def current(settings: Settings) -> Settings:
    """The settings of the epoch that the log is in: after a fork a later one than was set, with tiles of its own.

    A turn to another origin that another process began is finished here: the new key takes its place.

    Raises:
        SettingsWrong: a key cannot be read. Unavailable: the database does not answer.
    """
    path = log_key_path(settings)
    waiting = waiting_key(path)
    if waiting.exists():
        _settle(settings, path, waiting)
    if not path.exists():
        return settings
    origin = f"{settings.site}/{settings.service}/{settings.epoch}"
    name = _named(path).name
    if not akin(name, origin):
        return settings  # the same, or another service's: that is said where the key is used
    epoch = name.rpartition("/")[2]
    return settings.model_copy(update={"epoch": epoch, "tiles_url": f"{settings.tiles.rstrip('/')}/epoch-{epoch}"})


def waiting_key(path: Path) -> Path:
    """Where the key of the next epoch waits, beside the present one."""
    return path.with_suffix(".fork.key")


def next_key(path: Path, origin: str) -> SignerKey:
    """The key by which a log may go on under `origin`, made and kept when there is none yet.

    Raises:
        SettingsWrong: there is one of another origin. OSError: it cannot be kept.
    """
    waiting = waiting_key(path)
    if not waiting.exists():
        write_once(waiting, SignerKey(origin, ED25519, token_bytes(32)).export(), 0o600)
    return read_key(waiting, origin, ED25519)


def _settle(settings: Settings, path: Path, waiting: Path) -> None:
    database = open_database(credentials.database_url(settings), StoreSettings()) if _there(settings) else None
    if database is None:
        return
    try:
        held = source(database)
    finally:
        database.close()
    fresh = _named(waiting)
    if held != fresh.name:
        return  # nobody has turned to it
    if path.exists() and _named(path).name != fresh.name:
        append_former(path, _named(path).verifier)
    public = path.with_suffix(".vkey")
    made = public.with_name(f"{public.name}.{os.getpid()}")
    made.write_text(f"{fresh.verifier}\n", "ascii")
    made.replace(public)
    with suppress(FileNotFoundError):
        path.with_suffix(".next.key").unlink()  # of a change that the former log did not finish
    with suppress(FileNotFoundError):  # another process was faster
        waiting.replace(path)


def _there(settings: Settings) -> bool:
    return not settings.database_url.startswith("sqlite:") or (settings.home / "store.sqlite").exists() or bool(settings.database)


def _named(path: Path) -> SignerKey:
    try:
        return SignerKey.parse(path.read_text("ascii").strip())
    except (OSError, UnicodeDecodeError, KeyMalformed) as error:
        raise SettingsWrong(why=f"the key cannot be read ({type(error).__name__})", where=str(path)) from error
