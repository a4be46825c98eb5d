"""A static site for everybody, made from a service's read models: rendered, put in place as a whole, and served read-only."""

import asyncio
import fcntl
import hashlib
import os
import re
import shutil
from base64 import b64encode
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import segno
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from chassis.pace import sleep
from chassis.refusals import PortInUse
from chassis.service import Service, Site
from chassis.store import Store
from chassis.telemetry import Log
from kernel.tables import Rows

CURRENT = "current"
"""The name, in a site's folder, of what is published now: a link to one whole version of it."""

_EVERY = 0.5
_PAGE = 1000
_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[a-z0-9]+){0,2}(/[A-Za-z0-9][A-Za-z0-9_-]*(\.[a-z0-9]+){0,2})*")
_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
}
# Nothing is loaded from anywhere else, nothing runs.
_PLAIN = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_DIGEST = "'sha256-[A-Za-z0-9+/]{43}='"
# A page may have one script and one style of its own, each named by its hash; it says so itself, for whoever saves it.
_OWN = re.compile(
    rb'<meta http-equiv="Content-Security-Policy" content="'
    rb"(default-src 'none'; script-src %b; style-src %b; base-uri 'none'; form-action 'none')\">"
    % (_DIGEST.encode(), _DIGEST.encode())
)
_HEADERS = (
    "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY",
    "Referrer-Policy: no-referrer",
    "Permissions-Policy: interest-cohort=()",
    "Cross-Origin-Opener-Policy: same-origin",
    "Cross-Origin-Resource-Policy: same-origin",
    "Cache-Control: public, max-age=60",
)
_REQUEST = 8192
_PATIENCE = 5.0
_AT_ONCE = 256


class BadSite(ValueError):
    """A page of a site has a path that cannot be one."""


# --- rendering ---------------------------------------------------------------------------------------------------------


def render(site: Site, rows: Rows, templates: Path | None = None, address: str = "") -> dict[str, bytes]:
    """Every file of a site by its path.

    Templates have two filters more: `qr`, a text as an SVG image, and `integrity`, the hash by which a policy names a script.

    Args:
        rows: the read models it is made from.
        templates: a folder whose templates stand before those that come with the service.
        address: under which people find it, with a slash at its end; templates know it by this name.

    Raises:
        BadSite: a path is not made of plain names, or has an ending that is not served.
    """
    package, _, folder = site.templates.partition(":")
    environment = _environment(tuple(str(path) for path in (templates, files(package) / folder) if path is not None))
    made: dict[str, bytes] = {}
    for path, content in site.pages(rows).items():
        if not _PATH.fullmatch(path) or path.rpartition(".")[2] not in _TYPES:
            raise BadSite(path)
        if isinstance(content, bytes):
            made[path] = content
        else:
            name, values = content
            made[path] = environment.get_template(name).render({"address": address, **values}).encode()
    return made


@cache
def _environment(folders: tuple[str, ...]) -> Environment:
    """Templates of these folders, the first that has one; read again when a file changes."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(one) for one in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"qr": _qr, "integrity": _integrity}
    return environment


def _qr(text: str) -> Markup:
    """A QR code, for dark pages too; without style or address, which no page may have."""
    # segno escapes what it writes, and gets nothing to write but the squares and this class.
    image = segno.make_qr(text, error="m").svg_inline(dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True)
    return Markup(image)  # noqa: S704


def _integrity(text: str) -> str:
    """`sha256-…` of a text, as Content-Security-Policy names scripts and styles."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


# --- putting in place --------------------------------------------------------------------------------------------------


def put(folder: Path, pages: Mapping[str, bytes]) -> bool:
    """Make a folder show exactly these pages, all at once; whether anything changed.

    A whole new version is written beside the present one; then one link is exchanged, and the former version goes. Whoever
    reads through `current` sees one or the other, never something between, and nothing that is no longer published.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        # Replicas on one machine may share the folder.
        fcntl.flock(lock, fcntl.LOCK_EX)
        current = folder / CURRENT
        before = _read(current) if current.is_dir() else {}
        if before == pages:
            return False
        former = current.resolve()
        fresh = Path(mkdtemp(prefix="v-", dir=folder))
        fresh.chmod(0o755)
        for path, content in pages.items():
            file = fresh / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if before.get(path) == content:
                os.link(former / path, file)  # most files of a large site stay as they are
            else:
                file.write_bytes(content)
        link = folder / f".{fresh.name}"
        link.symlink_to(fresh.name)
        link.replace(current)
        for old in folder.glob("v-*"):
            if old != fresh:
                shutil.rmtree(old, ignore_errors=True)  # somebody may be reading in it; the next time it goes
    return True


def _read(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class Keeper:
    """Makes a site anew after the events that it shows.

    Args:
        service: its page, with a site; store: its store; folder: where the site is; templates, address: see `render`.
    """

    def __init__(
        self, service: Service, store: Store, folder: Path, log: Log, templates: Path | None = None, address: str = ""
    ) -> None:
        if service.site is None:
            raise BadSite(service.name)
        self._site = service.site
        self._topics = frozenset(event.TOPIC for event in service.site.after)
        self._projections = tuple(service.projections)
        self._store = store
        self._folder = folder
        self._log = log
        self._templates = templates
        self._address = address
        self._seen = -1

    async def run(self, stop: asyncio.Event) -> None:
        """Look, and make it anew where needed, until `stop`."""
        while not stop.is_set():
            await asyncio.to_thread(self.look)
            await sleep(stop, _EVERY)

    def look(self) -> bool:
        """Make it anew if something that it shows happened since the last time; whether that was so."""
        position = self._store.projected(*self._projections)
        if self._seen >= 0 and not self._shows(self._seen, position):
            self._seen = max(self._seen, position)
            return False
        changed = put(self._folder, render(self._site, self._store.rows(), self._templates, self._address))
        self._seen = position
        if changed:
            self._log.info("site-put", position=position)
        return changed

    def _shows(self, after: int, upto: int) -> bool:
        while after < upto:
            page = self._store.read(after, _PAGE)
            if any(row.topic in self._topics for row in page if row.position <= upto):
                return True
            if not page:
                return False
            after = page[-1].position
        return False


# --- serving -----------------------------------------------------------------------------------------------------------


class Front:
    """Serves a site's files over HTTP: GET and HEAD, no listing, no way out of the folder, nothing but plain names.

    Args:
        folder: of the site; host, port: where to listen, port 0 lets the system choose.
    """

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self._folder = folder
        self._host = host
        self._wanted = port
        self._server: asyncio.Server | None = None
        self._places = asyncio.Semaphore(_AT_ONCE)
        self.port = 0

    @property
    def address(self) -> str:
        """Where people find it."""
        return f"http://{self._host}:{self.port}/"

    async def start(self) -> int:
        """Listen; the port.

        Raises:
            PortInUse: somebody else listens there.
        """
        try:
            self._server = await asyncio.start_server(self._serve, self._host, self._wanted, limit=_REQUEST)
        except OSError as error:
            raise PortInUse(port=self._wanted, what="the public site") from error
        self.port = self._server.sockets[0].getsockname()[1]
        return self.port

    async def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.close_clients()
            await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with self._places:
                async with asyncio.timeout(_PATIENCE):
                    request = await reader.readuntil(b"\r\n\r\n")
                writer.write(await asyncio.to_thread(partial(self.answer, request)))
                async with asyncio.timeout(_PATIENCE):
                    await writer.drain()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return  # who asked has gone, or did not speak HTTP
        finally:
            writer.close()

    def answer(self, request: bytes) -> bytes:
        """The whole response to a request's head."""
        line, *lines = request.decode("latin-1").split("\r\n")
        parts = line.split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
            return _response("400 Bad Request", _TYPES["txt"], "请求格式有误 / not HTTP/1\n".encode())
        method, target, _ = parts
        if method not in ("GET", "HEAD"):
            return _response("405 Method Not Allowed", _TYPES["txt"], "只读 / read only\n".encode(), ["Allow: GET, HEAD"])
        found = self._find(target.partition("?")[0])
        if found is None:
            return _response("404 Not Found", _TYPES["txt"], "没有此页 / no such page\n".encode(), body=method == "GET")
        kind, content = found
        tag = f'"{hashlib.sha256(content).hexdigest()}"'
        known = {name.strip().lower(): value.strip() for name, _, value in (header.partition(":") for header in lines)}
        if known.get("if-none-match") == tag:
            return _response("304 Not Modified", kind, b"", [f"ETag: {tag}"])
        return _response("200 OK", kind, content, [f"ETag: {tag}"], body=method == "GET")

    def _find(self, path: str) -> tuple[str, bytes] | None:
        """The type and content of a file; None for anything but a plain name of one that is there."""
        name = "index.html" if path == "/" else path.removeprefix("/")
        kind = _TYPES.get(name.rpartition(".")[2])
        if not path.startswith("/") or kind is None or not _PATH.fullmatch(name):
            return None
        try:
            # The version is chosen once: a file of the next one is never mixed into it.
            version = (self._folder / CURRENT).readlink()
            handle = os.open(self._folder / version / name, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            return None
        with os.fdopen(handle, "rb") as file:
            return kind, file.read()


def _response(status: str, kind: str, content: bytes, headers: list[str] | None = None, *, body: bool = True) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(content)}", "Connection: close"]
    own = _OWN.search(content[:_REQUEST])
    policy = f"Content-Security-Policy: {own[1].decode() if own else _PLAIN}; frame-ancestors 'none'"
    head = "\r\n".join([*lines, policy, *_HEADERS, *(headers or [])])
    return f"{head}\r\n\r\n".encode("latin-1") + (content if body else b"")


def folder_of(settings: Any) -> Path:
    """Where a service's site lies: as the settings say, else below its own folder."""
    named: Path | None = settings.site_dir
    return named if named is not None else settings.home / "site"
